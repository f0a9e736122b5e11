import type { RecordFigures } from "../core/coding-agent.ts";
import type { ResultRow } from "./results-tsv.ts";

/** Scores are computed from trial records and nobody types them: says whether typed figures are those of a row. */
export function confirmRow(row: ResultRow, figures: RecordFigures): { agrees: boolean; text: string } {
  const { valScore, evalsPassed, evalsTotal } = figures;
  const differences = [
    differs("--val-score", valScore?.toFixed(4), row.valScore),
    differs("--evals-passed", evalsPassed, row.evalsPassed),
    differs("--evals-total", evalsTotal, row.evalsTotal),
  ].filter((difference) => difference !== null);
  const { iteration, commit, timestamp } = row;
  if (differences.length > 0) {
    const text = `the gate recorded otherwise (row ${iteration}, ${commit}): ${differences.join("; ")}. Nothing was changed.`;
    return { agrees: false, text };
  }
  const counts = `${row.evalsPassed}/${row.evalsTotal}`;
  return { agrees: true, text: `row ${iteration}: ${row.valScore} ${commit} ${counts} ${timestamp}` };
}

function differs(name: string, given: number | string | undefined, recorded: number | string): string | null {
  return given === undefined || given === recorded ? null : `${name} ${given}, recorded ${recorded}`;
}
