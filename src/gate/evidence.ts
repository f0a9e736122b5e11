// What a look of step 2 is about: its tasks' rewards, as p-values and as means.

import { meanOf } from "../core/trial.ts";
import { compare, type PValues, type StrataSum, type Stratum, settled, sumOfStrata } from "./exact-test.ts";

/** A valid test task: the candidate has a reward, and so has the incumbent's history. */
export interface ValidTask {
  task: string;
  candidate: number;
  /** At least one. */
  history: readonly number[];
}

/** The first runs on the split, which every round of fresh ones is added to. */
export interface Stage {
  tasks: readonly ValidTask[];
  sum: StrataSum;
}

export function stageOf(tasks: readonly ValidTask[], unit: number): Stage {
  const strata = tasks.map(({ candidate, history }) => ({ candidate: [candidate], incumbent: history }));
  return { tasks, sum: settled(sumOfStrata(strata, unit)) };
}

/** Rewards of all rounds so far by task, pair by pair. */
export type FreshPairs = ReadonlyMap<string, Stratum>;

export function evidenceOf({ sum }: Stage, { fresh, unit }: { fresh: FreshPairs; unit: number }): PValues {
  return compare([sumOfStrata([...fresh.values()], unit), sum]);
}

/** Mean over valid tasks of the mean of their runs, 0..1, and of the differences, -1..1; null of none. */
export interface Means {
  candidate: number | null;
  incumbent: number | null;
  difference: number | null;
}

export function meansOf({ tasks }: Stage, fresh: FreshPairs): Means {
  const again = (task: string) => fresh.get(task) ?? none;
  const candidate = meanOf(tasks.map((task) => mean([task.candidate, ...again(task.task).candidate])));
  const incumbent = meanOf(tasks.map((task) => mean([...task.history, ...again(task.task).incumbent])));
  return { candidate, incumbent, difference: candidate === null || incumbent === null ? null : candidate - incumbent };
}

const none: Stratum = { candidate: [], incumbent: [] };

/** Of one reward at least. */
function mean(rewards: readonly number[]): number {
  return meanOf(rewards) ?? 0;
}
