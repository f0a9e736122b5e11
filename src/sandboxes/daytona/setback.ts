// What it means that Daytona's SDK could not create a snapshot.

import { HarnessError } from "../../core/fault.ts";
import { keyRefused } from "../cloud/retry.ts";
import { serviceName } from "./client.ts";
import { troubleOf } from "./trouble.ts";

/**
 * unclear: what was asked for may have begun, or not, or somebody else has begun it. full: not for now. other: whether
 * it was begun is what tells.
 */
export type Setback = { cause: unknown } & (
  | { kind: "unclear" | "other" }
  | { kind: "full"; retryAfterMs?: number | undefined }
);

/** `what` was asked for. Throws config "size-unsupported", "cloud-key-refused" or "cloud-refused". */
export function setbackOf(cause: unknown, what: string): Setback {
  const said = cause instanceof Error ? cause.message : String(cause);
  // Without one it is no answer of its API, and may tell what a build has printed.
  const status = cause instanceof Error && "statusCode" in cause ? cause.statusCode : undefined;
  if (status === 409) return { kind: "unclear", cause };
  if (status !== undefined && /maximum allowed per sandbox/i.test(said)) {
    throw refused("size-unsupported", what, said, cause);
  }
  const trouble = troubleOf(cause);
  if (trouble.kind === "rate-limited") return { ...trouble, kind: "full", cause };
  // With 403, or with 400.
  if (status !== undefined && /\bquota exceeded/i.test(said)) return { kind: "full", cause };
  if (trouble.kind === "passing" || isOfStorage(cause)) return { kind: "unclear", cause };
  if (trouble.kind === "other") return { kind: "other", cause };
  // It was there, and was removed while it was waited for.
  if (trouble.kind === "gone" && /\bsnapshot\b/i.test(said)) return { kind: "unclear", cause };
  if (trouble.kind === "gone" || /\bregion\b|\bsuspended\b/i.test(said))
    throw refused("cloud-refused", what, said, cause);
  throw keyRefused(what, serviceName, cause);
}

/** Where what is copied is put; the keys to it are new each time. */
function isOfStorage(error: unknown): boolean {
  return error instanceof Error && "$metadata" in error;
}

function refused(code: string, what: string, said: string, cause: unknown): HarnessError {
  const message = `${serviceName} refused to ${what}: ${said.trim()}`;
  return new HarnessError({ fault: "config", code, message, cause, context: { what } });
}
