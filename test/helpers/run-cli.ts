// The command line as a person runs it: a process of its own, in a folder and an environment of the test's choosing.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface CliOptions {
  cwd: string;
  /** Added to this process's environment; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Kills it after this time; default 5 minutes. */
  timeoutMs?: number;
  /** Another copy of bin/auto-harness.js, such as an installed one. */
  bin?: string;
}

export interface Printed {
  stdout: string;
  stderr: string;
}

export interface CliResult extends Printed {
  /** null when a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningCli extends AsyncDisposable {
  /** The process that does the work: this Node is new enough, so bin starts no other one. */
  readonly pid: number;
  readonly ended: Promise<CliResult>;
  /** Resolves with what it has printed so far once `found` holds for it; rejects when the process ends before. */
  until(found: (printed: Printed) => boolean): Promise<Printed>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  await using cli = startCli(args, options);
  return await cli.ended;
}

/** Disposing kills it if it still runs. */
export function startCli(args: readonly string[], options: CliOptions): RunningCli {
  const { cwd, env = {}, timeoutMs = 300_000, bin = ownBin } = options;
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${process.execPath} can't be started`);
  const printed: Printed = { stdout: "", stderr: "" };
  let more = Promise.withResolvers<void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      printed[name] += chunk;
      more.resolve();
      more = Promise.withResolvers();
    });
  }
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  const ended = once(child, "close").then(([exitCode, signal]): CliResult => {
    clearTimeout(timer);
    return { exitCode, signal, ...withoutSwept(printed) };
  });
  return {
    pid,
    ended,
    async until(found) {
      while (!found(printed)) {
        const end = await Promise.race([more.promise, ended]);
        if (end === undefined || found(printed)) continue;
        const { exitCode, signal, stdout, stderr } = end;
        throw new Error(`it ended (${exitCode ?? signal}) before what was waited for:\n${stdout}\n${stderr}`);
      }
      return { ...printed };
    },
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/**
 * Every command sweeps, and says so: what is left on the engine may be of a host that another test file has killed at
 * that moment. No test looks for this line.
 */
function withoutSwept({ stdout, stderr }: Printed): Printed {
  return { stdout, stderr: stderr.replace(/^removed \d+ sandboxes and networks that a dead run had left\n/m, "") };
}

const ownBin = join(import.meta.dirname, "../../bin/auto-harness.js");
