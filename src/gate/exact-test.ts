// The exact stratified permutation test (the Mantel-Haenszel statistic, conditional on each stratum's pooled rewards)
// with mid-p values (Lancaster 1961). docs/gate.md has it in words and with examples.

import { addedUp, certainlyZero, comparedWith, type Distribution } from "./distribution.ts";
import { sumOfDraw } from "./stratum.ts";

/** One task's rewards in one stage, 0..1; none of them missing. */
export interface Stratum {
  candidate: readonly number[];
  incumbent: readonly number[];
}

export interface PValues {
  /** P(T > observed) + ½ P(T = observed): small where the candidate is better. */
  p_up: number;
  /** P(T < observed) + ½ P(T = observed): small where it is worse. */
  p_low: number;
}

/**
 * T is the sum of the candidate's rewards; if the agents are equal, which rewards of a stratum are the candidate's is a
 * uniform draw. Rewards are compared on a grid of 1/20. Strata with one side only or with all rewards equal say nothing
 * and are left out; with none left both values are one half.
 */
export function pValues(strata: readonly Stratum[]): PValues {
  const unit = unitOf(strata.flatMap(({ candidate, incumbent }) => [...candidate, ...incumbent]));
  return compare([sumOfStrata(strata, unit)]);
}

/** A reward on the grid that rewards are compared on: 0..20, whole. */
export function gridValue(reward: number): number {
  return Math.floor(20 * reward + 0.5);
}

/**
 * The largest step of the grid that all rewards are multiples of: 20 where they are 0 and 1, which are then told as they
 * are. A finer unit changes no p-value, only the time that it takes.
 */
export function unitOf(rewards: readonly number[]): number {
  let unit = 20;
  for (const reward of rewards) unit = greatestCommonDivisor(gridValue(reward), unit);
  return unit;
}

/** The candidate's part of T over some strata, in units: as it is, and as it could be. */
export interface StrataSum {
  observed: number;
  /** Their sum is how it could be. */
  parts: readonly Distribution[];
}

/** `unit`: of these rewards and those that the sum is compared with. */
export function sumOfStrata(strata: readonly Stratum[], unit: number): StrataSum {
  const told = strata.map((stratum) => inUnits(stratum, unit)).filter((stratum) => stratum !== null);
  return {
    observed: told.reduce((total, { sum }) => total + sum, 0),
    parts: told.map(({ pool, drawn }) => sumOfDraw(pool, drawn)),
  };
}

/** The same with its parts added up: for a sum that is compared several times. */
export function settled({ observed, parts }: StrataSum): StrataSum {
  return { observed, parts: addedUp(parts, 1) };
}

/** P-values of parts of T taken together. */
export function compare(sums: readonly StrataSum[]): PValues {
  const observed = sums.reduce((total, sum) => total + sum.observed, 0);
  // Two are left: comparing them is cheaper than making the distribution of both.
  const [a = certainlyZero, b = certainlyZero] = addedUp(
    sums.flatMap(({ parts }) => parts),
    2,
  );
  const { below, equal, above } = comparedWith(observed, a, b);
  return { p_up: above + equal / 2, p_low: below + equal / 2 };
}

/** Above the least reward of the stratum: what both sides share says nothing. */
function inUnits(
  { candidate, incumbent }: Stratum,
  unit: number,
): { pool: number[]; drawn: number; sum: number } | null {
  if (candidate.length === 0 || incumbent.length === 0) return null;
  const values = [...candidate, ...incumbent].map((reward) => gridValue(reward) / unit);
  const least = values.reduce((a, b) => Math.min(a, b));
  const pool = values.map((value) => value - least);
  if (pool.every((value) => value === 0)) return null;
  const drawn = candidate.length;
  return { pool, drawn, sum: pool.slice(0, drawn).reduce((sum, value) => sum + value, 0) };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
