// What it would take to be sure: tasks, or trials of each task, for a difference to be seen with a given power.

import { normalQuantile, studentQuantile } from "./distributions.ts";

export interface Noise {
  /** Variance of one task's difference, as it was measured: between tasks, and within them at the present trials. */
  perTask: number;
  /** How much of `perTask` one trial of each side would bring, were tasks all alike; null where no task was tried twice. */
  within: number | null;
  /** How much of `perTask` is within tasks at the present trials; null as above. */
  withinNow: number | null;
}

export interface NeededOptions {
  noise: Noise;
  /** Tasks that were compared; on each side, where sides have tasks of their own. */
  tasks: number;
  /** The true difference to be seen, above 0; 1 is 100 points. */
  difference: number;
  confidence: number;
  /** Chance to see it, such as 0.8. */
  power: number;
}

export interface Needed {
  difference: number;
  power: number;
  /** With as many trials of each task as now; null where there is no spread to reckon with. */
  tasks: number | null;
  /** Of each task on each side, with the tasks as they are; "no-number" where no number is enough, null where unknown. */
  trials: number | "no-number" | null;
}

/**
 * A two-sided t test of the tasks' differences sees `difference` with this power when
 * n ≥ (t(1−α/2, n−1) + t(power, n−1))² · variance / difference² (Chow, Shao and Wang, Sample size calculations, 3.2.1).
 */
export function whatItTakes({ noise, tasks, difference, confidence, power }: NeededOptions): Needed {
  if (!(difference > 0)) throw new RangeError(`a difference above 0, got ${difference}`);
  const spread = noise.perTask > 1e-12;
  return {
    ...{ difference, power },
    tasks: spread ? tasksNeeded(noise.perTask / difference ** 2, confidence, power) : null,
    trials: spread ? trialsNeeded({ noise, tasks, difference, confidence, power }) : null,
  };
}

function tasksNeeded(ratio: number, confidence: number, power: number): number {
  const enough = (count: number) => count >= quantiles(count, confidence, power) ** 2 * ratio;
  // With infinite degrees of freedom; the answer is a few tasks more.
  const least = (normalQuantile((1 + confidence) / 2) + normalQuantile(power)) ** 2 * ratio;
  let [below, above] = [1, Math.max(2, Math.ceil(least))];
  while (!enough(above)) [below, above] = [above, above * 2];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (enough(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function trialsNeeded({ noise, tasks, difference, confidence, power }: NeededOptions): number | "no-number" | null {
  const { perTask, within, withinNow } = noise;
  if (within === null || withinNow === null || tasks < 2) return null;
  const between = Math.max(0, perTask - withinNow);
  const allowed = (tasks * difference ** 2) / quantiles(tasks, confidence, power) ** 2;
  if (allowed <= between) return "no-number";
  return Math.max(1, Math.ceil(within / (allowed - between) - 1e-9));
}

function quantiles(count: number, confidence: number, power: number): number {
  return studentQuantile((1 + confidence) / 2, count - 1) + studentQuantile(power, count - 1);
}
