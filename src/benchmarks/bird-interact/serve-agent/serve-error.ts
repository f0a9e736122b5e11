// What the orchestrator is told when something is refused or fails: an HTTP status and one line.

import { HarnessError, harnessErrorOf } from "../../../core/fault.ts";

export class ServeError extends Error {
  override readonly name = "ServeError";
  readonly status: number;
  /** Stable, kebab-case. */
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

/**
 * Any error as one with a status: 502 for infrastructure (a service, the engine or the model's provider), 503 when no
 * agent can run until somebody does something (a spent budget, a refused key), 500 for the rest.
 */
export function serveErrorOf(error: unknown): ServeError {
  if (error instanceof ServeError) return error;
  const known = harnessErrorOf(error);
  if (known === undefined)
    return new ServeError(500, "internal-error", "a bug: see the server's log", { cause: error });
  const { fault, code, message } = known;
  const unavailable = fault === "config" || code === "budget-exhausted";
  const status = unavailable ? 503 : fault === "infrastructure" ? 502 : 500;
  return new ServeError(status, code, message, { cause: error });
}

export function infrastructure(code: string, message: string, cause?: unknown): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message, cause });
}
