// Whole decisions: what is asked for, in which order, and how they end.

import { describe, expect, test } from "vitest";
import { decideDefault } from "../../../src/gate/decide.ts";
import type { GateRun } from "../../../src/gate/protocol.ts";
import { playGate, type RewardOf, requestOf, tasks, type Verdict } from "./play-gate.ts";

const twelve = { test: tasks(12) };
const noSuite = { ok: true, regressed: 0, allowed: 0 };

/** The candidate passes the first `count` of the tasks, the incumbent none. */
function passing(count: number): RewardOf {
  const passed = new Set(tasks(count));
  return (run) => (run.arm === "candidate" && passed.has(run.task) ? 1 : 0);
}

describe("twelve tasks that the incumbent fails", () => {
  test("a candidate that passes eight is accepted after twelve runs", () => {
    const { verdict, asked } = playGate(requestOf(twelve), passing(8));
    expect(verdict).toEqual({
      ...{ action: "verdict", verdict: "accepted", reason: "improvement", look: 2 },
      numbers: {
        ...{ p_up: expect.closeTo(2 ** -9, 12), p_low: expect.closeTo(1 - 2 ** -9, 12) },
        ...{ estimate: expect.closeTo(8 / 12, 12), tasks: 12, missing: 0, retried_tasks: 0, suite: noSuite },
      },
    });
    expect(asked.map((block) => block.length)).toEqual([3, 3, 6]);
  });

  test("one that passes six runs those again in both arms, side by side", () => {
    const { asked } = playGate(requestOf(twelve), passing(6));
    const fresh = asked[3] ?? [];
    expect(new Set(fresh.map(({ task }) => task))).toEqual(new Set(tasks(6)));
    expect(fresh.slice(0, 2)).toEqual([
      { step: "fresh", round: 1, arm: "candidate", task: fresh[0]?.task },
      { step: "fresh", round: 1, arm: "incumbent", task: fresh[0]?.task },
    ]);
    expect(fresh).toHaveLength(12);
  });

  test("one that passes three and does so again is accepted after eighteen runs", () => {
    const { verdict, asked } = playGate(requestOf(twelve), passing(3));
    expect(verdict).toMatchObject({ verdict: "accepted", reason: "improvement", look: 3 });
    expect(verdict.numbers).toEqual({
      ...{ p_up: expect.closeTo(2 ** -7, 12), p_low: expect.closeTo(1 - 2 ** -7, 12) },
      ...{ estimate: 0.25, tasks: 12, missing: 0, retried_tasks: 3, suite: noSuite },
    });
    expect(asked.flat()).toHaveLength(18);
  });
});

describe("what is run", () => {
  test("the suite first, in the decision's own order, at most twenty tasks of it", () => {
    const suite = ["alpha", "beta", "gamma", "delta"];
    const answer = decideDefault(requestOf({ ...twelve, suite, config: { suite_cap: 3 } }));
    expect(answer).toEqual({
      action: "run",
      step: "suite",
      need: ["delta", "alpha", "beta"].map((task) => ({ step: "suite", strike: 1, arm: "candidate", task })),
      numbers: {
        ...{ p_up: 0.5, p_low: 0.5, estimate: null, tasks: 0, missing: 0, retried_tasks: 0 },
        suite: { ok: null, regressed: 0, allowed: 0 },
      },
    });
    const many = decideDefault(requestOf({ ...twelve, suite: tasks(30) }));
    expect(many).toMatchObject({ step: "suite", need: { length: 20 } });
  });

  test("then the split in its own order, a quarter, half and all of it, rounded up", () => {
    const request = requestOf({ test: ["alpha", "beta", "gamma", "delta", "epsilon"] });
    const { asked } = playGate(request, () => 0);
    const order = asked.flat().map(({ task }) => task);
    expect(order.filter((task) => task !== "epsilon")).toEqual(["delta", "gamma", "beta", "alpha"]);
    expect(asked.map((block) => block.length)).toEqual([2, 1, 2]);
  });

  test("a quarter of the split even when the suite has failed, and no more", () => {
    const { verdict, asked } = playGate(requestOf({ ...twelve, suite: ["a"] }), (run) => (run.step === "test" ? 1 : 0));
    expect(asked.map((block) => [block[0]?.step, block.length])).toEqual([
      ["suite", 1],
      ["suite", 1],
      ["suite", 1],
      ["test", 3],
    ]);
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "suite", look: 0 });
    expect(verdict.numbers.suite).toEqual({ ok: false, regressed: 1, allowed: 0 });
  });

  test("only what is absent", () => {
    const request = requestOf({ test: ["alpha", "beta", "gamma", "delta"] });
    const runs = [{ step: "test", arm: "candidate", task: "delta", reward: null }] as const;
    expect(decideDefault({ ...request, runs: [...runs] })).toMatchObject({ need: [{ task: "gamma" }] });
  });
});

const high = Object.fromEntries(tasks(12).map((task) => [task, [1, 1]]));
const mixed = Object.fromEntries(tasks(12).map((task, index) => [task, index < 6 ? [0] : [1]]));

/** Clearly better on the whole split, but for what is given. */
const better: RewardOf = (run) => (run.arm === "candidate" ? 1 : 0);

