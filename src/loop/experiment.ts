// One experiment as the loop sees it: where things are, what is fixed, and the parts that arrive as arguments.

import type { ScoreFacts, Task } from "../core/benchmark.ts";
import type { ProposeContext } from "../core/coding-agent.ts";
import type { PinnedModel } from "../core/model.ts";
import type { JobEvent } from "../trials/job.ts";
import type { TrialContext } from "../trials/trial-context.ts";
import type { Layout } from "../workspace/layout.ts";
import type { IterationRecord } from "./iteration-record.ts";

export interface NewCandidate {
  agentSource: string;
  message: string;
  accepted: boolean;
  /** The commit's date; now when left out. */
  at?: Date;
}

/** Candidates as commits; see lineage/. */
export interface CandidateLineage {
  head(): Promise<{ commit: string; short: string } | null>;
  read(commit: string): Promise<string>;
  /** Accepted ones, oldest first. */
  history(): Promise<Array<{ commit: string; short: string }>>;
  record(candidate: {
    agentSource: string;
    message: string;
    accepted: boolean;
  }): Promise<{ commit: string; short: string }>;
  diff(from: string, to: string): Promise<string>;
}

export interface ExperimentSettings {
  gate: "default" | "strict-seed";
  /** Whether tasks that an edit should fix, where they are stated, run before the gate is asked. */
  preScreen: boolean;
  threshold: number;
  seed: number;
  trainFraction: number;
  /** Trials of each task in each step; a task's reward is their mean. */
  trials: number;
  /** Whose train and test tasks: the benchmark's own where it has a split, else made from the baseline. */
  splitBy: "benchmark" | "baseline";
  /** Share of all tasks that nothing runs before the claim. */
  holdout: number;
  /** Two fresh paired runs of the test split at the end of a night that accepted something. */
  finalReport: boolean;
  concurrency: number;
  iterations: number;
  stopAfterNoImprovement: number;
  /** null: no limit. */
  maxHours: number | null;
  /** The recorded score at which the loop ends; left out: it has none. */
  targetScore?: number;
  codingModel: PinnedModel;
  codingAgent: string;
  /** Summarises the train run of each accepted agent; left out: nobody does. */
  analysisModel?: PinnedModel;
  /** Of one iteration's session. */
  codingLimits: { maxModelCalls: number; maxCostUsd: number | null };
}

export type LoopEvent =
  | JobEvent
  | { type: "phase"; text: string }
  | { type: "gate-line"; text: string }
  | { type: "log"; text: string }
  | { type: "iteration-start"; iteration: number; of: number; best: string }
  | { type: "iteration-end"; record: IterationRecord }
  | { type: "loop-end"; reason: string };

export interface Experiment {
  /** A rehearsal's scores are labelled wherever they stand. */
  rehearsal: boolean;
  scoreFacts: ScoreFacts;
  layout: Layout;
  settings: ExperimentSettings;
  tasks: readonly Task[];
  context: TrialContext;
  lineage: CandidateLineage;
  propose: (context: ProposeContext) => Promise<{ summary: string }>;
  onEvent: (event: LoopEvent) => void;
  /** Waits while the experiment is paused; left out where nothing can be. */
  hold?: (options: { signal: AbortSignal }) => Promise<void>;
  /** Whole lines of image builds: too many for a screen, kept in a file. */
  onBuildLog: (line: string) => void;
}

/** A rehearsal's commits have fixed dates, so that the same night gives the same hashes. */
export function commitDate({ rehearsal }: Pick<Experiment, "rehearsal">, sequence: number): { at?: Date } {
  return rehearsal ? { at: new Date(Date.UTC(2026, 0, 1, 0, sequence)) } : {};
}

export function taskById(experiment: Experiment, id: string): Task {
  const task = experiment.tasks.find((candidate) => candidate.id === id);
  if (task === undefined) throw new RangeError(`no task ${id} in this experiment`);
  return task;
}
