import { expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { drawBeta, logBeta, logGamma } from "../../../src/plan/beta.ts";

test.each([
  [0.5, Math.log(Math.sqrt(Math.PI))],
  [1, 0],
  [2, 0],
  [5, Math.log(24)],
  [10.5, Math.log(1_133_278.388_948_785)],
  [0.01, 4.599_479_878_042_022],
  [171, 706.573_062_245_787_4],
])("ln Γ(%d) is known to 12 digits", (x, expected) => {
  expect(logGamma(x)).toBeCloseTo(expected, 10);
});

test("B(a, b) is that of the factorials", () => {
  expect(Math.exp(logBeta(3, 4))).toBeCloseTo((2 * 6) / 720, 12);
});

test.each([
  [2, 3],
  [0.5, 0.5],
  [0.05, 0.02],
  [30, 1],
])("draws of Beta(%d, %d) have its mean and variance", (a, b) => {
  const random = seededRandom(`${a} ${b}`);
  const draws = Array.from({ length: 20_000 }, () => drawBeta(a, b, random));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  const expected = { mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
  expect(Math.abs(mean - expected.mean)).toBeLessThan(5 * Math.sqrt(expected.variance / draws.length));
  expect(variance / expected.variance).toBeGreaterThan(0.93);
  expect(variance / expected.variance).toBeLessThan(1.07);
  expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true);
});
