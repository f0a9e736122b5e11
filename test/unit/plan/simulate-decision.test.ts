import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { type SimulationScene, simulateDecision } from "../../../src/plan/simulate-decision.ts";
import { type GateScene, openGate } from "../../../src/plan/simulated-gate.ts";

const tasks = Array.from({ length: 12 }, (_, index) => `t${index}`);
const scene: SimulationScene = { trials: 1, concurrency: 1, durationMs: () => 1000, lostShare: 0 };

/** A decision in which all is sure: the incumbent's history, what the candidate passes. */
function decide(
  { incumbent, candidate }: { incumbent: 0 | 1; candidate: readonly string[] },
  options: Partial<SimulationScene> & Partial<GateScene> = {},
) {
  const gate: GateScene = {
    ...{ mode: "default", seed: "42", threshold: 0.8, suite: [], test: tasks, best: [], trainResults: {} },
    history: Object.fromEntries(tasks.map((task) => [task, [incumbent]])),
    ...options,
  };
  const agents = {
    candidate: new Map([...tasks, ...gate.suite].map((task) => [task, candidate.includes(task) ? 1 : 0])),
    incumbent: new Map(tasks.map((task) => [task, incumbent])),
  };
  const { paid, ...decision } = simulateDecision(
    openGate(gate, "it-1"),
    { ...scene, ...options },
    agents,
    seededRandom("luck"),
  );
  const all = [...paid.values()].reduce((sum, share) => sum + share, 0);
  return { ...decision, paid: all };
}

describe("the default gate", () => {
  test("accepts what passes everything at look 2, one run of a task each", () => {
    expect(decide({ incumbent: 0, candidate: tasks })).toEqual({
      ...{ verdict: "accepted", reason: "improvement", trials: 12, paid: 12, durationMs: 12_000 },
    });
  });

  test("takes a third of the time with three slots: none of them waits for a look", () => {
    expect(decide({ incumbent: 0, candidate: tasks }, { concurrency: 3 })).toMatchObject({ durationMs: 4000 });
    expect(decide({ incumbent: 0, candidate: tasks }, { concurrency: 5 })).toMatchObject({ durationMs: 3000 });
  });

  test("rejects what fails everything after a quarter; what idle slots began is paid as far as it ran", () => {
    const harmful = { incumbent: 1, candidate: [] } as const;
    expect(decide(harmful)).toEqual({
      ...{ verdict: "rejected", reason: "harm", trials: 3, paid: 3, durationMs: 3000 },
    });
    expect(decide(harmful, { concurrency: 2 })).toMatchObject({ trials: 3, paid: 4, durationMs: 2000 });
    expect(decide(harmful, { concurrency: 4 })).toMatchObject({ trials: 3, paid: 4, durationMs: 1000 });
  });

  test("runs every run as often as it has trials", () => {
    expect(decide({ incumbent: 1, candidate: [] }, { trials: 3 })).toMatchObject({ trials: 9, durationMs: 9000 });
  });

  test("runs the suite first, and stops where it fails", () => {
    const suite = ["s1", "s2", "s3", "s4"];
    expect(decide({ incumbent: 0, candidate: tasks }, { suite })).toMatchObject({
      reason: "suite",
      verdict: "rejected",
    });
    expect(decide({ incumbent: 0, candidate: [...tasks, ...suite] }, { suite })).toMatchObject({
      ...{ verdict: "accepted", trials: 16 },
    });
  });

  test("is inconclusive where the infrastructure loses everything", () => {
    expect(decide({ incumbent: 0, candidate: tasks }, { lostShare: 1 })).toMatchObject({
      ...{ verdict: "inconclusive", reason: "missing", trials: 12 },
    });
  });
});

test("strict-seed runs the whole split whatever comes, and accepts a tie", () => {
  const mode = "strict-seed" as const;
  const half = tasks.slice(0, 6);
  expect(decide({ incumbent: 0, candidate: half }, { mode, best: ["0.5000"] })).toMatchObject({
    ...{ verdict: "accepted", trials: 12 },
  });
  expect(decide({ incumbent: 0, candidate: half.slice(1) }, { mode, best: ["0.5000"] })).toMatchObject({
    ...{ verdict: "rejected", reason: "test", trials: 12 },
  });
});

test("the same luck gives the same decision", () => {
  const gate: GateScene = {
    ...{ mode: "default", seed: "42", threshold: 0.8, suite: [], test: tasks, best: [], trainResults: {} },
    history: Object.fromEntries(tasks.map((task, index) => [task, [index % 2]])),
  };
  const chances = new Map(tasks.map((task) => [task, 0.6]));
  const run = () =>
    simulateDecision(openGate(gate, "it-1"), scene, { candidate: chances, incumbent: chances }, seededRandom("same"));
  expect(run()).toEqual(run());
});
