import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { engineEnvironment, findEngine } from "../../../src/engine/find-engine.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import { openFolder } from "./engine-fakes.ts";

async function writeContext(home: string, name: string, docker: object, tls = false): Promise<void> {
  const meta = join(home, ".docker", "contexts", "meta", sha256(name));
  await mkdir(meta, { recursive: true });
  await writeFile(join(meta, "meta.json"), JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker } }));
  if (!tls) return;
  const folder = join(home, ".docker", "contexts", "tls", sha256(name), "docker");
  await mkdir(folder, { recursive: true });
  for (const file of ["ca.pem", "cert.pem", "key.pem"]) await writeFile(join(folder, file), `the ${file}`);
}

describe("findEngine", () => {
  test.each([
    ["unix:///run/mine.sock", { socketPath: "/run/mine.sock" }],
    ["tcp://10.1.2.3:2375", { protocol: "http", host: "10.1.2.3", port: 2375 }],
    ["10.1.2.3:4000", { protocol: "http", host: "10.1.2.3", port: 4000 }],
    ["https://engine.test", { protocol: "https", host: "engine.test", port: 2376 }],
    ["npipe:////./pipe/docker_engine", { socketPath: "//./pipe/docker_engine" }],
  ])("reads DOCKER_HOST=%s", async (host, options) => {
    await using home = await openFolder();
    const env = { DOCKER_HOST: host, DOCKER_CONTEXT: "ignored" };
    expect(await findEngine({ env, home: home.path })).toEqual({
      host,
      source: "DOCKER_HOST",
      options,
      tried: [host],
      exists: true,
    });
  });

  test("reads the certificates of DOCKER_CERT_PATH, the authority only when it is to be verified", async () => {
    await using home = await openFolder();
    for (const file of ["ca.pem", "cert.pem", "key.pem"]) await writeFile(join(home.path, file), `the ${file}`);
    const env = { DOCKER_HOST: "tcp://engine.test:2376", DOCKER_CERT_PATH: home.path };
    const plain = { protocol: "https", host: "engine.test", port: 2376 };
    const pair = { cert: Buffer.from("the cert.pem"), key: Buffer.from("the key.pem") };
    const verified = await findEngine({ env: { ...env, DOCKER_TLS_VERIFY: "1" }, home: home.path });
    expect(verified.options).toEqual({ ...plain, ...pair, ca: Buffer.from("the ca.pem") });
    const { agent, ...unverified } = (await findEngine({ env, home: home.path })).options;
    expect([unverified, agent]).toMatchObject([{ ...plain, ...pair }, { options: { rejectUnauthorized: false } }]);
  });

  test("leads dockerode and Docker's command line through the same connection where DOCKER_HOST is ssh://", async () => {
    const find = async (host: string) => await findEngine({ env: { DOCKER_HOST: host }, home: "/nowhere" });
    const [one, again, other] = [
      await find("ssh://me@engine.test:2222"),
      await find("ssh://me@engine.test:2222"),
      await find("ssh://[::1]/run/user/7/docker.sock"),
    ];
    expect(one).toMatchObject({
      source: "DOCKER_HOST",
      exists: true,
      options: { protocol: "http", host: "localhost" },
    });
    expect(engineEnvironment(one)).toEqual({ DOCKER_HOST: expect.stringMatching(/^unix:\/\/.*\/engine\.sock$/) });
    expect(again.options.agent).toBe(one.options.agent);
    expect(engineEnvironment(other)).not.toEqual(engineEnvironment(one));
  });

  test("refuses an address that no engine can have", async () => {
    await expect(findEngine({ env: { DOCKER_HOST: "ftp://engine.test" }, home: "/nowhere" })).rejects.toMatchObject({
      fault: "config",
      code: "docker-host-invalid",
    });
  });

  test("follows the current context, with its certificates", async () => {
    await using home = await openFolder();
    await writeContext(home.path, "far", { Host: "tcp://far.test:2376", SkipTLSVerify: false }, true);
    await writeFile(join(home.path, ".docker", "config.json"), JSON.stringify({ currentContext: "far", auths: {} }));
    expect(await findEngine({ env: {}, home: home.path })).toEqual({
      host: "tcp://far.test:2376",
      source: "context",
      options: {
        protocol: "https",
        host: "far.test",
        port: 2376,
        ca: Buffer.from("the ca.pem"),
        cert: Buffer.from("the cert.pem"),
        key: Buffer.from("the key.pem"),
      },
      tried: ["tcp://far.test:2376 (context far)"],
      exists: true,
    });
  });

  test("prefers DOCKER_CONTEXT to the current context, and default means none", async () => {
    await using home = await openFolder();
    await writeContext(home.path, "near", { Host: "unix:///run/near.sock" });
    await writeFile(join(home.path, ".docker", "config.json"), JSON.stringify({ currentContext: "gone" }));
    const near = await findEngine({ env: { DOCKER_CONTEXT: "near" }, home: home.path });
    expect(near).toMatchObject({ source: "context", options: { socketPath: "/run/near.sock" } });
    const usual = await findEngine({ env: { DOCKER_CONTEXT: "default" }, home: home.path, exists: () => true });
    expect(usual).toMatchObject({ source: "default" });
  });

  test("names a context that does not exist", async () => {
    await using home = await openFolder();
    await expect(findEngine({ env: { DOCKER_CONTEXT: "gone" }, home: home.path })).rejects.toMatchObject({
      fault: "config",
      code: "docker-context-broken",
      message: expect.stringContaining('"gone" does not exist'),
    });
  });

  test("names a configuration file that is not Docker's", async () => {
    await using home = await openFolder();
    await mkdir(join(home.path, ".docker"));
    await writeFile(join(home.path, ".docker", "config.json"), "{ not json");
    await expect(findEngine({ env: {}, home: home.path })).rejects.toMatchObject({ code: "docker-context-broken" });
  });

  test.each([
    ["linux", "/var/run/docker.sock"],
    ["linux", "/home/me/.docker/run/docker.sock"],
    ["linux", "/run/user/7/docker.sock"],
    ["darwin", "/home/me/.orbstack/run/docker.sock"],
    ["darwin", "/home/me/.colima/default/docker.sock"],
  ] as const)("on %s finds %s", async (platform, socket) => {
    const env = { XDG_RUNTIME_DIR: "/run/user/7" };
    const found = await findEngine({ env, home: "/home/me", platform, exists: (path) => path === socket });
    expect(found).toMatchObject({ source: "default", options: { socketPath: socket }, exists: true });
    expect(engineEnvironment(found)).toEqual({ DOCKER_HOST: `unix://${socket}` });
  });

  test("says where it looked when nothing is there", async () => {
    const found = await findEngine({ env: {}, home: "/home/me", platform: "linux", exists: () => false });
    expect(found.exists).toBe(false);
    expect(found.tried).toEqual(["unix:///var/run/docker.sock", "unix:///home/me/.docker/run/docker.sock"]);
  });
});
