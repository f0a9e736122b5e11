import { setTimeout as sleep } from "node:timers/promises";

/** Rejects with the signal's reason, where the timer of Node says an error of its own. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}
