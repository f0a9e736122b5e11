// The original's rules, bit for bit (GATE.md, strict-seed): suite once, whole test split once, no best or at least the
// best recorded string, then every formerly failing train task once. Pure: no files, clock or randomness.

import { meanOf, passes } from "../core/trial.ts";
import { formatScore } from "../lib/format-score.ts";
import type { StrictSeedAnswer, StrictSeedNumbers, StrictSeedRequest, StrictSeedRun } from "./protocol.ts";

export function decideStrictSeed(request: StrictSeedRequest): StrictSeedAnswer {
  const found = new Map(request.runs.map((run) => [runKey(run), run.reward] as const));
  const suiteRuns = request.suite.map((task): StrictSeedRun => ({ step: "suite", task }));
  const testRuns = request.test.map((task): StrictSeedRun => ({ step: "test", task }));

  const suiteRewards = rewardsOf(suiteRuns, found);
  const suiteRate = request.suite.length === 0 ? 1 : passRate(suiteRewards);
  const testRewards = rewardsOf(testRuns, found);
  const score = meanOf(testRewards) ?? 0;
  const best = request.best.length === 0 ? null : Math.max(...request.best.map(Number));
  const numbers: StrictSeedNumbers = { suite_rate: suiteRate, val_score: score, best, record: formatScore(score) };

  for (const [step, runs] of [
    ["suite", suiteRuns],
    ["test", testRuns],
  ] as const) {
    const need = absent(runs, found);
    if (need.length > 0) return { action: "run", step, need, numbers };
  }
  const rejected = (reason: string): StrictSeedAnswer => ({
    action: "verdict",
    verdict: "rejected",
    reason,
    numbers,
    promoted: [],
    suite: request.suite,
  });
  if (suiteRate < request.config.threshold) return rejected("suite");
  if (best !== null && score < best) return rejected("test");

  const recheck = Object.entries(request.train_results)
    .filter(([task, reward]) => reward !== null && !passes(reward) && !request.suite.includes(task))
    .map(([task]): StrictSeedRun => ({ step: "recheck", task }));
  const need = absent(recheck, found);
  if (need.length > 0) return { action: "run", step: "recheck", need, numbers };
  const promoted = recheck
    .filter((run) => passes(found.get(runKey(run)) ?? 0))
    .map(({ task }) => task)
    .sort();
  return {
    action: "verdict",
    verdict: "accepted",
    reason: best === null ? "first" : "improvement",
    numbers,
    promoted,
    suite: promoted.length === 0 ? request.suite : [...new Set([...request.suite, ...promoted])].sort(),
  };
}

function runKey({ step, task }: StrictSeedRun): string {
  return `${step}\0${task}`;
}

function absent(runs: readonly StrictSeedRun[], found: ReadonlyMap<string, unknown>): StrictSeedRun[] {
  return runs.filter((run) => !found.has(runKey(run)));
}

/** Rewards of the runs that are there and not missing. */
function rewardsOf(runs: readonly StrictSeedRun[], found: ReadonlyMap<string, number | null>): number[] {
  return runs.map((run) => found.get(runKey(run)) ?? null).filter((reward) => reward !== null);
}

function passRate(rewards: readonly number[]): number {
  return rewards.length === 0 ? 0 : rewards.filter(passes).length / rewards.length;
}
