import { wait } from "./wait.ts";

/** Time for those who wait; tests give one that does not. */
export interface SteadyClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the signal's reason when aborted. */
  sleep(ms: number, options: { signal: AbortSignal }): Promise<void>;
}

/** The wall's time when the process began, and steady from then on: putting the wall's clock right moves nothing. */
export const steadyClock: SteadyClock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: async (ms, { signal }) => await wait(ms, signal),
};
