import { describe, expect, test } from "vitest";
import { gridValue, pValues, type Stratum } from "../../../src/gate/exact-test.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { enumeratedPValues } from "./enumerated-p-values.ts";

function stratum(candidate: readonly number[], incumbent: readonly number[]): Stratum {
  return { candidate, incumbent };
}

function times(count: number, one: Stratum): Stratum[] {
  return Array.from({ length: count }, () => one);
}

describe("p-values", () => {
  test.each([
    ["one task, the only pass", [stratum([1], [0, 0, 0])], 0.125],
    ["a second task that is half as clear", [stratum([1], [0, 0, 0]), stratum([1], [0, 1])], 0.083333],
    ["three clear wins", times(3, stratum([1], [0])), 0.0625],
    ["two wins and a loss", [...times(2, stratum([1], [0])), stratum([0], [1, 1])], 0.375],
    ["rewards in between", [stratum([0.7], [0.3, 0.5])], 0.166667],
    ["nothing at all", [], 0.5],
    ["tasks that all agree", [stratum([1], [1, 1]), stratum([0], [0])], 0.5],
    ["rewards that are one on the grid", [stratum([0.51], [0.49, 0.5])], 0.5],
    ["one side only", [stratum([1], []), stratum([], [0])], 0.5],
  ])("of %s", (_words, strata, expected) => {
    const { p_up, p_low } = pValues(strata);
    expect(p_up).toBeCloseTo(expected, 6);
    expect(p_low).toBeCloseTo(1 - expected, 6);
  });

  test.each([
    ["0 and 1", () => [0, 1]],
    ["0, ½ and 1", () => [0, 0.5, 1]],
    ["anything", (random: () => number) => Array.from({ length: 5 }, random)],
  ])("equal those of every way to draw the candidate's rewards: %s", (_words, valuesOf) => {
    const random = seededRandom("enumerated");
    for (let scene = 0; scene < 60; scene++) {
      const values = valuesOf(random);
      const some = (least: number, most: number) =>
        Array.from(
          { length: least + Math.floor(random() * (most - least + 1)) },
          () => values[Math.floor(random() * values.length)] ?? 0,
        );
      const strata = Array.from({ length: 1 + Math.floor(random() * 4) }, () => stratum(some(0, 3), some(0, 4)));
      const enumerated = enumeratedPValues(strata);
      const { p_up, p_low } = pValues(strata);
      expect(p_up).toBeCloseTo(enumerated.p_up, 12);
      expect(p_low).toBeCloseTo(enumerated.p_low, 12);
    }
  });

  test("do not depend on the order of strata or of rewards", () => {
    const random = seededRandom("turned");
    const strata = Array.from({ length: 12 }, () => stratum([random(), random()], [random(), random(), random()]));
    const turned = strata
      .toReversed()
      .map(({ candidate, incumbent }) => stratum(candidate.toReversed(), incumbent.toReversed()));
    expect(pValues(turned).p_up).toBeCloseTo(pValues(strata).p_up, 12);
  });

  test("change sides with the agents", () => {
    const strata = [stratum([1, 0, 1], [0, 0]), stratum([0.4], [0.7, 0.2]), stratum([1], [0])];
    const swapped = strata.map(({ candidate, incumbent }) => stratum(incumbent, candidate));
    const { p_up, p_low } = pValues(strata);
    const other = pValues(swapped);
    expect([other.p_up, other.p_low]).toEqual([expect.closeTo(p_low, 12), expect.closeTo(p_up, 12)]);
  });

  test("keep their precision far out: ninety clear wins are ½^91", () => {
    const { p_up } = pValues(times(90, stratum([1], [0])));
    expect(p_up / 2 ** -91).toBeCloseTo(1, 9);
  });

  test("of many different rewards on many tasks are the exact ones, although the far ends are cut", () => {
    const random = seededRandom("cut");
    const strata = Array.from({ length: 60 }, () =>
      stratum(
        [random() * 1.02, random()].map((reward) => Math.min(1, reward)),
        [random(), random()],
      ),
    );
    const exact = enumeratedPValues(strata);
    expect(pValues(strata).p_up).toBeCloseTo(exact.p_up, 11);
    expect(pValues(strata).p_low).toBeCloseTo(exact.p_low, 11);
  });

  test("of a thousand runs on each side overflow nowhere", () => {
    const runs = (passed: number) => Array.from({ length: 1000 }, (_, index) => (index < passed ? 1 : 0));
    expect(pValues([stratum(runs(500), runs(500))])).toEqual({
      p_up: expect.closeTo(0.5, 12),
      p_low: expect.closeTo(0.5, 12),
    });
    // z = 20 / sqrt(1000 · ½ · ½ · 1000 / 1999) = 1.79, whose normal tail is 0.0368.
    expect(pValues([stratum(runs(520), runs(480))]).p_up).toBeCloseTo(0.0369, 3);
  });
});

test.each([
  [0, 0],
  [0.024, 0],
  [0.025, 1],
  [0.5, 10],
  [0.7, 14],
  [0.974, 19],
  [0.976, 20],
  [1, 20],
])("a reward of %d is %i on the grid", (reward, value) => {
  expect(gridValue(reward)).toBe(value);
});
