// One trip round the loop: propose, freeze, judge, record, learn. Written down at every step, so that a killed host goes
// on with the same candidate.

import { appendFile, readFile } from "node:fs/promises";
import { faultOf } from "../core/fault.ts";
import { putBacksAtMost } from "../trials/provider-watch.ts";
import { formatLearningsEntry } from "../workspace/learnings.ts";
import { readResults } from "../workspace/results-tsv.ts";
import type { Split } from "../workspace/split.ts";
import { readTrainResults } from "../workspace/train-results.ts";
import { openCandidateTree, takeLearnings } from "./candidate-tree.ts";
import { decideCandidate } from "./decide-candidate.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate, type Frozen } from "./freeze-candidate.ts";
import { cutOffSummary, type IterationRecord, iterationName, refusal, type Verdict } from "./iteration-record.ts";
import { appendPrediction, noteStatement } from "./note-statement.ts";
import { ProposeSession } from "./propose-session.ts";
import { isTrainKnown, trainIncumbent } from "./run-train.ts";
import { meanReward } from "./run-trials.ts";
import { newStatement, type Statement } from "./statement.ts";
import { verdictLine } from "./verdict-line.ts";

export interface IterateOptions {
  iteration: number;
  split: Split;
  /** What a killed host left of this iteration. */
  unfinished: IterationRecord | undefined;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

export async function iterate(experiment: Experiment, options: IterateOptions): Promise<IterationRecord> {
  const { journal, gateway, watch } = experiment.context;
  const { iteration, unfinished } = options;
  const before = gateway.total();
  const record: IterationRecord = unfinished ?? newRecord(iteration);
  const save = () => journal.write(iterationName(iteration), record);
  save();

  if (record.phase === "gating" && record.candidate !== null) {
    record.summary ||= cutOffSummary;
    const frozen = compileCandidate(record.candidate, options.strip);
    const statement = record.statement ?? newStatement();
    // The decision remembers its incumbent: an acceptance that was cut off may have written agent.ts.
    const incumbent = await readFile(experiment.layout.agentFile, "utf8");
    record.verdict = await decide(experiment, options, record, { frozen, incumbent, statement }, save);
  } else {
    await ensureTrainResults(experiment, options);
    for (let again = 0; ; again += 1) {
      const end = await propose(experiment, options, record, { save, last: again >= putBacksAtMost });
      if (end === "ended") break;
      await watch?.ready({ signal: options.signal });
    }
  }
  if (record.verdict?.reason === "budget") return record;

  await ensureLearnings(experiment, record);
  if (record.verdict?.verdict === "accepted") record.trainScore = await ensureTrainResults(experiment, options);
  await checkPrediction(experiment, options, record);
  const { costUsd, throttledMs } = gateway.total();
  record.costUsd = costUsd === undefined || before.costUsd === undefined ? null : costUsd - before.costUsd;
  record.throttledMs += throttledMs - before.throttledMs;
  record.endedAt = new Date().toISOString();
  record.phase = "done";
  save();
  return record;
}

function newRecord(iteration: number): IterationRecord {
  return {
    version: 1,
    iteration,
    phase: "proposing",
    summary: "",
    statement: null,
    prediction: null,
    candidate: null,
    verdict: null,
    trainScore: null,
    commit: null,
    costUsd: null,
    throttledMs: 0,
    startedAt: new Date().toISOString(),
    endedAt: null,
  };
}

/** "lost": the provider was lost under the coding agent's box, and nothing is judged yet; never so the `last` time. */
async function propose(
  experiment: Experiment,
  options: IterateOptions,
  record: IterationRecord,
  { save, last }: { save: () => void; last: boolean },
): Promise<"ended" | "lost"> {
  const { layout, settings, context, onEvent } = experiment;
  const { iteration, split, strip, signal } = options;
  const incumbent = await readFile(layout.agentFile, "utf8");
  await using tree = await openCandidateTree(layout, `it-${iteration}`);
  const decideFrozen = async (frozen: Frozen, statement: Statement) =>
    await decide(experiment, options, record, { frozen, incumbent, statement }, save);
  const over = new AbortController();
  const session = await ProposeSession.open({
    ...{ experiment, tree, incumbent, split, iteration, strip },
    signal: AbortSignal.any([signal, over.signal]),
    decide: decideFrozen,
  });
  const lease = context.gateway.lease({
    pinned: settings.codingModel,
    seed: `coding-agent|${iteration}`,
    limits: { maxOutputTokens: null, ...settings.codingLimits },
  });
  onEvent({ type: "phase", text: `iteration ${iteration}: the coding agent (${settings.codingAgent}) works` });
  record.verdict = null;
  using use = context.watch?.use();
  let failed: unknown;
  try {
    const { summary } = await experiment.propose({
      tree: tree.folder,
      iteration,
      model: {
        name: settings.codingModel.model,
        reasoningEffort: settings.codingModel.reasoningEffort ?? null,
        handler: lease.handler,
      },
      commands: session.commands,
      log: (text) => onEvent({ type: "log", text }),
      waitedMs: () => lease.waitedMs(),
      signal,
    });
    record.summary = summary;
  } catch (error) {
    signal.throwIfAborted();
    if (faultOf(error) === "config") throw error;
    // A judgement that has begun has seen to that itself.
    if (!last && record.phase === "proposing" && (await use?.wasLost(error, { signal })) === true) {
      const text = `iteration ${iteration}: the coding agent's box was lost, it begins anew`;
      onEvent({ type: "log", text });
      // Trials that it had asked for would run beside those of its next session.
      over.abort(new Error(text));
      return "lost";
    }
    failed = error;
  }
  const lost = context.watch?.error ?? null;
  if (lost !== null && record.verdict === null) throw lost;
  const fault = lease.fault() ?? context.gateway.broken();
  if (fault !== null && (fault.fault === "config" || fault === context.gateway.broken())) throw fault;
  // A judgement that has begun ends, or fails, by itself: that is never the coding agent's failure.
  record.verdict ??=
    failed === undefined || record.phase === "gating"
      ? await session.gate()
      : codingAgentFailed(iteration, failed, context.gateway.exhausted());
  const problem = await takeLearnings(tree, layout);
  if (problem !== null) onEvent({ type: "log", text: problem });
  return "ended";
}

/** Judges a candidate, or turns a refusal into a verdict that cost nothing; the record says which at every step. */
async function decide(
  experiment: Experiment,
  { iteration, split, strip, signal }: IterateOptions,
  record: IterationRecord,
  { frozen, incumbent, statement }: { frozen: Frozen; incumbent: string; statement: Statement },
  save: () => void,
): Promise<Verdict> {
  const { onEvent } = experiment;
  const decision = `it-${iteration}`;
  if (frozen.kind === "refused") {
    record.verdict = refusal(decision, frozen.reason, frozen.detail);
    onEvent({ type: "gate-line", text: verdictLine(record.verdict, "") });
    return record.verdict;
  }
  const { candidate } = frozen;
  record.phase = "gating";
  record.candidate = candidate.source;
  record.statement = statement;
  save();
  onEvent({ type: "gate-line", text: "[gate] step 0  files: nothing but agent/agent.ts and learnings.md changed  ok" });
  const decided = await decideCandidate(experiment, {
    ...{ decision, candidate, incumbent, split, reader: "person", strip, signal },
    ...{ fixes: statement.fixes, again: statement.again },
  });
  record.commit = decided.commit;
  record.verdict = decided.verdict;
  save();
  return record.verdict;
}

/** The incumbent's train results, run once per accepted agent: what the next iteration learns from. */
async function ensureTrainResults(
  experiment: Experiment,
  { split, strip, signal }: IterateOptions,
): Promise<number | null> {
  const { layout, context } = experiment;
  const compiled = compileCandidate(await readFile(layout.agentFile, "utf8"), strip);
  if (compiled.kind === "refused") return null;
  const { candidate } = compiled;
  const known = await readTrainResults(layout.trainResultsFile);
  const baseline = context.journal.trials({ step: "baseline", agent: candidate.digest }).length > 0;
  if (known !== null && (baseline || isTrainKnown(experiment, candidate.digest))) return meanReward(known.results);
  return meanReward((await trainIncumbent(experiment, { candidate, tasks: split.train, strip, signal })).rewards);
}

async function checkPrediction(
  experiment: Experiment,
  { split, strip }: IterateOptions,
  record: IterationRecord,
): Promise<void> {
  const { statement, verdict, candidate: source } = record;
  if (statement === null || verdict === null || source === null) return;
  const prediction = noteStatement(experiment, { verdict, statement, source, train: split.train, strip });
  if (prediction === null) return;
  record.prediction = prediction;
  await appendPrediction(experiment.layout, { decision: verdict.decision, statement, prediction });
}

/** Every iteration has an entry; the host writes a short one where the coding agent left none. */
async function ensureLearnings(
  { layout }: Experiment,
  { iteration, verdict, summary }: IterationRecord,
): Promise<void> {
  const text = await readFile(layout.learningsFile, "utf8");
  if (new RegExp(`^## Iteration ${iteration}\\b`, "m").test(text) || verdict === null) return;
  const scores = (await readResults(layout.resultsFile)).map(({ valScore }) => Number(valScore));
  const before = verdict.best ?? Math.max(0, ...scores);
  const entry = formatLearningsEntry({
    iteration,
    before,
    after: verdict.valScore ?? before,
    accepted: verdict.verdict === "accepted",
    whatChanged: summary || "(the coding agent said nothing)",
    patternConfirmed: "(the coding agent left no entry; this one is the harness's)",
    whatWorked: `${verdict.verdict}: ${verdict.reason}${verdict.detail === "" ? "" : `, ${verdict.detail}`}`,
    needsFromHuman: "none",
  });
  await appendFile(layout.learningsFile, entry);
}

function codingAgentFailed(iteration: number, error: unknown, exhausted: string | null): Verdict {
  const detail = (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 300) ?? "";
  const decision = `it-${iteration}`;
  if (exhausted !== null) return { ...refusal(decision, "budget", exhausted), verdict: "inconclusive" };
  return refusal(decision, "coding-agent-failed", detail);
}
