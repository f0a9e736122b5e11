// A train run in a table: what changed, what failed alike, what is flaky, what to open first. Pure; no model is asked.

import { meanOf, passes, rewardOf, type TrialRecord } from "../../core/trial.ts";
import { clusterFailures, type Failure } from "./cluster-failures.ts";
import type { AnalysedTask, AnalysedTrial, Change, TrainAnalysis } from "./train-analysis.ts";
import { type TrainTrace, trialFacts } from "./trial-facts.ts";

export interface AnalysedRun {
  record: TrialRecord;
  trace: TrainTrace;
  /** Where the trace is published, relative to the root. */
  file: string;
}

export interface AnalyseRequest {
  at: string;
  label: string;
  /** Of train tasks only. */
  rewards: Readonly<Record<string, number | null>>;
  runs: readonly AnalysedRun[];
  /** The accepted agent to compare with: its newest train rewards. */
  reference: { agent: string; rewards: Readonly<Record<string, number | null>> } | null;
  /** All records of these tasks so far, of whatever agent; this run's may be among them. */
  known: readonly TrialRecord[];
}

const digestChars = 12;

export function analyseTrain({ at, label, rewards, runs, reference, known }: AnalyseRequest): TrainAnalysis {
  const agent = runs[0]?.record.parts.agent ?? "";
  const byTask = Map.groupBy(runs, ({ record }) => record.parts.task);
  const history = Map.groupBy(known, ({ parts }) => parts.task);
  const tasks = Object.entries(rewards)
    .map(([task, reward]): AnalysedTask => {
      const all = history.get(task) ?? [];
      const own = countsOf(all.filter(({ parts }) => parts.agent === agent));
      const before = reference?.rewards[task] ?? null;
      const trials = (byTask.get(task) ?? []).map(analyseTrial);
      return {
        ...{ task, reward, before, change: changeOf(before, reward), own, all: countsOf(all) },
        ...{ flaky: own.passed > 0 && own.passed < own.runs, trials },
      };
    })
    .sort((a, b) => (a.task < b.task ? -1 : 1));
  return {
    ...{ version: 1, at, agent: agent.slice(0, digestChars) },
    ...{ reference: reference?.agent.slice(0, digestChars) ?? null, label },
    score: meanOf(tasks.flatMap(({ reward }) => (reward === null ? [] : [reward]))),
    clusters: clusterFailures(tasks.flatMap(failureOf)),
    tasks,
  };
}

/** The trial that shows the failure: the one with the lowest reward. */
export function worstTrial({ trials }: Pick<AnalysedTask, "trials">): AnalysedTrial | undefined {
  return trials.toSorted((a, b) => (a.reward ?? 2) - (b.reward ?? 2))[0];
}

export function isFailed({ reward }: Pick<AnalysedTask, "reward">): boolean {
  return reward !== null && !passes(reward);
}

function failureOf(task: AnalysedTask): Failure[] {
  const worst = worstTrial(task);
  return worst === undefined || !isFailed(task)
    ? []
    : [{ task: task.task, ending: worst.ending, saying: worst.verifier }];
}

function changeOf(before: number | null, now: number | null): Change {
  if (now === null) return "missing";
  if (before === null) return "new";
  if (passes(now)) return passes(before) ? "still-passing" : "fixed";
  return passes(before) ? "broken" : "still-failing";
}

function countsOf(records: readonly TrialRecord[]): AnalysedTask["own"] {
  const rewards = records.map(rewardOf).filter((reward) => reward !== null);
  return { passed: rewards.filter(passes).length, runs: rewards.length };
}

function analyseTrial({ record, trace, file }: AnalysedRun): AnalysedTrial {
  const { usage, totalMs } = record;
  const { ending, saying, firstFailure, repeated, unfinished, parts, steps, failedSteps } = trialFacts(record, trace);
  return {
    ...{ trace: file, reward: rewardOf(record), ending, verifier: saying },
    firstFailure:
      firstFailure === null ? null : { at: firstFailure.at, what: firstFailure.what, why: firstFailure.why },
    ...{ repeated, unfinished, parts, steps, failedSteps },
    ...{ seconds: Math.round(totalMs / 100) / 10, modelCalls: usage.calls },
    ...{ tokens: usage.inputTokens + usage.outputTokens, costUsd: usage.costUsd ?? null },
  };
}
