// DOCKER_HOST is somebody's choice of an engine: it is used, and where it does not answer nothing else is.

import { once } from "node:events";
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { expect, test } from "vitest";
import { findEngine } from "../../src/engine/find-engine.ts";
import { openCliScene } from "../helpers/cli-scene.ts";

interface Proxy extends AsyncDisposable {
  address: string;
  connections: () => number;
}

/** The engine of these tests at a TCP port of the loopback. */
async function openProxy(): Promise<Proxy> {
  const { options } = await findEngine();
  const target: NetConnectOpts =
    options.socketPath === undefined
      ? { host: String(options.host), port: Number(options.port) }
      : { path: options.socketPath };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const engine = connect(target);
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
      from.pipe(to);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `tcp://127.0.0.1:${port}`,
    connections: () => sockets.size / 2,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function engineCheck(stdout: string): Record<string, unknown> | undefined {
  const { checks } = JSON.parse(stdout) as { checks: Array<Record<string, unknown>> };
  return checks.find(({ name }) => name === "engine");
}

test("an engine behind a TCP address is examined there", async () => {
  await using scene = await openCliScene();
  await using proxy = await openProxy();
  const { exitCode, stdout } = await scene.run(["doctor", "--json"], { env: { DOCKER_HOST: proxy.address } });
  expect(engineCheck(stdout)).toMatchObject({ status: "ok", detail: expect.stringContaining(proxy.address) });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, complete: true });
  expect(exitCode).toBe(0);
  expect(proxy.connections()).toBeGreaterThan(0);
});

test("trials run there too", async () => {
  await using scene = await openCliScene();
  await using proxy = await openProxy();
  const command = ["benchmark", "--agent", "oracle", "--task-ids", "write-makefile"];
  const result = await scene.run(command, { env: { DOCKER_HOST: proxy.address } });
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\noracle: 1\/1\n$/), stderr: "" });
  expect(proxy.connections()).toBeGreaterThan(1);
  expect(await scene.leftovers()).toEqual([]);
});

test("an address where nobody answers is named, with exit code 2, and no engine of ours takes its place", async () => {
  await using scene = await openCliScene();
  const proxy = await openProxy();
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
