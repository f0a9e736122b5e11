import type { TrialRecord } from "../core/trial.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";

/**
 * Whether the task's verifier gives a reward to a state that no candidate left: what nop and oracle have shown of this
 * task digest, else one nop trial, which `runNop` runs; with `fresh`, a trial's key, a nop trial of its own.
 */
export async function verifierWorks(
  { task }: TrialPlan,
  { journal }: TrialContext,
  runNop: (plan: TrialPlan) => Promise<TrialRecord | undefined>,
  options?: { fresh: string },
): Promise<boolean> {
  const nop = { task, agent: { kind: "nop" }, step: "check", index: 0 } as const;
  if (options !== undefined) {
    return (await runNop({ ...nop, decision: `after ${options.fresh}` }))?.outcome.status === "scored";
  }
  const shown = journal
    .trials({ task: task.id, step: "check" })
    .filter(({ parts, outcome }) => parts.taskDigest === task.digest && outcome.status !== "void");
  if (shown.length > 0) return shown.some(({ outcome }) => outcome.status === "scored");
  const record = await runNop({ ...nop, decision: "" });
  return record?.outcome.status === "scored";
}
