import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../src/lib/clock.ts";

export interface VirtualClock extends Clock {
  /** Moves time on to the next sleeper whenever all others wait, until `work` is done; throws where nobody sleeps. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Time for many that wait at once: each wakes at its own moment, in order. */
export function virtualClock(start = 0): VirtualClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    async sleep(ms, { signal }) {
      signal.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sleeper = { at: now + ms, wake: resolve };
      sleepers.add(sleeper);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      await promise.finally(() => sleepers.delete(sleeper));
    },
    async run(work) {
      let done = false;
      const noted = work.finally(() => {
        done = true;
      });
      noted.catch(() => undefined);
      for (;;) {
        await setImmediate();
        if (done) return await noted;
        const next = [...sleepers].toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) throw new Error("everybody waits, and nobody for a time");
        sleepers.delete(next);
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}
