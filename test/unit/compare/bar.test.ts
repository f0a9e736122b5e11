import { describe, expect, test } from "vitest";
import { judgeBar } from "../../../src/compare/bar.ts";
import { parsePoints } from "../../../src/compare/parse-points.ts";

describe("a line B must not be shown to be under", () => {
  test.each([
    ["wholly below it", { low: -0.2, high: -0.031 }, "under", true, true],
    ["up to it", { low: -0.2, high: -0.03 }, "unclear", false, true],
    ["across it", { low: -0.2, high: 0.1 }, "unclear", false, true],
    ["from it", { low: -0.03, high: 0.1 }, "not-under", false, false],
    ["wholly above it", { low: 0, high: 0.1 }, "not-under", false, false],
  ] as const)("an interval %s", (_, bounds, shown, failed, failedStrictly) => {
    const under = -0.03;
    expect(judgeBar({ under, strict: false }, bounds)).toEqual({ under, strict: false, shown, failed });
    expect(judgeBar({ under, strict: true }, bounds)).toEqual({ under, strict: true, shown, failed: failedStrictly });
  });
});

describe("points", () => {
  test.each([
    ["-3pt", -0.03],
    ["+2.5pt", 0.025],
    ["0pt", 0],
    [" 12 pt ", 0.12],
    ["-.5pt", -0.005],
    ["100pt", 1],
  ])("%j are %d", (text, expected) => {
    expect(parsePoints(text, "fail-under")).toBeCloseTo(expected, 12);
  });

  test.each(["-3", "-0.03", "3%", "pt", "", "101pt", "3ptpt", "1e1pt", "--3pt"])(
    "%j are refused by the flag's name",
    (text) => {
      expect(() => parsePoints(text, "detect")).toThrow(
        expect.objectContaining({ code: "flag-invalid", message: expect.stringMatching(/^--detect .*such as -3pt$/) }),
      );
    },
  );
});
