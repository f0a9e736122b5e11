// A method of the host's as a box may call it: what is the box's doing is told to it, the host's own failure is not.

import { HarnessError } from "../core/fault.ts";
import { CallError } from "./channel-error.ts";
import type { Method } from "./method.ts";

/** `onFailure` gets what was neither the agent's nor the task's fault; the box hears "host-failed". */
export function guarded(method: Method, onFailure: (error: unknown) => void): Method {
  return async (params, body, { signal }) => {
    try {
      return await method(params, body, { signal });
    } catch (error) {
      if (error instanceof CallError || signal.aborted) throw error;
      if (error instanceof HarnessError && (error.fault === "agent" || error.fault === "task")) {
        throw new CallError(error.code, error.message, { cause: error });
      }
      onFailure(error);
      throw new CallError("host-failed", "the host could not do this", { cause: error });
    }
  };
}
