// Two requests at their first differing line, as a small diff that a person can read.

/** Lines of each side that are shown from the first differing one on. */
const shownLines = 4;
const contextLines = 2;
const shownWidth = 160;

/** `-` stands before what was recorded, `+` before what was asked now. Empty where nothing differs. */
export function firstDifference(recorded: readonly string[], asked: readonly string[]): string[] {
  const length = Math.max(recorded.length, asked.length);
  const at = Array.from({ length }, (_, line) => line).find((line) => recorded[line] !== asked[line]);
  if (at === undefined) return [];
  const column = firstDifferentColumn(recorded[at] ?? "", asked[at] ?? "");
  const [old, now] = changedLines(recorded.slice(at), asked.slice(at));
  const context = recorded.slice(Math.max(0, at - contextLines), at);
  const indent = Math.min(...[...context, ...old.slice(0, shownLines), ...now.slice(0, shownLines)].map(indentOf));
  return [
    `line ${at + 1}${placeOf(recorded[at] === undefined ? asked : recorded, at)}`,
    ...context.map((line) => `  ${cut(line.slice(indent), 0)}`),
    ...shown("-", old, { indent, column }),
    ...shown("+", now, { indent, column }),
  ];
}

/** What differs before the two meet again. */
function changedLines(recorded: readonly string[], asked: readonly string[]): [readonly string[], readonly string[]] {
  for (let skipped = 1; skipped <= shownLines * 2; skipped++) {
    for (let old = 0; old <= skipped; old++) {
      const now = skipped - old;
      const line = recorded[old];
      if (line !== undefined && line.trim() !== "" && line === asked[now]) {
        return [recorded.slice(0, old), asked.slice(0, now)];
      }
    }
  }
  return [recorded, asked];
}

function shown(
  mark: string,
  lines: readonly string[],
  { indent, column }: Record<"indent" | "column", number>,
): string[] {
  const more = lines.length - shownLines;
  const first = lines
    .slice(0, shownLines)
    .map((line, at) => `${mark} ${cut(line.slice(indent), at === 0 ? column - indent : 0)}`);
  return more > 0 ? [...first, `${mark} … ${more} more lines`] : first;
}

/** The keys that a line is below, such as " in json › messages › [0] › content". */
function placeOf(lines: readonly string[], at: number): string {
  const path: string[] = [];
  let depth = indentOf(lines[at] ?? "");
  for (let line = at - 1; line >= 1 && depth > 0; line--) {
    const text = lines[line] ?? "";
    const key = /^ *([^ ].*?):(?: \|)?$/.exec(text)?.[1];
    if (key === undefined || text.trim() === "" || indentOf(text) >= depth) continue;
    depth = indentOf(text);
    path.unshift(key);
  }
  return path.length === 0 ? "" : ` in ${path.join(" › ")}`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function firstDifferentColumn(a: string, b: string): number {
  let column = 0;
  while (column < a.length && column < b.length && a[column] === b[column]) column += 1;
  return column;
}

/** A long line around the place that matters. */
function cut(line: string, column: number): string {
  if (line.length <= shownWidth) return line;
  const from = Math.max(0, Math.min(column - shownWidth / 2, line.length - shownWidth));
  const to = from + shownWidth;
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}
