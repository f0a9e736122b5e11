import { HarnessError } from "../../core/fault.ts";
import type { AgentEnd } from "../../core/trial.ts";
import type { RunResult } from "./wire.ts";

const limits: Readonly<Record<string, AgentEnd>> = {
  max_steps: { how: "limit", code: "max-steps", detail: "the conversation had as many steps as it may" },
  too_many_errors: { how: "limit", code: "too-many-errors", detail: "too many of the agent's tool calls failed" },
};

/** How the agent's phase ended, from how tau2 says the conversation did. */
export function endOfResult({ status, termination, error }: RunResult): AgentEnd {
  if (status === "agent-fault") return { how: "protocol", code: "agent-fault", detail: error ?? "" };
  return endOfTermination(termination);
}

/** The user has ended it, as a rule; or it had as much of something as it may. */
export function endOfTermination(termination: string | null): AgentEnd {
  return limits[termination ?? ""] ?? { how: "finished", code: "finished", detail: "" };
}

export interface Blame {
  /** What became of the user's model's last call; null where it did well. */
  userFailure: string | null;
  /** The agent has said something. */
  spoken: boolean;
}

/**
 * The fault of a run that is not the agent's; null for any other. `context.beforeAgent` of it: nothing of the agent's
 * had gone into it.
 */
export function faultOfResult(
  { status, reward, error }: RunResult,
  { userFailure, spoken }: Blame,
): HarnessError | null {
  const context = { beforeAgent: !spoken };
  if (status === "infrastructure") {
    const user = userFailure === null ? "" : ` (${userFailure})`;
    const message = `the conversation could not go on: ${(error ?? "no reason given").slice(0, 300)}${user}`;
    return infrastructure(userFailure === null ? "tau-failed" : "user-model-failed", message, context);
  }
  if (status === "ended" && reward === null) {
    return infrastructure("tau-bad-result", "tau2's driver ended a conversation without a reward", context);
  }
  return null;
}

/** A user's model that is up and has nothing to say to what it was told once the agent has spoken. */
export function unanswerable(userFailure: string): AgentEnd {
  const detail = `what the agent said can't be answered: ${userFailure}`;
  return { how: "protocol", code: "user-unanswerable", detail };
}

function infrastructure(code: string, message: string, context: Readonly<Record<string, unknown>>): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message, context });
}
