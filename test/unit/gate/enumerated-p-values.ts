import type { PValues, Stratum } from "../../../src/gate/exact-test.ts";

/** The definition, by hand: every subset of every stratum is counted, in whole numbers (docs/gate.md, The exact test). */
export function enumeratedPValues(strata: readonly Stratum[]): PValues {
  const rewards = strata.flatMap(({ candidate, incumbent }) => [...candidate, ...incumbent]);
  const isPlain = rewards.every((reward) => reward === 0 || reward === 1);
  const put = (reward: number) => (isPlain ? reward : Math.floor(20 * reward + 0.5));
  let ways = new Map<number, bigint>([[0, 1n]]);
  let observed = 0;
  for (const { candidate, incumbent } of strata) {
    const pool = [...candidate, ...incumbent].map(put);
    const sums = subsetSums(pool, candidate.length);
    observed += pool.slice(0, candidate.length).reduce((sum, value) => sum + value, 0);
    const next = new Map<number, bigint>();
    for (const [before, count] of ways) {
      for (const [sum, times] of sums) next.set(before + sum, (next.get(before + sum) ?? 0n) + count * times);
    }
    ways = next;
  }
  const count = (wanted: (sum: number) => boolean) =>
    [...ways].reduce((all, [sum, times]) => (wanted(sum) ? all + times : all), 0n);
  const total = count(() => true);
  const share = (part: bigint) => Number((part * 10n ** 18n) / total) / 1e18;
  const equal = share(count((sum) => sum === observed));
  return {
    p_up: share(count((sum) => sum > observed)) + equal / 2,
    p_low: share(count((sum) => sum < observed)) + equal / 2,
  };
}

function subsetSums(pool: readonly number[], size: number): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (let subset = 0; subset < 2 ** pool.length; subset++) {
    const chosen = pool.filter((_, index) => (subset >> index) % 2 === 1);
    if (chosen.length !== size) continue;
    const sum = chosen.reduce((total, value) => total + value, 0);
    sums.set(sum, (sums.get(sum) ?? 0n) + 1n);
  }
  return sums;
}
