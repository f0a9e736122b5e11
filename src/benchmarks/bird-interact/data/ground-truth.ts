// Ground truth comes by mail and is laid over the public rows by instance id: exactly six keys, three of the task and
// three of its follow-up.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../../../core/fault.ts";
import { dataInvalid, readJsonLines } from "./json-lines.ts";
import { type BirdRow, type TruthRow, truthRow } from "./rows.ts";
import { describeDataset, groundTruthSubject, type PublishedDataset, truthFile, upstream } from "./upstream.ts";

/** Such a file's rows by id. Throws as readJsonLines does, also where an id stands twice. */
export async function readGroundTruth(file: string): Promise<ReadonlyMap<string, TruthRow>> {
  const byId = new Map<string, TruthRow>();
  const lines = new Map<string, number>();
  const problems: string[] = [];
  for (const { line, row } of await readJsonLines(file, truthRow)) {
    const before = lines.get(row.instance_id);
    if (before !== undefined) {
      problems.push(`${file}:${line}: instance_id: ${row.instance_id} stands in line ${before} already`);
    }
    lines.set(row.instance_id, line);
    byId.set(row.instance_id, row);
  }
  if (problems.length > 0) throw dataInvalid(problems);
  return byId;
}

/** What lies beside a dataset's rows; null where there is none. */
export async function readOwnGroundTruth(folder: string): Promise<ReadonlyMap<string, TruthRow> | null> {
  const file = join(folder, truthFile);
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  return there ? await readGroundTruth(file) : null;
}

/** A row that the ground truth does not have stays as it is. */
export function mergeGroundTruth(row: BirdRow, truth: ReadonlyMap<string, TruthRow>): BirdRow {
  const found = truth.get(row.instance_id);
  if (found === undefined) return row;
  const { instance_id: _, follow_up, ...six } = found;
  return {
    ...row,
    ...six,
    follow_up: row.follow_up === null || follow_up === null ? row.follow_up : { ...row.follow_up, ...follow_up },
  };
}

/** Rows that can't be judged. A follow-up without ground truth is none, as upstream has it. */
export function withoutGroundTruth(rows: readonly BirdRow[]): string[] {
  return rows.filter(({ sol_sql }) => sol_sql.length === 0).map(({ instance_id }) => instance_id);
}

/** What to do to get it, with the exact command. */
export function groundTruthMissing(
  dataset: PublishedDataset,
  folder: string,
  missing: number,
  of: number,
): HarnessError {
  const lines = [
    `${missing} of ${of} tasks in ${folder} have no ground truth (solution SQL and test cases): it is not published but mailed.`,
    `  1. Write to ${upstream.groundTruthAddress} with the subject ${groundTruthSubject(dataset)}; the answer comes by itself.`,
    `  2. ${mergeCommand(folder)}`,
    "  3. Run the same command again; it goes on from here.",
    `(${describeDataset(dataset)}.)`,
  ];
  return new HarnessError({
    fault: "config",
    code: "bird-ground-truth-missing",
    message: lines.join("\n"),
    context: { missing, of },
  });
}

export function mergeCommand(folder: string, file = "<file>"): string {
  return `npx auto-harness bird merge --data ${shellWord(folder)} --ground-truth ${file}`;
}

function shellWord(text: string): string {
  return /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
