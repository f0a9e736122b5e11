// Before the gate (docs/pre-screen.md): a coding agent says which failing train tasks its edit should fix. Those run
// first; where none passes, the gate is not asked. Pure, and no part of gate/1: it can stop a candidate, never accept one.

import { passes } from "../core/trial.ts";
import { preScreenBounds, tooManyMissing } from "./bounds.ts";

export interface PreScreenRun {
  task: string;
  /** 1-based. */
  round: number;
}

export interface PreScreenRequest {
  /** Task ids as they were stated, the surest first. */
  predicted: readonly string[];
  /** The incumbent's last rewards on the train split, as they are kept: nothing is run for them again. */
  incumbent: Readonly<Record<string, number | null>>;
  /** The candidate's. A later run with the same task and round replaces an earlier one; others are ignored. */
  runs: ReadonlyArray<PreScreenRun & { reward: number | null }>;
  config?: {
    /** Tasks that are run at most. */
    tasks?: number;
    /** Fewer tasks are repeated until there are so many runs. */
    runs?: number;
  };
}

/** Every stated task once, by what becomes of it. */
export interface PreScreenTasks {
  /** Failed with the incumbent: run. */
  checked: readonly string[];
  /** Would be run, but there are enough. */
  beyond: readonly string[];
  /** Passed with the incumbent already: passing again shows nothing. */
  passing: readonly string[];
  /** Not of the train split, or without a reward there: nothing to compare with. */
  unknown: readonly string[];
}

export type PreScreenAnswer = { tasks: PreScreenTasks } & (
  | { action: "run"; need: readonly PreScreenRun[] }
  | {
      action: "verdict";
      verdict: "go-on" | "no-flip";
      /**
       * flip: a task passes that failed. nothing-to-check: no stated task can show anything. missing: over a fifth of
       * the runs is lost. no-flip: none of the tasks passes.
       */
      reason: "flip" | "nothing-to-check" | "missing" | "no-flip";
      flipped: readonly string[];
      /** Runs that were asked for. */
      runs: number;
    }
);

/** What is to be run now, or whether the gate is worth its cost. */
export function preScreen({ predicted, incumbent, runs, config = {} }: PreScreenRequest): PreScreenAnswer {
  const { tasks: cap = preScreenBounds.tasks, runs: least = preScreenBounds.runs } = config;
  const tasks = sortOut(predicted, incumbent, cap);
  const { checked } = tasks;
  const verdict = (reason: "flip" | "nothing-to-check" | "missing" | "no-flip", flipped: string[], asked: number) => ({
    ...({
      action: "verdict",
      tasks,
      verdict: reason === "no-flip" ? "no-flip" : "go-on",
      reason,
      flipped,
      runs: asked,
    } as const),
  });
  if (checked.length === 0) return verdict("nothing-to-check", [], 0);

  const rounds = Math.ceil(Math.max(least, checked.length) / checked.length);
  const found = new Map(runs.map((run) => [keyOf(run), run.reward] as const));
  let missing = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const asked = checked.map((task): PreScreenRun => ({ task, round }));
    const flipped = asked.filter((run) => passes(found.get(keyOf(run)) ?? 0)).map(({ task }) => task);
    if (flipped.length > 0) return verdict("flip", flipped, round * checked.length);
    const need = asked.filter((run) => !found.has(keyOf(run)));
    if (need.length > 0) return { action: "run", tasks, need };
    missing += asked.filter((run) => found.get(keyOf(run)) === null).length;
  }
  const asked = rounds * checked.length;
  return verdict(tooManyMissing(missing, asked) ? "missing" : "no-flip", [], asked);
}

function sortOut(
  predicted: readonly string[],
  incumbent: Readonly<Record<string, number | null>>,
  cap: number,
): PreScreenTasks {
  const stated = [...new Set(predicted)];
  const rewardOf = (task: string) => (Object.hasOwn(incumbent, task) ? (incumbent[task] ?? null) : null);
  const failing = stated.filter((task) => !passes(rewardOf(task) ?? 1));
  return {
    checked: failing.slice(0, cap),
    beyond: failing.slice(cap),
    passing: stated.filter((task) => passes(rewardOf(task) ?? 0)),
    unknown: stated.filter((task) => rewardOf(task) === null),
  };
}

function keyOf({ task, round }: PreScreenRun): string {
  return `${round}\0${task}`;
}
