import { z } from "zod";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { markdownFence } from "../lib/markdown.ts";
import { plainText } from "../lib/plain-text.ts";
import type { ActionReport, Ran } from "./action-report.ts";

/** Of `results --json`, what is said in a line. */
const results = z.object({
  rehearsal: z.boolean(),
  iterations: z.array(z.object({ verdict: z.object({ verdict: z.string() }).nullable() })),
  results: z.array(z.object({ valScore: z.string() })).min(1),
});

/**
 * `json`: what `results --json` printed; `text`: what `results` printed. Both name no test task. null: nothing has been
 * recorded yet.
 */
export function reportNight(
  { json, text }: { json: string; text: string },
  loop: Pick<Ran, "exitCode">,
): ActionReport | null {
  const known = results.safeParse(jsonOrUndefined(json)).data;
  if (known === undefined) return null;
  const accepted = known.iterations.filter(({ verdict }) => verdict?.verdict === "accepted").length;
  const label = known.rehearsal ? " (a rehearsal: no real score)" : "";
  const scores = known.results.map(({ valScore }) => valScore);
  const iterations = `${known.iterations.length} ${known.iterations.length === 1 ? "iteration" : "iterations"}`;
  const headline = `${iterations}, ${accepted} accepted; test score ${scores[0]} -> ${scores.at(-1)}${label}`;
  const lines = text
    .trim()
    .split("\n")
    .map((line) => plainText(line.replaceAll("\t", "  ")));
  return {
    headline,
    markdown: [`**${headline}**`, "", ...markdownFence(lines.join("\n"))],
    annotations: loop.exitCode === 0 ? [{ level: "notice", title: "auto-harness night", message: headline }] : [],
  };
}
