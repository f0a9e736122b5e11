// GATE.md, strict-seed, rule by rule.

import { describe, expect, test } from "vitest";
import { type StrictSeedAnswer, type StrictSeedRequest, strictSeedRequest } from "../../../src/gate/protocol.ts";
import { decideStrictSeed } from "../../../src/gate/strict-seed.ts";

type Rewards = Readonly<Record<string, number | null>>;

interface Scene {
  suite?: readonly string[];
  test?: readonly string[];
  best?: readonly string[];
  train?: Rewards;
  threshold?: number;
  runs?: { suite?: Rewards; test?: Rewards; recheck?: Rewards };
}

function request({ suite = [], test = ["t1", "t2"], best = [], train = {}, threshold = 0.8, runs = {} }: Scene) {
  const flat = Object.entries(runs).flatMap(([step, rewards]) =>
    Object.entries(rewards).map(([task, reward]) => ({ step, task, reward })),
  );
  return strictSeedRequest.parse({
    ...{ protocol: "gate/1", op: "decide", mode: "strict-seed", decision: "it-1" },
    ...{ suite, test, best, train_results: train, config: { threshold }, runs: flat },
  });
}

function decide(scene: Scene): StrictSeedAnswer {
  return decideStrictSeed(request(scene));
}

function verdict(scene: Scene): Extract<StrictSeedAnswer, { action: "verdict" }> {
  const answer = decide(scene);
  if (answer.action !== "verdict") throw new Error(`no verdict: ${JSON.stringify(answer)}`);
  return answer;
}

function rewards(...values: Array<number | null>): Record<string, number | null> {
  return Object.fromEntries(values.map((value, index) => [`t${index + 1}`, value]));
}

function named(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `t${index + 1}`);
}

describe("what is run", () => {
  test("the whole suite comes first, once each, in the order given", () => {
    expect(decide({ suite: ["b", "a"], test: ["t1"], best: ["0.5000"] })).toEqual({
      action: "run",
      step: "suite",
      need: [
        { step: "suite", task: "b" },
        { step: "suite", task: "a" },
      ],
      numbers: { suite_rate: 0, val_score: 0, best: 0.5, record: "0.0000" },
    });
  });

  test("only what is absent is asked for", () => {
    const answer = decide({ suite: ["a", "b"], runs: { suite: { a: 0 } } });
    expect(answer).toMatchObject({ action: "run", step: "suite", need: [{ step: "suite", task: "b" }] });
  });

  test("a run without a reward is there and is not asked for again", () => {
    const answer = decide({ suite: ["a"], runs: { suite: { a: null } } });
    expect(answer).toMatchObject({ action: "run", step: "test" });
  });

  test("an empty suite goes on to the test split at once, with a pass rate of 1", () => {
    expect(decide({})).toMatchObject({
      action: "run",
      step: "test",
      need: [
        { step: "test", task: "t1" },
        { step: "test", task: "t2" },
      ],
      numbers: { suite_rate: 1 },
    });
  });

  test("the test split is run in full even when the suite has failed", () => {
    const answer = decide({ suite: ["a"], runs: { suite: { a: 0 }, test: { t1: 1 } } });
    expect(answer).toMatchObject({ action: "run", step: "test", need: [{ step: "test", task: "t2" }] });
  });

  test("rechecks are asked for after both steps have passed, and never after a rejection", () => {
    const train = { failed: 0 };
    const runs = { test: rewards(1, 1) };
    expect(decide({ train, runs })).toMatchObject({
      action: "run",
      step: "recheck",
      need: [{ step: "recheck", task: "failed" }],
      numbers: { val_score: 1, record: "1.0000" },
    });
    expect(decide({ train, runs: { test: rewards(0, 0) }, best: ["0.5000"] })).toMatchObject({ verdict: "rejected" });
    expect(decide({ train, suite: ["a"], runs: { ...runs, suite: { a: 0 } } })).toMatchObject({ verdict: "rejected" });
  });

  test.each([
    ["just under one half", 0.49, true],
    ["one half, which is a pass", 0.5, false],
    ["zero", 0, true],
    ["nothing, where it is missing", null, false],
  ])("a train task that earned %s: recheck %s", (_words, reward, again) => {
    const answer = decide({ train: { task: reward }, runs: { test: rewards(1, 1) } });
    expect(answer.action).toBe(again ? "run" : "verdict");
  });

  test("a failed train task that is in the suite already is not run again", () => {
    const answer = decide({ train: { a: 0 }, suite: ["a"], runs: { suite: { a: 1 }, test: rewards(1, 1) } });
    expect(answer).toMatchObject({ action: "verdict", promoted: [], suite: ["a"] });
  });
});

