// After an acceptance: lineage, agent.ts, results.tsv, suite.json. Every step may be repeated after a kill.

import { writeAtomic } from "../lib/write-atomic.ts";
import { appendResult, nextIteration, readResults } from "../workspace/results-tsv.ts";
import { writeSuite } from "../workspace/suite-json.ts";
import { commitDate, type Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import type { Judgement } from "./judge.ts";
import { scoreLabel } from "./score-facts.ts";

/** Returns the candidate's commit, short. */
export async function acceptCandidate(
  experiment: Experiment,
  candidate: Candidate,
  { verdict, suite, suiteRewards }: Judgement,
): Promise<string> {
  const { layout, lineage, settings } = experiment;
  const rows = await readResults(layout.resultsFile);
  // Recording what is head already, with the same message, gives the head again.
  const { short } = await lineage.record({
    agentSource: candidate.source,
    message: `${verdict.decision}: ${verdict.valScore?.toFixed(4)} on the test split${scoreLabel(experiment)}`,
    accepted: true,
    ...commitDate(experiment, Number(/\d+$/.exec(verdict.decision)?.[0] ?? rows.length)),
  });
  await writeAtomic(layout.agentFile, candidate.source);
  if (!rows.some(({ commit }) => commit === short)) {
    await appendResult(layout.resultsFile, {
      iteration: nextIteration(rows),
      valScore: verdict.valScore ?? 0,
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
