// After an acceptance: lineage, agent.ts, results.tsv, suite.json. Every step may be repeated after a kill.

import { writeAtomic } from "../lib/write-atomic.ts";
import { appendResult, nextIteration, readResults } from "../workspace/results-tsv.ts";
import type { Split } from "../workspace/split.ts";
import { writeSuite } from "../workspace/suite-json.ts";
import type { DecisionInputs } from "./decision-inputs.ts";
import { commitDate, type Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import type { Verdict } from "./iteration-record.ts";
import { type Promotion, promoteTasks } from "./promote-tasks.ts";
import { type Judgement, stoppedVerdict } from "./run-decision.ts";
import { costOf, meanReward, runStep } from "./run-trials.ts";
import { scoreLabel } from "./score-facts.ts";

export interface AcceptRequest {
  candidate: Candidate;
  judgement: Judgement;
  split: Split;
  /** What the decision was made from. */
  before: DecisionInputs;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

/** Returns the candidate's commit, short, and the verdict as recorded: with the score of a run that decided nothing. */
export async function acceptCandidate(
  experiment: Experiment,
  request: AcceptRequest,
): Promise<{ verdict: Verdict; commit: string | null }> {
  const { candidate, judgement, split, before, strip, signal } = request;
  if (experiment.settings.gate === "strict-seed") {
    const { verdict, suite, suiteRewards } = judgement;
    const commit = await record(experiment, candidate, verdict);
    await saveSuite(experiment, suite, { ...suiteRewards, ...passed(verdict.promoted) });
    return { verdict, commit };
  }
  const { decision } = judgement.verdict;
  const agent = { kind: "candidate", code: candidate.code, digest: candidate.digest } as const;
  const say = (text: string) => experiment.onEvent({ type: "gate-line", text });
  const fresh = await runStep(experiment, { step: "score", decision, tasks: split.test, agent, signal });
  const counted = withRuns(judgement.verdict, fresh.records);
  if (fresh.stopped !== null) return { verdict: stoppedVerdict(decision, fresh.stopped, counted), commit: null };
  const valScore = meanReward(fresh.rewards);
  const verdict = { ...counted, valScore };
  const commit = await record(experiment, candidate, verdict);
  say(
    `[gate] fresh score of the new incumbent: ${valScore?.toFixed(4) ?? "none"}${scoreLabel(experiment, split.test)} (${split.test.length} tasks) -> recorded`,
  );
  const promotion = await promoteTasks(experiment, { decision, candidate, split, before, strip, signal });
  await saveSuite(experiment, promotion.suite, { ...judgement.suiteRewards, ...promotion.lastRewards });
  for (const line of promotionLines(promotion)) say(line);
  const { promoted, quarantined, records } = promotion;
  return { verdict: { ...withRuns(verdict, records), promoted, quarantined }, commit };
}

async function record(experiment: Experiment, candidate: Candidate, verdict: Verdict): Promise<string> {
  const { layout, lineage } = experiment;
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
  return short;
}

async function saveSuite(
  { layout, settings }: Experiment,
  suite: readonly string[],
  last: Readonly<Record<string, number | null>>,
): Promise<void> {
  const known = Object.fromEntries(suite.map((task) => [task, last[task] ?? null] as const));
  await writeSuite(layout.suiteFile, { tasks: [...suite], threshold: settings.threshold, last_results: known });
}

function passed(tasks: readonly string[]): Record<string, number> {
  return Object.fromEntries(tasks.map((task) => [task, 1] as const));
}

function withRuns(verdict: Verdict, records: Judgement["records"]): Verdict {
  const cost = costOf(records);
  const costUsd = verdict.costUsd === null || cost === null ? null : verdict.costUsd + cost;
  return { ...verdict, runs: verdict.runs + records.length, costUsd };
}

function promotionLines({ promoted, quarantined, suite }: Promotion): string[] {
  const list = (tasks: readonly string[]) => (tasks.length === 0 ? "" : `: ${tasks.join(", ")}`);
  return [
    `[gate] step 3  ${promoted.length} train tasks enter the suite${list(promoted)}; it has ${suite.length}`,
    ...(quarantined.length === 0
      ? []
      : [`[gate] step 3  ${quarantined.length} leave it, they pass by luck${list(quarantined)}`]),
  ];
}
