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

/** The fault of a run that is not the agent's; null for any other. `userStatus`: what the user's model answered last. */
export function faultOfResult({ status, reward, error }: RunResult, userStatus: number | null): HarnessError | null {
  if (status === "infrastructure") {
    const user = userStatus === null ? "" : ` (the user's model answered ${userStatus})`;
    const what = error ?? "no reason given";
    return infrastructure(
      userStatus === null ? "tau-failed" : "user-model-failed",
      `the conversation could not go on: ${what.slice(0, 300)}${user}`,
    );
  }
  if (status === "ended" && reward === null) {
    return infrastructure("tau-bad-result", "tau2's driver ended a conversation without a reward");
  }
  return null;
}

function infrastructure(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message });
}
