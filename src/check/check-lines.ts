// What a check says on a screen.

import { plainText } from "../lib/plain-text.ts";
import type { CheckReport, ReferenceAgent, TaskAdmission } from "./admission.ts";

const outputLines = 8;

/** A table of all tasks, then why each refused one is refused, then the sum in one line. */
export function checkLines({ tasks, agents, summary }: CheckReport): string[] {
  const rows = [columnsOf(agents), ...tasks.map((one) => cellsOf(one, agents).map(plain))];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...tasks.flatMap(whyLines), "", summary];
}

export function columnsOf(agents: readonly ReferenceAgent[]): string[] {
  const ways = agents.includes("oracle") ? ["twice", "copy", "processes"] : [];
  return ["task", ...agents, ...ways, "s", "MB", "admission"];
}

/** One of each column; "-" where it was not run or is not known. */
export function cellsOf(one: TaskAdmission, agents: readonly ReferenceAgent[]): string[] {
  const ways = agents.includes("oracle") ? [one.twice, one.copy, one.processes] : [];
  const shown = [...ways, one.seconds, one.imageMb].map((value) => String(value ?? "-"));
  return [one.task, ...agents.map((agent) => rewardsOf(one[agent])), ...shown, wordOf(one)];
}

/** The end of what the verifier printed, a line each; nothing in it steers a terminal. */
export function outputTail({ output }: Pick<TaskAdmission, "output">): string[] {
  const lines = output.trimEnd().split("\n");
  return output.trim() === "" ? [] : lines.slice(-outputLines).map(plain);
}

/** Such as "1", "0.5 1 1", "none". */
function rewardsOf(runs: TaskAdmission["oracle"]): string {
  return runs === null ? "-" : runs.rewards.map((reward) => reward ?? "none").join(" ");
}

function wordOf({ admission }: TaskAdmission): string {
  return admission === "refused" ? "REFUSED" : admission;
}

function whyLines(one: TaskAdmission): string[] {
  if (one.admission === "admitted") return [];
  return [
    "",
    ...one.problems.map((problem) => `${plain(one.task)}: ${plain(problem)}`),
    ...outputTail(one).map((line) => `    ${line}`),
  ];
}

function plain(text: string): string {
  return plainText(text.replaceAll("\t", " "));
}
