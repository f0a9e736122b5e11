import { describe, expect, test, vi } from "vitest";
import {
  type CharacteristicOptions,
  characteristicOf,
  estimated,
  estimatedShare,
} from "../../../src/plan/characteristics.ts";
import { taskNoise } from "../../../src/plan/task-noise.ts";

vi.setConfig({ testTimeout: 60_000 });

const tasks = Array.from({ length: 20 }, (_, index) => `t${index}`);

/** Twenty tasks, tried twice: some sure, some not. */
function options(parts: Partial<CharacteristicOptions> = {}): CharacteristicOptions {
  const rewards = (index: number) => (index < 8 ? [1, 1] : index < 14 ? [0, 0] : [index % 2, 1 - (index % 2)]);
  const trials = tasks.map((task, index) => ({ task, rewards: rewards(index) }));
  return {
    gate: {
      ...{ mode: "default", seed: "42", threshold: 0.8, suite: [], test: tasks, best: [], trainResults: {} },
      history: Object.fromEntries(trials.map(({ task, rewards }) => [task, rewards])),
    },
    scene: { trials: 1, concurrency: 4, durationMs: () => 60_000, lostShare: 0 },
    test: taskNoise(trials),
    train: taskNoise([]),
    costUsd: () => 0.5,
    decisions: 60,
    ...parts,
  };
}

describe("over many decisions", () => {
  test("an agent that is no better is hardly accepted, a better one more often, a worse one never", () => {
    const [worse, same, better] = [-0.15, 0, 0.25].map((difference) => characteristicOf(difference, options()));
    expect(worse?.accepted.mean).toBe(0);
    expect(same?.accepted.mean).toBeLessThan(0.1);
    expect(better?.accepted.mean).toBeGreaterThan(0.6);
    expect((same?.accepted.mean ?? 0) + (same?.rejected.mean ?? 0) + (same?.inconclusive.mean ?? 0)).toBeCloseTo(1, 12);
  });

  test("a harmful one costs fewer trials, and money is trials at their price", () => {
    const [worse, better] = [-0.3, 0.1].map((difference) => characteristicOf(difference, options()));
    expect(worse?.trials.mean).toBeLessThan(10);
    expect(better?.trials.mean).toBeGreaterThan(20);
    const price = (better?.costUsd?.mean ?? 0) / (better?.trials.mean ?? 1);
    // What idle slots began is paid beside the trials that ended.
    expect(price).toBeGreaterThanOrEqual(0.5);
    expect(price).toBeLessThan(0.6);
  });

  test("an unknown price of one task leaves the cost unknown", () => {
    const costUsd = (task: string) => (task === "t3" ? null : 0.5);
    expect(characteristicOf(0, options({ costUsd }))?.costUsd).toBeNull();
  });

  test("a difference that hardly any candidate could have is not simulated", () => {
    expect(characteristicOf(0.9, options())).toBeNull();
  });
});

describe("an estimate", () => {
  test("has the standard error of a mean", () => {
    expect(estimated([1, 2, 3, 6])).toEqual({ mean: 3, error: Math.sqrt(14 / 3 / 4) });
  });

  test("of what is always the same has no error", () => {
    expect(estimated([0, 0, 0])).toEqual({ mean: 0, error: 0 });
  });

  test("of a share that was never seen has an error all the same", () => {
    const { mean, error } = estimatedShare(Array(100).fill(false));
    expect(mean).toBe(0);
    expect(error).toBeCloseTo(Math.sqrt((0.5 / 101) * (1 - 0.5 / 101)) / 10, 12);
  });
});
