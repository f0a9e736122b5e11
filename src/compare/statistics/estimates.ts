// Scores and differences with their intervals: the score intervals for one 0/1 trial of each task, else over task means.

import type { Estimate } from "../comparison.ts";
import type { PairedTask, SideTask } from "../pair-tasks.ts";
import { meanInterval, tolerance } from "./mean-interval.ts";
import { pairedScoreInterval, wilsonInterval } from "./score-interval.ts";

/** The mean over tasks of one side; at least one task. */
export function sideScore(tasks: readonly SideTask[], confidence: number): Estimate {
  const means = tasks.map(({ mean }) => mean);
  const interval = meanInterval(means, { low: 0, high: 1 }, confidence);
  if (!tasks.every(isOnePass)) return { ...interval, method: "t" };
  const passed = means.filter((mean) => mean === 1).length;
  return { ...interval, ...wilsonInterval(passed, means.length, confidence), method: "score" };
}

/** B less A on the same tasks; at least one. */
export function pairedDifference(tasks: readonly PairedTask[], confidence: number): Estimate {
  const differences = tasks.map(({ difference }) => difference);
  const interval = meanInterval(differences, { low: -1, high: 1 }, confidence);
  if (tasks.length < 2 || !tasks.every(({ a, b }) => isOnePass(a) && isOnePass(b))) return { ...interval, method: "t" };
  const wins = differences.filter((difference) => difference > tolerance).length;
  const losses = differences.filter((difference) => difference < -tolerance).length;
  return { ...interval, ...pairedScoreInterval(wins, losses, tasks.length, confidence), method: "score" };
}

/**
 * B less A where each side has tasks of its own: from the two sides' intervals (MOVER: Zou and Donner, Statistics in
 * Medicine 27, 2008; of two Wilson intervals it is Newcombe's method 10).
 */
export function combinedDifference(a: Estimate, b: Estimate): Estimate {
  const estimate = b.estimate - a.estimate;
  return {
    estimate,
    standardError:
      a.standardError === null || b.standardError === null ? null : Math.hypot(a.standardError, b.standardError),
    low: Math.max(-1, estimate - Math.hypot(b.estimate - b.low, a.high - a.estimate)),
    high: Math.min(1, estimate + Math.hypot(b.high - b.estimate, a.estimate - a.low)),
    method: "combined",
  };
}

function isOnePass({ rewards }: SideTask): boolean {
  const [only] = rewards;
  return rewards.length === 1 && (only === 0 || only === 1);
}
