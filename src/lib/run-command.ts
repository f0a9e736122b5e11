import { createInterface } from "node:readline";
import { execa } from "execa";

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
  /** Whole lines of both streams, as they come. */
  onLine?: (line: string) => void;
}

/** Runs a program of the host to its end. Exit codes are results; a missing program is exit code 127. */
export async function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [file = "", ...args] = command;
  const child = execa(file, args, {
    all: true,
    reject: false,
    cancelSignal: options.signal,
    stripFinalNewline: false,
    ...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  const { onLine } = options;
  if (onLine !== undefined) createInterface({ input: child.all }).on("line", onLine);
  const result = await child;
  options.signal.throwIfAborted();
  if (result.code === "ENOENT") return { exitCode: 127, stdout: "", stderr: `${file}: not found` };
  return { exitCode: result.exitCode ?? 1, stdout: result.stdout, stderr: result.stderr };
}
