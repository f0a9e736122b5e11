// Whether a main process that was killed was over its memory.

import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type Dockerode from "dockerode";
import { dial } from "./dial.ts";

/** Around the end: containerd may tell of the exit first (containerd issue 8180). */
const beforeS = 10;
const afterS = 0.5;

/**
 * The engine keeps OOMKilled as it stood when it heard of the exit; its events tell of a notice that came later. Waits
 * until half a second after the end by the engine's clock. `finishedAt`: State.FinishedAt.
 */
export async function wasOutOfMemory(
  container: Dockerode.Container,
  { finishedAt, abortSignal }: { finishedAt: string; abortSignal: AbortSignal },
): Promise<boolean> {
  const end = Date.parse(finishedAt) / 1000;
  const query = {
    since: (end - beforeS).toFixed(3),
    until: (end + afterS).toFixed(3),
    filters: { container: [container.id], event: ["oom"] },
  };
  const events: Readable = await dial(container, { path: "/events?", method: "GET", query }, abortSignal);
  return (await text(events)).includes('"oom"');
}
