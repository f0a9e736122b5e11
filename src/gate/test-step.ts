// Step 2: the test split against the incumbent, look by look. A look is evaluated on exactly the runs that it names.

import { evidenceOf, type FreshPairs, type Means, meansOf, type Stage, stageOf, type ValidTask } from "./evidence.ts";
import { gridValue } from "./exact-test.ts";
import { type End, judgeLook, type Look } from "./judge-look.ts";
import type { KnownRuns } from "./known-runs.ts";
import type { FreshRun, TestRun } from "./protocol.ts";
import type { SuiteState } from "./suite-step.ts";

export interface TestInputs {
  /** Test tasks in the order in which they are run. */
  order: readonly string[];
  runs: KnownRuns;
  /** By task, the incumbent's rewards that count; a task that is not there has none. */
  history: ReadonlyMap<string, readonly number[]>;
  suite: SuiteState;
  /** Of all rewards (exact-test.ts). */
  unit: number;
}

export interface TestState {
  /** Those that were evaluated, in order. */
  looks: readonly Look[];
  /** Of all runs that the last of them used. */
  means: Means;
  /** Absent runs of the next look's block; empty once there is a verdict. */
  need: readonly (TestRun | FreshRun)[];
  /** Tasks that run again, fixed at look 2; empty before, and where look 2 decides. */
  unstable: readonly string[];
  end: End | null;
}

/** `judge` says what a look comes to: the gate's own rules, or those of a removal. */
export function testStep(inputs: TestInputs, judge: typeof judgeLook = judgeLook): TestState {
  const { order, runs, suite, unit } = inputs;
  const looks: Look[] = [];
  let stage: Stage = stageOf([], unit);
  let unstable: readonly string[] = [];
  let fresh: FreshPairs = new Map();
  for (let look = 0; ; look++) {
    const need = runs.absent(blockOf(look, order, unstable));
    if (need.length > 0) return { looks, means: meansOf(stage, fresh), need, unstable, end: null };
    if (look <= 2) stage = stageOf(validTasks(inputs, firstTasks(look, order)), unit);
    else fresh = withRound(fresh, look - 2, { unstable, runs });
    const tasks = firstTasks(look, order).length;
    const pairs = unstable.length * Math.max(0, look - 2);
    const pairsThere = [...fresh.values()].reduce((sum, { candidate }) => sum + candidate.length, 0);
    const seen: Look = {
      ...{ look, tasks, missing: tasks - stage.tasks.length },
      ...{ retried: unstable.length, pairs, missingPairs: pairs - pairsThere },
      ...evidenceOf(stage, { fresh, unit }),
    };
    looks.push(seen);
    const end = judge(seen, suite);
    if (end !== null) return { looks, means: meansOf(stage, fresh), need: [], unstable, end };
    if (look === 2) unstable = stage.tasks.filter(isUnstable).map(({ task }) => task);
  }
}

/** Runs that a look is about beside those of the looks before. `unstable` matters from look 3 on. */
export function blockOf(
  look: number,
  order: readonly string[],
  unstable: readonly string[],
): readonly (TestRun | FreshRun)[] {
  if (look <= 2) return firstTasks(look, order).map((task) => ({ step: "test", arm: "candidate", task }));
  const round = look - 2;
  return unstable.flatMap((task): FreshRun[] => [
    { step: "fresh", round, arm: "candidate", task },
    { step: "fresh", round, arm: "incumbent", task },
  ]);
}

/** Those that have rewards on both sides. */
export function validTasks(
  { runs, history }: Pick<TestInputs, "runs" | "history">,
  tasks: readonly string[],
): ValidTask[] {
  return tasks.flatMap((task) => {
    const candidate = runs.reward({ step: "test", arm: "candidate", task });
    const rewards = history.get(task) ?? [];
    return candidate === null || rewards.length === 0 ? [] : [{ task, candidate, history: rewards }];
  });
}

/** Whether there is anything to tell apart: not all rewards are equal on the grid. */
export function isUnstable({ candidate, history }: ValidTask): boolean {
  return history.some((reward) => gridValue(reward) !== gridValue(candidate));
}

/** A quarter of the split, half of it, from look 2 on all of it. */
function firstTasks(look: number, order: readonly string[]): readonly string[] {
  const share = look === 0 ? 1 / 4 : look === 1 ? 1 / 2 : 1;
  return order.slice(0, Math.ceil(order.length * share));
}

/** A pair that one arm has no reward of is left out on both sides. */
function withRound(
  fresh: FreshPairs,
  round: number,
  { unstable, runs }: { unstable: readonly string[]; runs: KnownRuns },
): FreshPairs {
  const next = new Map(fresh);
  for (const task of unstable) {
    const candidate = runs.reward({ step: "fresh", round, arm: "candidate", task });
    const incumbent = runs.reward({ step: "fresh", round, arm: "incumbent", task });
    if (candidate === null || incumbent === null) continue;
    const before = fresh.get(task) ?? { candidate: [], incumbent: [] };
    next.set(task, {
      candidate: [...before.candidate, candidate],
      incumbent: [...before.incumbent, incumbent],
    });
  }
  return next;
}
