// What a check says on a screen.

import { plainText } from "../lib/plain-text.ts";
import type { CheckReport, TaskAdmission } from "./admission.ts";

const outputLines = 8;

/** A table of all tasks, then why each refused one is refused, then the sum in one line. */
export function checkLines({ tasks, agents, summary }: CheckReport): string[] {
  const rows = [
    ["task", ...agents, "admission"],
    ...tasks.map((one) => [plain(one.task), ...agents.map((agent) => rewardsOf(one[agent])), wordOf(one)]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...tasks.flatMap(whyLines), "", summary];
}

/** Such as "1", "0.5 1 1", "none"; "-" where it was not run. */
export function rewardsOf(runs: TaskAdmission["oracle"]): string {
  return runs === null ? "-" : runs.rewards.map((reward) => reward ?? "none").join(" ");
}

export function wordOf({ admission }: TaskAdmission): string {
  return admission === "refused" ? "REFUSED" : admission;
}

/** The end of what the verifier printed, a line each; nothing in it steers a terminal. */
export function outputTail({ output }: Pick<TaskAdmission, "output">): string[] {
  const lines = output.trimEnd().split("\n");
  return output.trim() === "" ? [] : lines.slice(-outputLines).map(plain);
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
