// Rows of (task, reward[, trial]) as trials: what JSONL and CSV have in common.

import { invalidSource, listed, type TrialReward } from "../source.ts";

export interface RewardRow {
  /** 1-based, where the row begins. */
  line: number;
  task: string;
  reward: number | null;
  trial: string | null;
}

/**
 * Rows without a trial are numbered by task in their order; with trials, each (task, trial) may be there once. Throws
 * config "compare-source-invalid" with file and line for a duplicate, and for a file in which only some rows name a trial.
 */
export function trialsOfRows(rows: readonly RewardRow[], file: string): TrialReward[] {
  const [first] = rows;
  if (first === undefined) throw invalidSource(file, null, "has no rows: expected task and reward in each");
  const named = first.trial !== null;
  const odd = rows.find(({ trial }) => (trial !== null) !== named);
  if (odd !== undefined) {
    const problem = `line ${first.line} ${named ? "names" : "does not name"} a trial and this one ${named ? "does not" : "does"}`;
    throw invalidSource(file, odd.line, `${problem}: all rows do, or none`);
  }
  if (!named) return numbered(rows);
  const seen = new Map<string, RewardRow>();
  const twice: string[] = [];
  let line: number | null = null;
  for (const row of rows) {
    const key = JSON.stringify([row.task, row.trial]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else {
      line ??= row.line;
      twice.push(`${row.task} trial ${row.trial} (lines ${before.line} and ${row.line})`);
    }
  }
  if (twice.length > 0) throw invalidSource(file, line, `there twice: ${listed(twice)}`);
  return rows.map((row) => trialOf(row, row.trial ?? ""));
}

/** Whether it is a reward that may be compared. */
export function isReward(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && value >= 0 && value <= 1);
}

function numbered(rows: readonly RewardRow[]): TrialReward[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const index = counts.get(row.task) ?? 0;
    counts.set(row.task, index + 1);
    return trialOf(row, String(index));
  });
}

function trialOf({ task, reward, line }: RewardRow, trial: string): TrialReward {
  return { task, trial, reward, ...(reward === null ? { note: `no reward in line ${line}` } : {}) };
}
