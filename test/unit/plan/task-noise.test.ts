import { describe, expect, test, vi } from "vitest";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { drawBeta } from "../../../src/plan/beta.ts";
import { type TaskTrials, taskNoise } from "../../../src/plan/task-noise.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Tasks whose chances have this mean and correlation, tried so often each. */
function made(
  seed: string,
  options: { tasks: number; trials: number; mean: number; correlation: number },
): TaskTrials[] {
  const { tasks, trials, mean, correlation } = options;
  const random = seededRandom(seed);
  const size = 1 / correlation - 1;
  return Array.from({ length: tasks }, (_, index) => {
    const chance = drawBeta(mean * size, (1 - mean) * size, random);
    return { task: `t${index}`, rewards: Array.from({ length: trials }, () => (random() < chance ? 1 : 0)) };
  });
}

/** Mean chance of each task over many draws. */
function meansOf(tasks: readonly TaskTrials[]): number[] {
  const noise = taskNoise(tasks);
  const random = seededRandom("draws");
  const draws = Array.from({ length: 3000 }, () => noise.draw(random));
  return tasks.map(({ task }) => draws.reduce((sum, draw) => sum + (draw.get(task) ?? 0), 0) / draws.length);
}

describe("the correlation", () => {
  test("is found from repeated trials", () => {
    const { correlation } = taskNoise(made("many", { tasks: 200, trials: 4, mean: 0.5, correlation: 0.6 }));
    expect(correlation.mean).toBeGreaterThan(0.52);
    expect(correlation.mean).toBeLessThan(0.68);
    expect(correlation.high - correlation.low).toBeLessThan(0.2);
  });

  test("is not known at all from one trial of each task, however many tasks there are", () => {
    const noise = taskNoise(made("once", { tasks: 200, trials: 1, mean: 0.5, correlation: 0.6 }));
    expect(noise.correlation.low).toBeLessThan(0.12);
    expect(noise.correlation.high).toBeGreaterThan(0.88);
    expect(noise.repeated).toBe(0);
  });

  test("lies in its interval in eight of ten experiments", () => {
    let inside = 0;
    const experiments = 60;
    const random = seededRandom("coverage");
    for (let index = 0; index < experiments; index += 1) {
      const [mean, correlation] = [0.1 + 0.8 * random(), 0.02 + 0.96 * random()];
      const found = taskNoise(made(`${index}`, { tasks: 30, trials: 2, mean, correlation })).correlation;
      if (found.low - 1 / 64 <= correlation && correlation <= found.high + 1 / 64) inside += 1;
    }
    // 48 ± 3.1; three of those.
    expect(inside).toBeGreaterThanOrEqual(39);
    expect(inside).toBeLessThanOrEqual(57);
  });
});

describe("a task's chance", () => {
  test("is drawn towards that of the others, the less the more often it ran", () => {
    const others = made("others", { tasks: 60, trials: 3, mean: 0.5, correlation: 0.3 });
    const [once = 0, often = 0] = meansOf([
      { task: "once", rewards: [1] },
      { task: "often", rewards: Array(12).fill(1) },
      ...others,
    ]);
    expect(once).toBeGreaterThan(0.5);
    expect(once).toBeLessThan(0.8);
    expect(often).toBeGreaterThan(0.85);
  });

  test("is that of the others where it never ran", () => {
    const [never = 0] = meansOf([
      { task: "never", rewards: [] },
      ...made("others", { tasks: 100, trials: 3, mean: 0.8, correlation: 0.3 }),
    ]);
    expect(never).toBeGreaterThan(0.7);
    expect(never).toBeLessThan(0.9);
  });

  test("takes a graded reward for that share of a pass", () => {
    const graded = meansOf(Array.from({ length: 40 }, (_, index) => ({ task: `${index}`, rewards: [0.7, 0.7] })));
    expect(graded[0]).toBeGreaterThan(0.6);
    expect(graded[0]).toBeLessThan(0.8);
  });
});
