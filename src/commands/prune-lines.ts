// What prune prints: the edits there are, what judging one takes, what became of each.

import { formatPoints } from "../lib/format-points.ts";
import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { PrunableEdit } from "../loop/prunable-edits.ts";
import type { PrunedEdit } from "../loop/prune.ts";
import type { Characteristic } from "../plan/characteristics.ts";
import type { Plan } from "../plan/make-plan.ts";

/** Rows of a plan that speak of an edit that is missed, or of no use. */
export function harmless({ difference }: Characteristic): boolean {
  return difference <= 0;
}

export function listed({ short, added, removed, without }: PrunableEdit) {
  return { edit: short, added, removed, skipped: "skipped" in without ? without.skipped : null };
}

export function editLines(edits: readonly PrunableEdit[]): string[] {
  if (edits.length === 0) return ["no accepted edit is left that could be taken out"];
  return edits.map((edit) => {
    const { skipped } = listed(edit);
    return `  ${edit.short}  +${edit.added} -${edit.removed} lines${skipped === null ? "" : `  skipped: ${skipped}`}`;
  });
}

export function costLines(edits: readonly PrunableEdit[], { rows, gate }: Pick<Plan, "rows" | "gate">): string[] {
  const judged = edits.filter(({ without }) => !("skipped" in without)).length;
  if (judged === 0 || gate !== "default") return [];
  const shown = rows.filter(harmless).toReversed();
  return [
    `${judged} would be judged; simulated on this experiment's split, for an edit that is worth`,
    ...shown.map(({ difference, accepted, trials, costUsd, durationMs }) => {
      const cost = costUsd === null ? "unknown cost" : formatCost(costUsd.mean);
      const takes = `${trials.mean.toFixed(0)} trials, ${cost}, ${formatDuration(durationMs.mean)}`;
      const worth = difference === 0 ? "nothing" : `${formatPoints(-difference)} points`;
      return `  ${worth}: taken out in ${(100 * accepted.mean).toFixed(0)} of 100 cases, judged by ${takes}`;
    }),
    "an edit that is taken out costs one more run of the test split, which is recorded, and the suite's rechecks",
  ];
}

export function prunedLines(edits: readonly PrunedEdit[]): string[] {
  if (edits.length === 0) return ["no accepted edit is left that could be taken out"];
  const words = { removed: "taken out", kept: "kept", skipped: "skipped" } as const;
  const lines = edits.map(({ edit, outcome, why, verdict }) => {
    const change = verdict?.estimate == null ? "" : `, ${formatPoints(verdict.estimate)} points without it`;
    return `  ${edit}  ${words[outcome]} (${why}${change})`;
  });
  const count = (outcome: PrunedEdit["outcome"]) => edits.filter((edit) => edit.outcome === outcome).length;
  return [...lines, `${count("removed")} taken out, ${count("kept")} kept, ${count("skipped")} skipped`];
}
