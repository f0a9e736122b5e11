import { describe, expect, test } from "vitest";
import { compare } from "../../../src/compare/compare.ts";
import { renderText } from "../../../src/compare/render/render-text.ts";
import { oneTrialEach, sourceOf } from "./sources.ts";

const options = { confidence: 0.95, unpaired: false };

describe("tasks", () => {
  test("are compared by the mean of their trials, those of one side alone are left out by name", () => {
    const a = sourceOf({ both: [1, 0], alone: [1], other: [0, 0, 0] });
    const b = sourceOf({ other: [1, 0, 0], both: [1], extra: [1], more: [0] });
    const result = compare(a, b, options);
    expect(result.tasks).toEqual({
      ...{ better: 2, worse: 0, equal: 0 },
      list: [
        { task: "both", a: [1, 0], b: [1], difference: 0.5, flaky: { a: true, b: false } },
        { task: "other", a: [0, 0, 0], b: [1, 0, 0], difference: 1 / 3, flaky: { a: false, b: true } },
      ],
    });
    expect(result.leftOut).toEqual({ onlyA: ["alone"], onlyB: ["extra", "more"], lost: [] });
    expect([result.a, result.b].map(({ tasks, trials, flaky }) => ({ tasks, trials, flaky }))).toEqual([
      { tasks: 2, trials: 5, flaky: ["both"] },
      { tasks: 2, trials: 4, flaky: ["other"] },
    ]);
    expect(result.difference.estimate).toBeCloseTo(5 / 12, 12);
  });

  test("with equal differences are in the order of their names, larger ones before", () => {
    const result = compare(oneTrialEach(0, 1, 0.5, 0), oneTrialEach(1, 0, 0.5, 0.3), options);
    expect(result.tasks?.list.map(({ task }) => task)).toEqual(["t00", "t01", "t03", "t02"]);
    expect(result.tasks).toMatchObject({ better: 2, worse: 1, equal: 1 });
  });
});

describe("tasks of another version", () => {
  const of = (version?: string) => ({
    ...oneTrialEach(1),
    trials: [{ task: "t", trial: "0", reward: 1, ...(version === undefined ? {} : { version }) }],
  });
  test.each([
    ["one", "two", ["t"]],
    ["one", "one", []],
    ["one", undefined, []],
    [undefined, undefined, []],
  ])("are named where both are known: %s and %s", (a, b, changed) => {
    const result = compare(of(a), of(b), options);
    expect([result.changed, result.a.tasks]).toEqual([changed, 1]);
    const said = renderText(result).filter((line) => line.includes("not the same on A and B"));
    expect(said.length).toBe(changed.length);
  });
});

describe("missing rewards", () => {
  test("leave the task in while each side has another, and take it from both sides else", () => {
    const a = sourceOf({ one: [1, null], two: [0], three: [1] });
    const b = sourceOf({ one: [1, 1], two: [null], three: [0] });
    const result = compare(a, b, options);
    expect(result.leftOut.lost).toEqual(["two"]);
    expect(result.tasks?.list.map(({ task }) => task)).toEqual(["three", "one"]);
    expect(result.a.missing).toEqual([{ task: "one", trial: "1", reason: "engine gone" }]);
    expect(result.b.missing).toEqual([{ task: "two", trial: "0", reason: "engine gone" }]);
    expect(result.a.score.estimate).toBe(1);
  });

  test.each([
    [2, 8, false],
    [3, 7, true],
  ])("%i of 10 on one side is too much: %i left, %s", (lost, left, tooMuch) => {
    const rewards = [...Array(lost).fill(null), ...Array(left).fill(1)];
    const result = compare(oneTrialEach(...Array(10).fill(1)), oneTrialEach(...rewards), options);
    expect([result.missingShare, result.tooMuchMissing]).toEqual([lost / 10, tooMuch]);
  });

  test("on different tasks of both sides add up", () => {
    const a = oneTrialEach(null, null, 1, 1, 1, 1, 1, 1, 1, 1);
    const b = oneTrialEach(1, 1, null, null, 1, 1, 1, 1, 1, 1);
    expect(compare(a, b, options)).toMatchObject({ missingShare: 0.4, tooMuchMissing: true });
  });
});

