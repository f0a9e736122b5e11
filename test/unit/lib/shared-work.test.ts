import { describe, expect, test } from "vitest";
import { SharedWork } from "../../../src/lib/shared-work.ts";
import { signal } from "../engine/engine-fakes.ts";

describe("SharedWork", () => {
  test("runs once for callers of one key at the same time, and again for a later one", async () => {
    const shared = new SharedWork<number>();
    let runs = 0;
    const work = async () => {
      runs += 1;
      await Promise.resolve();
      return runs;
    };
    const results = await Promise.all([shared.run("a", work, { signal }), shared.run("a", work, { signal })]);
    expect(results).toEqual([1, 1]);
    expect(await shared.run("a", work, { signal })).toBe(2);
  });

  test("gives every caller the failure, and forgets it", async () => {
    const shared = new SharedWork<number>();
    const fail = () => Promise.reject(new Error("no"));
    const results = await Promise.allSettled([shared.run("a", fail, { signal }), shared.run("a", fail, { signal })]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await shared.run("a", async () => 7, { signal })).toBe(7);
  });

  test("goes on for those who stay, and is aborted when the last one leaves", async () => {
    const shared = new SharedWork<string>();
    const { promise, resolve } = Promise.withResolvers<string>();
    let inner: AbortSignal | undefined;
    const work = (it: AbortSignal) => {
      inner = it;
      return promise;
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const one = shared.run("a", work, { signal: first.signal });
    const two = shared.run("a", work, { signal: second.signal });
    first.abort(new Error("one left"));
    await expect(one).rejects.toThrow("one left");
    expect(inner?.aborted).toBe(false);
    second.abort(new Error("two left"));
    await expect(two).rejects.toThrow("two left");
    expect(inner?.aborted).toBe(true);
    resolve("late");
  });
});
