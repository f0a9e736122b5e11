// Tasks of one step with one agent: plans, a job, rewards by task.

import type { Task } from "../core/benchmark.ts";
import { noUsage } from "../core/model.ts";
import type { TrialRecord, TrialStep } from "../core/trial.ts";
import { meanOf, rewardOf } from "../core/trial.ts";
import type { JobOptions } from "../trials/job.ts";
import { runJob } from "../trials/run-job.ts";
import type { TrialAgent, TrialPlan } from "../trials/trial-context.ts";
import { type Experiment, taskById } from "./experiment.ts";

export interface StepRequest {
  step: TrialStep;
  decision: string;
  tasks: readonly string[];
  agent: TrialAgent;
  /** Of each task; the experiment's own number when left out. */
  trials?: number;
  signal: AbortSignal;
}

export interface StepResult {
  /** By task, in the order asked: the mean of its trials that have a reward; null where none has. */
  rewards: Record<string, number | null>;
  records: TrialRecord[];
  /** Why not everything ran. */
  stopped: string | null;
}

export async function runStep(experiment: Experiment, request: StepRequest): Promise<StepResult> {
  const { step, decision, tasks, agent, trials = experiment.settings.trials, signal } = request;
  const plans = plansOf(experiment, { step, decision, tasks, agent, trials });
  const { records, stopped } = await runJob(
    plans,
    experiment.context,
    jobOptions(experiment, { job: decision === "" ? step : `${decision}-${step}`, signal }),
  );
  const rewards = Object.fromEntries(
    tasks.map((id, at) => {
      const own = records.slice(at * trials, (at + 1) * trials).filter((record) => record !== undefined);
      return [id, meanOf(own.map(rewardOf).filter((reward) => reward !== null))] as const;
    }),
  );
  return { rewards, records: records.filter((record) => record !== undefined), stopped };
}

/** How an experiment's jobs run, and who hears of them. */
export function jobOptions(
  { settings, onEvent, onBuildLog, hold }: Experiment,
  { job, signal }: Pick<JobOptions, "job" | "signal">,
): JobOptions {
  const onLog = (text: string) => onEvent({ type: "log", text });
  const base = { job, concurrency: settings.concurrency, onEvent, onBuildLog, onLog, signal };
  return hold === undefined ? base : { ...base, hold };
}

/** The trials of each task in turn. A later round of the same step goes on counting where the one before ended. */
export function plansOf(
  experiment: Experiment,
  {
    round = 0,
    trials = experiment.settings.trials,
    ...request
  }: Omit<StepRequest, "signal"> & { /** 0-based. */ round?: number },
): TrialPlan[] {
  const { step, decision, agent } = request;
  return request.tasks.flatMap((id) => {
    const task = taskById(experiment, id);
    const hidden = isKnownTest(experiment, task) ? { hidden: true } : {};
    return Array.from({ length: trials }, (_, at) => ({
      ...{ task, agent, step, decision, index: round * trials + at, ...hidden },
    }));
  });
}

/** A test task of the benchmark's own split, before there is a split of the experiment's. */
export function isKnownTest({ settings }: Pick<Experiment, "settings">, { split }: Task): boolean {
  return settings.splitBy === "benchmark" && split === "test";
}

/** US dollars of these trials; null when a price is unknown. */
export function costOf(records: readonly TrialRecord[]): number | null {
  let sum = 0;
  for (const { usage, userUsage = noUsage } of records) {
    if (usage.costUsd === undefined || userUsage.costUsd === undefined) return null;
    sum += usage.costUsd + userUsage.costUsd;
  }
  return sum;
}

/** Mean of the rewards that are there; null when there are none. */
export function meanReward(rewards: Readonly<Record<string, number | null>>): number | null {
  return meanOf(Object.values(rewards).filter((reward) => reward !== null));
}
