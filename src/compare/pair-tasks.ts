// Two sources as tasks: which they have in common, what is missing, what is left out.

import { meanOf, passes } from "../core/trial.ts";
import type { Source, TrialReward } from "./source.ts";

export interface SideTask {
  task: string;
  /** Those that are there, in the order of the source; at least one. */
  rewards: readonly number[];
  mean: number;
  /** Some of its trials pass and some do not. */
  flaky: boolean;
  /** Digests its trials were made with, where they are known. */
  versions: ReadonlySet<string>;
}

export interface PairedTask {
  task: string;
  a: SideTask;
  b: SideTask;
  /** Mean of B less mean of A, −1..1. */
  difference: number;
}

export interface MissingTrial {
  task: string;
  trial: string;
  reason: string;
}

export interface SideTasks {
  /** Sorted by name. */
  tasks: readonly SideTask[];
  trials: number;
  missing: readonly MissingTrial[];
  /** Tasks all of whose trials are missing. */
  withoutReward: readonly string[];
}

export interface Pairing {
  a: SideTasks;
  b: SideTasks;
  /** With a reward on both sides, sorted by name. */
  paired: readonly PairedTask[];
  /** Tasks the other side does not have. */
  onlyA: readonly string[];
  onlyB: readonly string[];
  /** Tasks that both sides have and one has no reward for: out of both. */
  lost: readonly string[];
  /** Paired, though each side knows the task in another version. */
  changed: readonly string[];
}

export function pairTasks(a: Pick<Source, "trials">, b: Pick<Source, "trials">): Pairing {
  const [sideA, sideB] = [sideTasks(a.trials), sideTasks(b.trials)];
  const [namesA, namesB] = [namesOf(sideA), namesOf(sideB)];
  const ofB = new Map(sideB.tasks.map((task) => [task.task, task] as const));
  const paired = sideA.tasks.flatMap((one): PairedTask[] => {
    const other = ofB.get(one.task);
    return other === undefined ? [] : [{ task: one.task, a: one, b: other, difference: other.mean - one.mean }];
  });
  const known = new Set(paired.map(({ task }) => task));
  const common = [...namesA].filter((task) => namesB.has(task));
  return {
    ...{ a: sideA, b: sideB, paired },
    onlyA: [...namesA].filter((task) => !namesB.has(task)).sort(),
    onlyB: [...namesB].filter((task) => !namesA.has(task)).sort(),
    lost: common.filter((task) => !known.has(task)).sort(),
    changed: paired.filter((task) => isChanged(task.a.versions, task.b.versions)).map(({ task }) => task),
  };
}

function sideTasks(trials: readonly TrialReward[]): SideTasks {
  const groups = Map.groupBy(trials, ({ task }) => task);
  const tasks: SideTask[] = [];
  const withoutReward: string[] = [];
  for (const task of [...groups.keys()].sort()) {
    const own = groups.get(task) ?? [];
    const rewards = own.map(({ reward }) => reward).filter((reward) => reward !== null);
    const versions = new Set(own.map(({ version }) => version).filter((version) => version !== undefined));
    const mean = meanOf(rewards);
    if (mean === null) withoutReward.push(task);
    else tasks.push({ task, rewards, mean, flaky: rewards.some(passes) && !rewards.every(passes), versions });
  }
  const missing = trials
    .filter(({ reward }) => reward === null)
    .map(({ task, trial, note = "no reward" }) => ({ task, trial, reason: note }));
  return { tasks, trials: trials.length, missing, withoutReward };
}

function isChanged(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((version) => b.has(version));
}

function namesOf({ tasks, withoutReward }: SideTasks): Set<string> {
  return new Set([...tasks.map(({ task }) => task), ...withoutReward]);
}
