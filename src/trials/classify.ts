// How a trial ended, from evidence that the agent can't make. Unclear blame is the agent's: a candidate must not buy
// exclusion by breaking things.

import type { TrialAgentKind } from "../core/benchmark.ts";
import { type HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { Outcome } from "../core/trial.ts";
import type { Verification } from "../core/verification.ts";

/** The outcome of a verified state; "ask" when only a nop trial of the task can tell whose fault a silent verifier is. */
export function classifyVerification(verification: Verification, agent: TrialAgentKind): Outcome | "ask" {
  if (verification.reward !== null) return { status: "scored", reward: verification.reward };
  if (agent === "candidate") return "ask";
  const why = verification.notes.join("; ") || "no reason known";
  return { status: "invalid", reason: `the verifier gave no reward for ${agent} (${why})` };
}

/**
 * The outcome of an error: void for infrastructure, invalid for the task's own; anything else is thrown on. A task's
 * box that stopped, or does our commands no more, while a candidate was in it is that candidate's doing: it has root
 * there. A box that has never got
 * ready for oracle or nop, in the last execution either, is the task's fault.
 */
export function classifyError(
  error: unknown,
  { agent, inBox, last = false }: { agent: TrialAgentKind; inBox: boolean; last?: boolean },
): Outcome {
  const known = harnessErrorOf(error);
  if (last && agent !== "candidate" && known?.code === "box-unhealthy") return invalidOf(known);
  if (inBox && agent === "candidate" && known !== undefined && ofAgent.has(known.code))
    return { status: "scored", reward: 0 };
  if (known?.fault === "infrastructure") return voidOf(known);
  if (known?.fault === "task") return invalidOf(known);
  throw error;
}

const ofAgent = new Set(["sandbox-stopped", "box-broken"]);

/** An error that says that nothing of the agent's had gone into what failed: no number of repetitions makes it guilty. */
export function isBeforeAgent(error: unknown): boolean {
  return harnessErrorOf(error)?.context["beforeAgent"] === true;
}

function invalidOf({ code, message }: HarnessError): Outcome {
  return { status: "invalid", reason: `${code}: ${message}` };
}

export function voidOf({ code, message }: HarnessError): Outcome {
  return { status: "void", reason: `${code}: ${message}` };
}
