// What a side of a comparison is, wherever it was read from.

import { HarnessError } from "../core/fault.ts";

export const sourceFormats = ["journal", "harbor", "jsonl", "csv", "train-results"] as const;

export type SourceFormat = (typeof sourceFormats)[number];

export interface TrialReward {
  task: string;
  /** Names the trial among those of its task on this side. */
  trial: string;
  /** 0..1; null where it is missing. */
  reward: number | null;
  /** Why it is missing, or what a reader must know of it. */
  note?: string;
  /** Digest of the task, where the source knows it. */
  version?: string;
}

export interface Source {
  /** As it was asked for. */
  name: string;
  format: SourceFormat;
  /** What was taken from there, in a few words: agent, model, runs. */
  description: string;
  /** At least one; each (task, trial) once. */
  trials: readonly TrialReward[];
  /** What a reader of the comparison must know. */
  notes: readonly string[];
}

/** A source that can't be read: config "compare-source-invalid" with file and line. */
export function invalidSource(file: string, line: number | null, problem: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "compare-source-invalid",
    message: `${file}${line === null ? "" : `:${line}`}: ${problem}`,
    context: { file, line },
  });
}

/** What was asked for is not in the source, or is not one thing: config "compare-selection". */
export function badSelection(source: string, problem: string): HarnessError {
  return new HarnessError({ fault: "config", code: "compare-selection", message: `${source}: ${problem}` });
}

/** Words of a list, the first few of many. */
export function listed(names: readonly string[], most = 10): string {
  const more = names.length - most;
  return more <= 0 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${more} more`;
}
