// The night as a table: what was tried, what the gate said, what it cost.

import { formatP, formatPoints } from "../lib/format-points.ts";
import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { IterationRecord, Verdict } from "../loop/iteration-record.ts";

export function iterationLine(record: IterationRecord): string {
  const { verdict } = record;
  const words = verdict === null ? "no verdict" : `${verdict.verdict.toUpperCase()} (${verdict.reason})`;
  return `iteration ${record.iteration}: ${words} — ${record.summary || "no summary"}`;
}

interface Column {
  title: string;
  cell: (record: IterationRecord) => string;
  /** Of the baseline's row. */
  baseline?: string;
  /** Shown only where a row has something in it. */
  optional?: boolean;
}

/** A row for the baseline and one for each iteration. `baseline`: its score as recorded. */
export function iterationsTable(
  baseline: string,
  iterations: readonly IterationRecord[],
  { rehearsal }: { rehearsal: boolean },
): string[] {
  const all = columns(baseline, rehearsal);
  const shown = all.filter(({ optional, cell }) => optional !== true || iterations.some((one) => cell(one) !== ""));
  const rows = [
    shown.map(({ title }) => title),
    shown.map(({ baseline: cell = "" }) => cell),
    ...iterations.map((record) => shown.map(({ cell }) => cell(record))),
  ];
  const widths = shown.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const [header = "", ...rest] = lines;
  return [header, "-".repeat(Math.min(100, Math.max(...lines.map(({ length }) => length)))), ...rest];
}

function columns(baseline: string, rehearsal: boolean): Column[] {
  return [
    { title: "it", cell: ({ iteration }) => String(iteration), baseline: "0" },
    { title: "verdict", cell: ({ verdict }) => verdict?.verdict ?? "none", baseline: "baseline" },
    { title: "reason", cell: ({ verdict }) => verdict?.reason ?? "" },
    { title: "points", cell: ofVerdict(pointsOf), optional: true },
    { title: "p", cell: ofVerdict(({ pUp }) => (pUp === null ? "" : formatP(pUp))), optional: true },
    { title: rehearsal ? "rehearsal score" : "test score", cell: ofVerdict(scoreOf), baseline },
    { title: "suite", cell: ofVerdict(suiteOf) },
    { title: "runs", cell: ofVerdict(({ runs }) => String(runs)) },
    { title: "cost", cell: (record) => ofVerdict(() => formatCost(record.costUsd))(record) },
    { title: "time", cell: timeOf },
    { title: "what was tried", cell: ({ summary }) => summary },
  ];
}

function ofVerdict(cell: (verdict: Verdict) => string): Column["cell"] {
  return ({ verdict }) => (verdict === null ? "" : cell(verdict));
}

function pointsOf({ estimate }: Verdict): string {
  return estimate === null ? "" : formatPoints(estimate);
}

function scoreOf({ valScore, runs }: Verdict): string {
  return valScore === null || runs === 0 ? "" : valScore.toFixed(4);
}

function suiteOf({ suitePassed, suiteTotal, promoted, quarantined }: Verdict): string {
  const counts = suiteTotal === 0 ? "" : `${suitePassed}/${suiteTotal}`;
  const more = promoted.length === 0 ? "" : ` +${promoted.length}`;
  const fewer = quarantined.length === 0 ? "" : ` -${quarantined.length}`;
  return `${counts}${more}${fewer}`.trim();
}

function timeOf({ startedAt, endedAt }: IterationRecord): string {
  return endedAt === null ? "" : formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
}
