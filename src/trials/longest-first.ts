import type { TrialPlan } from "./trial-context.ts";

/** By the mean duration of their tasks so far; what was never run may take longest. */
export function longestFirst(plans: readonly TrialPlan[], durations: ReadonlyMap<string, number>): TrialPlan[] {
  const expected = ({ task }: TrialPlan) => durations.get(task.id) ?? Number.MAX_VALUE;
  return plans.toSorted((a, b) => expected(b) - expected(a));
}
