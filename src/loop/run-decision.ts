// What both kinds of judgement share: the pure decision says what it needs, a job runs it, until there is a verdict.

import type { TrialRecord } from "../core/trial.ts";
import type { GateRun, StrictSeedRun } from "../gate/protocol.ts";
import { runFedJob } from "../trials/run-job.ts";
import type { TrialPlan } from "../trials/trial-context.ts";
import type { DecisionFeed } from "./decision-feed.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { costOf, jobOptions, plansOf } from "./run-trials.ts";

export interface JudgeRequest {
  decision: string;
  candidate: Candidate;
  /** The last accepted agent. */
  incumbent: Candidate;
  suite: readonly string[];
  test: readonly string[];
  /** By test task, the incumbent's rewards of whole runs of the split, oldest first. */
  history: Readonly<Record<string, ReadonlyArray<number | null>>>;
  /** Scores as they stand in results.tsv. */
  best: readonly string[];
  /** The candidate is the incumbent without an edit, which goes unless it is missed (docs/prune.md). */
  removal?: boolean;
  /** The incumbent's train results. */
  trainResults: Readonly<Record<string, number | null>>;
  signal: AbortSignal;
}

export interface Judgement {
  verdict: Verdict;
  /** The suite after the verdict; the default gate promotes later. */
  suite: readonly string[];
  /** The suite's last rewards in this decision. */
  suiteRewards: Record<string, number | null>;
  records: TrialRecord[];
}

/** What a verdict is made of beside what was decided. */
export interface DecisionTotals {
  runs: number;
  costUsd: number | null;
  durationMs: number;
}

/** Runs what the feed asks for. `stopped`: why there is no verdict yet. */
export async function runDecision<Run extends object, Final>(
  experiment: Experiment,
  feed: DecisionFeed<Run, Final>,
  { decision, signal }: Pick<JudgeRequest, "decision" | "signal">,
): Promise<DecisionTotals & { stopped: string | null }> {
  const started = performance.now();
  const { stopped } = await runFedJob(feed, experiment.context, jobOptions(experiment, { job: decision, signal }));
  const durationMs = performance.now() - started;
  return { stopped, runs: feed.records.length, costUsd: costOf(feed.records), durationMs };
}

/** The trials of a run of the gate; each round of a step has indices of its own. */
export function plansOfRun(
  experiment: Experiment,
  { decision, candidate, incumbent }: Pick<JudgeRequest, "decision" | "candidate" | "incumbent">,
  run: GateRun | StrictSeedRun,
): TrialPlan[] {
  const { code, digest } = "arm" in run && run.arm === "incumbent" ? incumbent : candidate;
  const round = "strike" in run ? run.strike - 1 : "round" in run ? run.round - 1 : 0;
  const agent = { kind: "candidate", code, digest } as const;
  return plansOf(experiment, { step: run.step, decision, tasks: [run.task], agent, round });
}

export function stoppedVerdict(
  decision: string,
  reason: string,
  { runs, costUsd, durationMs }: DecisionTotals,
): Verdict {
  const detail = `${reason}: the decision goes on where it was once there is budget again`;
  return { ...refusal(decision, "budget", detail), verdict: "inconclusive", runs, costUsd, durationMs };
}
