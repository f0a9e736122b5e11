import { type CheckReport, checkReportSchema, type TaskAdmission } from "../check/admission.ts";
import { cellsOf, columnsOf, outputTail } from "../check/check-lines.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { escapeMarkdown, markdownFence, markdownTable } from "../lib/markdown.ts";
import { plainText } from "../lib/plain-text.ts";
import type { ActionReport, Ran } from "./action-report.ts";
import type { Annotation } from "./workflow-commands.ts";

/** null: the command printed no report. */
export function reportCheck({ stdout }: Pick<Ran, "stdout">): ActionReport | null {
  const report = parseReport(stdout);
  if (report === null) return null;
  const { tasks, agents, trials, summary } = report;
  const rows = tasks.map((one) => [
    ...cellsOf(one, agents).map((cell) => escapeMarkdown(plainText(cell))),
    one.problems.map((problem) => escapeMarkdown(plainText(problem))).join("<br>"),
  ]);
  const wrong = tasks.filter(({ admission }) => admission !== "admitted");
  return {
    headline: plainText(summary),
    markdown: [
      `**${escapeMarkdown(plainText(summary))}**`,
      "",
      `${agents.join(", ")}, ${trials === 1 ? "one trial" : `${trials} trials`} each, a forger once: a reference solution must earn 1 every time, doing nothing what it is known to earn (0), writing the reward beforehand no more than that.`,
      "",
      ...markdownTable([...columnsOf(agents), "why"], rows),
      ...wrong.flatMap(shownOutput),
    ],
    annotations: wrong.toSorted((a, b) => weight(a) - weight(b)).map(annotationOf),
  };
}

function parseReport(stdout: string): CheckReport | null {
  return checkReportSchema.safeParse(jsonOrUndefined(stdout)).data ?? null;
}

function named({ task }: TaskAdmission): string {
  return escapeMarkdown(plainText(task));
}

function shownOutput(one: TaskAdmission): string[] {
  const tail = outputTail(one);
  if (tail.length === 0) return [];
  const summary = `What the verifier of ${named(one)} said`;
  return ["", `<details><summary>${summary}</summary>`, "", ...markdownFence(tail.join("\n")), "", "</details>"];
}

function weight({ admission }: TaskAdmission): number {
  return admission === "refused" ? 0 : 1;
}

function annotationOf(one: TaskAdmission): Annotation {
  const refused = one.admission === "refused";
  return {
    level: refused ? "error" : "warning",
    title: refused ? `task ${one.task} is refused` : `task ${one.task} could not be run`,
    message: [...one.problems, ...outputTail(one)].join("\n"),
    ...(one.file === null ? {} : { file: one.file }),
  };
}
