// The end of a night on a screen: the table, the diff of what was kept, where things are, the next command.

import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { Lineage } from "../lineage/open-lineage.ts";
import { keptReports } from "../loop/final-report.ts";
import { type IterationRecord, readIterations } from "../loop/iteration-record.ts";
import { pairedReportLines } from "../loop/paired-report.ts";
import { type KeptFacts, readScoreFacts } from "../loop/score-facts.ts";
import { calibrationLines } from "../loop/statement.ts";
import { iterationsTable } from "../report/iterations-table.ts";
import type { Journal } from "../trials/journal.ts";
import { readSandboxUsage, usageLines } from "../trials/sandbox-usage.ts";
import { readSpending } from "../trials/spending.ts";
import { type Layout, relativePaths } from "../workspace/layout.ts";
import { readResults } from "../workspace/results-tsv.ts";

export interface NightParts {
  rehearsal: boolean;
  layout: Layout;
  lineage: Lineage;
  context: { journal: Journal };
}

export async function showNight({ rehearsal, layout, lineage, context }: NightParts): Promise<string[]> {
  const rows = await readResults(layout.resultsFile);
  const iterations = readIterations(context.journal);
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return ["nothing is recorded yet"];
  const label = rehearsal ? " (a rehearsal: scripted model and coding agent, no real score)" : "";
  const history = await lineage.history();
  const [from, to] = [history[0], history.at(-1)];
  const diff = from === undefined || to === undefined ? "" : await lineage.diff(from.commit, to.commit);
  return [
    "",
    ...iterationsTable(first.valScore, iterations, { rehearsal }),
    "",
    `test score: ${first.valScore} -> ${last.valScore}${label}`,
    ...countsOf(iterations),
    ...calibrationLines(iterations.flatMap(({ prediction }) => (prediction === null ? [] : [prediction]))),
    ...throttledLines(readSpending(context.journal).throttledMs),
    ...usageLines(readSandboxUsage(context.journal)),
    ...keptReports(context.journal).flatMap((report) => pairedReportLines(report, rehearsal ? " (rehearsal)" : "")),
    ...factLines(readScoreFacts(context.journal)),
    ...(voidCanPass(iterations)
      ? [
          "the gate is strict-seed, the original's: any score that equals the best passes, so an edit that changes nothing can",
        ]
      : []),
    ...(rehearsal ? [] : scoreWarnings(iterations)),
    "",
    ...(diff === "" ? ["no edit was kept"] : ["what was kept:", "", ...diff.trimEnd().split("\n")]),
    "",
    ...(rehearsal ? afterRehearsal(layout) : afterNight(layout)),
  ];
}

/** Time in which providers were waited for, where it is worth a line; it counts against no trial. */
export function throttledLines(throttledMs: number): string[] {
  if (throttledMs <= 1000) return [];
  return [`waited for models' providers: ${formatDuration(throttledMs)}, added up over trials, whose clocks stood`];
}

/** What the scores were made under, and where the rest of it stands. */
export function factLines(kept: KeptFacts | null): string[] {
  if (kept === null || (kept.label === "" && kept.trials === 1)) return [];
  const trials = kept.trials === 1 ? [] : [`each task's reward is the mean of ${kept.trials} trials`];
  return [
    `scores: ${[...(kept.label === "" ? [] : [kept.label]), ...trials].join("; ")} (${relativePaths.scoreFactsFile} has all of it)`,
  ];
}

/** Verdicts of the gate by kind, and what they cost; refusals before it are not among them. */
function countsOf(iterations: readonly IterationRecord[]): string[] {
  const verdicts = iterations.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  if (verdicts.length === 0) return [];
  const counts = (["accepted", "rejected", "inconclusive"] as const).map(
    (kind) => `${verdicts.filter(({ verdict }) => verdict === kind).length} ${kind}`,
  );
  const runs = verdicts.reduce((sum, verdict) => sum + verdict.runs, 0);
  const cost = verdicts.reduce<number | null>(
    (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
    0,
  );
  return [`decisions: ${counts.join(", ")}; ${runs} runs, ${formatCost(cost)}`];
}

/** What a bare number would hide. */
function scoreWarnings(iterations: readonly IterationRecord[]): string[] {
  const byDefault = iterations.some(({ verdict }) => typeof verdict?.estimate === "number");
  return [
    byDefault
      ? "each score is one fresh run of the test split: noisy, but not the run that decided"
      : "each score is one run of the test split: noisy, and the best of several looks",
  ];
}

/** Something was accepted without a higher score. */
function voidCanPass(iterations: readonly IterationRecord[]): boolean {
  return iterations.some(
    ({ verdict }) => verdict?.verdict === "accepted" && verdict.estimate === null && verdict.valScore === verdict.best,
  );
}

function afterRehearsal({ root }: Layout): string[] {
  return [
    `everything it wrote is in ${root} (traces, learnings, results.tsv); the clone is as it was`,
    "next, your own agent and key:",
    "  cp experiment_config.yaml.template experiment_config.yaml   # benchmark, dataset, models, budget",
    "  cp .env.example .env                                        # your key",
    "  npm start",
    "your own benchmark, from a JSONL, a CSV, a script or a folder of tasks: npx auto-harness init",
    "again from the start: npm start -- --fresh",
  ];
}

function afterNight({ learningsFile }: Layout): string[] {
  return [
    `learnings: ${learningsFile}`,
    "next: `npx auto-harness adopt` brings the best agent into your branch; `npx auto-harness loop` goes on",
  ];
}