describe("p", () => {
  // The worked examples of the exact test (docs/gate.md), doubled.
  test.each([
    [{ a: { t: [0, 0, 0] }, b: { t: [1] } }, 0.25],
    [{ a: { t: [0, 0, 0], u: [0, 1] }, b: { t: [1], u: [1] } }, 0.166667],
    [{ a: { t: [0], u: [0], v: [0] }, b: { t: [1], u: [1], v: [1] } }, 0.125],
    [{ a: { t: [0], u: [0], v: [1, 1] }, b: { t: [1], u: [1], v: [0] } }, 0.75],
    [{ a: { t: [0.3, 0.5] }, b: { t: [0.7] } }, 0.333333],
    [{ a: { t: [1], u: [0] }, b: { t: [1], u: [0] } }, 1],
  ])("of %j is two-sided %d", ({ a, b }, expected) => {
    const one = compare(sourceOf(a as never), sourceOf(b as never), options);
    const other = compare(sourceOf(b as never), sourceOf(a as never), options);
    expect(one.p.twoSided).toBeCloseTo(expected, 6);
    expect(other.p.twoSided).toBeCloseTo(one.p.twoSided, 12);
    expect(other.p.up).toBeCloseTo(one.p.low, 12);
  });
});

describe("the finding", () => {
  const zeros = (count: number) => Array<number>(count).fill(0);
  const ones = (count: number) => Array<number>(count).fill(1);

  test("is better, and worse the other way round, where interval and exact test agree", () => {
    const [a, b] = [oneTrialEach(...zeros(12)), oneTrialEach(...ones(8), ...zeros(4))];
    expect(compare(a, b, options)).toMatchObject({ finding: "better", p: { twoSided: 2 ** -8 } });
    expect(compare(b, a, options)).toMatchObject({ finding: "worse", p: { twoSided: 2 ** -8 } });
  });

  test("is unclear where nothing differs, and the interval is no point", () => {
    const same = oneTrialEach(1, 1, 0, 1, 0, 1, 1, 1, 0, 1);
    const result = compare(same, same, options);
    expect(result).toMatchObject({ finding: "unclear", p: { twoSided: 1, up: 0.5, low: 0.5 }, needed: null });
    expect(result.difference).toMatchObject({ estimate: 0, method: "score" });
    expect(result.difference.high).toBeCloseTo(0.2775, 4);
    expect(result.difference.low).toBeCloseTo(-0.2775, 4);
  });

  test("is unclear where the interval alone leaves 0 out", () => {
    const result = compare(oneTrialEach(...zeros(8)), oneTrialEach(...ones(4), ...zeros(4)), options);
    expect(result.finding).toBe("unclear");
    expect(result.difference.low).toBeGreaterThan(0);
    expect(result.p.twoSided).toBeCloseTo(0.0625, 12);
  });

  test("is of these tasks alone where their trials show it and their spread does not", () => {
    const a = sourceOf({ t: Array(8).fill(0), u: Array(8).fill(0), v: Array(8).fill(1) });
    const b = sourceOf({ t: Array(8).fill(1), u: Array(8).fill(1), v: [1, 1, 1, 1, 1, 1, 1, 0] });
    expect(compare(a, b, options)).toMatchObject({ finding: "better-here", difference: { method: "t" } });
    expect(compare(b, a, options).finding).toBe("worse-here");
  });

  test("asks for more with a higher confidence", () => {
    const [a, b] = [oneTrialEach(...zeros(12)), oneTrialEach(...ones(6), ...zeros(6))];
    expect(compare(a, b, options).finding).toBe("better");
    expect(compare(a, b, { ...options, confidence: 0.99 }).finding).toBe("unclear");
  });
});

