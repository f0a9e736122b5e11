import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { connectEngine } from "../../../src/engine/connect-engine.ts";
import type { EngineAddress } from "../../../src/engine/find-engine.ts";
import { openFolder, signal } from "./engine-fakes.ts";

function at(socketPath: string, exists = true): EngineAddress {
  return { host: `unix://${socketPath}`, source: "default", options: { socketPath }, tried: [socketPath], exists };
}

/** Listens on a socket in the folder; `answer` false: takes requests and never answers. */
async function openEngine(socketPath: string, answer: boolean): Promise<AsyncDisposable> {
  const server = createServer((_request, response) => {
    if (answer) response.end("OK");
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe("connectEngine", () => {
  test("returns a client of an engine that answers", async () => {
    await using folder = await openFolder();
    const socket = join(folder.path, "engine.sock");
    await using _engine = await openEngine(socket, true);
    const docker = await connectEngine({ signal, address: at(socket) });
    expect(String(await docker.ping())).toBe("OK");
  });

  test("calls it missing where no usual place has one", async () => {
    await expect(connectEngine({ signal, address: at("/nowhere.sock", false) })).rejects.toMatchObject({
      fault: "config",
      code: "engine-missing",
      message: expect.stringContaining("/nowhere.sock"),
    });
  });

  test("calls it unreachable where the socket is dead", async () => {
    await expect(connectEngine({ signal, address: at("/nowhere.sock") })).rejects.toMatchObject({
      fault: "config",
      code: "engine-unreachable",
      message: expect.stringContaining("does not run"),
    });
  });

  test("gives up on one that never answers", async () => {
    await using folder = await openFolder();
    const socket = join(folder.path, "engine.sock");
    await using _engine = await openEngine(socket, false);
    await expect(connectEngine({ signal, address: at(socket), timeoutMs: 100 })).rejects.toMatchObject({
      code: "engine-unreachable",
      message: expect.stringContaining("did not answer within 0.1 s"),
    });
  });

  test("throws the signal's reason when aborted", async () => {
    await using folder = await openFolder();
    const socket = join(folder.path, "engine.sock");
    await using _engine = await openEngine(socket, false);
    const controller = new AbortController();
    const connecting = connectEngine({ signal: controller.signal, address: at(socket) });
    controller.abort(new Error("stop"));
    await expect(connecting).rejects.toThrow("stop");
  });
});