describe("every reason can be reached", () => {
  test.each<[string, Verdict["verdict"], number, object, RewardOf]>([
    ["improvement", "accepted", 2, {}, better],
    ["suite", "rejected", 0, { suite: ["s"] }, (run) => (run.step === "suite" ? 0 : better(run))],
    ["harm", "rejected", 0, { history: high }, () => 0],
    ["harm", "rejected", 1, { history: mixed, decision: "it-2" }, harmfulLater],
    ["futility", "rejected", 2, { history: mixed }, (run) => (mixed[run.task]?.[0] === 1 ? 1 : 0)],
    ["futility", "rejected", 3, {}, (run) => (run.step === "test" ? passing(3)(run) : run.arm === "incumbent" ? 1 : 0)],
    ["missing", "inconclusive", 2, {}, (run) => (tasks(3).includes(run.task) ? null : better(run))],
    ["missing", "inconclusive", 3, {}, (run) => (run.step === "fresh" ? null : passing(3)(run))],
    ["suite-missing", "inconclusive", 2, { suite: ["s"] }, (run) => (run.step === "suite" ? null : better(run))],
    ["undecided", "inconclusive", 7, {}, (run) => (run.step === "fresh" ? 1 : passing(3)(run))],
  ])("%s: %s at look %i", (reason, verdict, look, scene, rewardOf) => {
    const end = playGate(requestOf({ ...twelve, ...scene }), rewardOf).verdict;
    expect([end.reason, end.verdict, end.look]).toEqual([reason, verdict, look]);
  });

  test("tasks that all agree are futile at look 2 already, before there is no difference to run again", () => {
    const end = playGate(requestOf({ ...twelve, history: high }), () => 1).verdict;
    expect(end).toMatchObject({ verdict: "rejected", reason: "futility", look: 2, numbers: { p_up: 0.5 } });
  });

  test("an empty split is futile", () => {
    expect(decideDefault(requestOf({ test: [] }))).toEqual({
      ...{ action: "verdict", verdict: "rejected", reason: "futility", look: 2 },
      numbers: {
        ...{ p_up: 0.5, p_low: 0.5, estimate: null, tasks: 0, missing: 0, retried_tasks: 0 },
        suite: noSuite,
      },
    });
  });
});

/** The first quarter as the incumbent's, the second one worse. */
function harmfulLater(run: GateRun): number {
  const first = decideDefault(requestOf({ ...twelve, history: mixed, decision: "it-2" }));
  const quarter = first.action === "run" ? first.need.map(({ task }) => task) : [];
  return quarter.includes(run.task) ? (mixed[run.task]?.[0] ?? 0) : 0;
}

describe("what counts", () => {
  test("a task without history is missing, and so is one whose history holds nothing but lost runs", () => {
    const { t01: _none, ...rest } = Object.fromEntries(
      twelve.test.map((task) => [task, task === "t02" ? [null] : [0]]),
    );
    const { verdict } = playGate(requestOf({ ...twelve, history: rest }), better);
    expect(verdict.numbers).toMatchObject({ tasks: 12, missing: 2, estimate: 1 });
  });

  test("a task that is named as an object's own things are has no history by that", () => {
    const request = requestOf({ test: ["constructor", "toString"], history: {} });
    expect(playGate(request, () => 1).verdict.numbers).toMatchObject({ tasks: 2, missing: 2 });
  });

  test.each([
    [5, 0.2],
    [2, 0.5],
    [1, 1],
  ])("the newest %i rewards of a history", (history, mean) => {
    const rewards = [0, 0, 0, 0, 0, 0, 0, 1];
    const scene = { test: ["a"], history: { a: rewards }, config: { history } };
    const runs = [{ step: "test", arm: "candidate", task: "a", reward: 1 }];
    const { numbers } = decideDefault(requestOf({ ...scene, runs }));
    expect(numbers.estimate).toBeCloseTo(1 - mean, 12);
  });

  test("the mean of all runs so far, of each task and each arm: fresh ones too", () => {
    const { verdict } = playGate(requestOf({ ...twelve, config: {} }), (run) =>
      run.step === "fresh" && run.round === 1 && run.task === "t01" && run.arm === "incumbent" ? 1 : passing(3)(run),
    );
    // Two tasks 1 against 0 in two looks; one of them 1 against the mean of 0 and, later, more.
    expect(verdict.verdict).toBe("accepted");
    const rounds = verdict.look - 2;
    const incumbent = 1 / (1 + rounds);
    expect(verdict.numbers.estimate).toBeCloseTo((3 - incumbent) / 12, 12);
  });

  test("a later run instead of an earlier one, missing or not", () => {
    const request = requestOf({ test: ["a"] });
    const run = { step: "test", arm: "candidate", task: "a" } as const;
    const numbersAfter = (...rewards: Array<number | null>) =>
      decideDefault({ ...request, runs: rewards.map((reward) => ({ ...run, reward })) }).numbers;
    expect(numbersAfter(null, 1)).toEqual(numbersAfter(1));
    expect(numbersAfter(0, 1)).toEqual(numbersAfter(1));
    expect(numbersAfter(1, null)).toMatchObject({ tasks: 1, missing: 1 });
  });

  test("a pair with a missing run on neither side", () => {
    const lost: RewardOf = (run) =>
      run.step === "fresh" && run.task === "t01" && run.arm === "incumbent" ? null : passing(6)(run);
    const whole = playGate(requestOf(twelve), passing(6)).verdict;
    const end = playGate(requestOf(twelve), lost).verdict;
    expect([whole.numbers.p_up, end.numbers.p_up]).toEqual([
      expect.closeTo(2 ** -13, 12),
      expect.closeTo(2 ** -12, 12),
    ]);
  });
});
