// results.tsv: one row per recorded iteration; row 0 is the baseline.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { formatScore } from "../lib/format-score.ts";
import { textIfThere } from "../lib/text-if-there.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { invalidFile } from "./read-json.ts";
import { utcTimestamp, utcTimestampPattern } from "./utc-timestamp.ts";

export interface ResultRow {
  /** 0 for the baseline, then counting up without gaps. */
  iteration: number;
  /** As written, 4 decimals: the gate compares with what stands in the file. */
  valScore: string;
  /** Short hash; `baseline` in row 0. */
  commit: string;
  evalsPassed: number;
  evalsTotal: number;
  /** UTC, to the second. */
  timestamp: string;
}

export interface NewResult {
  iteration: number;
  /** 0..1, unrounded. */
  valScore: number;
  commit: string;
  evalsPassed: number;
  evalsTotal: number;
  at: Date;
}

/** The rows in order; none when there is no file. Throws config "workspace-file-invalid" with file and line. */
export async function readResults(path: string): Promise<ResultRow[]> {
  const text = await textIfThere(path);
  return text === null ? [] : parseResults(text, path);
}

/** The highest score, as written; null before the first row. */
export function bestScore(rows: readonly ResultRow[]): string | null {
  const scores = rows.map(({ valScore }) => valScore);
  return scores.length === 0 ? null : scores.reduce((best, score) => (Number(score) > Number(best) ? score : best));
}

/** The next `iteration`. */
export function nextIteration(rows: readonly ResultRow[]): number {
  return rows.length;
}

/**
 * Appends a row and returns it as written; the first one brings the header. Throws config "results-wrong-iteration"
 * unless `iteration` is the next one, and "results-wrong-row" for counts or a commit that cannot be.
 */
export async function appendResult(path: string, result: NewResult): Promise<ResultRow> {
  const rows = await readResults(path);
  if (result.iteration !== nextIteration(rows)) {
    throw new HarnessError({
      fault: "config",
      code: "results-wrong-iteration",
      message: `${path} ends before iteration ${nextIteration(rows)}; iteration ${result.iteration} can't be appended.`,
      context: { file: path, expected: nextIteration(rows), got: result.iteration },
    });
  }
  const row: ResultRow = {
    iteration: result.iteration,
    valScore: formatScore(result.valScore),
    commit: result.commit,
    evalsPassed: result.evalsPassed,
    evalsTotal: result.evalsTotal,
    timestamp: utcTimestamp(result.at),
  };
  const problem = problemOf(row);
  if (problem !== null) {
    throw new HarnessError({ fault: "config", code: "results-wrong-row", message: `${path}: ${problem}.` });
  }
  await writeAtomic(path, formatResults([...rows, row]));
  return row;
}

export function formatResults(rows: readonly ResultRow[]): string {
  const lines = rows.map((row) =>
    [row.iteration, row.valScore, row.commit, row.evalsPassed, row.evalsTotal, row.timestamp].join("\t"),
  );
  return `${[header, ...lines].join("\n")}\n`;
}

/** `file` is named in errors. */
export function parseResults(text: string, file: string): ResultRow[] {
  const [first = "", ...lines] = text.split(/\r?\n/);
  if (first !== header) throw invalidFile(file, 1, `expected the header ${JSON.stringify(header)}`);
  const rows: ResultRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const number = index + 2;
    const cells = line.split("\t");
    if (cells.length !== columns.length) {
      throw invalidFile(file, number, `expected ${columns.length} columns separated by tabs, got ${cells.length}`);
    }
    const result = rowSchema.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at]])));
    if (!result.success) {
      const [issue] = result.error.issues;
      throw invalidFile(file, number, `${issue?.path.join(".")}: ${issue?.message}`);
    }
    const row = toRow(result.data);
    if (row.iteration !== rows.length) {
      throw invalidFile(file, number, `expected iteration ${rows.length}, got ${row.iteration}`);
    }
    const problem = problemOf(row);
    if (problem !== null) throw invalidFile(file, number, problem);
    rows.push(row);
  }
  return rows;
}

const columns = ["iteration", "val_score", "commit", "evals_passed", "evals_total", "timestamp"] as const;
const header = columns.join("\t");

const wholeNumber = z.string().regex(/^\d{1,9}$/, "expected a whole number");
const rowSchema = z.strictObject({
  iteration: wholeNumber,
  val_score: z.string().regex(/^(?:0\.\d{4}|1\.0000)$/, "expected a score from 0 to 1 with 4 decimals"),
  commit: z.string(),
  evals_passed: wholeNumber,
  evals_total: wholeNumber,
  timestamp: z.string().regex(utcTimestampPattern, "expected a UTC time such as 2026-01-02T03:04:05+00:00"),
});

function toRow(cells: z.output<typeof rowSchema>): ResultRow {
  return {
    iteration: Number(cells.iteration),
    valScore: cells.val_score,
    commit: cells.commit,
    evalsPassed: Number(cells.evals_passed),
    evalsTotal: Number(cells.evals_total),
    timestamp: cells.timestamp,
  };
}

function problemOf(row: ResultRow): string | null {
  const score = Number(row.valScore);
  if (score < 0 || score > 1) return `a val_score is from 0 to 1, got ${row.valScore}`;
  if (row.iteration === 0 && row.commit !== "baseline") return `the commit of row 0 is baseline, got ${row.commit}`;
  if (row.iteration > 0 && !/^[0-9a-f]{4,64}$/.test(row.commit)) return `expected a short hash, got ${row.commit}`;
  if (!Number.isInteger(row.evalsPassed) || !Number.isInteger(row.evalsTotal)) return "counts are whole numbers";
  if (row.evalsPassed < 0 || row.evalsPassed > row.evalsTotal) {
    return `evals_passed ${row.evalsPassed} does not fit evals_total ${row.evalsTotal}`;
  }
  return null;
}
