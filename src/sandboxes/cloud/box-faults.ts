// What goes wrong between us and a sandbox at a cloud.

import { HarnessError } from "../../core/fault.ts";

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
