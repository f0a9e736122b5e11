import { expect, test } from "vitest";
import { shiftChances } from "../../../src/plan/shift-chances.ts";

const chances = new Map([
  ["sure", 1],
  ["never", 0],
  ["half", 0.5],
  ["often", 0.9],
]);

function meanOf(map: ReadonlyMap<string, number> | null): number {
  return [...(map ?? [])].reduce((sum, [, chance]) => sum + chance, 0) / 4;
}

test.each([-0.5, -0.1, 0, 0.05, 0.3])("the mean moves by %d and every chance stays a chance", (difference) => {
  const shifted = shiftChances(chances, difference);
  expect(meanOf(shifted) - meanOf(chances)).toBeCloseTo(difference, 12);
  for (const chance of shifted?.values() ?? []) {
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  }
});

test("a sure task stays sure in a better agent, and a hopeless one hopeless in a worse one", () => {
  expect(shiftChances(chances, 0.2)?.get("sure")).toBe(1);
  expect(shiftChances(chances, -0.2)?.get("never")).toBe(0);
});

test.each([0.41, -0.61])("there is no such agent where the scale ends before %d", (difference) => {
  expect(shiftChances(chances, difference)).toBeNull();
});

test("nothing can be better than sure", () => {
  expect(shiftChances(new Map([["a", 1]]), 0.1)).toBeNull();
});
