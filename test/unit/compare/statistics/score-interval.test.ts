import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../../src/compare/statistics/distributions.ts";
import { pairedScoreInterval, wilsonInterval } from "../../../../src/compare/statistics/score-interval.ts";

describe("a share's interval", () => {
  test("is Wilson's of the literature: 81 of 263 (Newcombe, Statistics in Medicine 17, 1998, table I)", () => {
    const { low, high } = wilsonInterval(81, 263, 0.95);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  });

  test("claims no certainty where all or none pass", () => {
    const none = wilsonInterval(0, 20, 0.95);
    const all = wilsonInterval(20, 20, 0.95);
    expect([none.low, all.high]).toEqual([0, 1]);
    expect(none.high).toBeCloseTo(0.1611, 4);
    expect(all.low).toBeCloseTo(1 - none.high, 12);
  });
});

describe("a paired difference's interval", () => {
  test("is Tango's of the literature: 1 and 7 of 21 (Fagerland, Lydersen and Laake, Statistics in Medicine 33, 2014)", () => {
    const { low, high } = pairedScoreInterval(1, 7, 21, 0.95);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(["-0.517", "-0.026"]);
  });

  test.each([
    [3, 1, 12],
    [0, 4, 9],
    [9, 0, 9],
    [20, 11, 90],
  ])(
    "ends where the score test with a searched-for likelihood refuses: %i won, %i lost of %i",
    (wins, losses, count) => {
      const { low, high } = pairedScoreInterval(wins, losses, count, 0.9);
      const z = normalQuantile(0.95);
      for (const end of [low, high].filter((bound) => Math.abs(bound) < 1)) {
        expect(Math.abs(scoreBySearch(wins, losses, count, end))).toBeCloseTo(z, 3);
      }
      expect(low).toBeLessThan((wins - losses) / count);
    },
  );

  test.each([1, 2, 10, 35])("of %i tasks without a difference is ± z² / (n + z²)", (count) => {
    const z = normalQuantile(0.975);
    const half = (z * z) / (count + z * z);
    const { low, high } = pairedScoreInterval(0, 0, count, 0.95);
    expect(low).toBeCloseTo(-half, 6);
    expect(high).toBeCloseTo(half, 6);
  });

  test("turns round when the sides do", () => {
    const one = pairedScoreInterval(7, 2, 30, 0.95);
    const other = pairedScoreInterval(2, 7, 30, 0.95);
    expect(other.low).toBeCloseTo(-one.high, 9);
    expect(other.high).toBeCloseTo(-one.low, 9);
  });

  test("narrows with tasks and widens with confidence", () => {
    const width = (count: number, confidence: number) => {
      const { low, high } = pairedScoreInterval(count / 10, count / 10, count, confidence);
      return high - low;
    };
    expect(width(40, 0.95)).toBeLessThan(width(10, 0.95));
    expect(width(40, 0.99)).toBeGreaterThan(width(40, 0.95));
  });
});

/** The same statistic with the likeliest share of losses found by trying: no formula in common with the code. */
function scoreBySearch(wins: number, losses: number, count: number, difference: number): number {
  const ties = count - wins - losses;
  const log = (times: number, chance: number) => (times === 0 ? 0 : times * Math.log(chance));
  const likelihood = (share: number) =>
    log(wins, share + difference) + log(losses, share) + log(ties, 1 - 2 * share - difference);
  let [left, right] = [Math.max(0, -difference) + 1e-13, (1 - difference) / 2 - 1e-13];
  for (let step = 0; step < 300; step += 1) {
    const [a, b] = [left + (right - left) / 3, right - (right - left) / 3];
    if (likelihood(a) < likelihood(b)) left = a;
    else right = b;
  }
  const share = (left + right) / 2;
  const variance = count * (2 * share + difference - difference ** 2);
  return (wins - losses - count * difference) / Math.sqrt(variance);
}
