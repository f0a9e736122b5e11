// How often prune takes an edit out, by what it is truly worth (docs/prune.md): simulated agents, the real rules.

import { exitCodes } from "../src/core/fault.ts";
import { count, parseFlags } from "./lib/flags.ts";
import { judgeRemovals, type RemovalRow } from "./removal/judge-removals.ts";
import type { Bench } from "./run.ts";

export const removalBench: Bench = {
  summary: "how often prune takes out an edit that is worth nothing, 3, 5 or 10 points [--decisions 600] [--json]",
  async run(args) {
    const { values, json } = parseFlags(args, { decisions: "600" });
    const rows = judgeRemovals({ decisions: count("decisions", values.decisions) });
    console.log(json ? JSON.stringify(rows, undefined, 2) : render(rows).join("\n"));
    return rows.every(isHarmless) ? exitCodes.done : exitCodes.rejected;
  },
};

/** What an edit of five points may be lost by, and one of ten; what is worth nothing goes more often than those. */
function isHarmless({ worth, removed, tasks }: RemovalRow): boolean {
  const slack = 0.03;
  if (worth === 0.05) return removed.mean <= (tasks === 16 ? 0.2 : 0.1) + slack;
  if (worth === 0.1) return removed.mean <= 0.05 + slack;
  return true;
}

/** A Markdown table; ± is one standard error. */
function render(rows: readonly RemovalRow[]): string[] {
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  const head = ["test tasks", "the edit is worth", "taken out", "runs"];
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.map(({ tasks, worth, removed, runs }) =>
      line([
        `${tasks}`,
        worth === 0 ? "nothing" : `${(100 * worth).toFixed(0)} points`,
        `${(100 * removed.mean).toFixed(1)} ± ${(100 * removed.error).toFixed(1)} %`,
        `${runs.mean.toFixed(0)} ± ${runs.error.toFixed(1)}`,
      ]),
    ),
  ];
}
