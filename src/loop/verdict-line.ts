// A verdict in a line: totals only, so a coding agent may read it.

import { formatPoints } from "../lib/format-points.ts";
import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { Verdict } from "./iteration-record.ts";

/** `label` stands behind a score. */
export function verdictLine(verdict: Verdict, label: string): string {
  const { runs, costUsd, durationMs, reason, detail } = verdict;
  const why = detail === "" ? "" : ` (${detail})`;
  const price = `${runs} runs, ${formatCost(costUsd)}, ${formatDuration(durationMs)}`;
  return `[gate] ${verdict.verdict.toUpperCase()} (${reason})${changeOf(verdict, label)}${why}; ${price}`;
}

function changeOf({ verdict, estimate, valScore, best }: Verdict, label: string): string {
  if (estimate !== null) {
    const selected = verdict === "accepted" ? " (selected, optimistic)" : "";
    return `: ${formatPoints(estimate)} points at decision${selected}`;
  }
  if (valScore === null) return "";
  return `: ${best === null ? "" : `${best.toFixed(4)} -> `}${valScore.toFixed(4)} on the test split${label}`;
}
