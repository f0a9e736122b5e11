import { type PreScreenRequest, preScreen } from "../../src/gate/pre-screen.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";
import { drawBeta } from "../../src/plan/beta.ts";
import { type Estimated, estimated, estimatedShare } from "../../src/plan/characteristics.ts";
import { simulateDecision } from "../../src/plan/simulate-decision.ts";
import { openGate } from "../../src/plan/simulated-gate.ts";
import type { Chances } from "../../src/plan/task-noise.ts";

/** Tasks of each split. */
const sizes = { train: 35, test: 35 };
/** Chances of tasks: half of them passed, and sure for the most part. */
const chanceOf = { a: 0.5, b: 0.5 };

export interface Case {
  /** True mean difference on either split, 0..1. */
  difference: number;
  /** Of the stated tasks, the share that the edit really changes; the others are wishes. */
  aim: number;
  /** Failing train tasks that are stated. */
  stated: number;
}

export interface ScreenedRow extends Case {
  /** The gate by itself. */
  alone: { accepted: Estimated; runs: Estimated };
  /** Behind the pre-screen, whose runs are counted. */
  screened: { accepted: Estimated; runs: Estimated };
  /** Stopped before the gate. */
  stopped: Estimated;
}

const cases: readonly Case[] = [
  ...[1, 3, 5].map((stated) => ({ difference: 0, aim: 0, stated })),
  ...[0.05, 0.1].flatMap((difference) =>
    [1, 3, 5].flatMap((stated) => [0.2, 0.6, 1].map((aim) => ({ difference, aim, stated }))),
  ),
];

export function screenCandidates({
  decisions,
  only = cases,
}: {
  decisions: number;
  only?: readonly Case[];
}): ScreenedRow[] {
  return only.map((one) => {
    const found = Array.from({ length: decisions }, (_, index) => screenOne(one, index));
    const row = (accepted: boolean[], runs: number[]) => ({
      accepted: estimatedShare(accepted),
      runs: estimated(runs),
    });
    return {
      ...one,
      alone: row(
        found.map(({ accepted }) => accepted),
        found.map(({ gateRuns }) => gateRuns),
      ),
      screened: row(
        found.map(({ accepted, stopped }) => accepted && !stopped),
        found.map(({ gateRuns, screenRuns, stopped }) => screenRuns + (stopped ? 0 : gateRuns)),
      ),
      stopped: estimatedShare(found.map(({ stopped }) => stopped)),
    };
  });
}

function screenOne({ difference, aim, stated }: Case, index: number) {
  const random = seededRandom(`pre-screen|${difference}|${index}`);
  const train = agents("train", sizes.train, difference, random);
  const test = agents("test", sizes.test, difference, random);
  // The incumbent's cached train results: one run of each task.
  const incumbent = Object.fromEntries([...train.incumbent].map(([task, chance]) => [task, random() < chance ? 1 : 0]));
  const failing = [...train.incumbent.keys()].filter((task) => incumbent[task] === 0);
  const aimed = failing.filter((task) => train.changed.has(task));
  const others = failing.filter((task) => !train.changed.has(task));
  const predicted: string[] = [];
  while (predicted.length < Math.min(stated, failing.length)) {
    const wants = random() < aim ? [aimed, others] : [others, aimed];
    const next = wants.flat().find((task) => !predicted.includes(task));
    if (next === undefined) break;
    predicted.push(next);
  }
  const { stopped, runs: screenRuns } = screen({ predicted, incumbent }, train.candidate, random);
  const tasks = [...test.incumbent.keys()];
  const history = Object.fromEntries(
    tasks.map((task) => [task, [0, 1].map(() => (random() < (test.incumbent.get(task) ?? 0) ? 1 : 0))]),
  );
  const gate = openGate(
    { mode: "default", seed: "42", threshold: 0.8, suite: [], test: tasks, history, best: [], trainResults: {} },
    `pre-screen-${index}`,
  );
  const scene = { trials: 1, concurrency: 1, durationMs: () => 1, lostShare: 0 };
  const decision = simulateDecision(gate, scene, test, random);
  return { accepted: decision.verdict === "accepted", gateRuns: decision.trials, stopped, screenRuns };
}

/** The candidate is better on a third of the tasks that can be better, so that something is there to be aimed at. */
function agents(split: string, count: number, difference: number, random: () => number) {
  const incumbent = new Map(
    Array.from(
      { length: count },
      (_, index) => [`${split}-${index}`, drawBeta(chanceOf.a, chanceOf.b, random)] as const,
    ),
  );
  const byRoom = [...incumbent].filter(([, chance]) => chance < 0.9).map(([task]) => task);
  const order = byRoom.map((task) => ({ task, at: random() })).sort((a, b) => a.at - b.at);
  const changed = new Set<string>();
  const candidate = new Map(incumbent);
  let left = difference * count;
  for (const { task } of order) {
    if (left <= 0) break;
    const chance = incumbent.get(task) ?? 0;
    const gain = Math.min(left, 0.95 - chance);
    candidate.set(task, chance + gain);
    changed.add(task);
    left -= gain;
  }
  return { incumbent, candidate, changed };
}

function screen(
  request: Pick<PreScreenRequest, "predicted" | "incumbent">,
  candidate: Chances,
  random: () => number,
): { stopped: boolean; runs: number } {
  const runs: Array<PreScreenRequest["runs"][number]> = [];
  for (;;) {
    const answer = preScreen({ ...request, runs });
    if (answer.action === "verdict") return { stopped: answer.verdict === "no-flip", runs: runs.length };
    for (const run of answer.need) runs.push({ ...run, reward: random() < (candidate.get(run.task) ?? 0) ? 1 : 0 });
  }
}
