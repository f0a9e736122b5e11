import type { Clock } from "../../src/lib/clock.ts";

/** Sleeps by moving its own time on. */
export function fakeClock(start = 0): Clock & { slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, { signal }) {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
      await Promise.resolve();
      signal.throwIfAborted();
    },
  };
}
