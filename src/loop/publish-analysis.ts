// workspace/analysis.md and analysis.json beside the traces that they speak of.

import { type AnalysedRun, analyseTrain } from "../analysis/train/analyse-train.ts";
import { renderAnalysis } from "../analysis/train/render-analysis.ts";
import { trainAnalysisSchema } from "../analysis/train/train-analysis.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import type { Layout } from "../workspace/layout.ts";
import type { Rewards } from "../workspace/rewards.ts";
import { agentRuns } from "./agent-runs.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate } from "./freeze-candidate.ts";
import { scoreLabel } from "./score-facts.ts";

export interface AnalysisRequest {
  /** Of train tasks only: nothing is read of any other. */
  rewards: Rewards;
  runs: readonly AnalysedRun[];
  strip: (source: string) => { code: string };
}

/** No model is asked. A run of some tasks is analysed as those. */
export async function publishAnalysis(
  experiment: Experiment,
  into: Pick<Layout, "analysisFile" | "analysisDataFile">,
  { rewards, runs, strip }: AnalysisRequest,
): Promise<void> {
  const tasks = Object.keys(rewards);
  const { journal } = experiment.context;
  const known = tasks.flatMap((task) =>
    journal.trials({ task }).filter(({ parts }) => /^[0-9a-f]{64}$/.test(parts.agent)),
  );
  const agent = runs[0]?.record.parts.agent;
  const analysis = trainAnalysisSchema.parse(
    analyseTrain({
      at: new Date().toISOString(),
      label: scoreLabel(experiment, tasks),
      ...{ rewards, runs, known },
      reference: agent === undefined ? null : await referenceOf(experiment, { agent, tasks, strip }),
    }),
  );
  await writeAtomic(into.analysisDataFile, `${JSON.stringify(analysis, null, 2)}\n`);
  await writeAtomic(into.analysisFile, renderAnalysis(analysis));
}

/** The newest accepted agent but this one that has run any of these tasks, with its newest train rewards. */
async function referenceOf(
  experiment: Experiment,
  { agent, tasks, strip }: { agent: string; tasks: readonly string[] } & Pick<AnalysisRequest, "strip">,
): Promise<{ agent: string; rewards: Rewards } | null> {
  const { lineage } = experiment;
  for (const { commit } of (await lineage.history()).toReversed()) {
    const compiled = compileCandidate(await lineage.read(commit), strip);
    if (compiled.kind === "refused" || compiled.candidate.digest === agent) continue;
    const { digest } = compiled.candidate;
    const runs = agentRuns(experiment, digest, ["baseline", "train"]);
    const newest = new Map(runs.map(({ task, reward }) => [task, reward] as const));
    const own = tasks.filter((task) => newest.has(task));
    if (own.length === 0) continue;
    return { agent: digest, rewards: Object.fromEntries(own.map((task) => [task, newest.get(task) ?? null])) };
  }
  return null;
}
