import type { Comparison } from "../compare/comparison.ts";
import { renderMarkdown } from "../compare/render/render-markdown.ts";
import { barSentences, headline } from "../compare/render/words.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import type { ActionReport, Ran } from "./action-report.ts";

/** null: the command printed no comparison. */
export function reportCompare({ stdout, exitCode }: Pick<Ran, "stdout" | "exitCode">): ActionReport | null {
  const comparison = parseComparison(stdout);
  if (comparison === null) return null;
  const answer = headline(comparison);
  const bar = barSentences(comparison);
  const level = exitCode !== 0 ? "error" : comparison.finding.startsWith("worse") ? "warning" : "notice";
  return {
    headline: [answer, ...bar].join(" "),
    markdown: renderMarkdown(comparison),
    annotations: [{ level, title: "auto-harness compare", message: [...bar, answer].join("\n") }],
  };
}

/** What `compare --json` of this very version has printed. */
function parseComparison(stdout: string): Comparison | null {
  const printed = jsonOrUndefined(stdout);
  const whole = typeof printed === "object" && printed !== null && "version" in printed && printed.version === 1;
  return whole ? (printed as unknown as Comparison) : null;
}
