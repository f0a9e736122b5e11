// An engine at the far end of ssh: by the person's own ssh, its configuration and its known hosts.

import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { findEngine } from "../../src/engine/find-engine.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { openSshEngine, type SshEngine } from "../helpers/ssh-engine.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const signal = new AbortController().signal;
const oracle = ["benchmark", "--agent", "oracle", "--task-ids", "write-makefile"];
let far: SshEngine;

beforeAll(async () => {
  far = await openSshEngine();
});

afterAll(async () => {
  await far?.[Symbol.asyncDispose]();
});

const addressOf = async (env: Readonly<Record<string, string>> = far.env) =>
  await findEngine({ env: { ...process.env, ...env } });

/** Command lines of the ssh programs whose forwarded socket is below the folder. */
async function tunnelsBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line.includes(folder) && line.includes("BatchMode")) found.push(line.replaceAll("\0", " "));
  }
  return found;
}

test("trials run over there, one that is cut off in its middle once more, and nothing of ssh is left", async () => {
  await using scene = await openCliScene();
  const TMPDIR = scene.folder;
  await using cli = scene.start(oracle, { env: { ...far.env, TMPDIR } });
  const gone = cli.ended.then(() => true);
  const opened = async () => (await scene.containers()).size > 0;
  while (!(await opened())) if (await Promise.race([gone, sleep(50, false)])) break;
  expect(await tunnelsBelow(TMPDIR)).toHaveLength(1);
  await far.cut();
  expect(await cli.ended).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/\noracle: 1\/1\n$/),
    stderr: "",
  });
  expect(await scene.leftovers()).toEqual([]);
  expect([await tunnelsBelow(TMPDIR), (await readdir(TMPDIR)).filter((name) => name.includes("ssh"))]).toEqual([
    [],
    [],
  ]);
});

test("Ctrl-C leaves the connection to those who still clean up over there", async () => {
  await using scene = await openCliScene();
  await using cli = scene.start(oracle, { env: far.env });
  while ((await scene.containers()).size === 0) await sleep(50);
  cli.kill("SIGINT");
  expect((await cli.ended).exitCode).toBe(130);
  expect(await scene.leftovers()).toEqual([]);
});

test("a killed host takes its ssh along", async () => {
  await using scene = await openCliScene();
  await using cli = scene.start(oracle, { env: { ...far.env, TMPDIR: scene.folder } });
  while ((await scene.containers()).size === 0) await sleep(50);
  cli.kill("SIGKILL");
  await cli.ended;
  for (let waits = 0; waits < 100 && (await tunnelsBelow(scene.folder)).length > 0; waits += 1) await sleep(100);
  expect(await tunnelsBelow(scene.folder)).toEqual([]);
});

test("Docker's command line builds over the same connection", async () => {
  await using opened = await openTestDocker({ address: await addressOf() });
  await using folder = await temporaryFolder();
  const dockerfile = `FROM debian:bookworm-slim\nRUN echo ${Date.now()} > /built\n`;
  await writeFile(join(folder.path, "Dockerfile"), dockerfile);
  const source = { kind: "build" as const, name: "far", context: folder.path, digest: sha256(dockerfile) };
  const { reference, built } = await opened.provider.prepareImage(source, { signal });
  expect([built, (await opened.docker.getImage(reference).inspect()).RepoTags]).toEqual([true, [reference]]);
  await opened.docker.getImage(reference).remove();
});

test("a command and a main process that were cut off are nobody's doing, and the next ones work", async () => {
  await using opened = await openTestDocker({ address: await addressOf() });
  const main = { command: ["sh", "-c", "echo up; cat; exit 3"], attach: true };
  await using box = await opened.provider.open(opened.specOf({ main }), { signal });
  const lost = { fault: "infrastructure", code: "engine-connection-lost" };
  const running = box.session.exec("touch /begun; sleep 60; echo done", { signal });
  const seen = Promise.allSettled([running, box.main?.exited]);
  if (box.main?.stdout.readableLength === 0) await once(box.main.stdout, "readable");
  await using near = await openTestDocker();
  const looked = async () => (await near.docker.getContainer(box.id).changes()) as Array<{ Path: string }> | null;
  await expect.poll(looked).toContainEqual(expect.objectContaining({ Path: "/begun" }));
  await far.cut();
  expect(await seen).toMatchObject([
    { status: "rejected", reason: lost },
    { status: "rejected", reason: lost },
  ]);
  expect(box.main && (await text(box.main.stdout))).toBe("up\n");
  await using next = await opened.provider.open(opened.specOf(), { signal });
  expect((await next.session.exec("echo again", { signal })).stdout).toBe("again\n");
});

test("a machine whose key ssh does not know is refused, unless the person's ssh takes anyone", async () => {
  const strange = "UserKnownHostsFile /dev/null";
  await far.configure([strange, "StrictHostKeyChecking no"]);
  const env = (way: string) => ({ ...far.env, DOCKER_HOST: `ssh://${way}@far` });
  await connectEngine({ signal, address: await addressOf(env("root")) });
  await far.configure([strange]);
  const refused = connectEngine({ signal, address: await addressOf({ ...far.env, DOCKER_HOST: "ssh://far:22" }) });
  await expect(refused).rejects.toMatchObject({
    ...{ fault: "config", code: "engine-unreachable" },
    message: expect.stringMatching(/Host key verification failed.*type "ssh -p 22 far" by hand/s),
  });
  await far.configure([]);
});

test.each([
  ["a login that is refused", "ssh://nobody@far", /Permission denied.*"ssh nobody@far true" must work/s],
  ["a machine that nobody knows", "ssh://nowhere.invalid", /Could not resolve hostname.*~\/\.ssh\/config/s],
  ["an engine's socket that is not there", "ssh://far/run/none.sock", /open failed.*names another/s],
])("%s is named, with what to do", async (_name, host, message) => {
  const connecting = connectEngine({ signal, address: await addressOf({ ...far.env, DOCKER_HOST: host }) });
  await expect(connecting).rejects.toMatchObject({
    ...{ fault: "config", code: "engine-unreachable", message: expect.stringMatching(message) },
  });
});

test("a machine without ssh is told so", async () => {
  await using empty = await temporaryFolder();
  const address = await addressOf({ DOCKER_HOST: "ssh://far", PATH: empty.path });
  await expect(connectEngine({ signal, address })).rejects.toMatchObject({
    message: expect.stringContaining("there is no ssh program here"),
  });
});
