// An arm of a bench in a process of its own (serve-worker.ts is the other side).

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type WorkerAnswer<Measured> =
  | { type: "ready" }
  | { type: "measured"; value: Measured; memoryMb: number }
  | { type: "failed"; message: string };

export interface Worker<Request, Measured> extends AsyncDisposable {
  /** `memoryMb`: the most that the worker has held so far. Throws what went wrong in it. */
  measure(request: Request, options: { signal: AbortSignal }): Promise<{ value: Measured; memoryMb: number }>;
}

const leaveMs = 90_000;
/** As bin/auto-harness.js has it: the memory of a worker is that of a command. */
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/auto-harness", import.meta.url));

/** Runs `file` with the arm and the folder; returns when it has opened everything. Disposing lets it clean up and end. */
export async function spawnWorker<Request extends object, Measured>(
  file: URL,
  { arm, folder, signal }: { arm: string; folder: string; signal: AbortSignal },
): Promise<Worker<Request, Measured>> {
  signal.throwIfAborted();
  await using undo = new AsyncDisposableStack();
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const child = fork(fileURLToPath(file), [arm, folder], {
    env,
    // As `npm start` and bin/auto-harness.js run the host.
    execArgv: ["--max-semi-space-size=4", "--heap-growing-percent=35"],
  });
  undo.defer(async () => await end(child));
  await answerOf<Measured, "ready">(child, arm, "ready", signal);
  const owned = undo.move();
  return {
    async measure(request, options) {
      child.send(request);
      const { value, memoryMb } = await answerOf<Measured, "measured">(child, arm, "measured", options.signal);
      return { value, memoryMb };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function answerOf<Measured, T extends WorkerAnswer<Measured>["type"]>(
  child: ChildProcess,
  arm: string,
  type: T,
  signal: AbortSignal,
): Promise<Extract<WorkerAnswer<Measured>, { type: T }>> {
  const over = new AbortController();
  const options = { signal: AbortSignal.any([signal, over.signal]) };
  try {
    const answer: WorkerAnswer<Measured> = await Promise.race([
      once(child, "message", options).then(([message]) => message as WorkerAnswer<Measured>),
      once(child, "exit", options).then(([code]) => ({ type: "failed", message: `exited with ${code}` }) as const),
    ]);
    if (answer.type === type) return answer as Extract<WorkerAnswer<Measured>, { type: T }>;
    throw new Error(`${arm}: ${answer.type === "failed" ? answer.message : `said ${answer.type}, not ${type}`}`);
  } finally {
    over.abort();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  if (child.connected) child.disconnect();
  const limit = setTimeout(() => child.kill("SIGKILL"), leaveMs);
  await exited;
  clearTimeout(limit);
}
