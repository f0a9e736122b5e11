// Which columns of somebody's data are question, answer and id, and how answers are best compared.

import { type Compare, type Row, type RowsSource, refused, type Wishes } from "./source.ts";

/** The likeliest first. */
const questionNames = ["question", "prompt", "input", "instruction", "query", "problem"];
const answerNames = ["answer", "expected", "expected_output", "output", "target", "label", "solution", "ground_truth"];
const idNames = ["id", "task_id", "question_id", "uid", "key"];

/** Throws config "columns-unknown" that names the columns there are. */
export function readTasks(
  path: string,
  rows: readonly Row[],
  wishes: Wishes,
): Pick<RowsSource, "tasks" | "compare" | "why"> {
  if (rows.length === 0) throw refused("data-invalid", `${path} has no rows`);
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const question = columnOf(path, columns, "question", wishes.question, questionNames);
  const answer = columnOf(path, columns, "answer", wishes.answer, answerNames);
  const whole = rows.filter((row) => isThere(row[question]) && isThere(row[answer]));
  if (whole.length === 0) throw refused("data-invalid", `no row of ${path} has both \`${question}\` and \`${answer}\``);
  const id = idColumn(columns, whole);
  const answers = whole.flatMap((row) => row[answer]);
  const compare = wishes.compare ?? guess(answers);
  const width = String(whole.length).length;
  const idOf = (row: Row, at: number) => (id === null ? `q${String(at + 1).padStart(width, "0")}` : String(row[id]));
  const tasks = whole.map((row, at) => ({ id: idOf(row, at), question: row[question], answer: row[answer] }));
  return {
    tasks,
    compare,
    why: [
      `${whole.length} rows with a question (\`${question}\`) and an answer (\`${answer}\`)`,
      ...(whole.length === rows.length ? [] : [`${rows.length - whole.length} rows without one are left out`]),
      id === null ? `no column names each row once: ids are ${tasks[0]?.id} and so on` : `ids from \`${id}\``,
      `answers compared as: ${compare}${wishes.compare === undefined ? ` (${reasons[compare]})` : ""}`,
      ...(whole.length < 20 ? ["few tasks: a gate tells little with fewer than 20"] : []),
    ],
  };
}

const reasons: Readonly<Record<Compare, string>> = {
  exact: "answers have several lines",
  normalised: "answers are words: case, blanks and marks at the ends don't count",
  number: "all answers are numbers",
};

function columnOf(
  path: string,
  columns: readonly string[],
  what: "question" | "answer",
  wished: string | undefined,
  names: readonly string[],
): string {
  const found =
    wished === undefined
      ? names.map((name) => columns.find((column) => column.toLowerCase() === name)).find((name) => name !== undefined)
      : columns.find((column) => column === wished);
  if (found !== undefined) return found;
  const looked = wished === undefined ? `none of ${names.join(", ")}` : `no ${wished}`;
  throw refused(
    "columns-unknown",
    `${path} has the columns ${columns.join(", ")}, and ${looked}: say which is the ${what} with --${what} COLUMN`,
  );
}

/** null where no column has a fit name for each row. */
function idColumn(columns: readonly string[], rows: readonly Row[]): string | null {
  const fits = (column: string) => {
    const ids = rows.map((row) => row[column]);
    const plain = ids.every(
      (id) => (typeof id === "string" || typeof id === "number") && /^[^\p{Cc}]{1,200}$/u.test(`${id}`),
    );
    return plain && new Set(ids.map(String)).size === ids.length;
  };
  const known = idNames.map((name) => columns.find((column) => column.toLowerCase() === name));
  return known.find((column) => column !== undefined && fits(column)) ?? null;
}

function guess(answers: readonly unknown[]): Compare {
  const texts = answers.map((answer) => (typeof answer === "string" ? answer.trim() : JSON.stringify(answer)));
  if (texts.every((text) => /^[-+]?[$€£]?\d[\d,]*(?:\.\d+)?%?$/.test(text))) return "number";
  return texts.some((text) => text.includes("\n")) ? "exact" : "normalised";
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
