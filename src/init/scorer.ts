// The program that init writes for questions with answers: a small file that is the person's from then on.

import type { Compare } from "./source.ts";

export function scorerText(compare: Compare): string {
  return `// Asks the agent a task's question and compares its answer with the right one. It is yours: change it as you like.
//   node bench.mjs ID            prints {"ask": question}, reads {"answer": …}, prints {"ID": reward}
//   node bench.mjs --oracle ID   prints {"answer": …}, the right one: \`auto-harness check\` uses it

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const lines = readFileSync(new URL("tasks.jsonl", import.meta.url), "utf8").trim().split("\\n");
const id = process.argv.at(-1);
const task = lines.map((line) => JSON.parse(line)).find((row) => row.id === id);
if (task === undefined) throw new Error(\`tasks.jsonl has no task \${id}\`);

// Any one of a list is right.
const right = [task.answer].flat();

/** From 0 to 1. An agent that gave no answer is heard as "". */
function score(answer) {
  return right.some((one) => same(answer, one)) ? 1 : 0;
}

${compareTexts[compare]}
function text(value) {
  return (typeof value === "string" ? value : JSON.stringify(value)).trim();
}

if (process.argv.includes("--oracle")) {
  console.log(JSON.stringify({ answer: right[0] }));
} else {
  console.log(JSON.stringify({ ask: task.question }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { answer } = JSON.parse(line);
    console.log(JSON.stringify({ [id]: score(answer) }));
    break;
  }
  process.stdin.destroy();
}
`;
}

const compareTexts: Readonly<Record<Compare, string>> = {
  exact: `/** The same text, but for blanks at the ends. */
function same(answer, one) {
  return text(answer) === text(one);
}
`,
  normalised: `/** The same words: case, blanks and marks at the ends do not count. */
function same(answer, one) {
  return plain(answer) === plain(one);
}

function plain(value) {
  const words = text(value).normalize("NFKC").toLowerCase().replace(/\\s+/g, " ");
  return words.replace(/^[\\p{P}\\s]+|[\\p{P}\\s]+$/gu, "");
}
`,
  number: `/** The last number of the answer is the right one. */
function same(answer, one) {
  const [given, wanted] = [lastNumber(answer), lastNumber(one)];
  return given !== null && Math.abs(given - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));
}

function lastNumber(value) {
  const found = text(value).replace(/(\\d),(?=\\d{3}\\b)/g, "$1").match(/-?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?/gi);
  return found === null ? null : Number(found.at(-1));
}
`,
};
