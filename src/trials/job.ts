// What a job is asked and what it says meanwhile.

import type { TrialRecord } from "../core/trial.ts";
import type { TrialPlan } from "./trial-context.ts";

export type JobEvent =
  | { type: "job-start"; job: string; trials: number }
  | { type: "image-build"; image: string; step: string }
  | { type: "image-note"; text: string }
  | ({ type: "trial-start" } & TrialNamed)
  | ({ type: "trial-retry"; attempt: number; reason: string } & TrialNamed)
  | ({ type: "trial-put-back" } & TrialNamed)
  | ({ type: "trial-end"; record: TrialRecord; cached: boolean; done: number; total: number } & TrialNamed)
  | { type: "job-stop"; reason: string }
  /** `since`: ISO, UTC; null when it serves again. */
  | { type: "provider-wait"; provider: string; since: string | null; text: string };

interface TrialNamed {
  task: string;
  step: string;
  /** Not to be named where a coding agent may read. */
  hidden?: boolean;
}

export interface JobOptions {
  job: string;
  concurrency: number;
  onEvent: (event: JobEvent) => void;
  /** Whole lines of image builds. */
  onBuildLog: (line: string) => void;
  /** Asked before each trial begins, which waits for it: an experiment may be paused. Left out: never. */
  hold?: (options: { signal: AbortSignal }) => Promise<void>;
  /** A clean-up that failed. */
  onLog: (line: string) => void;
  signal: AbortSignal;
}

export interface JobResult {
  /** One per plan, in the plans' order; undefined where the job stopped before it. */
  records: Array<TrialRecord | undefined>;
  /** Why not everything ran, such as a spent budget. */
  stopped: string | null;
}

/** Trials whose number depends on how the first ones end. A plan is known by its identity: give the same object again. */
export interface JobFeed {
  /**
   * Asked at the start and after every trial: what is needed, and what idle workers may run meanwhile. null ends the
   * job; trials under way that nobody needs any more are then broken off, unrecorded.
   */
  ask(): { needed: readonly TrialPlan[]; ahead: readonly TrialPlan[] } | null;
  settled(plan: TrialPlan, record: TrialRecord): void;
}
