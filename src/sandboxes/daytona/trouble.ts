// What an error of Daytona's SDK means. By status and name: its classes are there only once it is loaded.

import { isConnectionTrouble } from "../../lib/retry.ts";
import { type CloudTrouble, retryAfterMs } from "../cloud/retry.ts";

export function troubleOf(error: unknown): CloudTrouble {
  if (!(error instanceof Error)) return { kind: "other" };
  const status = "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 0;
  // What an account may have at once is full: others of its sandboxes end.
  if (status === 429 || (status === 403 && /quota|limit/i.test(error.message))) {
    return {
      kind: "rate-limited",
      retryAfterMs: retryAfterMs(headerOf(error, "retry-after"), headerOf(error, "date")),
    };
  }
  if (status === 401 || status === 403) return { kind: "key" };
  if (status === 404 || status === 410) return { kind: "gone" };
  // Of a sandbox that is just being made, or of a snapshot that is no more: not what these statuses are for.
  if (/state change in progress/i.test(error.message)) return { kind: "passing" };
  if (status === 400 && /\bsnapshot\b.*\b(?:not found|is (?:in|not )active)/i.test(error.message))
    return { kind: "gone" };
  if (status >= 500 || status === 408) return { kind: "passing" };
  if (status !== 0) return { kind: "other" };
  const passing = /^Daytona(?:Connection\w*|Timeout)Error$/.test(error.name) || isConnectionTrouble(error);
  return { kind: passing || /network error|timeout|aborted/i.test(error.message) ? "passing" : "other" };
}

/**
 * The same of what a sandbox answers, or the proxy before it: they say that the key is bad, or that it is too much, where
 * the sandbox is gone, and whoever is root in there says what he likes. What becomes of it is asked of the service.
 */
export function boxTroubleOf(error: unknown): CloudTrouble {
  const { kind } = troubleOf(error);
  if (kind === "rate-limited") return { kind: "passing" };
  return { kind: kind === "passing" ? kind : "other" };
}

function headerOf(error: Error, name: string): string | undefined {
  const headers: unknown = "headers" in error ? error.headers : undefined;
  if (headers === null || typeof headers !== "object") return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found === undefined ? undefined : String(found[1]);
}
