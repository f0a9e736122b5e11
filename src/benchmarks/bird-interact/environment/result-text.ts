// Rows as the agent sees them: a table of text within the benchmark's limits.

export interface RowsShown {
  columns: readonly string[];
  /** As Postgres writes them. */
  rows: ReadonlyArray<ReadonlyArray<string | null>>;
  /** There were more. */
  cut: boolean;
  /** Such as "SELECT 5". */
  command: string;
}

export const resultLimits = { rows: 100, cellCharacters: 100, words: 500 } as const;

export function resultText({ columns, rows, cut, command }: RowsShown): string {
  if (columns.length === 0) return `Done, without rows (${command}).`;
  const shown = rows.slice(0, resultLimits.rows);
  const lines = [columns, ...shown].map((row) => row.map(cellText).join(" | "));
  const [header = "", ...body] = lines;
  const more = cut || rows.length > shown.length ? [`(only the first ${resultLimits.rows} rows are shown)`] : [];
  const none = body.length === 0 ? ["(no rows)"] : [];
  return firstWords([header, "-".repeat(Math.min(header.length, 80)), ...body, ...none, ...more].join("\n"));
}

/** Control characters, which would break the table, become blanks. */
function cellText(cell: string | null): string {
  if (cell === null) return "NULL";
  const line = cell.replaceAll(/\p{Cc}/gu, " ");
  const { cellCharacters } = resultLimits;
  return line.length <= cellCharacters ? line : `${line.slice(0, cellCharacters)}…`;
}

function firstWords(text: string): string {
  let count = 0;
  for (const { index } of text.matchAll(/\S+/g)) {
    count += 1;
    if (count > resultLimits.words)
      return `${text.slice(0, index).trimEnd()}\n… (cut after ${resultLimits.words} words)`;
  }
  return text;
}
