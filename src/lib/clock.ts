import { wait } from "./wait.ts";

/** Time for those who wait; tests give one that does not. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the signal's reason when aborted. */
  sleep(ms: number, options: { signal: AbortSignal }): Promise<void>;
}

const sleep: Clock["sleep"] = async (ms, { signal }) => await wait(ms, signal);

export const systemClock: Clock = { now: () => Date.now(), sleep };

/** The wall's time when the process began, and steady from then on: putting the wall's clock right moves nothing. */
export const steadyClock: Clock = { now: () => performance.timeOrigin + performance.now(), sleep };
