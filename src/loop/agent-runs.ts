// An agent's runs as the journal has them. A run is the mean of a task's trials in one round of one step.

import { meanOf, rewardOf, type TrialRecord, type TrialStep } from "../core/trial.ts";
import type { Rewards } from "../workspace/rewards.ts";
import type { Experiment } from "./experiment.ts";

interface Known {
  settings: Pick<Experiment["settings"], "trials">;
  context: { journal: Pick<Experiment["context"]["journal"], "trials"> };
}

export interface AgentRun {
  task: string;
  /** null: the infrastructure lost all of its trials. */
  reward: number | null;
}

/** Of one agent in these steps, oldest first; runs whose trials are not all there are left out. */
export function agentRuns(experiment: Known, agent: string, steps: readonly TrialStep[]): AgentRun[] {
  return complete(experiment, recordsOf(experiment, agent, steps)).map(([first, records]) => ({
    task: first.parts.task,
    reward: rewardOfRun(records),
  }));
}

/** An agent's complete runs of these tasks in these steps, oldest first, each by task. */
export function splitRuns(
  experiment: Known,
  { agent, steps, tasks }: { agent: string; steps: readonly TrialStep[]; tasks: readonly string[] },
): Rewards[] {
  const runs = complete(experiment, recordsOf(experiment, agent, steps));
  const bySplit = Map.groupBy(runs, ([{ parts }]) => `${parts.step}\0${parts.decision}\0${roundOf(experiment, parts)}`);
  return [...bySplit.values()].flatMap((own) => {
    const rewards = new Map(own.map(([first, records]) => [first.parts.task, rewardOfRun(records)] as const));
    if (!tasks.every((task) => rewards.has(task))) return [];
    return [Object.fromEntries(tasks.map((task) => [task, rewards.get(task) ?? null] as const))];
  });
}

function recordsOf({ context }: Known, agent: string, steps: readonly TrialStep[]): TrialRecord[] {
  return context.journal.trials({ agent }).filter(({ parts }) => steps.includes(parts.step));
}

function complete(experiment: Known, records: readonly TrialRecord[]): Array<[TrialRecord, TrialRecord[]]> {
  const runs = Map.groupBy(records, ({ parts }) =>
    [parts.step, parts.decision, roundOf(experiment, parts), parts.task].join("\0"),
  );
  return [...runs.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined || own.length < experiment.settings.trials ? [] : [[first, own]];
  });
}

function roundOf({ settings }: Known, { index }: TrialRecord["parts"]): number {
  return Math.floor(index / settings.trials);
}

function rewardOfRun(records: readonly TrialRecord[]): number | null {
  return meanOf(records.map(rewardOf).filter((reward) => reward !== null));
}
