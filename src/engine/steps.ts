// Long steps of setting something up: one line each, what they print goes to a log, a failing one shows its end.

import { appendFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { type Fault, HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { CommandResult, runCommand } from "../lib/run-command.ts";

export type RunCommand = typeof runCommand;

export interface StepsOptions {
  say: (line: string) => void;
  /** Everything that steps print is added to this file. */
  logFile: string;
  signal: AbortSignal;
  run: RunCommand;
  /** What a failing step is thrown as. */
  fault: Fault;
  code: string;
}

/** Hands lines to the log of the step that is running. */
export interface StepLog {
  line(text: string): void;
  /** Runs a program, its output in the log; throws when its exit code is not 0. */
  command(command: readonly string[], options?: CommandPlace): Promise<CommandResult>;
}

export interface CommandPlace {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
}

export type Step = <T>(title: string, work: (log: StepLog) => Promise<T>) => Promise<T>;

const shownLines = 15;

/** A function that runs a step. It throws a HarnessError with the end of the log, or the signal's reason if aborted. */
export function stepsOf({ say, logFile, signal, run, fault, code }: StepsOptions): Step {
  return async (title, work) => {
    signal.throwIfAborted();
    await mkdir(dirname(logFile), { recursive: true });
    const began = performance.now();
    const lines: string[] = [];
    const log: StepLog = {
      line: (text) => lines.push(text),
      command: async (command, place = {}) => {
        lines.push(`$ ${command.join(" ")}`);
        const result = await run(command, { signal, ...place, onLine: (line) => lines.push(line) });
        if (result.exitCode === 127) lines.push(result.stderr);
        if (result.exitCode !== 0) throw new Error(`${command[0] ?? ""} ended with exit code ${result.exitCode}`);
        return result;
      },
    };
    try {
      const result = await work(log);
      say(`${title}: done (${seconds(began)})`);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      const inner = harnessErrorOf(error);
      if (inner !== undefined) throw inner;
      const why = error instanceof Error ? error.message : String(error);
      throw new HarnessError({
        fault,
        code,
        message: [
          `${title}: failed after ${seconds(began)}: ${why}`,
          ...lines.slice(-shownLines).map((line) => `    ${line}`),
          `the whole log: ${logFile}`,
        ].join("\n"),
        cause: error,
        context: { step: title, logFile },
      });
    } finally {
      await appendFile(logFile, [`== ${new Date().toISOString()} ${title}`, ...lines, ""].join("\n"));
    }
  };
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
