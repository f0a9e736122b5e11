// A replayed night's results against the recorded ones.

import { canonicalJson } from "../../lib/digest.ts";
import { firstDifference } from "../first-difference.ts";
import type { NightResult } from "./night.ts";

export interface ResultDifference {
  /** Such as "iteration 2". */
  what: string;
  shown: readonly string[];
}

type Iteration = NightResult["iterations"][number];

/** null: the same. `ownAgent`: it began with another agent.ts, so that no tree can be the same. */
export function differentIteration(
  recorded: Iteration | undefined,
  replayed: Iteration,
  { ownAgent }: { ownAgent: boolean },
): ResultDifference | null {
  const shownOf = (iteration: Iteration | undefined) => {
    if (iteration === undefined) return null;
    return ownAgent ? { ...iteration, candidate: iteration.candidate === null ? null : "another" } : iteration;
  };
  return different(`iteration ${replayed.iteration}`, shownOf(recorded), shownOf(replayed));
}

/** The first of: split, iterations, results.tsv, lineage, suite, report. */
export function differentResult(
  recorded: NightResult,
  replayed: NightResult,
  { ownAgent }: { ownAgent: boolean },
): ResultDifference | null {
  const iterations = replayed.iterations.map((iteration, at) =>
    differentIteration(recorded.iterations[at], iteration, { ownAgent }),
  );
  return (
    different("the split", recorded.split, replayed.split) ??
    iterations.find((difference) => difference !== null) ??
    different("the number of iterations", recorded.iterations.length, replayed.iterations.length) ??
    different("results.tsv", recorded.rows.map(rowText), replayed.rows.map(rowText)) ??
    (ownAgent ? null : different("the lineage of agent.ts", recorded.lineage, replayed.lineage)) ??
    different("suite.json", recorded.suite, replayed.suite) ??
    different("the final report", recorded.report, replayed.report)
  );
}

function different(what: string, recorded: unknown, replayed: unknown): ResultDifference | null {
  const shown = firstDifference(linesOf(recorded), linesOf(replayed));
  return shown.length === 0 ? null : { what, shown };
}

/** The order of keys says nothing. */
function linesOf(value: unknown): string[] {
  return JSON.stringify(JSON.parse(canonicalJson(value)), null, 2).split("\n");
}

function rowText([iteration, score, passed, total]: NightResult["rows"][number]): string {
  return `iteration ${iteration}: val_score ${score}, evals ${passed} of ${total}`;
}
