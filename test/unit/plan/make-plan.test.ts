import { describe, expect, test, vi } from "vitest";
import { makePlan } from "../../../src/plan/make-plan.ts";
import type { PlanInputs } from "../../../src/plan/plan-inputs.ts";
import { planLines } from "../../../src/plan/plan-lines.ts";

vi.setConfig({ testTimeout: 60_000 });

const tasks = ["a", "b", "c", "d", "e", "f"];
const first = { a: 1, b: 1, c: 0, d: 0, e: 1, f: null };
const second = { a: 1, b: 0, c: 0, d: 1, e: 1, f: 1 };

function inputs(parts: Partial<PlanInputs> = {}): PlanInputs {
  return {
    ...{ experiment: "main", label: " (fake 1.0)", decisions: 40, trainTasks: 10, lostShare: 0.05, floor: 0.25 },
    gate: {
      ...{ mode: "default", seed: "42", threshold: 0.8, suite: [], test: tasks, best: ["0.6000"], trainResults: {} },
      history: Object.fromEntries(tasks.map((task) => [task, [first[task as keyof typeof first]]])),
    },
    scene: { trials: 1, concurrency: 2 },
    unselectedRuns: [first],
    selectedRuns: [],
    testTrials: tasks.map((task) => ({
      task,
      rewards: [first[task as keyof typeof first]].filter((one) => one !== null),
    })),
    trainTrials: [{ task: "train", rewards: [1] }],
    trials: [
      { task: "a", costUsd: 0.1, durationMs: 60_000 },
      { task: "b", costUsd: 0.3, durationMs: 120_000 },
    ],
    budgetUsd: 20,
    maxHours: 8,
    iterations: [],
    ...parts,
  };
}

const measured = inputs({
  unselectedRuns: [first, second],
  testTrials: tasks.map((task) => ({
    task,
    rewards: [first, second].map((run) => run[task as keyof typeof run]).filter((one) => one !== null),
  })),
});

describe("the score", () => {
  test("stands with its error, its runs, its floor and the band of the next run", () => {
    const { incumbent } = makePlan(measured);
    expect(incumbent).toMatchObject({ scores: [0.6, 4 / 6], floor: 0.25, selected: false });
    expect(incumbent.mean).toBeCloseTo((0.6 + 4 / 6) / 2, 12);
    expect(incumbent.error).toBeGreaterThan(0.03);
    expect(incumbent.error).toBeLessThan(0.2);
    expect(incumbent.nextRun.low).toBeLessThan(incumbent.mean);
    expect(incumbent.nextRun.high).toBeGreaterThan(incumbent.mean);
    const [line] = planLines(makePlan(measured)).filter((text) => text.startsWith("incumbent:"));
    expect(line).toMatch(
      /^incumbent: 0\.6333 ± 0\.\d{3} on the test split \(2 runs: 0\.6000, 0\.6667\) \(fake 1\.0\); doing nothing earns 0\.2500$/,
    );
  });

  test("that only won its decision is said to be optimistic", () => {
    const plan = makePlan(inputs({ unselectedRuns: [], selectedRuns: [first] }));
    expect(plan.incumbent).toMatchObject({ scores: [0.6], selected: true });
    expect(planLines(plan).join("\n")).toContain("won its decision, so that it is optimistic");
  });

  test("without a known floor says so", () => {
    expect(planLines(makePlan(inputs({ floor: null }))).join("\n")).toContain("what doing nothing earns is not known");
  });
});

describe("the noise", () => {
  test("of one run is said to be not measured", () => {
    const plan = makePlan(inputs());
    expect(plan.noise).toMatchObject({ repeated: 0, pairs: [] });
    expect(planLines(plan).join("\n")).toMatch(/NOT MEASURED.*--aa measures it/);
  });

  test("of two runs is shown as an A/A, over the tasks that both have", () => {
    const plan = makePlan(measured);
    expect(plan.noise).toMatchObject({ repeated: 5, pairs: [{ first: 0.6, second: 0.6, differing: 2, tasks: 5 }] });
    expect(planLines(plan).join("\n")).toContain(
      "A/A: 0.6000 and 0.6000, +0.0 points between two runs of one agent; 2 of 5 tasks differ",
    );
  });
});

describe("what it costs", () => {
  test("a trial's money and time are means over the journal's, with their errors", () => {
    const { trial } = makePlan(inputs());
    expect(trial.costUsd?.mean).toBeCloseTo(0.2, 12);
    expect(trial.costUsd?.error).toBeCloseTo(0.1, 12);
    expect(trial).toMatchObject({ trials: 2, durationMs: { mean: 90_000, error: 30_000 }, lost: 0.05 });
  });

  test("a budget buys as many decisions about an agent that is no better as it is worth", () => {
    const { budget, rows } = makePlan(inputs());
    const same = rows.find(({ difference }) => difference === 0);
    const each = same?.costUsd?.mean ?? 0;
    const decisions = Math.floor(20 / each);
    expect(budget.usd).toEqual({
      ...{ available: 20, perDecision: each, decisions },
      falseAcceptance: 1 - (1 - (same?.accepted.mean ?? 0)) ** decisions,
    });
    expect(budget.hours?.perDecision).toBeCloseTo((same?.durationMs.mean ?? 0) / 3_600_000, 12);
  });

  test("the coding agent's part is taken from the iterations so far", () => {
    const [alone, with1] = [[], [{ costUsd: 1, durationMs: 3_600_000 }]].map((iterations) =>
      makePlan(inputs({ iterations })),
    );
    expect((with1?.budget.usd?.perDecision ?? 0) - (alone?.budget.usd?.perDecision ?? 0)).toBeCloseTo(1, 9);
    expect((with1?.budget.hours?.perDecision ?? 0) - (alone?.budget.hours?.perDecision ?? 0)).toBeCloseTo(1, 9);
  });

  test("an unknown price leaves money out and keeps the rest", () => {
    const plan = makePlan(inputs({ trials: [{ task: "a", costUsd: null, durationMs: 60_000 }] }));
    expect(plan.trial.costUsd).toBeNull();
    expect(plan.budget.usd).toBeNull();
    expect(plan.budget.hours).not.toBeNull();
    expect(planLines(plan).join("\n")).toContain("unknown cost");
  });

  test("a budget that is spent buys nothing", () => {
    expect(makePlan(inputs({ budgetUsd: -1 })).budget.usd).toMatchObject({ decisions: 0, falseAcceptance: 0 });
  });
});

test("a difference with a power is read off in a straight line, and null where no row gets there", () => {
  const plan = makePlan(inputs());
  const most = Math.max(...plan.rows.map(({ accepted }) => accepted.mean));
  expect(plan.detectable.map(({ power }) => power)).toEqual([0.5, 0.8, 0.9]);
  for (const { power, difference } of plan.detectable) expect(difference === null).toBe(most < power);
  const [line = ""] = planLines(plan).filter((text) => text.startsWith("accepted: "));
  expect(line).toMatch(/^accepted: in 50 % .*, in 80 % .*, in 90 % .* points$/);
});

test("strict-seed accepts an agent that is no better about every second time", () => {
  const gate = { ...measured.gate, mode: "strict-seed" as const };
  const plan = makePlan({ ...measured, gate, decisions: 100 });
  const same = plan.rows.find(({ difference }) => difference === 0);
  expect(same?.accepted.mean).toBeGreaterThan(0.3);
  expect(plan.extraTrials).toEqual({ afterAcceptance: 16, everyFiveDecisions: 0 });
});
