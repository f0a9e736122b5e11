// After an acceptance by the default gate: the train split with the new incumbent; what failed before and passes now
// runs twice more; tasks that keep passing enter the suite, tasks that passed by luck leave it (GATE.md, Step 3).

import type { TrialRecord, TrialStep } from "../core/trial.ts";
import { dueRechecks, promotion } from "../gate/promotion-step.ts";
import type { Split } from "../workspace/split.ts";
import { agentRuns } from "./agent-runs.ts";
import type { DecisionInputs } from "./decision-inputs.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { trainIncumbent } from "./run-train.ts";
import { runStep } from "./run-trials.ts";

export interface PromoteRequest {
  decision: string;
  /** The new incumbent. */
  candidate: Candidate;
  split: Split;
  before: Pick<DecisionInputs, "suite" | "trainResults">;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

export interface Promotion {
  /** Sorted. */
  suite: string[];
  promoted: string[];
  quarantined: string[];
  /** The new incumbent's newest reward by task. */
  lastRewards: Record<string, number | null>;
  records: TrialRecord[];
}

/** Of a task that failed before and passes in the train split. */
const repetitions = 2;

/** A budget that ends in the middle promotes what can be told of by then. */
export async function promoteTasks(experiment: Experiment, request: PromoteRequest): Promise<Promotion> {
  const { decision, candidate, split, before, strip, signal } = request;
  const train = await trainIncumbent(experiment, { candidate, tasks: split.train, strip, signal });
  const records = [...train.records];
  // By the train split's run alone, so that a promotion that was cut off asks for the same ones again.
  const again = dueRechecks({ ...before, rechecks: runsByTask(experiment, candidate.digest, ["train"]) });
  if (train.stopped === null && again.length > 0) {
    const agent = { kind: "candidate", code: candidate.code, digest: candidate.digest } as const;
    const trials = repetitions * experiment.settings.trials;
    const result = await runStep(experiment, { step: "recheck", decision, tasks: again, agent, trials, signal });
    records.push(...result.records);
  }
  // What passed before in the train split and is in no suite stays out of it: it was never seen to fail and be mended.
  const concerned = new Set([...before.suite, ...again]);
  const runs = runsByTask(experiment, candidate.digest, ["suite", "train", "recheck"]);
  const told = Object.fromEntries(Object.entries(runs).filter(([task]) => concerned.has(task)));
  const { promote, quarantine } = promotion({ suite: before.suite, runs: told });
  const gone = new Set(quarantine);
  return {
    suite: [...new Set([...before.suite, ...promote])].filter((task) => !gone.has(task)).toSorted(),
    promoted: [...promote],
    quarantined: [...quarantine],
    lastRewards: Object.fromEntries(Object.entries(told).map(([task, own]) => [task, own.at(-1) ?? null] as const)),
    records,
  };
}

/** Rewards of this agent's runs of train tasks, oldest first. */
function runsByTask(
  experiment: Experiment,
  agent: string,
  steps: readonly TrialStep[],
): Record<string, Array<number | null>> {
  const byTask = Map.groupBy(agentRuns(experiment, agent, steps), ({ task }) => task);
  return Object.fromEntries([...byTask].map(([task, own]) => [task, own.map(({ reward }) => reward)] as const));
}
