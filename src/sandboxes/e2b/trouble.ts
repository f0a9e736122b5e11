// What an error of E2B's SDK means. By name and code: its classes are there only once it is loaded.

import { isConnectionTrouble } from "../../lib/retry.ts";
import { type CloudTrouble, retryAfterMs } from "../cloud/retry.ts";

/** Connect's codes: connectrpc.com/docs/protocol#error-codes, by the SDK's numbers. */
const connectCode = {
  canceled: 1,
  unknown: 2,
  deadlineExceeded: 4,
  notFound: 5,
  resourceExhausted: 8,
  aborted: 10,
  internal: 13,
  unavailable: 14,
} as const;

const passingCodes: readonly number[] = [
  ...[connectCode.canceled, connectCode.unknown, connectCode.deadlineExceeded],
  ...[connectCode.aborted, connectCode.internal, connectCode.unavailable],
];

/** Of E2B's own API. */
export function troubleOf(error: unknown): CloudTrouble {
  if (!(error instanceof Error)) return { kind: "other" };
  const { name } = error;
  if (name === "AuthenticationError") return { kind: "key" };
  if (name === "RateLimitError") return { kind: "rate-limited" };
  if (/NotFoundError$/.test(name)) return { kind: "gone" };
  if (name === "ConnectError" && "code" in error) return connectTrouble(error, Number(error.code));
  // The SDK's errors of what a sandbox answers have the member, and nothing in it.
  const said = "statusCode" in error ? error.statusCode : undefined;
  const status = Number(said ?? /^(\d{3}): /.exec(error.message)?.[1] ?? 0);
  if (status === 401 || status === 403) return { kind: "key" };
  if (status === 404) return { kind: "gone" };
  if (status === 429) return { kind: "rate-limited" };
  if (status >= 500 || status === 408) return { kind: "passing" };
  // The SDK's, for what the way to a sandbox answers with 502; a request that was broken off; an upload.
  if (/^(?:TimeoutError|AbortError|ServiceBusyError|FileUploadError)$/.test(name)) return { kind: "passing" };
  return isBroken(error) ? { kind: "passing" } : { kind: "other" };
}

export type BoxTrouble = { kind: "busy"; retryAfterMs?: number | undefined } | { kind: "passing" | "gone" | "other" };

/**
 * Of what a sandbox answers: a program inside, where an agent may be root. It says nothing of our key, and nothing of
 * what E2B lets an account do.
 */
export function boxTroubleOf(error: unknown): BoxTrouble {
  const trouble = troubleOf(error);
  if (trouble.kind === "rate-limited") return { ...trouble, kind: "busy" };
  return { kind: trouble.kind === "key" ? "other" : trouble.kind };
}

function connectTrouble(error: Error, code: number): CloudTrouble {
  if (code === connectCode.resourceExhausted) {
    const headers = "metadata" in error && error.metadata instanceof Headers ? error.metadata : undefined;
    return { kind: "rate-limited", retryAfterMs: retryAfterMs(headers?.get("retry-after"), headers?.get("date")) };
  }
  if (code === connectCode.notFound) return { kind: "gone" };
  return { kind: passingCodes.includes(code) ? "passing" : "other" };
}

/** fetch wraps what broke in "fetch failed" or "terminated". */
function isBroken(error: Error): boolean {
  if (isConnectionTrouble(error) || /fetch failed|terminated|other side closed|network error/i.test(error.message)) {
    return true;
  }
  return error.cause instanceof Error && isBroken(error.cause);
}
