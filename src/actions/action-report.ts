// What a step says of a command that ran: one line, a page, and marks on files.

import { exitCodes } from "../core/fault.ts";
import { markdownFence } from "../lib/markdown.ts";
import type { Annotation } from "./workflow-commands.ts";

export interface ActionReport {
  /** One line of plain text. */
  headline: string;
  /** Lines of Markdown below the heading. */
  markdown: readonly string[];
  /** Weightiest first. */
  annotations: readonly Annotation[];
}

/** What a command left behind. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const stderrLines = 20;

export function verdictOf(exitCode: number): string {
  switch (exitCode) {
    case exitCodes.done:
      return "passed";
    case exitCodes.rejected:
      return "failed";
    case exitCodes.config:
      return "config-error";
    case exitCodes.infrastructure:
      return "infrastructure-error";
    case exitCodes.task:
      return "task-error";
    case exitCodes.interrupted:
      return "interrupted";
    default:
      return "bug";
  }
}

/** Of a command that did not come to a result. */
export function reportFailure(command: string, { exitCode, stderr }: Pick<Ran, "exitCode" | "stderr">): ActionReport {
  const said = stderr.trimEnd().split("\n").slice(-stderrLines);
  const at = said.findLastIndex((line) => line.startsWith("auto-harness"));
  const [first = "", ...rest] = said.slice(at);
  const headline = first.replace(/^auto-harness[^:]*: /, "") || `it ended with exit code ${exitCode} and said nothing`;
  return {
    headline,
    markdown: markdownFence(said.join("\n").trim() || headline),
    annotations: [
      {
        level: "error",
        title: `auto-harness ${command}: ${verdictOf(exitCode)}`,
        message: [headline, ...rest].join("\n"),
      },
    ],
  };
}
