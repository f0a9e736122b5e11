// The interval for a mean over tasks. Student's t alone claims to be certain where few tasks differ: with 16 tasks of
// which a twentieth breaks, its 95 % interval holds the truth 56 times of 100 (docs/compare.md).

import { meanOf } from "../../core/trial.ts";
import { studentQuantile } from "./distributions.ts";
import { type Bounds, pairedScoreInterval } from "./score-interval.ts";

export interface MeanInterval extends Bounds {
  estimate: number;
  /** Of the estimate, from the spread between tasks; null with one task. */
  standardError: number | null;
}

/** Values further apart than this are different. */
export const tolerance = 1e-9;

/**
 * Student's t over the tasks' values, within `range`. Where fewer than five tasks have another value than the most common
 * one, it is widened on both sides to what the score interval says of as many whole points: what so few tasks may hide.
 * One task says nothing: the whole range. Throws RangeError without values.
 */
export function meanInterval(values: readonly number[], range: Bounds, confidence: number): MeanInterval {
  const estimate = meanOf(values);
  if (estimate === null) throw new RangeError("an interval needs at least one task");
  const variance = sampleVariance(values);
  if (variance === null) return { estimate, standardError: null, ...range };
  const count = values.length;
  const standardError = Math.sqrt(variance / count);
  const half = studentQuantile((1 + confidence) / 2, count - 1) * standardError;
  const [below, above] = widened(values, half, confidence);
  return {
    estimate,
    standardError,
    low: Math.max(range.low, estimate - below),
    high: Math.min(range.high, estimate + above),
  };
}

/** Unbiased; null with fewer than two values. */
export function sampleVariance(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const sum = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return sum / (values.length - 1);
}

/** Distances below and above the estimate. */
function widened(values: readonly number[], half: number, confidence: number): [number, number] {
  const common = mostCommon(values);
  const above = values.filter((value) => value > common + tolerance).length;
  const below = values.filter((value) => value < common - tolerance).length;
  if (above + below >= enough) return [half, half];
  const score = pairedScoreInterval(above, below, values.length, confidence);
  const centre = (above - below) / values.length;
  return [Math.max(half, centre - score.low), Math.max(half, score.high - centre)];
}

const enough = 5;

/** Of values that are equally common the one nearest to 0. */
function mostCommon(values: readonly number[]): number {
  const counts = Map.groupBy(values, (value) => Math.round(value / tolerance));
  const groups = [...counts.values()].map((group) => ({ value: group[0] ?? 0, count: group.length }));
  groups.sort((one, other) => other.count - one.count || Math.abs(one.value) - Math.abs(other.value));
  return groups[0]?.value ?? 0;
}
