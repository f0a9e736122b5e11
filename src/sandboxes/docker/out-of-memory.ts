// Whether a main process that has ended was over its memory.

import { text } from "node:stream/consumers";
import type Dockerode from "dockerode";
import { type EngineCallOptions, engineCall } from "./call.ts";
import { dial } from "./dial.ts";

/** Around the end. */
const beforeS = 10;
const afterS = 2;

/** False where the engine can't be asked any more. */
export async function wasOutOfMemory(
  container: Dockerode.Container,
  exitCode: number,
  options: EngineCallOptions,
): Promise<boolean> {
  const inspect = (abortSignal: AbortSignal) => container.inspect({ abortSignal });
  const facts = await engineCall("read the main process's end", inspect, options).catch(() => undefined);
  if (facts === undefined) return false;
  const { OOMKilled, FinishedAt } = facts.State;
  if (OOMKilled || exitCode !== 137) return OOMKilled;
  const look = (abortSignal: AbortSignal) => isToldByEvents(container, { finishedAt: FinishedAt, abortSignal });
  return await engineCall("read why the main process was killed", look, options).catch(() => false);
}

/**
 * containerd may tell of the exit first (its issue 8180), and the engine keeps OOMKilled as it stood then; its events
 * tell of what came up to a second later on a busy machine. Now and then the notice is lost for good. Waits until two
 * seconds after the end by the engine's clock. `finishedAt`: State.FinishedAt.
 */
export async function isToldByEvents(
  container: Dockerode.Container,
  { finishedAt, abortSignal }: { finishedAt: string; abortSignal: AbortSignal },
): Promise<boolean> {
  const end = Date.parse(finishedAt) / 1000;
  const query = {
    since: (end - beforeS).toFixed(3),
    until: (end + afterS).toFixed(3),
    filters: { container: [container.id], event: ["oom"] },
  };
  const events = await dial(container, { path: "/events?", method: "GET", query }, abortSignal);
  return (await text(events)).trim() !== "";
}
