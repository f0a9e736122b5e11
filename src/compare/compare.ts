// A and B, task by task: the difference, how sure it is, and what it would take to be surer. Pure.

import { HarnessError } from "../core/fault.ts";
import { pValues } from "../gate/exact-test.ts";
import { type Bar, judgeBar } from "./bar.ts";
import type { ComparedSide, Comparison, Estimate, Finding } from "./comparison.ts";
import { type Pairing, pairTasks, type SideTask, type SideTasks } from "./pair-tasks.ts";
import type { Source } from "./source.ts";
import { combinedDifference, pairedDifference, sideScore } from "./statistics/estimates.ts";
import { tolerance } from "./statistics/mean-interval.ts";
import { type Needed, whatItTakes } from "./statistics/needed.ts";
import { pairedNoise, unpairedNoise } from "./statistics/noise.ts";

export interface CompareOptions {
  /** Such as 0.95. */
  confidence: number;
  /** Take the sides' tasks as two independent draws; only where none is common. */
  unpaired: boolean;
  /** The true difference to reckon with, above 0; the observed one when left out. */
  detect?: number;
  bar?: Bar;
}

/** Chance of seeing a difference that `needed` is for. */
const power = 0.8;

/** More than this share missing, and nothing is said (GATE.md's bound for a verdict). */
const mostMissing = 0.2;

/**
 * Throws config "compare-no-rewards" when a side has none, "compare-no-common-tasks" when nothing can be paired, and
 * "compare-tasks-match" when `unpaired` is asked of sides that have tasks in common.
 */
export function compare(a: Source, b: Source, options: CompareOptions): Comparison {
  const { confidence, unpaired, detect, bar } = options;
  const pairing = pairTasks(a, b);
  check(a, b, pairing, unpaired);
  const { paired } = pairing;
  const [tasksA, tasksB] = unpaired
    ? [pairing.a.tasks, pairing.b.tasks]
    : [paired.map((task) => task.a), paired.map((task) => task.b)];
  const scores = { a: sideScore(tasksA, confidence), b: sideScore(tasksB, confidence) };
  const difference = unpaired ? combinedDifference(scores.a, scores.b) : pairedDifference(paired, confidence);
  const { p_up: up, p_low: low } = pValues(
    unpaired
      ? [{ candidate: tasksB.map(({ mean }) => mean), incumbent: tasksA.map(({ mean }) => mean) }]
      : paired.map((task) => ({ candidate: [...task.b.rewards], incumbent: [...task.a.rewards] })),
  );
  const p = { twoSided: Math.min(1, 2 * Math.min(up, low)), up, low };
  const missingShare = shareMissing(pairing);
  const noise = unpaired ? unpairedNoise(tasksA, tasksB) : pairedNoise(paired);
  return {
    ...{ paired: !unpaired, confidence, difference, p, missingShare },
    finding: findingOf(difference, p, confidence),
    a: comparedSide(a, pairing.a, tasksA, scores.a),
    b: comparedSide(b, pairing.b, tasksB, scores.b),
    tasks: unpaired ? null : byTask(pairing),
    leftOut: {
      onlyA: unpaired ? pairing.a.withoutReward : pairing.onlyA,
      onlyB: unpaired ? pairing.b.withoutReward : pairing.onlyB,
      lost: pairing.lost,
    },
    changed: pairing.changed,
    tooMuchMissing: missingShare > mostMissing + tolerance,
    needed: neededFor(detect ?? Math.abs(difference.estimate), { noise, tasks: noise.tasks, confidence }),
    bar: bar === undefined ? null : judgeBar(bar, difference),
  };
}

function check(a: Source, b: Source, { a: sideA, b: sideB, paired, onlyA, lost }: Pairing, unpaired: boolean): void {
  const refuse = (code: string, message: string) => new HarnessError({ fault: "config", code, message });
  for (const [source, side] of [
    [a, sideA],
    [b, sideB],
  ] as const) {
    if (side.tasks.length === 0) {
      const reasons = [...new Set(side.missing.map(({ reason }) => reason))].slice(0, 3).join("; ");
      throw refuse("compare-no-rewards", `${source.name}: none of its ${side.trials} trials has a reward (${reasons})`);
    }
  }
  const common = paired.length + lost.length;
  if (unpaired && common > 0) {
    const message = `${common} tasks are on both sides: leave --unpaired out, pairing them is surer`;
    throw refuse("compare-tasks-match", message);
  }
  if (!unpaired && common === 0) {
    const names = `A has ${onlyA[0]}, B has ${sideB.tasks[0]?.task}`;
    const message = `no task is on both sides (${names}); --unpaired compares them as two draws of tasks, which takes many more`;
    throw refuse("compare-no-common-tasks", message);
  }
  if (!unpaired && paired.length === 0) {
    throw refuse("compare-no-rewards", `none of the ${common} common tasks has a reward on both sides`);
  }
}

function findingOf({ low, high }: Estimate, p: Comparison["p"], confidence: number): Finding {
  if (p.twoSided > 1 - confidence + tolerance) return "unclear";
  const up = p.up < p.low;
  if (up) return low > 0 ? "better" : "better-here";
  return high < 0 ? "worse" : "worse-here";
}

function comparedSide(
  { name, format, description, notes, trials }: Source,
  { missing }: SideTasks,
  tasks: readonly SideTask[],
  score: Estimate,
): ComparedSide {
  return {
    ...{ name, format, description, notes, score, missing },
    tasks: tasks.length,
    trials: tasks.reduce((sum, { rewards }) => sum + rewards.length, 0),
    flaky: tasks.filter(({ flaky }) => flaky).map(({ task }) => task),
    doubtful: trials.flatMap(({ task, trial, reward, note }) =>
      reward === null || note === undefined ? [] : [{ task, trial, reason: note }],
    ),
  };
}

function byTask({ paired }: Pairing): Comparison["tasks"] {
  const list = paired
    .map(({ task, a, b, difference }) => ({
      ...{ task, a: a.rewards, b: b.rewards, difference },
      flaky: { a: a.flaky, b: b.flaky },
    }))
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference) || (one.task < other.task ? -1 : 1));
  const better = list.filter(({ difference }) => difference > tolerance).length;
  const worse = list.filter(({ difference }) => difference < -tolerance).length;
  return { better, worse, equal: list.length - better - worse, list };
}

function shareMissing({ a, b, paired, lost }: Pairing): number {
  const common = paired.length + lost.length;
  const shares = [a.missing.length / a.trials, b.missing.length / b.trials, common === 0 ? 0 : lost.length / common];
  return Math.max(...shares);
}

function neededFor(
  difference: number,
  rest: Pick<Parameters<typeof whatItTakes>[0], "noise" | "tasks" | "confidence">,
): Needed | null {
  return difference > tolerance ? whatItTakes({ ...rest, difference, power }) : null;
}
