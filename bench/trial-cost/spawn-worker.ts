import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Arm } from "./arms.ts";

export interface WorkerRequest {
  concurrency: number;
}

export type WorkerAnswer =
  | { type: "ready" }
  | { type: "measured"; wallMs: number; memoryMb: number }
  | { type: "failed"; message: string };

export interface Worker extends AsyncDisposable {
  /** Runs every task once. `memoryMb`: the most that the worker has held so far. Throws what went wrong in it. */
  measure(concurrency: number, options: { signal: AbortSignal }): Promise<{ wallMs: number; memoryMb: number }>;
}

const leaveMs = 90_000;
/** As bin/auto-harness.js has it: the memory of a worker is that of a command. */
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/auto-harness", import.meta.url));

/** Returns when the worker has opened everything; disposing lets it clean up and end. */
export async function spawnWorker(
  arm: Arm,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<Worker> {
  signal.throwIfAborted();
  await using undo = new AsyncDisposableStack();
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [arm, folder], {
    env,
    // As `npm start` and bin/auto-harness.js run the host.
    execArgv: ["--max-semi-space-size=4"],
  });
  undo.defer(async () => await end(child));
  await answerOf(child, arm, "ready", signal);
  const owned = undo.move();
  return {
    async measure(concurrency, options) {
      child.send({ concurrency } satisfies WorkerRequest);
      return await answerOf(child, arm, "measured", options.signal);
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function answerOf<T extends WorkerAnswer["type"]>(
  child: ChildProcess,
  arm: Arm,
  type: T,
  signal: AbortSignal,
): Promise<Extract<WorkerAnswer, { type: T }>> {
  const over = new AbortController();
  const options = { signal: AbortSignal.any([signal, over.signal]) };
  try {
    const answer = await Promise.race([
      once(child, "message", options).then(([message]) => message as WorkerAnswer),
      once(child, "exit", options).then(([code]): WorkerAnswer => ({ type: "failed", message: `exited with ${code}` })),
    ]);
    if (answer.type === type) return answer as Extract<WorkerAnswer, { type: T }>;
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
