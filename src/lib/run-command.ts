import { createInterface } from "node:readline";
import { execa } from "execa";
import { endGroupOn } from "./process-group.ts";

export interface CommandResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  signal: AbortSignal;
  cwd?: string;
  /** Added to the environment of this process; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  input?: string | Uint8Array;
  timeoutMs?: number;
  /** It has no terminal to ask on, and what it has started ends with it when it is aborted or out of time. */
  ownGroup?: boolean;
  /** Whole lines of both streams, as they come. */
  onLine?: (line: string) => void;
}

/** Runs a program of the host to its end. Exit codes are results; a missing program is exit code 127. */
export async function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [file = "", ...args] = command;
  const { ownGroup = false, timeoutMs } = options;
  options.signal.throwIfAborted();
  const stopping = ownGroup ? { detached: true } : { cancelSignal: options.signal, ...timeoutOf(timeoutMs) };
  const child = execa(file, args, {
    all: true,
    reject: false,
    ...stopping,
    stripFinalNewline: false,
    ...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
  });
  const { onLine } = options;
  if (onLine !== undefined) createInterface({ input: child.all }).on("line", onLine);
  const limits = ownGroup && timeoutMs !== undefined ? [AbortSignal.timeout(timeoutMs)] : [];
  using _group = ownGroup ? endGroupOn(child, AbortSignal.any([options.signal, ...limits])) : null;
  const result = await child;
  options.signal.throwIfAborted();
  if (result.code === "ENOENT") return { exitCode: 127, stdout: "", stderr: `${file}: not found` };
  return { exitCode: result.exitCode ?? 1, stdout: result.stdout, stderr: result.stderr };
}

function timeoutOf(timeoutMs: number | undefined): { timeout?: number } {
  return timeoutMs === undefined ? {} : { timeout: timeoutMs };
}
