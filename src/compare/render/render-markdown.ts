import { formatPoints } from "../../lib/format-points.ts";
import { escapeMarkdown, markdownTable } from "../../lib/markdown.ts";
import type { ComparedSide, Comparison } from "../comparison.ts";
import { percent, plain, rewards, score } from "./format.ts";
import { flakyWord, shownTasks } from "./render-text.ts";
import { barSentences, headline, neededSentences, remarks } from "./words.ts";

/** For a comment on a pull request: the answer and both sides open, the rest folded. */
export function renderMarkdown(comparison: Comparison): string[] {
  const { a, b, confidence, tasks } = comparison;
  const rest = remarks(comparison);
  return [
    `**${escapeMarkdown(headline(comparison))}**`,
    "",
    ...barSentences(comparison).flatMap((line) => [escapeMarkdown(line), ""]),
    ...markdownTable(
      ["", `score (${percent(confidence)} interval)`, "tasks", "trials", "flaky", "missing", "source"],
      [sideRow("A", a), sideRow("B", b)],
    ),
    ...(tasks === null ? [] : taskTable(tasks)),
    "",
    ...neededSentences(comparison).map(escapeMarkdown),
    ...(rest.length === 0
      ? []
      : folded(
          "What is left out, and notes",
          rest.map((line) => `- ${escapeMarkdown(line)}`),
        )),
  ];
}

function sideRow(word: string, side: ComparedSide): string[] {
  const { estimate, low, high } = side.score;
  return [
    ...[word, `${score(estimate)} (${score(low)} to ${score(high)})`, `${side.tasks}`, `${side.trials}`],
    ...[`${side.flaky.length}`, `${side.missing.length}`],
    `${escapeMarkdown(plain(side.name, 80))}: ${escapeMarkdown(plain(side.description, 160))}`,
  ];
}

function taskTable({ better, worse, equal, list }: NonNullable<Comparison["tasks"]>): string[] {
  const rows = list
    .slice(0, better + worse)
    .slice(0, shownTasks)
    .map(({ task, a, b, difference, flaky }) => [
      ...[escapeMarkdown(plain(task)), rewards(a), rewards(b), formatPoints(difference), flakyWord(flaky)],
    ]);
  const more = better + worse - rows.length;
  const counts = `By task: B better on ${better}, worse on ${worse}, equal on ${equal}`;
  if (rows.length === 0) return ["", `${counts}.`];
  const tail = more > 0 ? ["", `and ${more} more`] : [];
  return folded(counts, [...markdownTable(["task", "A", "B", "points", ""], rows), ...tail]);
}

function folded(summary: string, lines: readonly string[]): string[] {
  return ["", `<details><summary>${summary}</summary>`, "", ...lines, "", "</details>"];
}
