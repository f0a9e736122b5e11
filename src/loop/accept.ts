// After an acceptance: lineage, agent.ts, results.tsv, suite.json. Every step may be repeated after a kill.

import { passes } from "../core/trial.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { appendResult, nextIteration, readResults } from "../workspace/results-tsv.ts";
import { writeSuite } from "../workspace/suite-json.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import type { Judgement } from "./judge.ts";

/** Returns the candidate's commit, short. */
export async function acceptCandidate(
  {
    layout,
    lineage,
    settings,
    journal,
  }: Pick<Experiment, "layout" | "lineage" | "settings"> & {
    journal: { read(name: string): unknown; write(name: string, value: unknown): void };
  },
  candidate: Candidate,
  { verdict, suite, suiteRewards }: Judgement,
  summary: string,
): Promise<string> {
  const { decision, valScore } = verdict;
  const name = `recorded/${decision}`;
  const recorded = journal.read(name);
  const short =
    typeof recorded === "string"
      ? recorded
      : (
          await lineage.record({
            agentSource: candidate.source,
            message: `${decision}: ${summary || "an accepted edit"}\n\n${valScore?.toFixed(4)} on the test split`,
            accepted: true,
          })
        ).short;
  journal.write(name, short);
  await writeAtomic(layout.agentFile, candidate.source);
  const rows = await readResults(layout.resultsFile);
  if (!rows.some(({ commit }) => commit === short)) {
    await appendResult(layout.resultsFile, {
      iteration: nextIteration(rows),
      valScore: valScore ?? 0,
      commit: short,
      evalsPassed: verdict.suitePassed,
      evalsTotal: verdict.suiteTotal,
      at: new Date(),
    });
  }
  const promoted = Object.fromEntries(verdict.promoted.map((task) => [task, 1] as const));
  const last = { ...suiteRewards, ...promoted };
  const known = Object.fromEntries(suite.map((task) => [task, last[task] ?? null] as const));
  await writeSuite(layout.suiteFile, { tasks: [...suite], threshold: settings.threshold, last_results: known });
  return short;
}

export function countPassed(rewards: Readonly<Record<string, number | null>>): number {
  return Object.values(rewards).filter((reward) => reward !== null && passes(reward)).length;
}
