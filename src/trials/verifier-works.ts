import type { TrialRecord } from "../core/trial.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";

/**
 * Whether the task's verifier gives a reward to a state that no candidate left: what nop and oracle have shown of this
 * task digest, else one nop trial, which `runNop` runs.
 */
export async function verifierWorks(
  { task }: TrialPlan,
  { journal }: TrialContext,
  runNop: (plan: TrialPlan) => Promise<TrialRecord | undefined>,
): Promise<boolean> {
  const shown = journal
    .trials({ task: task.id, step: "check" })
    .filter(({ parts, outcome }) => parts.taskDigest === task.digest && outcome.status !== "void");
  if (shown.length > 0) return shown.some(({ outcome }) => outcome.status === "scored");
  const record = await runNop({ task, agent: { kind: "nop" }, step: "check", decision: "", index: 0 });
  return record?.outcome.status === "scored";
}
