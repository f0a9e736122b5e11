// What judging a trial gives: its reward, what its task publishes, and what a reader may know of them.

import type { StepRecord, VerificationRecord } from "./trial.ts";

/** One line of Harbor's artifacts/manifest.json. */
export interface ArtifactEntry {
  /** In the box. */
  source: string;
  /** Below the trial's folder: `artifacts/…`. */
  destination: string;
  type: "file" | "directory";
  /** skipped: an earlier entry has taken its place. */
  status: "ok" | "failed" | "empty" | "skipped";
  /** null: the agent's own box. */
  service: string | null;
  exclude: readonly string[];
}

/** What a task publishes beside its reward. */
export interface Artifacts {
  manifest: readonly ArtifactEntry[];
  /** Plain files by path below the trial's artifacts folder: relative, without `..` or links. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** One step of a task of several. */
export interface StepResult extends StepRecord {
  artifacts?: Artifacts;
}

export interface Verification {
  /** null: the verifier gave none. */
  reward: number | null;
  /** The end of what the verifier printed. */
  output: string;
  notes: readonly string[];
  timedOut: boolean;
  /** What a coding agent may know of a train trial's reward, such as its parts; never what was expected. */
  details?: Readonly<Record<string, unknown>>;
  /** The whole conversation, where the benchmark keeps one. */
  conversation?: readonly unknown[];
  /** Where there is more than one way to judge. */
  verification?: VerificationRecord;
  /** Every reward by name, as the verifier gave it; `reward` is made of them. */
  rewards?: Readonly<Record<string, number>>;
  /** Only where OpenContext asked for them. */
  artifacts?: Artifacts;
  /** In the order in which they ran, for a task of several. */
  steps?: readonly StepResult[];
}
