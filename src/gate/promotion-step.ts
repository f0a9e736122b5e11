// Step 3, after an acceptance: which train tasks enter the suite, and which leave it because they are flaky.

import { passes } from "../core/trial.ts";
import { atLeast, promotionBounds } from "./bounds.ts";

type Rewards = Readonly<Record<string, readonly (number | null)[]>>;

export interface Promotion {
  /** Train tasks that enter the suite, sorted. */
  promote: string[];
  /** Suite tasks that leave it, sorted; for a person to look at. */
  quarantine: string[];
}

/**
 * `runs`: by train task, rewards of the current agent, oldest first. Of the newest eight valid ones, k of them, s pass;
 * (s + ½) / (k + 1) is Jeffreys' estimate of the share that passes. Fewer than three say nothing.
 */
export function promotion({ suite, runs }: { suite: readonly string[]; runs: Rewards }): Promotion {
  const kept = new Set(suite);
  const told = Object.entries(runs).flatMap(([task, rewards]) => {
    const share = passShare(rewards);
    return share === null ? [] : [{ task, share }];
  });
  const { promote, quarantine } = promotionBounds;
  const enters = told.filter(({ task, share }) => !kept.has(task) && atLeast(share, promote));
  const leaves = told.filter(({ task, share }) => kept.has(task) && !atLeast(share, quarantine));
  return { promote: enters.map(({ task }) => task).sort(), quarantine: leaves.map(({ task }) => task).sort() };
}

/**
 * Train tasks that run now, once each: those that failed last time and are not in the suite; then, twice more, those of
 * them that passed. `trainResults`: the last ones before the acceptance. `rechecks`: what has been run since, null for
 * missing. Empty once there is nothing more to run.
 */
export function dueRechecks(request: {
  suite: readonly string[];
  trainResults: Readonly<Record<string, number | null>>;
  rechecks: Rewards;
}): string[] {
  const { suite, trainResults, rechecks } = request;
  const failed = Object.entries(trainResults)
    .filter(([task, reward]) => reward !== null && !passes(reward) && !suite.includes(task))
    .map(([task]) => task);
  return failed.filter((task) => {
    const seen = Object.hasOwn(rechecks, task) ? (rechecks[task] ?? []) : [];
    return seen.length === 0 || (seen.length < promotionBounds.least && passes(seen[0] ?? 0));
  });
}

function passShare(rewards: readonly (number | null)[]): number | null {
  const valid = rewards.filter((reward) => reward !== null).slice(-promotionBounds.most);
  if (valid.length < promotionBounds.least) return null;
  return (valid.filter(passes).length + 0.5) / (valid.length + 1);
}
