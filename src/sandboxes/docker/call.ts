// One call to the engine: a time limit, a retry where repeating is harmless, and a fault instead of a bare error.

import { HarnessError } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import { isConnectionTrouble, retry } from "../../lib/retry.ts";

export interface EngineCallOptions {
  signal: AbortSignal;
  /** Until the engine answers; a stream it answers with is not limited. Default 60 s. */
  timeoutMs?: number;
  /** Repeating it does no harm: a broken connection is tried again. */
  idempotent?: boolean;
  /** Told of each broken connection. */
  onTrouble?: () => void;
}

/** Throws infrastructure "engine-call-failed" or "engine-timeout", or the signal's reason. */
export async function engineCall<T>(
  what: string,
  run: (abortSignal: AbortSignal) => Promise<T>,
  { signal, timeoutMs = 60_000, idempotent = false, onTrouble }: EngineCallOptions,
): Promise<T> {
  try {
    return await retry(() => limited(what, run, signal, timeoutMs), {
      signal,
      attempts: idempotent ? 3 : 1,
      isTransient: (error) => {
        const trouble = isConnectionTrouble(error);
        if (trouble) onTrouble?.();
        return trouble;
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    throw engineFault(what, error);
  }
}

/** As engineCall; already gone is what we want. */
export async function removal(
  what: string,
  run: (abortSignal: AbortSignal) => Promise<unknown>,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  try {
    await engineCall(what, run, { signal, idempotent: true });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

async function limited<T>(
  what: string,
  run: (abortSignal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<T> {
  // A controller of the call's own: the caller's signal must not cut the streams that outlive the call.
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => controller.abort(timeoutFault(what, timeoutMs)), timeoutMs);
  try {
    return await abortable(run(controller.signal), controller.signal);
  } catch (error) {
    throw controller.signal.reason instanceof HarnessError ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}

export function statusOf(error: unknown): number | undefined {
  if (error instanceof HarnessError) return statusOf(error.cause);
  if (!(error instanceof Error) || !("statusCode" in error)) return undefined;
  return typeof error.statusCode === "number" ? error.statusCode : undefined;
}

export function messageOf(error: unknown): string {
  if (error instanceof HarnessError && error.cause !== undefined) return messageOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}

/** The container itself is missing, rather than something in it. */
export function isContainerGone(error: unknown): boolean {
  return statusOf(error) === 404 && /no such (?:container|exec instance): /i.test(messageOf(error));
}

/** The engine or the way to it was lost in the middle of something that can't be asked for twice. */
export function connectionLost(what: string, cause?: unknown): HarnessError {
  const message = `The connection to the engine was lost while it ${what}; what became of that is not known.`;
  return new HarnessError({ fault: "infrastructure", code: "engine-connection-lost", message, cause });
}

function timeoutFault(what: string, timeoutMs: number): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "engine-timeout",
    message: `The engine gave no answer within ${Math.round(timeoutMs / 1000)} s to: ${what}. Is it overloaded?`,
  });
}

function engineFault(what: string, error: unknown): unknown {
  if (error instanceof HarnessError) return error;
  const context = { what, statusCode: statusOf(error) };
  if (isContainerGone(error)) {
    const message = `The sandbox was removed before the engine could ${what}.`;
    return new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message, cause: error, context });
  }
  if (statusOf(error) === 409 && /is not running|is paused/.test(messageOf(error))) {
    const message = `The sandbox had stopped before the engine could ${what}.`;
    return new HarnessError({ fault: "infrastructure", code: "sandbox-stopped", message, cause: error, context });
  }
  const message = `The engine could not ${what}: ${messageOf(error).trim()}`;
  return new HarnessError({ fault: "infrastructure", code: "engine-call-failed", message, cause: error, context });
}
