// One trip round the loop: propose, freeze, judge, record, learn. Written down at every step, so that a killed host goes
// on with the same candidate.

import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { faultOf } from "../core/fault.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { formatLearningsEntry } from "../workspace/learnings.ts";
import { readResults } from "../workspace/results-tsv.ts";
import type { Split } from "../workspace/split.ts";
import { readSuite } from "../workspace/suite-json.ts";
import { readTrainResults } from "../workspace/train-results.ts";
import { acceptCandidate } from "./accept.ts";
import { openCandidateTree, takeLearnings } from "./candidate-tree.ts";
import type { Experiment } from "./experiment.ts";
import { type Candidate, compileCandidate, type Frozen } from "./freeze-candidate.ts";
import { gateLines } from "./gate-lines.ts";
import { type IterationRecord, iterationName, refusal, type Verdict } from "./iteration-record.ts";
import { type Judgement, judge } from "./judge.ts";
import { ProposeSession } from "./propose-session.ts";
import { publishTrain, runTrain } from "./run-train.ts";
import { meanReward } from "./run-trials.ts";

export interface IterateOptions {
  iteration: number;
  split: Split;
  /** What a killed host left of this iteration. */
  unfinished: IterationRecord | undefined;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

export async function iterate(experiment: Experiment, options: IterateOptions): Promise<IterationRecord> {
  const { journal, gateway } = experiment.context;
  const { iteration, unfinished } = options;
  const spentBefore = gateway.total().costUsd;
  const record: IterationRecord = unfinished ?? newRecord(iteration);
  const save = () => journal.write(iterationName(iteration), record);
  save();

  if (record.phase === "gating" && record.candidate !== null) {
    record.summary ||= "(judged after its session was cut off)";
    const frozen = compileCandidate(record.candidate, options.strip);
    record.verdict = await decide(experiment, options, record, frozen, save);
  } else {
    await ensureTrainResults(experiment, options);
    await propose(experiment, options, record, save);
  }
  if (record.verdict?.reason === "budget") return record;

  await ensureLearnings(experiment, record);
  if (record.verdict?.verdict === "accepted") record.trainScore = await ensureTrainResults(experiment, options);
  const spent = gateway.total().costUsd;
  record.costUsd = spent === undefined || spentBefore === undefined ? null : spent - spentBefore;
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
    candidate: null,
    verdict: null,
    trainScore: null,
    commit: null,
    costUsd: null,
    startedAt: new Date().toISOString(),
    endedAt: null,
  };
}

async function propose(
  experiment: Experiment,
  options: IterateOptions,
  record: IterationRecord,
  save: () => void,
): Promise<void> {
  const { layout, settings, context, onEvent } = experiment;
  const { iteration, split, strip, signal } = options;
  const incumbent = await readFile(layout.agentFile, "utf8");
  await using tree = await openCandidateTree(layout, `it-${iteration}`);
  const decideFrozen = async (frozen: Frozen) => await decide(experiment, options, record, frozen, save);
  const session = await ProposeSession.open({
    ...{ experiment, tree, incumbent, split, iteration, strip, signal },
    decide: decideFrozen,
  });
  const lease = context.gateway.lease({
    pinned: settings.codingModel,
    seed: `coding-agent|${iteration}`,
    limits: { maxModelCalls: 500, maxOutputTokens: null, maxCostUsd: null },
  });
  onEvent({ type: "phase", text: `iteration ${iteration}: the coding agent (${settings.codingAgent}) works` });
  record.verdict = null;
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
      signal,
    });
    record.summary = summary;
  } catch (error) {
    signal.throwIfAborted();
    if (faultOf(error) === "config") throw error;
    failed = error;
  }
  const fault = lease.fault() ?? context.gateway.broken();
  if (fault?.fault === "config") throw fault;
  // A judgement that has begun ends, or fails, by itself: that is never the coding agent's failure.
  record.verdict ??=
    failed === undefined || record.phase === "gating"
      ? await session.gate()
      : codingAgentFailed(iteration, failed, context.gateway.exhausted());
  const problem = await takeLearnings(tree, layout);
  if (problem !== null) onEvent({ type: "log", text: problem });
}

/** Judges a candidate, or turns a refusal into a verdict that cost nothing; the record says which at every step. */
async function decide(
  experiment: Experiment,
  { iteration, split, signal }: IterateOptions,
  record: IterationRecord,
  frozen: Frozen,
  save: () => void,
): Promise<Verdict> {
  const { layout, onEvent } = experiment;
  const decision = `it-${iteration}`;
  if (frozen.kind === "refused") {
    record.verdict = refusal(decision, frozen.reason, frozen.detail);
    for (const text of gateLines.verdict(record.verdict, "")) onEvent({ type: "gate-line", text });
    return record.verdict;
  }
  const { candidate } = frozen;
  record.phase = "gating";
  record.candidate = candidate.source;
  save();
  onEvent({ type: "gate-line", text: "[gate] step 0  files: nothing but agent/agent.ts and learnings.md changed  ok" });
  const rows = await readResults(layout.resultsFile);
  const judgement = await judge(experiment, {
    decision,
    candidate,
    suite: (await readSuite(layout.suiteFile))?.tasks ?? [],
    test: split.test,
    best: rows.map(({ valScore }) => valScore),
    trainResults: (await readTrainResults(layout.trainResultsFile))?.results ?? {},
    signal,
  });
  if (judgement.verdict.verdict === "accepted") {
    record.commit = await acceptCandidate(experiment, candidate, judgement);
  }
  await keepEvidence(experiment, candidate, judgement);
  record.verdict = judgement.verdict;
  save();
  return record.verdict;
}

/** Per-task rewards of every step stay on the host; the candidate too, whatever the verdict. */
async function keepEvidence({ layout }: Experiment, candidate: Candidate, judgement: Judgement): Promise<void> {
  const { verdict, records } = judgement;
  const runs = records.map(({ key, parts, outcome, agentEnd, usage, notes }) => ({
    ...{ key, step: parts.step, task: parts.task, outcome, agentEnd, usage, notes },
  }));
  const evidence = { version: 1, verdict, candidate: candidate.source, runs };
  const file = join(layout.host.evidence, `${verdict.decision}.json`);
  await writeAtomic(file, `${JSON.stringify(evidence, null, 2)}\n`, 0o600);
}

/** The incumbent's train results, run once per accepted agent: what the next iteration learns from. */
async function ensureTrainResults(
  experiment: Experiment,
  { split, strip, signal }: IterateOptions,
): Promise<number | null> {
  const { layout, context } = experiment;
  const name = "incumbent-train";
  const compiled = compileCandidate(await readFile(layout.agentFile, "utf8"), strip);
  if (compiled.kind === "refused") return null;
  const { candidate } = compiled;
  const known = await readTrainResults(layout.trainResultsFile);
  const baseline = context.journal.trials({ step: "baseline", agent: candidate.digest }).length > 0;
  if (known !== null && (baseline || context.journal.read(name) === candidate.digest)) return meanReward(known.results);
  experiment.onEvent({ type: "phase", text: `train split: ${split.train.length} tasks with the accepted agent` });
  const result = await runTrain(experiment, { candidate, tasks: split.train, signal });
  await publishTrain(experiment, layout, result);
  if (result.stopped === null) context.journal.write(name, candidate.digest);
  return meanReward(result.rewards);
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
