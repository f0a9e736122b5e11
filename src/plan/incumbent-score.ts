// What the incumbent's runs of the test split say of it, and how much of that is luck.

import { meanOf } from "../core/trial.ts";
import { seededRandom } from "../lib/seeded-random.ts";
import type { PlanInputs, Rewards } from "./plan-inputs.ts";
import type { TaskNoise } from "./task-noise.ts";

export interface IncumbentScore {
  /** Of each whole run of the test split, oldest first. */
  scores: number[];
  /** Their mean. */
  mean: number;
  /** Of a mean over so many runs, by the tasks' noise alone: the split is what it is. */
  error: number;
  /** The same agent's next run lies between these with a probability of 0.95. */
  nextRun: { low: number; high: number };
  /** What doing nothing earns; null where it is not known. */
  floor: number | null;
  /** There is no other run than the one that won its decision: it is optimistic. */
  selected: boolean;
}

/** Two runs of the incumbent that no verdict looked at. */
export interface AgainPair {
  first: number;
  second: number;
  /** Tasks whose rewards differ, of those that both have. */
  differing: number;
  tasks: number;
}

export function incumbentScore(inputs: PlanInputs, test: TaskNoise): IncumbentScore {
  const runs = inputs.unselectedRuns.length > 0 ? inputs.unselectedRuns : inputs.selectedRuns;
  const scores = runs.map(scoreOf).filter((score) => score !== null);
  const random = seededRandom(`${inputs.gate.seed}|next-run`);
  const next: number[] = [];
  let variance = 0;
  const draws = 2000;
  for (let index = 0; index < draws; index += 1) {
    const chances = [...test.draw(random).values()];
    const trials = inputs.scene.trials;
    variance += chances.reduce((sum, chance) => sum + chance * (1 - chance), 0) / trials / chances.length ** 2 / draws;
    const passes = chances.map((chance) => binomial(trials, chance, random) / trials);
    next.push(passes.reduce((sum, reward) => sum + reward, 0) / chances.length);
  }
  next.sort((a, b) => a - b);
  const at = (share: number) => next[Math.min(next.length - 1, Math.floor(share * next.length))] ?? 0;
  return {
    scores,
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    error: Math.sqrt(variance / Math.max(1, scores.length)),
    nextRun: { low: at(0.025), high: at(0.975) },
    floor: inputs.floor,
    selected: inputs.unselectedRuns.length === 0,
  };
}

function binomial(trials: number, chance: number, random: () => number): number {
  let passes = 0;
  for (let index = 0; index < trials; index += 1) if (random() < chance) passes += 1;
  return passes;
}

function scoreOf(rewards: Rewards): number | null {
  return meanOf(Object.values(rewards).filter((reward) => reward !== null));
}

/** Each run and the one after it. */
export function pairsOf(runs: readonly Rewards[]): AgainPair[] {
  return runs.slice(1).flatMap((second, index) => {
    const first = runs[index] ?? {};
    const both = Object.keys(first).filter((task) => (first[task] ?? null) !== null && (second[task] ?? null) !== null);
    const [one, two] = [first, second].map((run) =>
      scoreOf(Object.fromEntries(both.map((task) => [task, run[task] ?? null]))),
    );
    if (one === undefined || two === undefined || one === null || two === null) return [];
    const differing = both.filter((task) => first[task] !== second[task]).length;
    return [{ first: one, second: two, differing, tasks: both.length }];
  });
}
