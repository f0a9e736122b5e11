// Trials of one agent in one step as Harbor's result.json and config.json of a job (Harbor 0.24).

import { meanOf, rewardOf, type TrialRecord } from "../../core/trial.ts";
import { sha256 } from "../../lib/digest.ts";
import { agentName, harborTime, isCandidate, jobNameOf, trialNameOf, uuidOf } from "./names.ts";
import { exceptionOf, modelInfo, phasesOf, rewardsOf } from "./trial-result.ts";

export function jobConfig(records: readonly [TrialRecord, ...TrialRecord[]], jobs: string): Record<string, unknown> {
  const { parts } = records[0];
  return {
    job_name: jobNameOf(parts),
    jobs_dir: jobs,
    agents: [{ name: agentName(parts), ...(isCandidate(parts.agent) ? { model_name: parts.model } : {}) }],
    datasets: [{ path: parts.benchmark }],
  };
}

/**
 * The mean is ours: trials that the infrastructure lost, or whose task is broken, are left out, where Harbor counts them
 * as 0.
 */
export function jobResult(records: readonly [TrialRecord, ...TrialRecord[]]): Record<string, unknown> {
  const { parts } = records[0];
  const phases = records.map(phasesOf);
  const finished = harborTime(Math.max(...phases.map((phase) => phase.finished)));
  const raised = records.flatMap((record) => {
    const type = exceptionOf(record)?.type;
    return type === undefined ? [] : [{ type, name: trialNameOf(record) }];
  });
  const rewards = records.map(rewardOf).filter((reward) => reward !== null);
  const mean = meanOf(rewards);
  const sum = (of: (record: TrialRecord) => number) => records.reduce((total, record) => total + of(record), 0);
  const known = records.every(({ usage }) => usage.costUsd !== undefined);
  const model = isCandidate(parts.agent) ? [modelInfo(parts.model).name] : [];
  return {
    id: uuidOf(sha256(jobNameOf(parts))),
    started_at: harborTime(Math.min(...phases.map((phase) => phase.started))),
    updated_at: finished,
    finished_at: finished,
    n_total_trials: records.length,
    stats: {
      n_completed_trials: records.length,
      n_errored_trials: raised.length,
      ...{ n_running_trials: 0, n_pending_trials: 0, n_cancelled_trials: 0 },
      n_retries: sum(({ attempts }) => attempts - 1),
      evals: {
        [[agentName(parts), ...model, parts.benchmark].join("__")]: {
          n_trials: rewards.length,
          n_errors: raised.length,
          metrics: mean === null ? [] : [{ mean }],
          pass_at_k: {},
          reward_stats: rewardStats(records),
          exception_stats: grouped(raised.map(({ type, name }) => [type, name])),
        },
      },
      n_input_tokens: sum(({ usage }) => usage.inputTokens),
      n_cache_tokens: sum(({ usage }) => usage.cachedTokens),
      n_output_tokens: sum(({ usage }) => usage.outputTokens),
      cost_usd: known ? sum(({ usage }) => usage.costUsd ?? 0) : null,
    },
  };
}

function rewardStats(records: readonly TrialRecord[]): Record<string, Record<string, string[]>> {
  const entries = records.flatMap((record) =>
    Object.entries(rewardsOf(record) ?? {}).map(([key, value]) => ({ key, value, name: trialNameOf(record) })),
  );
  return Object.fromEntries(
    [...Map.groupBy(entries, ({ key }) => key)].map(
      ([key, own]) => [key, grouped(own.map(({ value, name }) => [String(value), name]))] as const,
    ),
  );
}

function grouped(pairs: ReadonlyArray<readonly [string, string]>): Record<string, string[]> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return Object.fromEntries([...groups].map(([key, own]) => [key, own.map(([, name]) => name)] as const));
}