describe("step 1, the suite", () => {
  const passing = { test: rewards(1, 1) };

  test.each([
    ["4 of 5 at 0.8", [1, 1, 1, 1, 0], 0.8, "accepted", 0.8],
    ["3 of 4 at 0.8", [1, 1, 1, 0], 0.8, "rejected", 0.75],
    ["a reward of one half passes", [0.5], 0.8, "accepted", 1],
    ["a reward below one half fails", [0.499], 0.8, "rejected", 0],
    ["missing runs count on neither side: 4 of 5 that are there", [1, 1, 1, 1, 0, null, null], 0.8, "accepted", 0.8],
    ["missing runs do not count as passed: 1 of 2", [1, 0, null, null, null], 0.8, "rejected", 0.5],
    ["all missing is a rate of 0", [null, null], 0.8, "rejected", 0],
    ["all missing passes a threshold of 0", [null, null], 0, "accepted", 0],
    ["a threshold of 1 needs all", [1, 1, 0.4], 1, "rejected", 2 / 3],
    ["a threshold of 1 is met by all", [1, 1, 0.6], 1, "accepted", 1],
  ] as const)("%s", (_words, given, threshold, expected, rate) => {
    const suite = named(given.length);
    const answer = verdict({ suite, threshold, runs: { suite: rewards(...given), ...passing } });
    expect([answer.verdict, answer.numbers.suite_rate]).toEqual([expected, rate]);
    if (expected === "rejected") expect(answer.reason).toBe("suite");
  });
});

describe("step 2, the test split", () => {
  test.each([
    ["no best recorded: anything passes, zero too", [0, 0], [], "accepted", "first"],
    ["all missing with no best: a score of 0.0 passes", [null, null], [], "accepted", "first"],
    ["equal to the best", [1, 0], ["0.5000"], "accepted", "improvement"],
    ["better than the best", [1, 1], ["0.5000"], "accepted", "improvement"],
    ["worse than the best", [1, 0], ["0.5001"], "rejected", "test"],
    ["the highest of all recorded counts, not the last", [1, 0], ["0.2000", "0.7500", "0.5000"], "rejected", "test"],
    ["missing runs leave the mean", [1, null], ["1.0000"], "accepted", "improvement"],
    ["all missing is 0.0 and loses to any better best", [null, null], ["0.0001"], "rejected", "test"],
    ["all missing is 0.0 and ties a best of 0", [null, null], ["0.0000"], "accepted", "improvement"],
    ["a mean of partial rewards", [0.25, 0.5], ["0.3750"], "accepted", "improvement"],
  ] as const)("%s", (_words, given, best, expected, reason) => {
    const answer = verdict({ test: named(given.length), best, runs: { test: rewards(...given) } });
    expect([answer.verdict, answer.reason]).toEqual([expected, reason]);
  });

  test("a tie is lost where the best was rounded up: 2/3 is below its own record of 0.6667", () => {
    const given = rewards(1, 1, 0);
    expect(verdict({ test: named(3), runs: { test: given } }).numbers.record).toBe("0.6667");
    const again = verdict({ test: named(3), best: ["0.6667"], runs: { test: given } });
    expect([again.verdict, again.reason]).toEqual(["rejected", "test"]);
  });

  test("a tie is won where the best was rounded down: 1/3 is above its own record of 0.3333", () => {
    const again = verdict({ test: named(3), best: ["0.3333"], runs: { test: rewards(1, 0, 0) } });
    expect(again.verdict).toBe("accepted");
  });

  test("ten times 0.1 ties a best of 0.1000: adding up loses nothing", () => {
    const given = rewards(...Array.from({ length: 10 }, () => 0.1));
    expect(verdict({ test: named(10), best: ["0.1000"], runs: { test: given } }).verdict).toBe("accepted");
  });

  test("suite comes before test in the order of reasons", () => {
    const runs = { suite: { a: 0 }, test: rewards(0, 0) };
    expect(verdict({ suite: ["a"], best: ["0.5000"], runs }).reason).toBe("suite");
  });
});

