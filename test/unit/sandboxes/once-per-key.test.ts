import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { OncePerKey } from "../../../src/sandboxes/once-per-key.ts";

const signal = new AbortController().signal;

test("work is done once per key, and its result is kept until it is forgotten", async () => {
  const work = new OncePerKey<number>();
  let runs = 0;
  const start = async () => {
    await sleep(5);
    runs += 1;
    return runs;
  };
  expect(await Promise.all([work.run("a", start, { signal }), work.run("a", start, { signal })])).toEqual([1, 1]);
  expect(await work.run("a", start, { signal })).toBe(1);
  expect(await work.run("b", start, { signal })).toBe(2);
  work.forget("a");
  expect(await work.run("a", start, { signal })).toBe(3);
});

test("a failure is everyone's who waited and is not kept", async () => {
  const work = new OncePerKey<string>();
  const fail = () => Promise.reject(new Error("no"));
  const waiting = [work.run("a", fail, { signal }), work.run("a", fail, { signal })];
  expect((await Promise.allSettled(waiting)).map((end) => end.status)).toEqual(["rejected", "rejected"]);
  expect(await work.run("a", async () => "yes", { signal })).toBe("yes");
});

test("one who leaves takes nothing from the others; the last one ends the work", async () => {
  const work = new OncePerKey<string>();
  const ended = Promise.withResolvers<string>();
  let aborted = false;
  const start = ({ signal }: { signal: AbortSignal }) => {
    signal.addEventListener("abort", () => {
      aborted = true;
      ended.reject(signal.reason);
    });
    return ended.promise;
  };
  const [first, second] = [new AbortController(), new AbortController()];
  const [one, two] = [work.run("a", start, { signal: first.signal }), work.run("a", start, { signal: second.signal })];
  first.abort(new Error("first left"));
  await expect(one).rejects.toThrow("first left");
  expect(aborted).toBe(false);
  second.abort(new Error("second left"));
  await expect(two).rejects.toThrow("second left");
  expect(aborted).toBe(true);
  expect(await work.run("a", async () => "anew", { signal })).toBe("anew");
});

test("everyone who waits hears the lines", async () => {
  const work = new OncePerKey<void>();
  const heard: string[] = [];
  const start = async ({ onLog }: { onLog: (line: string) => void }) => {
    await sleep(5);
    onLog("line");
  };
  const listen = (name: string) =>
    work.run("a", start, { signal, onLog: (line) => void heard.push(`${name} ${line}`) });
  await Promise.all([listen("one"), listen("two")]);
  expect(heard).toEqual(["one line", "two line"]);
});
