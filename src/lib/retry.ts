import { wait } from "./wait.ts";

export interface RetryOptions {
  signal: AbortSignal;
  /** Executions in all, default 3. */
  attempts?: number;
  /** Wait before the second execution, doubled each time, with up to half of it added by chance; default 100. */
  delayMs?: number;
  isTransient: (error: unknown) => boolean;
}

/** Repeats what failed for a passing reason. Throws the last error, or the signal's reason. */
export async function retry<T>(run: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, attempts = 3, delayMs = 100, isTransient } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await run();
    } catch (error) {
      if (attempt >= attempts || signal.aborted || !isTransient(error)) throw error;
    }
    await wait(delayMs * 2 ** (attempt - 1) * (1 + Math.random() / 2), signal);
  }
}

const transientCodes = new Set([
  ...["ECONNRESET", "EPIPE", "EAI_AGAIN", "ETIMEDOUT", "ECONNREFUSED", "EBUSY"],
  ...["EHOSTUNREACH", "ENETUNREACH"],
]);

/** A connection that broke rather than an answer that was no. */
export function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (typeof code === "string" && transientCodes.has(code)) || /socket hang up/i.test(error.message);
}
