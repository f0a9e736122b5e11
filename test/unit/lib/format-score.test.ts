import { expect, test } from "vitest";
import { formatScore } from "../../../src/lib/format-score.ts";

test.each([
  [0, "0.0000"],
  [1, "1.0000"],
  [1 / 32, "0.0312"],
  [3 / 32, "0.0938"],
  [5 / 32, "0.1562"],
  [31 / 32, "0.9688"],
  [19 / 35, "0.5429"],
  [0.00005, "0.0001"],
  [0.00015, "0.0001"],
  [0.99995, "1.0000"],
  [1e-20, "0.0000"],
  [-1 / 32, "-0.0312"],
])("%d is written %s", (score, text) => {
  expect(formatScore(score)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is no score", (score) => {
  expect(() => formatScore(score)).toThrow(RangeError);
});
