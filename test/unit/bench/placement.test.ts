import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { claimed, costsOf, isMet, type Sample } from "../../../bench/placement/compare.ts";
import { openDelayedProxy } from "../../../bench/placement/delayed-proxy.ts";
import type { Placement } from "../../../bench/placement/placements.ts";
import { steppingAgent } from "../../../bench/placement/stepping-agent.ts";

function samplesOf(placement: Placement, rttMs: number, seconds: readonly number[]): Sample[] {
  return seconds.map((secondsPerTrial, repetition) => ({
    ...{ placement, rttMs, repetition, secondsPerTrial, requests: 40, sandboxes: 1 },
  }));
}

describe("placement", () => {
  const samples = [
    ...samplesOf("all here", 0, [1, 2, 4]),
    ...samplesOf("agents here", 0, [3]),
    ...samplesOf("agents here", 100, [5, 6, 7]),
    ...samplesOf("all there", 0, [2]),
    ...samplesOf("all there", 100, [9, 15, 12]),
  ];

  it("compares medians with all boxes here", () => {
    expect(costsOf(samples).find(({ placement, rttMs }) => placement === "all there" && rttMs === 100)).toEqual({
      ...{ placement: "all there", rttMs: 100, seconds: 12, ratio: 6, requests: 40, sandboxes: 1 },
      ...{ smallestSeconds: 9, largestSeconds: 15 },
    });
  });

  it("judges the claim at the longest round trip", () => {
    const costs = costsOf(samples);
    expect(claimed(costs)).toEqual([
      { rttMs: 0, ratio: 2 / 3 },
      { rttMs: 100, ratio: 2 },
    ]);
    expect(isMet(costs)).toBe(true);
    expect(isMet(costsOf(samples.filter(({ rttMs }) => rttMs === 0)))).toBe(false);
    expect(isMet([])).toBe(false);
  });

  it("has an agent with as many calls and commands as are asked for", async () => {
    const did: string[] = [];
    const { code } = steppingAgent({ calls: 3, commands: 5 });
    // As a function of the package that it imports.
    const body = code.replace(/^import .*$/m, "").replace("export class", "return class");
    const create = async () => void did.push("call");
    const load = new Function("OpenAI", body) as (
      openai: unknown,
    ) => new () => { run(...given: unknown[]): Promise<void> };
    const Agent = load(
      class {
        chat = { completions: { create } };
      },
    );
    const environment = { exec: async (command: string) => void did.push(command) };
    await new Agent().run("Run this command:\n\n    echo 7 > /app/answer\n", environment, {});
    expect(did).toEqual(["call", "true", "call", "true", "call", "true", "true", "echo 7 > /app/answer"]);
  });
});

describe("a long way", () => {
  it("takes half a round trip each way and two to begin, and changes nothing", async () => {
    await using undo = new AsyncDisposableStack();
    const echo = createTcpServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
    undo.defer(() => void echo.close());
    await once(echo, "listening");
    const proxy = undo.use(await openDelayedProxy((echo.address() as AddressInfo).port));
    proxy.rttMs = 60;
    const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
    const answer = async (text: string) => {
      const started = performance.now();
      socket.write(text);
      const [chunk] = await once(socket, "data");
      return [String(chunk), performance.now() - started] as const;
    };
    const [first, firstMs] = await answer("one");
    const [second, secondMs] = await answer("two");
    expect([first, second]).toEqual(["one", "two"]);
    // A timer may be a millisecond early.
    expect(firstMs).toBeGreaterThan(3 * 60 - 3);
    expect(secondMs).toBeGreaterThan(60 - 3);
    socket.destroy();
  });

  it("carries large bodies both ways in order", async () => {
    await using undo = new AsyncDisposableStack();
    const server = createServer((request, response) => void request.pipe(response)).listen(0, "127.0.0.1");
    undo.defer(() => void server.close());
    await once(server, "listening");
    const proxy = undo.use(await openDelayedProxy((server.address() as AddressInfo).port));
    proxy.rttMs = 2;
    const body = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 7 + (at >> 8)) % 256));
    const { body: back } = await fetch(proxy.url, { method: "POST", body });
    if (back === null) throw new Error("no body");
    expect((await buffer(back)).equals(body)).toBe(true);
  });
});
