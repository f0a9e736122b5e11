// Step 1: train tasks that must keep passing, with three strikes, so that a flaky task costs a run and not a verdict.

import { passes } from "../core/trial.ts";
import { strikes, suiteBounds, tooManyMissing } from "./bounds.ts";
import type { KnownRuns } from "./known-runs.ts";
import type { SuiteRun } from "./protocol.ts";

export interface SuiteState {
  /** Runs of the present strike that are absent; empty once the step is over. */
  need: readonly SuiteRun[];
  /** `null` until it is over. Unknown: not failed, but too much of it is missing for an acceptance. */
  state: "ok" | "failed" | "unknown" | null;
  /** Tasks of the first strike, and those of them without a reward. */
  tasks: number;
  missing: number;
  /** Tasks that failed each strike that is whole; a strike that was not needed is not there. */
  failed: readonly number[];
  /** Tasks that failed all three strikes. */
  regressed: number;
  /** Failing tasks that are allowed. */
  allowed: number;
}

/** `tasks`: in the order in which they are run. `threshold`: 0..1, the share of valid tasks that must pass. */
export function suiteStep(
  tasks: readonly string[],
  { runs, threshold }: { runs: KnownRuns; threshold: number },
): SuiteState {
  const first = strikeOf(1, tasks);
  const rewards = first.map((run) => runs.reward(run));
  const missing = rewards.filter((reward) => reward === null).length;
  const valid = tasks.length - missing;
  const allowed = Math.floor((1 - threshold) * valid + 1e-9);
  const seen = { tasks: tasks.length, missing, allowed };
  let failing = tasks;
  const failed: number[] = [];
  const over = (isOk: boolean): SuiteState => ({
    ...seen,
    ...{ need: [], failed, regressed: failed.length === strikes ? failing.length : 0 },
    state: !isOk ? "failed" : tooManyMissing(missing, tasks.length) ? "unknown" : "ok",
  });
  for (let strike = 1; strike <= strikes; strike++) {
    const asked = strikeOf(strike, failing);
    const need = runs.absent(asked);
    if (need.length > 0) return { ...seen, need, failed, state: null, regressed: 0 };
    failing = asked.filter((run) => !passes(runs.reward(run) ?? 1)).map(({ task }) => task);
    failed.push(failing.length);
    if (failing.length <= allowed) return over(true);
    if (strike === 1 && valid >= suiteBounds.hopelessFrom && failing.length > valid / 2) return over(false);
  }
  return over(false);
}

function strikeOf(strike: number, tasks: readonly string[]): SuiteRun[] {
  return tasks.map((task) => ({ step: "suite", strike, arm: "candidate", task }));
}
