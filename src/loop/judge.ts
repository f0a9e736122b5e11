// The gate in action: asks the pure decision what it needs, runs it, and asks again until there is a verdict.

import { z } from "zod";
import { passes, type TrialRecord } from "../core/trial.ts";
import type { GateRequest, GateRun } from "../gate/protocol.ts";
import { decideStrictSeed } from "../gate/strict-seed.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { gateLines } from "./gate-lines.ts";
import type { Verdict } from "./iteration-record.ts";
import { repeatedTrials } from "./run-train.ts";
import { costOf, runStep } from "./run-trials.ts";
import { scoreLabel } from "./score-facts.ts";

export interface JudgeRequest {
  decision: string;
  candidate: Candidate;
  suite: readonly string[];
  test: readonly string[];
  /** Scores as they stand in results.tsv. */
  best: readonly string[];
  /** The incumbent's train results. */
  trainResults: Readonly<Record<string, number | null>>;
  signal: AbortSignal;
}

export interface Judgement {
  verdict: Verdict;
  /** The suite after the verdict. */
  suite: readonly string[];
  /** The suite's rewards of this decision. */
  suiteRewards: Record<string, number | null>;
  records: TrialRecord[];
}

export async function judge(experiment: Experiment, request: JudgeRequest): Promise<Judgement> {
  const started = performance.now();
  const { decision, candidate, signal } = request;
  const { suite, best, trainResults } = inputsOf(experiment.context.journal, request);
  const agent = { kind: "candidate", code: candidate.code, digest: candidate.digest } as const;
  const runs: Array<GateRun & { reward: number | null }> = [];
  const records: TrialRecord[] = [];
  const label = scoreLabel(experiment, request.test);
  const suiteRewards: Record<string, number | null> = {};
  const gateRequest: GateRequest = {
    protocol: "gate/1",
    op: "decide",
    mode: "strict-seed",
    seed: String(experiment.settings.seed),
    decision,
    suite: [...suite],
    test: [...request.test],
    best: [...best],
    train_results: { ...trainResults },
    config: { threshold: experiment.settings.threshold },
    runs,
  };
  if (suite.length === 0) experiment.onEvent({ type: "gate-line", text: gateLines.emptySuite });
  for (;;) {
    const answer = decideStrictSeed(gateRequest);
    const passed = Object.values(suiteRewards).filter((reward) => reward !== null && passes(reward)).length;
    const totals = {
      decision,
      valScore: answer.numbers.val_score,
      best: answer.numbers.best,
      suitePassed: passed,
      suiteTotal: suite.length,
      runs: records.length,
      costUsd: costOf(records),
      durationMs: performance.now() - started,
    };
    if (answer.action === "verdict") {
      const { verdict, reason, promoted } = answer;
      const full: Verdict = { ...totals, verdict, reason, detail: "", promoted: [...promoted] };
      for (const text of gateLines.verdict(full, label)) experiment.onEvent({ type: "gate-line", text });
      return { verdict: full, suite: answer.suite, suiteRewards, records };
    }
    const { step } = answer;
    const tasks = answer.need.map(({ task }) => task);
    const result = await runStep(experiment, { step, decision, tasks, agent, signal });
    records.push(...result.records);
    if (result.stopped !== null) {
      const detail = `${result.stopped}: the decision goes on where it was once there is budget again`;
      const verdict: Verdict = { ...totals, verdict: "inconclusive", reason: "budget", detail, promoted: [] };
      return { verdict, suite, suiteRewards, records };
    }
    for (const [task, reward] of Object.entries(result.rewards)) {
      runs.push({ step, task, reward });
      if (step === "suite") suiteRewards[task] = reward;
    }
    const text = gateLines.step(step, result.rewards, {
      request: { best },
      threshold: experiment.settings.threshold,
      label,
    });
    experiment.onEvent({ type: "gate-line", text });
    if (step === "test") {
      for (const line of repeatedTrials(result.records)) {
        experiment.onEvent({ type: "gate-line", text: `[gate] step 2  test: ${line}` });
      }
    }
  }
}

const inputsSchema = z.object({
  suite: z.array(z.string()),
  best: z.array(z.string()),
  trainResults: z.record(z.string(), z.number().nullable()),
});

/** As they stood when the decision began: an acceptance that was cut off has changed the files already. */
function inputsOf(
  journal: Experiment["context"]["journal"],
  { decision, suite, best, trainResults }: JudgeRequest,
): Pick<JudgeRequest, "suite" | "best" | "trainResults"> {
  const name = `gate-inputs/${decision}`;
  const known = journal.read(name);
  if (known !== undefined) return inputsSchema.parse(known);
  const inputs = { suite, best, trainResults };
  journal.write(name, inputs);
  return inputs;
}
