// The process of one arm: says when it is ready, then measures as often as it is asked, until the bench lets go of it.

import { on } from "node:events";
import { readFile } from "node:fs/promises";
import { flushCompileCache } from "node:module";
// The whole command line is loaded, as in a process that runs trials: its memory is part of what is measured.
import "../../src/commands/index.ts";
import { harnessErrorOf } from "../../src/core/fault.ts";
import type { WorkerAnswer } from "./spawn-worker.ts";

export interface Arm<Request, Measured> extends AsyncDisposable {
  measure(request: Request): Promise<Measured>;
}

/** Started by spawn-worker.ts, with the arm's name and a folder of the bench's. */
export async function serveWorker<Request, Measured>(
  open: (arm: string, options: { folder: string; signal: AbortSignal }) => Promise<Arm<Request, Measured>>,
): Promise<void> {
  const [name = "", folder = ""] = process.argv.slice(2);
  const leaving = new AbortController();
  const { signal } = leaving;
  // Ctrl-C reaches the whole group of processes; the bench lets go of this one, which then ends in order.
  process.on("SIGINT", () => undefined);
  process.once("disconnect", () => leaving.abort());
  try {
    await using arm = await open(name, { folder, signal });
    const requests = on(process, "message", { signal });
    // Written now rather than at the end, for the workers that come next.
    flushCompileCache();
    answer({ type: "ready" });
    for await (const [request] of requests) {
      const value = await arm.measure(request as Request);
      answer({ type: "measured", value, memoryMb: await mostMemoryMb() });
    }
  } catch (error) {
    if (!signal.aborted) {
      const message = harnessErrorOf(error)?.message ?? `${error instanceof Error ? error.stack : error}`;
      answer({ type: "failed", message });
      process.exitCode = 1;
    }
  } finally {
    if (process.connected) process.disconnect();
  }
}

/** Linux counts what a process held before it became this program into maxRSS; VmHWM is this program's own. */
async function mostMemoryMb(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) / 1024;
}

function answer(value: WorkerAnswer<unknown>): void {
  process.send?.(value);
}
