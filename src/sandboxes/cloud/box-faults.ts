// What goes wrong between us and a sandbox at a cloud.

import { HarnessError } from "../../core/fault.ts";
import type { CloudBox } from "./box.ts";

/** For an answer to the plainest of commands. */
const lifeMs = 60_000;

/**
 * What to throw where a command of ours came to no good end: infrastructure "box-broken" once the sandbox has shown that
 * it is still there, since one that is being lost ends commands too; else what became of it.
 */
export async function notDone(
  box: Pick<CloudBox, "runPlain">,
  what: string,
  { exitCode, stderr }: { exitCode: number; stderr: string },
  signal: AbortSignal,
): Promise<HarnessError> {
  try {
    await box.runPlain(["/bin/sh", "-c", ":"], AbortSignal.any([signal, AbortSignal.timeout(lifeMs)]));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof HarnessError) return error;
  }
  return boxBroken(what, stderr.trim() || `exit code ${exitCode}`);
}

/** A command of ours came to no good end in there: where a candidate was root, that is its doing. */
export function boxBroken(what: string, why: string): HarnessError {
  const message = `The sandbox could not ${what}: ${why.trim()}`;
  return new HarnessError({ fault: "infrastructure", code: "box-broken", message });
}

/** Whose doing it is, nobody knows. */
export function filesFailed(what: string, why: string, cause?: unknown): HarnessError {
  const message = `The sandbox could not ${what}: ${why.trim()}`;
  return new HarnessError({ fault: "infrastructure", code: "files-failed", message, cause });
}
