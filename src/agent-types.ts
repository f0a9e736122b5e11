// The types that agent.ts may import: import type { … } from "auto-harness/agent". Types only: nothing of this exists
// in the agent's box.

export interface ExecOptions {
  /** Stops the command and its children after this time; the result then says `timedOut`. */
  timeoutMs?: number;
  /** Default: the task's working folder. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
}

/** A command that exits non-zero is a result, not an exception. */
export interface ExecResult {
  /** null when it timed out. */
  exitCode: number | null;
  /** At most 1 MiB of each stream; of a longer one the head and the tail. */
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** The task's box, as the agent sees it. */
export interface Environment {
  /** Runs a command line under bash, or sh where there is no bash. */
  exec(command: string, options?: ExecOptions): Promise<ExecResult>;
  /** Writes a file of at most 32 MiB, parents included. Relative paths start in the working folder. */
  upload(path: string, content: string | Uint8Array): Promise<void>;
  /** Reads a file of at most 32 MiB. Rejects with code "file-not-found" or "file-too-large". */
  download(path: string): Promise<Uint8Array>;
}

export interface AgentContext {
  /** The model to ask for; any other is refused. */
  model: string;
  /** The reasoning effort to ask for; null: leave it out. */
  reasoningEffort: string | null;
  /** Writes a line to the trial's trace. */
  log(line: string): void;
}

/** What agent.ts exports as the class HarnessAgent. */
export interface TerminalAgent {
  setup?(environment: Environment): Promise<void>;
  /** Works on the task until it is done; what it leaves in the environment is what is judged. */
  run(instruction: string, environment: Environment, context: AgentContext): Promise<unknown>;
}
