// Calls to a service far away: what passes is tried again, after as long as the service says or a wait that grows.

import { HarnessError } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import { wait } from "../../lib/wait.ts";

/**
 * rate-limited: refused for now. passing: the service or the way to it failed, what was asked may or may not have been
 * done. gone: what was asked for is not there. key: it does not know us. other: asking again helps nothing.
 */
export type CloudTrouble =
  | { kind: "rate-limited"; retryAfterMs?: number | undefined }
  | { kind: "passing" | "gone" | "key" | "other" };

export interface CloudRetryOptions {
  /** "open a sandbox", for messages. */
  what: string;
  service: string;
  signal: AbortSignal;
  troubleOf: (error: unknown) => CloudTrouble;
  /** Executions at most; default 10. */
  attempts?: number;
  /** What the growing waits end at; default 15 s. */
  longestWaitMs?: number;
  /** Of one execution; default 60 s. */
  timeoutMs?: number;
  /** Before it is tried again. May throw what ends the trying. */
  onTrouble?: (trouble: CloudTrouble) => Promise<void> | void;
}

const firstWaitMs = 250;
const longestMs = 15_000;

/**
 * Throws infrastructure "cloud-call-failed" or "cloud-rate-limited", config "cloud-key-refused", a HarnessError of
 * `run` as it is, or the signal's reason. An error of kind "gone" or "other" is thrown as it came: its caller knows what
 * was asked for.
 */
export async function cloudRetry<T>(
  run: (signal: AbortSignal) => Promise<T>,
  {
    what,
    service,
    signal,
    troubleOf,
    attempts = 10,
    timeoutMs = 60_000,
    longestWaitMs = longestMs,
    onTrouble,
  }: CloudRetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await abortable(run(limit), limit);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof HarnessError) throw error;
      const trouble: CloudTrouble = limit.aborted ? { kind: "passing" } : troubleOf(error);
      if (trouble.kind === "key") throw keyRefused(what, service, error);
      if (trouble.kind === "gone" || trouble.kind === "other") throw error;
      if (attempt >= attempts) throw callFailed(what, service, trouble, attempt, error);
      await onTrouble?.(trouble);
      await wait(waitOf(trouble, attempt, longestWaitMs), signal);
    }
  }
}

/** Spread over half of its length, so that many who were refused at once don't come back at once. */
function waitOf(trouble: CloudTrouble, attempt: number, longestWaitMs: number): number {
  const grown = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  const wanted = trouble.kind === "rate-limited" ? Math.max(grown, trouble.retryAfterMs ?? 0) : grown;
  return wanted * (1 + Math.random() / 2);
}

export function callFailed(
  what: string,
  service: string,
  trouble: CloudTrouble,
  attempts: number,
  cause: unknown,
): HarnessError {
  const limited = trouble.kind === "rate-limited";
  const why = cause instanceof Error ? cause.message : String(cause);
  return new HarnessError({
    fault: "infrastructure",
    code: limited ? "cloud-rate-limited" : "cloud-call-failed",
    message: `${service} could not ${what}, tried ${attempts} times: ${why}${limited ? " (fewer trials at once: concurrency in the config)" : ""}`,
    cause,
    context: { what, service },
  });
}

export function keyRefused(what: string, service: string, cause: unknown): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "cloud-key-refused",
    message: `${service} refused the key when asked to ${what}: is it of the right account, and still valid?`,
    cause,
    context: { what, service },
  });
}

/**
 * Seconds, or a date; undefined where it says neither. A date is one of the service's clock, so it is held against what
 * that clock said in the same answer (`date`), not against ours.
 */
export function retryAfterMs(value: string | null | undefined, date?: string | null): number | undefined {
  if (value === null || value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  const said = Date.parse(date ?? "");
  const wanted = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(value) - (Number.isFinite(said) ? said : Date.now());
  // A clock that is wrong must not stop the night.
  return Number.isFinite(wanted) ? Math.min(Math.max(0, wanted), 60_000) : undefined;
}
