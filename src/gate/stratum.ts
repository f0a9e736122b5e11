// The distribution of a candidate's sum within one stratum, if the agents are equal: which m of the m + k rewards are
// the candidate's is then a uniform draw without replacement.

import type { Distribution } from "./distribution.ts";

/** Whole numbers, `least` of them 0; `drawn` are the candidate's. */
export function sumOfDraw(pool: readonly number[], drawn: number): Distribution {
  const most = pool.reduce((a, b) => Math.max(a, b));
  const isTwoValued = pool.every((value) => value === 0 || value === most);
  return isTwoValued ? ofTwoValues(pool, drawn, most) : ofAnyValues(pool, drawn);
}

/** Hypergeometric: from its mode outwards by ratios of neighbours, then scaled, so that no factorial overflows. */
function ofTwoValues(pool: readonly number[], drawn: number, step: number): Distribution {
  const high = pool.filter((value) => value !== 0).length;
  const low = pool.length - high;
  const least = Math.max(0, drawn - low);
  const most = Math.min(high, drawn);
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (high + 1)) / (pool.length + 2))));
  const weights = new Float64Array(most - least + 1);
  weights[mode - least] = 1;
  const ratio = (x: number) => ((high - x) * (drawn - x)) / ((x + 1) * (low - drawn + x + 1));
  for (let x = mode; x < most; x++) weights[x + 1 - least] = (weights[x - least] ?? 0) * ratio(x);
  for (let x = mode; x > least; x--) weights[x - 1 - least] = (weights[x - least] ?? 0) / ratio(x - 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = new Float64Array((most - least) * step + 1);
  for (const [index, weight] of weights.entries()) probabilities[index * step] = weight / total;
  return { first: least * step, probabilities };
}

/** Subset sums: one value after the other is drawn with the share that is still to be drawn of those that are left. */
function ofAnyValues(pool: readonly number[], drawn: number): Distribution {
  const sorted = Int32Array.from(pool).sort();
  /** sums[i]: of the i smallest. */
  const sums = new Int32Array(sorted.length + 1);
  for (const [index, value] of sorted.entries()) sums[index + 1] = (sums[index] ?? 0) + value;
  const smallest = (count: number) => sums[count] ?? 0;
  const largest = (count: number, seen: number) => smallest(seen) - smallest(seen - count);
  const width = largest(drawn, sorted.length) + 1;
  /** chances[count * width + sum], of what was drawn of the values seen; counts from high to low, so that each moves once. */
  const chances = new Float64Array((drawn + 1) * width);
  chances[0] = 1;
  for (const [seen, value] of sorted.entries()) {
    const left = sorted.length - seen;
    for (let count = Math.min(seen, drawn); count >= Math.max(0, drawn - left); count--) {
      const taken = (drawn - count) / left;
      const from = count * width;
      const to = from + width + value;
      for (let sum = largest(count, seen); sum >= smallest(count); sum--) {
        const chance = chances[from + sum] ?? 0;
        chances[from + sum] = chance * (1 - taken);
        if (taken > 0) chances[to + sum] = (chances[to + sum] ?? 0) + chance * taken;
      }
    }
  }
  const least = smallest(drawn);
  return { first: least, probabilities: chances.slice(drawn * width + least) };
}
