// Our command line as a process of its own, from a step's script.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { linesOf } from "../lib/lines-of.ts";
import { redact } from "../lib/redact.ts";
import type { Ran } from "./action-report.ts";

export interface HarnessOptions {
  /** Of this copy of the project. */
  bin: string;
  cwd: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Not to be seen in anything that comes back. */
  secrets: readonly (string | null | undefined)[];
  /** Each line as it comes, of the streams that are to be shown. */
  onLine: (line: string) => void;
  show: "none" | "stderr" | "both";
  /** Asks it to stop; it cleans up in its own time. */
  signal: AbortSignal;
  /** Asks again: it removes its boxes and leaves. */
  leave: AbortSignal;
}

/** Runs it to its end. What a signal ended has the exit code that a shell gives it. */
export async function runHarness(args: readonly string[], options: HarnessOptions): Promise<Ran> {
  const { bin, cwd, secrets, onLine, show, signal, leave } = options;
  const env = childEnvironment(options.environment);
  // A group of its own, so that a terminal's Ctrl-C reaches it once, through us.
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(process.execPath, [bin, ...args], { cwd, env, detached: true, stdio: [...stdio] });
  const stop = () => void child.kill("SIGTERM");
  for (const asked of [signal, leave]) asked.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const printed = { stdout: [] as string[], stderr: [] as string[] };
  const read = async (name: "stdout" | "stderr") => {
    for await (const line of linesOf(child[name])) {
      const safe = redact(line, secrets);
      printed[name].push(safe);
      if (show === "both" || show === name) onLine(safe);
    }
  };
  try {
    const closed = once(child, "close");
    const [[exitCode, ended]] = await Promise.all([closed, read("stdout"), read("stderr")]);
    return {
      exitCode: exitCode ?? 128 + (ended === "SIGKILL" ? 9 : ended === "SIGINT" ? 2 : 15),
      stdout: printed.stdout.join("\n"),
      stderr: printed.stderr.join("\n"),
    };
  } finally {
    for (const asked of [signal, leave]) asked.removeEventListener("abort", stop);
  }
}

/**
 * Without what belongs to the runner: its tokens, and the files by which a step speaks to it. The name by which it
 * finds processes that are left over stays.
 */
export function childEnvironment(environment: HarnessOptions["environment"]): Record<string, string | undefined> {
  const own = Object.entries(environment).filter(
    ([name]) => name === "RUNNER_TRACKING_ID" || !/^(GITHUB|ACTIONS|RUNNER|INPUT)_/.test(name),
  );
  return Object.fromEntries(own);
}
