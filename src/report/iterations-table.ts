// The night as a table: what was tried, what the gate said, what it cost.

import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { IterationRecord } from "../loop/iteration-record.ts";

export function iterationLine(record: IterationRecord): string {
  const { verdict } = record;
  const words = verdict === null ? "no verdict" : `${verdict.verdict.toUpperCase()} (${verdict.reason})`;
  return `iteration ${record.iteration}: ${words} — ${record.summary || "no summary"}`;
}

/** Columns: iteration, verdict, reason, test score, suite, promoted, runs, cost, time, what was tried. */
export function iterationsTable(
  baseline: string,
  iterations: readonly IterationRecord[],
  { rehearsal }: { rehearsal: boolean },
): string[] {
  const rows = [
    [
      "it",
      "verdict",
      "reason",
      rehearsal ? "rehearsal score" : "test score",
      "suite",
      "runs",
      "cost",
      "time",
      "what was tried",
    ],
    ["0", "baseline", "", baseline, "", "", "", "", ""],
    ...iterations.map(rowOf),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const [header = "", ...rest] = lines;
  return [header, "-".repeat(Math.min(100, Math.max(...lines.map(({ length }) => length)))), ...rest];
}

function rowOf({ iteration, verdict, summary, costUsd, startedAt, endedAt }: IterationRecord): string[] {
  const time = endedAt === null ? "" : formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
  if (verdict === null) return [String(iteration), "none", "", "", "", "", "", time, summary];
  const suite = verdict.suiteTotal === 0 ? "" : `${verdict.suitePassed}/${verdict.suiteTotal}`;
  const promoted = verdict.promoted.length === 0 ? "" : ` +${verdict.promoted.length}`;
  const score = verdict.valScore === null || verdict.runs === 0 ? "" : verdict.valScore.toFixed(4);
  return [
    ...[String(iteration), verdict.verdict, verdict.reason, score, `${suite}${promoted}`.trim()],
    ...[String(verdict.runs), formatCost(costUsd), time, summary],
  ];
}
