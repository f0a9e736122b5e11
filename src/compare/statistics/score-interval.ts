// Score intervals for counts of tasks: they hold their confidence with few tasks, and never claim to be certain.

import { normalQuantile } from "./distributions.ts";
import { findRoot } from "./find-root.ts";

export interface Bounds {
  low: number;
  high: number;
}

/** For a share of `successes` among `count` tasks (Wilson, 1927). */
export function wilsonInterval(successes: number, count: number, confidence: number): Bounds {
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / count;
  const centre = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * For the difference of two shares on the same `count` tasks, of which `wins` went to the first alone and `losses` to
 * the second alone (Tango, Statistics in Medicine 17, 1998): all differences that the score test does not refuse.
 */
export function pairedScoreInterval(wins: number, losses: number, count: number, confidence: number): Bounds {
  const z = normalQuantile((1 + confidence) / 2);
  const observed = (wins - losses) / count;
  const statistic = (difference: number) => scoreStatistic(wins, losses, count, difference);
  const edge = 1 - 1e-12;
  return {
    low: observed <= -1 ? -1 : findRoot((difference) => z - statistic(difference), -edge, observed),
    high: observed >= 1 ? 1 : findRoot((difference) => -z - statistic(difference), observed, edge),
  };
}

/** Standard normal if the true difference is `difference`; falls as that grows. */
function scoreStatistic(wins: number, losses: number, count: number, difference: number): number {
  const a = 2 * count;
  const b = -wins - losses + (2 * count - wins + losses) * difference;
  const c = -losses * difference * (1 - difference);
  // The share of losses that is likeliest under this difference.
  const share = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  const variance = count * (2 * share + difference * (1 - difference));
  const distance = wins - losses - count * difference;
  if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Number.POSITIVE_INFINITY;
  return distance / Math.sqrt(variance);
}
