import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { inputStream } from "../../../src/sandboxes/cloud/main.ts";

/** Requests that end when they are told to. */
function slowRequests() {
  const sent: string[] = [];
  const under: Array<PromiseWithResolvers<void>> = [];
  let ended = 0;
  const stream = inputStream({
    send: async (bytes) => {
      sent.push(bytes.toString("utf8"));
      const request = Promise.withResolvers<void>();
      under.push(request);
      await request.promise;
    },
    end: async () => {
      ended += 1;
    },
  });
  const answer = async () => {
    under.shift()?.resolve();
    for (let i = 0; i < 3; i += 1) await turn();
  };
  const fail = async (error: Error) => {
    under.shift()?.reject(error);
    for (let i = 0; i < 3; i += 1) await turn();
  };
  return { stream, sent, answer, fail, ended: () => ended };
}

describe("what is written to a main process at a cloud", () => {
  test("travels as one request where it was written in one turn", async () => {
    const { stream, sent, answer } = slowRequests();
    stream.write("head ");
    await Promise.resolve();
    stream.write("body ");
    stream.write("end");
    await answer();
    expect(sent).toEqual(["head body end"]);
  });

  test("gathers while a request is under way, in order, and none is under way beside it", async () => {
    const { stream, sent, answer } = slowRequests();
    stream.write("1");
    await answer();
    stream.write("2");
    await turn();
    stream.write("3");
    expect(sent).toEqual(["1"]);
    await answer();
    expect(sent).toEqual(["1", "23"]);
  });

  test("is sent before its end is told", async () => {
    const { stream, sent, answer, ended } = slowRequests();
    stream.write("1");
    stream.end("2");
    await answer();
    expect([sent, ended()]).toEqual([["12"], 0]);
    await answer();
    expect(ended()).toBe(1);
  });

  test("holds its writer while more waits than fits", async () => {
    const { stream, answer } = slowRequests();
    const piece = Buffer.alloc(stream.writableHighWaterMark);
    expect(stream.write(piece)).toBe(false);
    let drained = false;
    stream.once("drain", () => {
      drained = true;
    });
    await turn();
    await turn();
    expect(drained).toBe(false);
    await answer();
    expect(drained).toBe(true);
  });

  test("fails with the request's error, and nothing is sent after it", async () => {
    const { stream, sent, answer, fail } = slowRequests();
    const error = new Promise((resolve) => stream.once("error", resolve));
    stream.write("1");
    await answer();
    await fail(new Error("gone"));
    expect(await error).toMatchObject({ message: "gone" });
    stream.write("2");
    await answer();
    expect(sent).toEqual(["1"]);
  });
});