describe("step 3, promotion", () => {
  const runs = { test: rewards(1, 1) };

  test("those that pass now enter the suite, both lists sorted", () => {
    const train = { zeta: 0, alpha: 0, mid: 0.2, gone: 0, fine: 1 };
    const recheck = { zeta: 1, alpha: 0.5, mid: 0.4, gone: null };
    const answer = verdict({ suite: ["kilo", "beta"], train, runs: { ...runs, suite: { kilo: 1, beta: 1 }, recheck } });
    expect(answer).toEqual({
      action: "verdict",
      verdict: "accepted",
      reason: "first",
      numbers: { suite_rate: 1, val_score: 1, best: null, record: "1.0000" },
      promoted: ["alpha", "zeta"],
      suite: ["alpha", "beta", "kilo", "zeta"],
    });
  });

  test("the suite keeps its order when nothing is promoted", () => {
    const scene = { suite: ["kilo", "beta"], train: { zeta: 0 } };
    const answer = verdict({ ...scene, runs: { ...runs, suite: { kilo: 1, beta: 1 }, recheck: { zeta: 0 } } });
    expect([answer.promoted, answer.suite]).toEqual([[], ["kilo", "beta"]]);
  });

  test("a rejection leaves the suite as it is", () => {
    const scene = { suite: ["kilo", "beta"], train: { zeta: 0 }, best: ["1.0000"] };
    const answer = verdict({ ...scene, runs: { suite: { kilo: 1, beta: 1 }, test: rewards(1, 0) } });
    expect([answer.verdict, answer.promoted, answer.suite]).toEqual(["rejected", [], ["kilo", "beta"]]);
  });
});

describe("the numbers", () => {
  test.each([
    [1, 32, "0.0312"],
    [3, 32, "0.0938"],
    [1, 3, "0.3333"],
    [2, 3, "0.6667"],
    [0, 5, "0.0000"],
    [5, 5, "1.0000"],
    [19, 35, "0.5429"],
  ])("%i of %i is recorded as %s", (passed, count, record) => {
    const given = named(count).map((_, index) => (index < passed ? 1 : 0));
    expect(verdict({ test: named(count), runs: { test: rewards(...given) } }).numbers).toEqual({
      suite_rate: 1,
      val_score: passed / count,
      best: null,
      record,
    });
  });
});

describe("the runs given", () => {
  test("a later run with the same key replaces an earlier one, also by a missing one", () => {
    const base = request({ best: ["1.0000"] });
    const runs: StrictSeedRequest["runs"] = [
      { step: "test", task: "t1", reward: null },
      { step: "test", task: "t2", reward: 1 },
      { step: "test", task: "t1", reward: 1 },
    ];
    expect(decideStrictSeed({ ...base, runs })).toMatchObject({ verdict: "accepted", numbers: { val_score: 1 } });
    const lost: StrictSeedRequest["runs"] = [...runs, { step: "test", task: "t2", reward: null }];
    expect(decideStrictSeed({ ...base, runs: lost })).toMatchObject({ numbers: { val_score: 1 } });
    const worse: StrictSeedRequest["runs"] = [...runs, { step: "test", task: "t2", reward: 0 }];
    expect(decideStrictSeed({ ...base, runs: worse })).toMatchObject({
      verdict: "rejected",
      numbers: { val_score: 0.5 },
    });
  });

  test("runs that nobody asked for change nothing", () => {
    const scene = { suite: ["a"], train: { failed: 0 }, best: ["0.5000"] };
    const runs = { suite: { a: 1 }, test: rewards(1, 1), recheck: { failed: 1 } };
    const noise = {
      suite: { ...runs.suite, stranger: 0, t1: 0 },
      test: { ...runs.test, t9: 0, a: 0 },
      recheck: { ...runs.recheck, other: 1, a: 1 },
    };
    expect(decide({ ...scene, runs: noise })).toEqual(decide({ ...scene, runs }));
  });

  test("the order of runs, tests and train results does not matter", () => {
    const base = request({
      suite: ["a", "b"],
      test: named(6),
      train: { x: 0, y: 0.2, z: 0.9 },
      best: ["0.4000", "0.3000"],
      runs: { suite: { a: 1, b: 1 }, test: rewards(1, 0.3, 1, 0.1, 0.7, null), recheck: { x: 1, y: 1 } },
    });
    const answer = decideStrictSeed(base);
    expect(answer).toMatchObject({ action: "verdict", verdict: "accepted", promoted: ["x", "y"] });
    const turned = (by: number): StrictSeedRequest => ({
      ...base,
      test: [...base.test.slice(by), ...base.test.slice(0, by)],
      best: [...base.best].reverse(),
      runs: [...base.runs.slice(by), ...base.runs.slice(0, by)].reverse(),
      train_results: Object.fromEntries(Object.entries(base.train_results).reverse()),
    });
    for (let by = 0; by < base.test.length; by++) {
      expect(decideStrictSeed(turned(by))).toEqual(answer);
    }
  });

  test("neither the request nor its lists are changed", () => {
    const base = request({ suite: ["b", "a"], train: { f: 0 }, runs: { suite: { a: 1, b: 1 }, test: rewards(1, 1) } });
    const before = structuredClone(base);
    decideStrictSeed(base);
    expect(base).toEqual(before);
  });
});
