// The process of one arm: node worker.ts <arm> <folder>. Says when it is ready, then measures as often as it is asked,
// until the bench lets go of it.

import { on } from "node:events";
import { readFile } from "node:fs/promises";
import { flushCompileCache } from "node:module";
// The whole command line is loaded, as in a process that runs trials: its memory is part of what is measured.
import "../../src/commands/index.ts";
import { harnessErrorOf } from "../../src/core/fault.ts";
import type { Arm } from "./arms.ts";
import { measureBareTrials } from "./bare-trials.ts";
import { openParts, type Parts } from "./open-parts.ts";
import type { WorkerAnswer, WorkerRequest } from "./spawn-worker.ts";
import { measureWholeTrials } from "./whole-trials.ts";

const [arm = "", folder = ""] = process.argv.slice(2);
const leaving = new AbortController();
const { signal } = leaving;
// Ctrl-C reaches the whole group of processes; the bench lets go of this one, which then ends in order.
process.on("SIGINT", () => undefined);
process.once("disconnect", () => leaving.abort());

try {
  await serve();
} catch (error) {
  if (!signal.aborted) {
    answer({
      type: "failed",
      message: harnessErrorOf(error)?.message ?? `${error instanceof Error ? error.stack : error}`,
    });
    process.exitCode = 1;
  }
} finally {
  if (process.connected) process.disconnect();
}

async function serve(): Promise<void> {
  await using parts = await openParts(folder, { signal });
  const requests = on(process, "message", { signal });
  // Written now rather than at the end, for the workers that come next.
  flushCompileCache();
  answer({ type: "ready" });
  for await (const [request] of requests) {
    const wallMs = await measure(parts, request as WorkerRequest);
    answer({ type: "measured", wallMs, memoryMb: await mostMemoryMb() });
  }
}

async function measure(parts: Parts, { concurrency }: WorkerRequest): Promise<number> {
  switch (arm as Arm) {
    case "bare-task":
      return await measureBareTrials(parts, { boxes: "task", concurrency, signal });
    case "bare-both":
      return await measureBareTrials(parts, { boxes: "both", concurrency, signal });
    case "oracle":
    case "agent":
      return await measureWholeTrials(parts, arm as "oracle" | "agent", { folder, concurrency, signal });
  }
}

/** Linux counts what a process held before it became this program into maxRSS; VmHWM is this program's own. */
async function mostMemoryMb(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) / 1024;
}

function answer(value: WorkerAnswer): void {
  process.send?.(value);
}
