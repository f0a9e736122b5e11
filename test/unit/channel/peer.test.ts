import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readAll } from "../../../src/channel/byte-stream.ts";
import { CallError } from "../../../src/channel/channel-error.ts";
import { FloodGuard } from "../../../src/channel/flood-guard.ts";
import { encodeFrame, fromBox, toBox } from "../../../src/channel/frames.ts";
import { type Methods, requestLimits } from "../../../src/channel/method.ts";
import { openPeer, type Peer } from "../../../src/channel/peer.ts";

const signal = new AbortController().signal;

describe("two peers", () => {
  it("ask and answer both ways at once", async () => {
    const { host, box } = pair(
      { twice: async (params) => ({ result: Number(params) * 2 }) },
      { name: async () => ({ result: "box" }) },
    );
    const answers = await Promise.all([
      box.request("twice", 21, { signal }),
      host.request("name", null, { signal }),
      box.request("twice", 4, { signal }),
    ]);
    expect(answers.map(({ result }) => result)).toEqual([42, "box", 8]);
  });

  it("carry bodies of many chunks, unchanged", async () => {
    const body = Buffer.alloc(3_000_001, "0123456789abcdef");
    const { box } = pair({ echo: async (_params, content) => ({ result: content.byteLength, body: content }) }, {});
    const answer = await box.request("echo", null, { signal, body });
    expect(answer.result).toBe(body.byteLength);
    expect(Buffer.compare(await readAll(answer.body), body)).toBe(0);
  });

  it("pass a streamed answer on piece by piece", async () => {
    const gate = Promise.withResolvers<void>();
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("first");
      await gate.promise;
      yield Buffer.from("second");
    }
    const { box } = pair({ stream: async () => ({ result: null, body: pieces() }) }, {});
    const { body } = await box.request("stream", null, { signal });
    const seen: string[] = [];
    for await (const piece of body) {
      seen.push(Buffer.from(piece).toString());
      gate.resolve();
    }
    expect(seen).toEqual(["first", "second"]);
  });

  it("give errors with their code, before and in the middle of an answer", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("some");
      throw new CallError("broke-off", "no more");
    }
    const { box } = pair(
      {
        refuse: async () => {
          throw new CallError("not-now", "busy");
        },
        broken: async () => ({ result: null, body: broken() }),
      },
      {},
    );
    await expect(box.request("refuse", null, { signal })).rejects.toMatchObject({ code: "not-now", message: "busy" });
    await expect(box.request("none", null, { signal })).rejects.toMatchObject({ code: "unknown-method" });
    await expect(box.request("toString", null, { signal })).rejects.toMatchObject({ code: "unknown-method" });
    const { body } = await box.request("broken", null, { signal });
    await expect(readAll(body)).rejects.toMatchObject({ code: "broke-off" });
  });

  it("cancel a request on the other side, and go on", async () => {
    const started = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<string>();
    const { box } = pair(
      {
        slow: async (_params, _body, options) => {
          started.resolve();
          await new Promise((resolve) => options.signal.addEventListener("abort", resolve, { once: true }));
          cancelled.resolve(options.signal.reason.code);
          throw options.signal.reason;
        },
        quick: async () => ({ result: 1 }),
      },
      {},
    );
    const stop = new AbortController();
    const asked = box.request("slow", null, { signal: stop.signal });
    await started.promise;
    stop.abort(new Error("enough"));
    await expect(asked).rejects.toThrow("enough");
    expect(await cancelled.promise).toBe("cancelled");
    expect((await box.request("quick", null, { signal })).result).toBe(1);
  });

  it("cancel the rest of a streamed answer whose reader leaves", async () => {
    const ended = Promise.withResolvers<void>();
    async function* endless(stop: AbortSignal): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          yield Buffer.from("tick");
          await sleep(1, undefined, { signal: stop });
        }
      } finally {
        ended.resolve();
      }
    }
    const { box } = pair({ stream: async (_p, _b, o) => ({ result: null, body: endless(o.signal) }) }, {});
    const { body } = await box.request("stream", null, { signal });
    for await (const _piece of body) break;
    await ended.promise;
  });

  it("say which message is too large instead of breaking the channel", async () => {
    const { host, box } = pair(
      { echo: async (params) => ({ result: params }) },
      { big: async () => ({ result: "x".repeat(2_000_000) }) },
    );
    await expect(box.request("echo", "x".repeat(2_000_000), { signal })).rejects.toMatchObject({
      code: "message-too-large",
    });
    await expect(host.request("big", null, { signal })).rejects.toMatchObject({ code: "result-too-large" });
    expect((await box.request("echo", 1, { signal })).result).toBe(1);
  });

  it("hold back more requests than the limit instead of sending them", async () => {
    let running = 0;
    let most = 0;
    const { box } = pair(
      {
        work: async () => {
          most = Math.max(most, ++running);
          await sleep(5);
          running--;
          return { result: null };
        },
      },
      {},
    );
    await Promise.all(Array.from({ length: 300 }, () => box.request("work", null, { signal })));
    expect(most).toBe(requestLimits.requests);
  });

  it("stop writing while the other side does not read", async () => {
    const output = new PassThrough({ highWaterMark: 64 * 1024 });
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 64 * 1024;
        yield Buffer.alloc(64 * 1024);
      }
    }
    const input = new PassThrough();
    const peer = openPeer({
      ...{ input, output, receive: fromBox, send: toBox },
      methods: { stream: async () => ({ result: null, body: endless() }) },
    });
    input.write(encodeFrame({ kind: "request", id: 1, method: "stream", params: null, more: false }));
    await sleep(50);
    expect(sent).toBeLessThanOrEqual(3 * 64 * 1024);
    peer.close();
    await peer.settled();
  });

  it("reject what is under way when the other side ends", async () => {
    const { box, fromHost } = pair({ never: async () => await new Promise(() => {}) }, {});
    const asked = box.request("never", null, { signal });
    fromHost.end();
    await expect(asked).rejects.toMatchObject({ code: "closed" });
    expect(await box.closed).toBe(null);
    await expect(box.request("never", null, { signal })).rejects.toMatchObject({ code: "closed" });
  });
});

