// A build that a cloud began, and that failed there.

import { HarnessError } from "../../core/fault.ts";
import { isBuildTrouble } from "../build-trouble.ts";

export interface FailedBuild {
  /** "E2B". */
  service: string;
  /** "template". */
  kind: string;
  name: string;
  reason: string;
  /** Its end. */
  log: string;
}

/** Task "image-build-failed", or infrastructure "image-build-trouble" where a registry or the network is told of. */
export function buildFailed({ service, kind, name, reason, log }: FailedBuild): HarnessError {
  const trouble = isBuildTrouble(`${log}\n${reason}`);
  const what = trouble ? `A registry or the network failed while ${service} built` : `${service} could not build`;
  return new HarnessError({
    fault: trouble ? "infrastructure" : "task",
    code: trouble ? "image-build-trouble" : "image-build-failed",
    message: `${what} the ${kind} ${name} (${reason}). The log's end:\n${log}`,
    context: { name, log },
  });
}
