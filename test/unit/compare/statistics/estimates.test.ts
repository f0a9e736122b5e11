import { describe, expect, test, vi } from "vitest";
import type { PairedTask, SideTask } from "../../../../src/compare/pair-tasks.ts";
import { combinedDifference, pairedDifference, sideScore } from "../../../../src/compare/statistics/estimates.ts";
import { meanInterval } from "../../../../src/compare/statistics/mean-interval.ts";
import { meanOf } from "../../../../src/core/trial.ts";
import { populations, seeded, trialsOf } from "./simulated-tasks.ts";

vi.setConfig({ testTimeout: 60_000 });

const range = { low: -1, high: 1 };

describe("the interval of a mean over tasks", () => {
  test("is Student's t where enough tasks differ", () => {
    // Mean 0.1, deviations −.3 −.2 −.1 .1 .2 .3: variance .28/5, standard error √(.056/6), t(.975, 5) = 2.5706.
    const interval = meanInterval([-0.2, -0.1, 0, 0.2, 0.3, 0.4], range, 0.95);
    expect(interval.estimate).toBeCloseTo(0.1, 12);
    expect(interval.standardError).toBeCloseTo(0.0966, 4);
    expect(interval.low).toBeCloseTo(0.1 - 2.5706 * 0.0966, 4);
    expect(interval.high).toBeCloseTo(0.1 + 2.5706 * 0.0966, 4);
  });

  test("says of one task nothing", () => {
    expect(meanInterval([0.5], range, 0.95)).toEqual({ estimate: 0.5, standardError: null, ...range });
  });

  test.each([0, 0.25, 1])("is not a point where every task's value is %d", (value) => {
    const { low, high, standardError } = meanInterval(Array(20).fill(value), range, 0.95);
    const half = 3.8415 / (20 + 3.8415);
    expect(standardError).toBe(0);
    expect(low).toBeCloseTo(Math.max(-1, value - half), 4);
    expect(high).toBeCloseTo(Math.min(1, value + half), 4);
  });

  test("stays within what is possible", () => {
    const { low, high } = meanInterval([1, 1, 1, 0.2, 1], { low: 0, high: 1 }, 0.99);
    expect([low >= 0, high]).toEqual([true, 1]);
  });

  test("is refused without tasks", () => {
    expect(() => meanInterval([], range, 0.95)).toThrow(RangeError);
  });
});

describe("a side's score", () => {
  test("is a share with Wilson's interval for one 0/1 trial of each task, else a mean with t", () => {
    const single = sideScore([side([1]), side([0]), side([1]), side([1])], 0.95);
    expect(single).toMatchObject({ estimate: 0.75, method: "score" });
    expect(single.low).toBeCloseTo(0.3006, 4);
    expect(sideScore([side([1, 0]), side([0, 0]), side([1, 1])], 0.95)).toMatchObject({ estimate: 0.5, method: "t" });
    expect(sideScore([side([0.5]), side([1])], 0.95)).toMatchObject({ estimate: 0.75, method: "t" });
  });
});

describe("the difference of sides with tasks of their own", () => {
  test("is Newcombe's method 10 of two shares: 56/70 and 48/80 (Statistics in Medicine 17, 1998, table II)", () => {
    const share = (passed: number, count: number) =>
      sideScore(
        Array.from({ length: count }, (_, at) => side([at < passed ? 1 : 0])),
        0.95,
      );
    const { estimate, low, high } = combinedDifference(share(48, 80), share(56, 70));
    expect([estimate.toFixed(4), low.toFixed(4), high.toFixed(4)]).toEqual(["0.2000", "0.0524", "0.3339"]);
  });
});

describe("a 95 % interval of the difference holds the truth at least 94 times of 100", () => {
  const experiments = 800;
  const cases = Object.keys(populations).flatMap((name) =>
    [8, 35].flatMap((count) => [1, 3].map((trials) => [name, count, trials] as const)),
  );
  test.each(cases)("%s: %i tasks, %i trials each", (name, count, trials) => {
    const population = populations[name];
    if (population === undefined) throw new Error(`no population ${name}`);
    const random = seeded(count * 10 + trials);
    let held = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const tasks = Array.from({ length: count }, (_, at): PairedTask => {
        const [chanceA, chanceB] = population.draw(random);
        const [a, b] = [side(trialsOf(chanceA, trials, random)), side(trialsOf(chanceB, trials, random))];
        return { task: `${at}`, a, b, difference: b.mean - a.mean };
      });
      const { low, high } = pairedDifference(tasks, 0.95);
      if (low <= population.difference && population.difference <= high) held += 1;
    }
    // Two standard errors of a share of 0.94 in so many experiments are 0.017.
    expect(held / experiments).toBeGreaterThan(0.94 - 0.017);
  });
});

function side(rewards: readonly number[]): SideTask {
  return { task: "task", rewards, mean: meanOf(rewards) ?? 0, flaky: false, versions: new Set() };
}
