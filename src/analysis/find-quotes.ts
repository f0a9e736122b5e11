// Texts of tasks that a candidate knows by heart: six words in a row of an instruction or of what is expected, and
// values that only somebody knows who has seen the result.

import type { Finding, KnownTask } from "./finding.ts";
import type { SourceText } from "./read-texts.ts";
import type { Token } from "./read-tokens.ts";
import { indexOf, type Owners, rowLength, valuesOf, wordsOf } from "./task-index.ts";

export function findInstructions(texts: readonly SourceText[], tasks: readonly KnownTask[]): Finding[] {
  return findRows(texts, indexOf(tasks).instructions).map(({ owner: { side, id }, shared, words, ...found }) => ({
    ...{ kind: "quotes-instruction", subject: words, ...found },
    detail: `${countOf(words)} words of the instruction of the ${side} task ${id}${shared}: ${words}`,
  }));
}

export function findExpected(
  texts: readonly SourceText[],
  tokens: readonly Token[],
  tasks: readonly KnownTask[],
): Finding[] {
  const { expected, values } = indexOf(tasks);
  const quotes = findRows(texts, expected).map(
    ({ owner: { side, id }, shared, words, ...found }): Finding => ({
      ...{ kind: "expected-output", subject: words, ...found },
      detail: `${countOf(words)} words of what the ${side} task ${id}${shared} expects: ${words}`,
    }),
  );
  return [...quotes, ...findValues(texts, tokens, values)];
}

interface Row {
  owner: KnownTask;
  task: KnownTask;
  text: SourceText;
  /** Joined by blanks. */
  words: string;
  snippet: string;
  /** In words, where other tasks have the same. */
  shared: string;
}

/** The longest rows that a text has in common with tasks of one side; the first of those tasks owns it. */
function findRows(texts: readonly SourceText[], owners: Owners): Row[] {
  if (owners.size === 0) return [];
  return texts.filter(isWritten).flatMap((text) => {
    const words = wordsOf(text.text);
    const here = words.map((_, at) => {
      const row = words.slice(at, at + rowLength);
      return owners.get(row.map(({ word }) => word).join(" ")) ?? [];
    });
    return (["train", "test"] as const).flatMap((side) =>
      rowsOfSide(here.map((tasks) => tasks.filter((task) => task.side === side))).flatMap(({ start, end, tasks }) => {
        const [owner] = tasks;
        if (owner === undefined) return [];
        const index = words[start]?.index ?? 0;
        const row: Row = {
          ...{ owner, task: owner, text, shared: tasks.length === 1 ? "" : ` and ${tasks.length - 1} more` },
          words: words
            .slice(start, end)
            .flatMap(({ word }) => word)
            .join(" "),
          snippet: text.text.slice(index, index + 24).split("\n")[0] ?? "",
        };
        return [row];
      }),
    );
  });
}

interface Span {
  start: number;
  end: number;
  tasks: readonly KnownTask[];
}

/** From the tasks whose row begins at each word: spans of words, each as long as one task at least has all of it. */
function rowsOfSide(here: ReadonlyArray<readonly KnownTask[]>): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const [at, tasks] of here.entries()) {
    const both: readonly KnownTask[] = open?.tasks.filter((task) => tasks.includes(task)) ?? [];
    if (open !== undefined && both.length > 0) {
      open.end = at + rowLength;
      open.tasks = both;
    } else if (tasks.length > 0) {
      open = { start: at, end: at + rowLength, tasks };
      spans.push(open);
    } else {
      open = undefined;
    }
  }
  return spans;
}

/** Values that a task expects and does not tell, where hardly another task has them. */
function findValues(texts: readonly SourceText[], tokens: readonly Token[], owners: Owners): Finding[] {
  if (owners.size === 0) return [];
  const numbers = tokens.filter(({ kind }) => kind === "number");
  return [...texts.filter(isWritten), ...numbers].flatMap((text) =>
    valuesOf(text.text).flatMap((value) => {
      // Each side by itself: what is said of train tasks tells nothing of test tasks.
      const bySide = Map.groupBy(owners.get(value) ?? [], ({ side }) => side);
      const few = [...bySide.values()].filter((tasks) => tasks.length <= 2).flat();
      return few.map((task): Finding => {
        const detail = `${value}, which the ${task.side} task ${task.id} expects and does not tell`;
        return { kind: "expected-output", subject: value, detail, task, text, snippet: value };
      });
    }),
  );
}

function isWritten({ kind }: SourceText): boolean {
  return kind === "literal" || kind === "comment";
}

function countOf(words: string): number {
  return words.split(" ").length;
}
