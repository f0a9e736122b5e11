import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { together } from "../../../src/lib/together.ts";

const never = new AbortController().signal;

describe("together", () => {
  it("begins everything before anything has ended, and waits for all", async () => {
    const seen: string[] = [];
    const task = (name: string, waitMs: number) => async () => {
      seen.push(`${name} begins`);
      await sleep(waitMs);
      seen.push(`${name} ends`);
    };
    await together(never, [task("slow", 20), task("quick", 1)]);
    expect(seen).toEqual(["slow begins", "quick begins", "quick ends", "slow ends"]);
  });

  it("aborts the rest at the first failure, throws that one, and not before the rest has ended", async () => {
    let ended = false;
    const rest = async (signal: AbortSignal) => {
      await sleep(60_000, undefined, { signal }).catch(() => undefined);
      await sleep(10);
      ended = true;
      signal.throwIfAborted();
    };
    const failure = new Error("no room");
    await expect(together(never, [rest, async () => await Promise.reject(failure)])).rejects.toBe(failure);
    expect(ended).toBe(true);
  });

  it("throws the signal's reason", async () => {
    const stop = new AbortController();
    const running = together(stop.signal, [async (signal) => await sleep(60_000, undefined, { signal })]);
    stop.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
  });
});
