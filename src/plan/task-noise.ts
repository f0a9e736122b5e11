// How noisy an agent's tasks are, from what few runs there are (docs/plan.md, Method): chances of tasks are a draw of one
// Beta distribution, whose mean and correlation are themselves known only as well as the runs tell.

import { drawBeta, logBeta } from "./beta.ts";

export interface TaskTrials {
  task: string;
  /** Of single trials of one agent, 0..1, in any order. */
  rewards: readonly number[];
}

/** Chance of a pass in one trial, by task. */
export type Chances = ReadonlyMap<string, number>;

export interface TaskNoise {
  /** What the chances may be, given the runs: another answer each time, as widely spread as they are unknown. */
  draw(random: () => number): Chances;
  /**
   * Of two trials of one task, over tasks: 0 where every task is the same coin, 1 where no task is noisy. Mean and the
   * interval that holds it with a probability of 0.8.
   */
  correlation: { mean: number; low: number; high: number };
  /** Tasks with more than one trial, without which the correlation is not known at all. */
  repeated: number;
}

interface Point {
  a: number;
  b: number;
  correlation: number;
  /** Probability, given the runs. */
  weight: number;
}

const steps = { mean: 39, correlation: 32 };

/**
 * The posterior on a grid under a flat prior of mean and correlation. A graded reward counts as that share of a pass:
 * the noisiest that has the same mean. Tasks without a trial are drawn from what the others tell.
 */
export function taskNoise(tasks: readonly TaskTrials[]): TaskNoise {
  const counts = tasks.map(({ rewards }) => {
    const passes = rewards.reduce((sum, reward) => sum + reward, 0);
    return { passes, fails: rewards.length - passes };
  });
  const points = posterior(counts);
  return {
    draw(random) {
      const { a, b } = pick(points, random());
      return new Map(
        tasks.map(({ task }, index) => {
          const { passes = 0, fails = 0 } = counts[index] ?? {};
          return [task, drawBeta(a + passes, b + fails, random)] as const;
        }),
      );
    },
    correlation: correlationOf(points),
    repeated: tasks.filter(({ rewards }) => rewards.length > 1).length,
  };
}

function posterior(counts: ReadonlyArray<{ passes: number; fails: number }>): Point[] {
  // Equal tasks are reckoned once.
  const groups = Map.groupBy(counts, ({ passes, fails }) => `${passes.toFixed(6)} ${fails.toFixed(6)}`);
  const kinds = [...groups.values()].map((group) => ({
    ...(group[0] ?? { passes: 0, fails: 0 }),
    times: group.length,
  }));
  const points: Array<Omit<Point, "weight"> & { log: number }> = [];
  for (let row = 1; row <= steps.mean; row += 1) {
    for (let column = 0; column < steps.correlation; column += 1) {
      const mean = row / (steps.mean + 1);
      const correlation = (column + 0.5) / steps.correlation;
      const size = 1 / correlation - 1;
      const [a, b] = [mean * size, (1 - mean) * size];
      const log = kinds.reduce(
        (sum, { passes, fails, times }) => sum + times * (logBeta(a + passes, b + fails) - logBeta(a, b)),
        0,
      );
      points.push({ a, b, correlation, log });
    }
  }
  const top = Math.max(...points.map(({ log }) => log));
  const total = points.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  return points.map(({ log, ...point }) => ({ ...point, weight: Math.exp(log - top) / total }));
}

function pick(points: readonly Point[], at: number): Point {
  let sum = 0;
  for (const point of points) {
    sum += point.weight;
    if (at < sum) return point;
  }
  const last = points.at(-1);
  if (last === undefined) throw new RangeError("an empty grid");
  return last;
}

function correlationOf(points: readonly Point[]): TaskNoise["correlation"] {
  const sorted = points.toSorted((x, y) => x.correlation - y.correlation);
  const quantile = (share: number) => pick(sorted, share).correlation;
  const mean = points.reduce((sum, { correlation, weight }) => sum + correlation * weight, 0);
  return { mean, low: quantile(0.1), high: quantile(0.9) };
}
