// What a decision costs, what it can see, and how many a budget buys: all of it from what the journal knows.

import { type Characteristic, characteristicOf, type Estimated, estimated } from "./characteristics.ts";
import { type AgainPair, type IncumbentScore, incumbentScore, pairsOf } from "./incumbent-score.ts";
import type { PlanInputs } from "./plan-inputs.ts";
import { type TaskNoise, taskNoise } from "./task-noise.ts";

export interface Plan {
  version: 1;
  experiment: string;
  /** Stands behind every score: a rehearsal, versions. */
  label: string;
  gate: "default" | "strict-seed";
  testTasks: number;
  suiteTasks: number;
  trialsPerRun: number;
  concurrency: number;
  simulatedDecisions: number;
  incumbent: IncumbentScore;
  noise: Pick<TaskNoise, "correlation" | "repeated"> & { pairs: AgainPair[] };
  /** Of one trial, over those in the journal. */
  trial: { trials: number; costUsd: Estimated | null; durationMs: Estimated; lost: number };
  rows: Characteristic[];
  /** The smallest difference that is accepted with this probability, read off between two rows; null beyond the last. */
  detectable: Array<{ power: number; difference: number | null }>;
  /** Beside the gate's own, per decision; null where no iteration was made yet. */
  codingAgent: { iterations: number; costUsd: Estimated | null; durationMs: Estimated } | null;
  /** Trials after an acceptance, and of one more run of the incumbent after every five decisions without one. */
  extraTrials: { afterAcceptance: number; everyFiveDecisions: number };
  budget: { usd: Bought | null; hours: Bought | null };
}

export interface Bought {
  /** What is left of it. */
  available: number;
  /** Of a decision, with what it is known to cost beside the gate. */
  perDecision: number;
  decisions: number;
  /** That at least one of so many decisions accepts an agent that is no better. */
  falseAcceptance: number;
}

/** Differences that are simulated, -1..1. */
export const differences = [-0.1, -0.05, 0, 0.03, 0.05, 0.1, 0.15, 0.2, 0.3] as const;

const powers = [0.5, 0.8, 0.9] as const;

export function makePlan(inputs: PlanInputs): Plan {
  const { gate, scene, decisions } = inputs;
  const test = taskNoise(inputs.testTrials);
  const train = taskNoise(inputs.trainTrials);
  const cost = meansByTask(inputs.trials.map(({ task, costUsd }) => ({ task, value: costUsd })));
  const duration = meansByTask(inputs.trials.map(({ task, durationMs }) => ({ task, value: durationMs })));
  const options = {
    ...{ gate, test, train, decisions },
    scene: { ...scene, lostShare: inputs.lostShare, durationMs: (task: string) => duration.of(task) ?? 0 },
    costUsd: (task: string) => cost.of(task),
  };
  const rows = differences.map((difference) => characteristicOf(difference, options)).filter((row) => row !== null);
  const incumbent = incumbentScore(inputs, test);
  const costs = inputs.trials.map(({ costUsd }) => costUsd).filter((value) => value !== null);
  return {
    version: 1,
    ...{ experiment: inputs.experiment, label: inputs.label, gate: gate.mode, simulatedDecisions: decisions },
    ...{ testTasks: gate.test.length, suiteTasks: gate.suite.length },
    ...{ trialsPerRun: scene.trials, concurrency: scene.concurrency, incumbent, rows },
    noise: { correlation: test.correlation, repeated: test.repeated, pairs: pairsOf(inputs.unselectedRuns) },
    trial: {
      trials: inputs.trials.length,
      costUsd: costs.length < inputs.trials.length || costs.length === 0 ? null : estimated(costs),
      durationMs: estimated(inputs.trials.map(({ durationMs }) => durationMs)),
      lost: inputs.lostShare,
    },
    detectable: powers.map((power) => ({ power, difference: differenceAt(power, rows) })),
    codingAgent: codingAgentOf(inputs),
    extraTrials: {
      afterAcceptance: (gate.test.length + inputs.trainTasks) * scene.trials,
      everyFiveDecisions: gate.mode === "default" ? gate.test.length * scene.trials : 0,
    },
    budget: budgetOf(inputs, rows),
  };
}

/** Of a task that has none, the mean over all; null where any is not known. */
function meansByTask(values: ReadonlyArray<{ task: string; value: number | null }>) {
  const known = values.flatMap(({ task, value }) => (value === null ? [] : [{ task, value }]));
  const mean = (list: ReadonlyArray<{ value: number }>) =>
    list.reduce((sum, { value }) => sum + value, 0) / list.length;
  const overall = known.length === 0 || known.length < values.length ? null : mean(known);
  const byTask = new Map([...Map.groupBy(known, ({ task }) => task)].map(([task, own]) => [task, mean(own)] as const));
  return { of: (task: string): number | null => (overall === null ? null : (byTask.get(task) ?? overall)) };
}

/** Between two rows in a straight line. */
function differenceAt(power: number, rows: readonly Characteristic[]): number | null {
  const better = rows.filter(({ difference }) => difference >= 0);
  const at = better.findIndex(({ accepted }) => accepted.mean >= power);
  const [below, above] = [better[at - 1], better[at]];
  if (above === undefined) return null;
  if (below === undefined) return above.difference;
  const share = (power - below.accepted.mean) / (above.accepted.mean - below.accepted.mean);
  return below.difference + share * (above.difference - below.difference);
}

function codingAgentOf({ iterations }: PlanInputs): Plan["codingAgent"] {
  if (iterations.length === 0) return null;
  const costs = iterations.map(({ costUsd }) => costUsd).filter((cost) => cost !== null);
  return {
    iterations: iterations.length,
    costUsd: costs.length < iterations.length ? null : estimated(costs),
    durationMs: estimated(iterations.map(({ durationMs }) => durationMs)),
  };
}

/** At what a decision about an agent that is no better costs: most of a night's are of that kind. */
function budgetOf(inputs: PlanInputs, rows: readonly Characteristic[]): Plan["budget"] {
  const same = rows.find(({ difference }) => difference === 0);
  const beside = codingAgentOf(inputs);
  if (same === undefined) return { usd: null, hours: null };
  const bought = (available: number | null, own: number | undefined, other: number | undefined): Bought | null => {
    if (available === null || own === undefined) return null;
    const perDecision = own + (other ?? 0);
    const decisions = perDecision === 0 ? 0 : Math.floor(Math.max(0, available) / perDecision);
    return { available, perDecision, decisions, falseAcceptance: 1 - (1 - same.accepted.mean) ** decisions };
  };
  const hours = 3_600_000;
  return {
    usd: bought(inputs.budgetUsd, same.costUsd?.mean, beside?.costUsd?.mean),
    hours: bought(inputs.maxHours, same.durationMs.mean / hours, (beside?.durationMs.mean ?? 0) / hours),
  };
}
