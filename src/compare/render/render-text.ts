import { formatPoints } from "../../lib/format-points.ts";
import type { ComparedSide, ComparedTask, Comparison } from "../comparison.ts";
import { percent, plain, rewards, score } from "./format.ts";
import { barSentences, headline, neededSentences, remarks } from "./words.ts";

/** How many tasks are shown by name. */
export const shownTasks = 10;

/** Lines for people: the answer, both sides, tasks, what it would take, what is left out. */
export function renderText(comparison: Comparison): string[] {
  const { a, b, confidence, tasks } = comparison;
  const rest = remarks(comparison);
  return [
    headline(comparison),
    ...barSentences(comparison),
    "",
    ...aligned(
      [
        ["", `score (${percent(confidence)} interval)`, "tasks", "trials", "flaky", "missing", "source"],
        sideRow("A", a),
        sideRow("B", b),
      ],
      [2, 3, 4, 5],
    ),
    ...(tasks === null ? [] : ["", ...taskLines(tasks)]),
    "",
    ...neededSentences(comparison),
    ...(rest.length === 0 ? [] : ["", ...rest]),
  ];
}

function sideRow(word: string, side: ComparedSide): string[] {
  const { estimate, low, high } = side.score;
  return [
    ...[word, `${score(estimate)} (${score(low)} to ${score(high)})`, `${side.tasks}`, `${side.trials}`],
    ...[`${side.flaky.length}`, `${side.missing.length}`, `${plain(side.name, 80)}: ${plain(side.description, 160)}`],
  ];
}

function taskLines({ better, worse, equal, list }: NonNullable<Comparison["tasks"]>): string[] {
  const differing = list.slice(0, better + worse);
  const counts = `by task: B better on ${better}, worse on ${worse}, equal on ${equal}`;
  if (differing.length === 0) return [counts];
  const more = differing.length - shownTasks;
  return [
    counts,
    ...aligned([["  task", "A", "B", "points", ""], ...differing.slice(0, shownTasks).map(taskRow)], [3]),
    ...(more > 0 ? [`  and ${more} more (--json has all)`] : []),
  ];
}

function taskRow({ task, a, b, difference, flaky }: ComparedTask): string[] {
  return [`  ${plain(task)}`, rewards(a), rewards(b), formatPoints(difference), flakyWord(flaky)];
}

export function flakyWord({ a, b }: ComparedTask["flaky"]): string {
  const sides = [...(a ? ["A"] : []), ...(b ? ["B"] : [])];
  return sides.length === 0 ? "" : `flaky on ${sides.join(" and ")}`;
}

/** Columns by number are flush right. */
function aligned(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
