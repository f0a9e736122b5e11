// The train split (or some of its tasks) with one agent; its rewards and traces are what a coding agent may see.

import { HarnessError } from "../core/fault.ts";
import { meanOf, passes, rewardOf, type TrialRecord } from "../core/trial.ts";
import { formatScore } from "../lib/format-score.ts";
import { buildResult } from "../trials/trace.ts";
import { type Layout, relativePaths } from "../workspace/layout.ts";
import { publishTraces, traceFolder } from "../workspace/publish-traces.ts";
import { writeTrainResults } from "../workspace/train-results.ts";
import { utcTimestamp } from "../workspace/utc-timestamp.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { readTrace } from "./kept-traces.ts";
import { passHatK } from "./pass-hat-k.ts";
import { publishAnalysis } from "./publish-analysis.ts";
import { runStep, type StepResult } from "./run-trials.ts";
import { scoreLabel } from "./score-facts.ts";
import { summarizeTrain } from "./summarize-train.ts";

export interface TrainRequest {
  candidate: Candidate;
  /** Task ids of the train split. */
  tasks: readonly string[];
  /** Which of them; all when left out. */
  only?: readonly string[];
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

/** Throws config "not-a-train-task" naming the ids that are not of the train split (a test task is not named as one). */
export async function runTrain(experiment: Experiment, request: Omit<TrainRequest, "strip">): Promise<StepResult> {
  const { candidate, tasks, only = tasks, signal } = request;
  const strangers = only.filter((id) => !tasks.includes(id));
  if (strangers.length > 0) {
    throw new HarnessError({
      fault: "config",
      code: "not-a-train-task",
      message: `not in the train split: ${strangers.join(", ")}. Its ids are in workspace/train_results.json`,
    });
  }
  const agent = { kind: "candidate", code: candidate.code, digest: candidate.digest } as const;
  return await runStep(experiment, { step: "train", decision: "", tasks: only, agent, signal });
}

const incumbentName = "incumbent-train";

/** The whole train split with a new incumbent, published; known trials are not paid again. */
export async function trainIncumbent(
  experiment: Experiment,
  { candidate, tasks, strip, signal }: Omit<TrainRequest, "only">,
): Promise<StepResult> {
  experiment.onEvent({ type: "phase", text: `train split: ${tasks.length} tasks with the accepted agent` });
  const result = await runTrain(experiment, { candidate, tasks, signal });
  await publishTrain(experiment, experiment.layout, { ...result, strip });
  await summarizeTrain(experiment, { signal });
  if (result.stopped === null) experiment.context.journal.write(incumbentName, candidate.digest);
  return result;
}

/** The whole train split has run with this agent: it is not paid again while it is the incumbent. */
export function isTrainKnown({ context }: Experiment, digest: string): boolean {
  return context.journal.read(incumbentName) === digest;
}

type TrainFiles = "trainResultsFile" | "latestTraces" | "baselineTraces" | "analysisFile" | "analysisDataFile";

/** Writes train_results.json, the traces of these trials and what they show into a workspace. */
export async function publishTrain(
  experiment: Experiment,
  into: Pick<Layout, TrainFiles>,
  { rewards, records, strip }: Pick<StepResult, "rewards" | "records"> & Pick<TrainRequest, "strip">,
): Promise<void> {
  const published = await Promise.all(
    records.map(async (record) => {
      const { task, index } = record.parts;
      const trace = (await readTrace(experiment.layout.host, record.key)) ?? { task, messages: [], events: [] };
      return { task, index, trace: { ...trace }, result: buildResult(record), record };
    }),
  );
  await publishTraces(into, published);
  const timestamp = utcTimestamp(new Date());
  await writeTrainResults(into.trainResultsFile, { split: "train", timestamp, results: rewards });
  const runs = published.map(({ record, trace, ...trial }) => {
    const file = `${relativePaths.latestTraces}/${traceFolder(trial)}/trace.json`;
    return { record, trace, file };
  });
  await publishAnalysis(experiment, into, { rewards, runs, strip });
}

/** Stands under a benchmark's results. */
export const analysisLine = `what failed alike, what changed, what to open first: ${relativePaths.analysisFile}`;

/** Rewards of a benchmark in words: which tasks passed, which failed, the score. */
export function describeTrain(
  experiment: Pick<Experiment, "rehearsal" | "scoreFacts" | "tasks">,
  { rewards, records }: Pick<StepResult, "rewards" | "records">,
): string[] {
  const entries = Object.entries(rewards);
  const named = (test: (reward: number | null) => boolean) =>
    entries.filter(([, reward]) => test(reward)).map(([id]) => id);
  const passed = named((reward) => reward !== null && passes(reward));
  const failed = named((reward) => reward !== null && !passes(reward));
  const missing = named((reward) => reward === null);
  const trials = Map.groupBy(records, ({ parts }) => parts.task);
  const ids = [...passed, ...failed];
  return [
    `passed (${passed.length}): ${passed.join(", ") || "none"}`,
    `failed (${failed.length}): ${failed.map((id) => `${id}${endOf(trials.get(id) ?? [])}`).join(", ") || "none"}`,
    ...(missing.length === 0 ? [] : [`missing (${missing.length}, infrastructure): ${missing.join(", ")}`]),
    `score: ${formatScore(scoreOf(rewards, ids))} over ${ids.length} tasks${scoreLabel(experiment, ids)}`,
    ...whereNothingFails(experiment, rewards, ids),
    ...repeatedTrials(records),
  ];
}

function scoreOf(rewards: StepResult["rewards"], ids: readonly string[]): number {
  return meanOf(ids.map((id) => rewards[id] ?? null).filter((reward) => reward !== null)) ?? 0;
}

/** Refusing more helps only where doing nothing passes; the score on the others tells the two apart. */
function whereNothingFails(
  { tasks }: Pick<Experiment, "tasks">,
  rewards: StepResult["rewards"],
  ids: readonly string[],
): string[] {
  const idle = new Set(tasks.filter(({ floor = 0 }) => passes(floor)).map(({ id }) => id));
  const others = ids.filter((id) => !idle.has(id));
  if (others.length === ids.length || others.length === 0) return [];
  return [`score where doing nothing fails: ${formatScore(scoreOf(rewards, others))} over ${others.length} tasks`];
}

/** pass^k in a line, where tasks were tried more than once. */
export function repeatedTrials(records: readonly TrialRecord[]): string[] {
  const trials = [...Map.groupBy(records, ({ parts }) => parts.task).values()];
  const rewards = trials.map((own) => own.map(rewardOf).filter((reward) => reward !== null));
  const chances = passHatK(rewards.map((list) => list.map(passes)));
  if (chances.length < 2) return [];
  return [`all of k trials pass: ${chances.map((chance, at) => `pass^${at + 1} ${formatScore(chance)}`).join(", ")}`];
}

function endOf(trials: readonly TrialRecord[]): string {
  const bad = trials.find(({ agentEnd }) => agentEnd.how !== "finished");
  return bad === undefined ? "" : ` (${bad.agentEnd.code})`;
}
