import { describe, expect, test } from "vitest";
import {
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "../../../../src/compare/statistics/distributions.ts";

// Published tables: NIST/SEMATECH e-Handbook, 1.3.6.7.2, and exact values of t with 1 and 2 degrees of freedom.
describe("Student's t", () => {
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 3, 3.182],
    [0.975, 7, 2.365],
    [0.975, 10, 2.228],
    [0.975, 34, 2.032],
    [0.975, 100, 1.984],
    [0.95, 7, 1.895],
    [0.999, 5, 5.893],
    [0.9, 15, 1.341],
  ])("has the quantile of the tables at %d with %i degrees of freedom", (p, degrees, expected) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(expected, 3);
  });

  test.each([1, 2, 3, 8, 9, 50, 51, 1000])(
    "has a quantile that its distribution brings back, %i degrees",
    (degrees) => {
      for (const p of [0.0005, 0.025, 0.2, 0.5, 0.8, 0.975, 0.9995]) {
        expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 10);
      }
    },
  );

  test("is exact where there is a formula: Cauchy's with 1, x / √(2 + x²) with 2", () => {
    for (const x of [-30, -1.5, 0, 0.3, 4]) {
      expect(studentCdf(x, 1)).toBeCloseTo(0.5 + Math.atan(x) / Math.PI, 12);
      expect(studentCdf(x, 2)).toBeCloseTo(0.5 + x / (2 * Math.sqrt(2 + x * x)), 12);
    }
  });

  test("becomes normal without a jump", () => {
    expect(Math.abs(studentQuantile(0.975, 30_000) - studentQuantile(0.975, 30_001))).toBeLessThan(1e-4);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses %d degrees of freedom", (degrees) => {
    expect(() => studentQuantile(0.9, degrees)).toThrow(RangeError);
  });
});

describe("the normal distribution", () => {
  test.each([
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.975, 1.959963984540054],
    [0.9995, 3.2905267314919255],
    [0.01, -2.3263478740408408],
  ])("has its quantile at %d", (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 9);
  });

  test("ends at 0 and 1", () => {
    expect([normalCdf(-40), normalCdf(0), normalCdf(40)]).toEqual([0, 0.5, 1]);
  });

  test.each([0, 1, -0.1, Number.NaN])("refuses the probability %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
