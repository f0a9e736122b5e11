// Whose failure an error is. Ours are HarnessError; anything else is a bug and keeps its stack.

export type Fault = "agent" | "task" | "infrastructure" | "config";

export interface HarnessErrorOptions {
  fault: Fault;
  /** Stable, kebab-case: programs and tests compare it, never the message. */
  code: string;
  /** What was tried, what was expected, what to do next. */
  message: string;
  cause?: unknown;
  context?: Readonly<Record<string, unknown>>;
}

export class HarnessError extends Error {
  override readonly name = "HarnessError";
  readonly fault: Fault;
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;

  constructor({ fault, code, message, cause, context = {} }: HarnessErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
    this.code = code;
    this.context = context;
  }
}

/** The fault of an error, looking inside SuppressedError (the later one first); undefined for a bug or an abort. */
export function faultOf(error: unknown): Fault | undefined {
  return harnessErrorOf(error)?.fault;
}

export function harnessErrorOf(error: unknown): HarnessError | undefined {
  if (error instanceof HarnessError) return error;
  if (error instanceof SuppressedError) return harnessErrorOf(error.error) ?? harnessErrorOf(error.suppressed);
  return undefined;
}

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  rejected: 1,
  config: 2,
  infrastructure: 3,
  task: 4,
  bug: 70,
  interrupted: 130,
} as const;

export function exitCodeOf(error: unknown): number {
  switch (faultOf(error)) {
    case "config":
      return exitCodes.config;
    case "infrastructure":
      return exitCodes.infrastructure;
    case "task":
      return exitCodes.task;
    case "agent":
      return exitCodes.rejected;
    case undefined:
      return exitCodes.bug;
  }
}
