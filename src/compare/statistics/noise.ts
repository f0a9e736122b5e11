// How a difference's variance is made up: what differs between tasks, and the luck of single trials within them.

import { meanOf } from "../../core/trial.ts";
import type { PairedTask, SideTask } from "../pair-tasks.ts";
import { sampleVariance } from "./mean-interval.ts";
import type { Noise } from "./needed.ts";

export interface MeasuredNoise extends Noise {
  /** How many tasks there are; on each side, where sides have tasks of their own. */
  tasks: number;
}

export function pairedNoise(tasks: readonly PairedTask[]): MeasuredNoise {
  const perTask = sampleVariance(tasks.map(({ difference }) => difference)) ?? 0;
  return {
    perTask,
    ...withinOf(
      tasks.map(({ a }) => a),
      tasks.map(({ b }) => b),
    ),
    tasks: tasks.length,
  };
}

/** Of one task on each side; of unequal numbers of tasks the harmonic mean counts. */
export function unpairedNoise(a: readonly SideTask[], b: readonly SideTask[]): MeasuredNoise {
  const variance = (tasks: readonly SideTask[]) => sampleVariance(tasks.map(({ mean }) => mean)) ?? 0;
  const tasks = Math.floor(2 / (1 / a.length + 1 / b.length));
  return { perTask: variance(a) + variance(b), ...withinOf(a, b), tasks };
}

/** A side whose tasks were tried once each is taken to be as noisy as the other. */
function withinOf(a: readonly SideTask[], b: readonly SideTask[]): Pick<Noise, "within" | "withinNow"> {
  const [noiseA, noiseB] = [ofOneTrial(a), ofOneTrial(b)];
  const [left, right] = [noiseA ?? noiseB, noiseB ?? noiseA];
  if (left === null || right === null) return { within: null, withinNow: null };
  return { within: left + right, withinNow: left * shareLeft(a) + right * shareLeft(b) };
}

/** Variance of a single trial's reward within its task, averaged over the tasks that were tried twice or more. */
function ofOneTrial(tasks: readonly SideTask[]): number | null {
  return meanOf(tasks.map(({ rewards }) => sampleVariance(rewards)).filter((variance) => variance !== null));
}

/** How much of it is left in the mean of a task's trials. */
function shareLeft(tasks: readonly SideTask[]): number {
  return meanOf(tasks.map(({ rewards }) => 1 / rewards.length)) ?? 1;
}
