// DOCKER_HOST is somebody's choice of an engine: it is used, and where it does not answer nothing else is.

import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";
import { makeCertificates, openEngineProxy } from "../helpers/engine-proxy.ts";

function engineCheck(stdout: string): Record<string, unknown> | undefined {
  const { checks } = JSON.parse(stdout) as { checks: Array<Record<string, unknown>> };
  return checks.find(({ name }) => name === "engine");
}

test("an engine behind a TCP address is examined there", async () => {
  await using scene = await openCliScene();
  await using proxy = await openEngineProxy();
  const { exitCode, stdout } = await scene.run(["doctor", "--json"], { env: { DOCKER_HOST: proxy.address } });
  expect(engineCheck(stdout)).toMatchObject({ status: "ok", detail: expect.stringContaining(proxy.address) });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, complete: true });
  expect(exitCode).toBe(0);
  expect(proxy.connections()).toBeGreaterThan(0);
});

test("trials run there too", async () => {
  await using scene = await openCliScene();
  await using proxy = await openEngineProxy();
  const command = ["benchmark", "--agent", "oracle", "--task-ids", "write-makefile"];
  const result = await scene.run(command, { env: { DOCKER_HOST: proxy.address } });
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\noracle: 1\/1\n$/), stderr: "" });
  expect(proxy.connections()).toBeGreaterThan(1);
  expect(await scene.leftovers()).toEqual([]);
});

test("an address where nobody answers is named, with exit code 2, and no engine of ours takes its place", async () => {
  await using scene = await openCliScene();
  const proxy = await openEngineProxy();
  await proxy[Symbol.asyncDispose]();
  const env = { DOCKER_HOST: proxy.address };

  const examined = await scene.run(["doctor", "--json"], { env });
  expect(examined.exitCode).toBe(2);
  expect(engineCheck(examined.stdout)).toMatchObject({
    status: "missing",
    detail: expect.stringContaining(`${proxy.address} (from DOCKER_HOST)`),
  });

  const started = await scene.run(["start", "--yes"], { env });
  expect(started.exitCode).toBe(2);
  expect(started.stderr).toContain(`${proxy.address} (from DOCKER_HOST)`);
  expect(started.stderr).toContain("unset DOCKER_HOST");
  expect(started.stdout).not.toContain("installing");
});

test("trials run behind TLS too", async () => {
  await using scene = await openCliScene();
  await using certificates = await makeCertificates();
  await using proxy = await openEngineProxy(certificates);
  const env = { DOCKER_HOST: proxy.address, DOCKER_CERT_PATH: certificates.folder, DOCKER_TLS_VERIFY: "1" };
  const command = ["benchmark", "--agent", "oracle", "--task-ids", "write-makefile"];
  const result = await scene.run(command, { env });
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\noracle: 1\/1\n$/), stderr: "" });
});

test("behind TLS, what is wrong with the certificates is named, and unverified is what leaving DOCKER_TLS_VERIFY out means", async () => {
  await using scene = await openCliScene();
  await using certificates = await makeCertificates();
  await using others = await makeCertificates();
  await using proxy = await openEngineProxy(certificates);
  const env = { DOCKER_HOST: proxy.address, DOCKER_CERT_PATH: certificates.folder, DOCKER_TLS_VERIFY: "1" };
  await copyFile(join(others.folder, "ca.pem"), join(certificates.folder, "ca.pem"));
  const strange = await scene.run(["doctor", "--json"], { env });
  expect(strange.exitCode).toBe(2);
  expect(engineCheck(strange.stdout)?.["detail"]).toMatch(/does not answer: .*certificate.*DOCKER_CERT_PATH/s);

  const unverified = await scene.run(["doctor", "--json"], { env: { ...env, DOCKER_TLS_VERIFY: "" } });
  expect(engineCheck(unverified.stdout)).toMatchObject({ status: "ok" });

  await rm(join(certificates.folder, "ca.pem"));
  const missing = await scene.run(["doctor", "--json"], { env });
  expect(engineCheck(missing.stdout)?.["detail"]).toMatch(/DOCKER_CERT_PATH must hold ca\.pem/);
});