describe("sides without a common task", () => {
  const a = sourceOf({ a1: [1], a2: [0], a3: [0], a4: [0] });
  const b = sourceOf({ b1: [1, 1], b2: [1], b3: [null], b4: [1] });

  test("are refused, with a name of each", () => {
    expect(() => compare(a, b, options)).toThrow(
      expect.objectContaining({
        code: "compare-no-common-tasks",
        message: expect.stringMatching(/A has a1, B has b1/),
      }),
    );
  });

  test("are compared as two draws of tasks when that is asked for", () => {
    const result = compare(a, b, { ...options, unpaired: true });
    expect(result).toMatchObject({
      ...{ paired: false, tasks: null, finding: "unclear" },
      difference: { estimate: 0.75, method: "combined" },
      a: { tasks: 4, trials: 4 },
      b: { tasks: 3, trials: 4 },
      leftOut: { onlyA: [], onlyB: ["b3"], lost: [] },
    });
    // Of the 35 ways to choose three of seven, of which four have a reward of 1: 4 choose the three.
    expect(result.p.up).toBeCloseTo(0.5 * (4 / 35), 12);
  });

  test("are refused as such when a task is on both", () => {
    const both = sourceOf({ a1: [1], c: [0] });
    const refused = expect.objectContaining({ fault: "config", code: "compare-tasks-match" });
    expect(() => compare(a, both, { ...options, unpaired: true })).toThrow(refused);
  });
});

describe("a side without a reward", () => {
  test("is refused by its name, with why", () => {
    const dead = { ...oneTrialEach(null, null), name: "dead.csv" };
    expect(() => compare(oneTrialEach(1, 0), dead, options)).toThrow(
      expect.objectContaining({
        code: "compare-no-rewards",
        message: "dead.csv: none of its 2 trials has a reward (engine gone)",
      }),
    );
  });

  test("on every common task is refused, too", () => {
    const a = sourceOf({ t: [1], u: [null] });
    const b = sourceOf({ t: [null], u: [1] });
    expect(() => compare(a, b, options)).toThrow(expect.objectContaining({ code: "compare-no-rewards" }));
  });
});

describe("what it would take", () => {
  const a = sourceOf({ t: [0, 1], u: [0, 0], v: [1, 1], w: [1, 0] });
  const b = sourceOf({ t: [1, 1], u: [0, 1], v: [1, 1], w: [0, 0] });

  test("is for the observed difference, or for the one that is asked for", () => {
    expect(compare(a, b, options).needed).toMatchObject({ difference: 0.125, power: 0.8 });
    const wanted = compare(a, b, { ...options, detect: 0.5 }).needed;
    // Differences .5 .5 0 −.5: variance 0.229167 by hand; four quarter points over 0.5².
    expect(wanted).toMatchObject({ difference: 0.5, tasks: 10 });
  });

  test("knows of trials only where tasks were tried twice", () => {
    expect(compare(oneTrialEach(0, 1, 1, 0), oneTrialEach(1, 1, 0, 1), options).needed?.trials).toBeNull();
    // One trial's variance: A (.5 + 0 + 0 + .5) / 4, B .5 / 4, together .375; half of it, .1875, is in the measured .229167,
    // so .041667 is between tasks. Allowed: 4 · .25 / (3.1824 + .9785)² = .05776. .375 / (.05776 − .041667) = 23.3.
    expect(compare(a, b, { ...options, detect: 0.5 }).needed?.trials).toBe(24);
  });
});

describe("the bar", () => {
  test.each([
    [-0.5, false, { shown: "not-under", failed: false }],
    [0, false, { shown: "unclear", failed: false }],
    [0, true, { shown: "unclear", failed: true }],
    [0.9, false, { shown: "under", failed: true }],
  ] as const)("at %d, strict %s, is judged by the interval", (under, strict, expected) => {
    const [a, b] = [oneTrialEach(0, 0, 1, 0, 0, 1), oneTrialEach(1, 0, 1, 1, 0, 0)];
    expect(compare(a, b, { ...options, bar: { under, strict } }).bar).toEqual({ under, strict, ...expected });
  });
});
