// Baseline and final agent side by side on fresh runs: the one number of a night that no decision has selected.

import { z } from "zod";
import { pairTasks } from "../compare/pair-tasks.ts";
import type { TrialReward } from "../compare/source.ts";
import { pairedDifference } from "../compare/statistics/estimates.ts";
import { meanOf, rewardOf, type TrialRecord } from "../core/trial.ts";
import { formatPoints } from "../lib/format-points.ts";
import { formatCost } from "../lib/format-quantity.ts";
import { runJob } from "../trials/run-job.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { costOf, jobOptions, plansOf } from "./run-trials.ts";

/** Fresh runs of each agent. */
const runsEach = 2;
const confidence = 0.95;

export const pairedReportSchema = z.object({
  /** test or holdout. */
  tasksOf: z.enum(["test", "holdout"]),
  /** Digests of the two agents. */
  from: z.string(),
  to: z.string(),
  /** Tasks with a reward on both sides; how many were asked for. */
  tasks: z.number().int(),
  asked: z.number().int(),
  runsEach: z.number().int(),
  /** Mean rewards over these tasks. */
  baseline: z.number(),
  final: z.number(),
  /** final less baseline; standard error over tasks, null with one task; 95 % interval. */
  difference: z.number(),
  standardError: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  trials: z.number().int(),
  costUsd: z.number().nullable(),
});

export type PairedReport = z.output<typeof pairedReportSchema>;

export interface PairedReportRequest {
  tasksOf: PairedReport["tasksOf"];
  tasks: readonly string[];
  from: Candidate;
  to: Candidate;
  signal: AbortSignal;
}

/** Known runs are not paid again. `stopped`: why there is none yet, such as a spent budget, or no task with a reward. */
export async function pairedReport(
  experiment: Experiment,
  { tasksOf, tasks, from, to, signal }: PairedReportRequest,
): Promise<PairedReport | { stopped: string }> {
  const arms = [from, to].map(({ code, digest }) =>
    plansOf(experiment, {
      ...{ step: "claim", decision: tasksOf, tasks, agent: { kind: "candidate", code, digest } },
      trials: runsEach * experiment.settings.trials,
    }).map((plan) => ({ ...plan, hidden: true })),
  );
  const [first = [], second = []] = arms;
  // Side by side, so that what changes during the report changes for both.
  const plans = first.flatMap((plan, at) => [plan, ...second.slice(at, at + 1)]);
  const result = await runJob(plans, experiment.context, jobOptions(experiment, { job: `claim-${tasksOf}`, signal }));
  if (result.stopped !== null) return { stopped: result.stopped };
  const records = result.records.filter((record) => record !== undefined);
  const { paired } = pairTasks(sideOf(records, from), sideOf(records, to));
  const baseline = meanOf(paired.map(({ a }) => a.mean));
  const final = meanOf(paired.map(({ b }) => b.mean));
  if (baseline === null || final === null) return { stopped: "no task has a reward with both agents" };
  const { estimate, standardError, low, high } = pairedDifference(paired, confidence);
  return {
    ...{ tasksOf, from: from.digest, to: to.digest, tasks: paired.length, asked: tasks.length, runsEach },
    ...{ baseline, final, difference: estimate, standardError, low, high },
    ...{ trials: records.length, costUsd: costOf(records) },
  };
}

/** The report in lines; no task is named. `label` stands behind the scores. */
export function pairedReportLines(report: PairedReport, label: string): string[] {
  const { tasksOf, tasks, asked, baseline, final, difference, standardError, low, high, trials, costUsd } = report;
  const which = tasksOf === "test" ? "test split" : "hold-out";
  const missing = asked === tasks ? "" : ` (${asked - tasks} more without a reward)`;
  const error = standardError === null ? "" : `, standard error ${(100 * standardError).toFixed(1)}`;
  return [
    `${which}, ${tasks} tasks${missing}, ${report.runsEach} fresh runs of each agent: baseline ${baseline.toFixed(3)}, final ${final.toFixed(3)}${label}`,
    `  difference ${formatPoints(difference)} points${error}, 95 % interval ${formatPoints(low)} to ${formatPoints(high)}; ${trials} trials, ${formatCost(costUsd)}`,
  ];
}

function sideOf(records: readonly TrialRecord[], { digest }: Candidate): Parameters<typeof pairTasks>[0] {
  const trials = records
    .filter(({ parts }) => parts.agent === digest)
    .map((record): TrialReward => ({ task: record.parts.task, trial: record.key, reward: rewardOf(record) }));
  return { trials };
}