describe("a peer that is not trusted", () => {
  const request = { kind: "request", id: 1, method: "wait", params: null, more: false };
  const many = (count: number, header: (n: number) => unknown): Uint8Array =>
    Buffer.concat(Array.from({ length: count }, (_, n) => encodeFrame(header(n + 1))));

  it.each([
    ["an unknown kind", encodeFrame({ kind: "hello", id: 1 }), "malformed-frame"],
    ["no id", encodeFrame({ ...request, id: "1" }), "malformed-frame"],
    ["an id in use", Buffer.concat([encodeFrame(request), encodeFrame(request)]), "malformed-frame"],
    ["an answer to nothing", encodeFrame({ kind: "response", id: 9, result: 1, more: false }), "malformed-frame"],
    ["a piece of nothing", encodeFrame({ kind: "chunk", id: 9, of: "request", more: false }), "malformed-frame"],
    ["too many requests at once", many(200, (id) => ({ ...request, id })), "flood"],
    ["endless cancelling", many(20_000, (id) => ({ kind: "cancel", id })), "flood"],
    ["a body without end", bodyWithoutEnd(), "overlong-frame"],
  ])("ends the channel by sending %s", async (_what, bytes, code) => {
    const input = new PassThrough();
    const peer = openPeer({
      ...{ input, output: new PassThrough().resume(), receive: fromBox, send: toBox, guard: new FloodGuard() },
      methods: {
        wait: (_p, _b, o) =>
          new Promise((_resolve, reject) => o.signal.addEventListener("abort", () => reject(o.signal.reason))),
      },
    });
    input.write(bytes);
    expect(await peer.closed).toMatchObject({ code });
    await peer.settled();
  });

  function bodyWithoutEnd(): Uint8Array {
    const piece = Buffer.alloc(256 * 1024);
    const chunk = encodeFrame({ kind: "chunk", id: 1, of: "request", more: true }, piece);
    return Buffer.concat([encodeFrame({ ...request, more: true }), ...Array.from({ length: 129 }, () => chunk)]);
  }
});

describe("a flood guard", () => {
  it("lets a steady stream pass and a burst only for so long", () => {
    let now = 0;
    const guard = new FloodGuard(
      { framesPerSecond: 10, frameBurst: 20, bytesPerSecond: 100, byteBurst: 200 },
      () => now,
    );
    for (let second = 0; second < 100; second++) {
      now += 1000;
      guard.take(10, 100);
    }
    guard.take(10, 100);
    expect(() => guard.take(1, 0)).toThrow("messages a second");
    now += 5000;
    guard.take(0, 200);
    expect(() => guard.take(0, 1)).toThrow("bytes a second");
  });
});

function pair(hostMethods: Methods, boxMethods: Methods): { host: Peer; box: Peer; fromHost: PassThrough } {
  const fromHost = new PassThrough();
  const toHost = new PassThrough();
  const host = openPeer({
    input: toHost,
    output: fromHost,
    receive: fromBox,
    send: toBox,
    methods: hostMethods,
    guard: new FloodGuard(),
  });
  const box = openPeer({ input: fromHost, output: toHost, receive: toBox, send: fromBox, methods: boxMethods });
  return { host, box, fromHost };
}
