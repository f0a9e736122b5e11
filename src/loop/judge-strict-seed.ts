// A decision by the original's rules: suite once, the whole test split once, then what failed before.

import { passes } from "../core/trial.ts";
import type { StrictSeedAnswer, StrictSeedRequest, StrictSeedRun } from "../gate/protocol.ts";
import { decideStrictSeed } from "../gate/strict-seed.ts";
import { DecisionFeed, type Found } from "./decision-feed.ts";
import type { Experiment } from "./experiment.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { type Judgement, type JudgeRequest, plansOfRun, runDecision, stoppedVerdict } from "./run-decision.ts";
import { repeatedTrials } from "./run-train.ts";
import { scoreLabel } from "./score-facts.ts";
import { emptySuiteLine, strictSeedLine } from "./strict-seed-lines.ts";
import { verdictLine } from "./verdict-line.ts";

type Final = Extract<StrictSeedAnswer, { action: "verdict" }>;

export async function judgeStrictSeed(experiment: Experiment, request: JudgeRequest): Promise<Judgement> {
  const { decision, suite, test, best, trainResults } = request;
  const { threshold, seed } = experiment.settings;
  const gateRequest: Omit<StrictSeedRequest, "runs"> = {
    ...{ protocol: "gate/1", op: "decide", mode: "strict-seed", seed: String(seed), decision },
    ...{ suite: [...suite], test: [...test], best: [...best], train_results: { ...trainResults } },
    config: { threshold },
  };
  const say = (text: string) => experiment.onEvent({ type: "gate-line", text });
  const label = scoreLabel(experiment, test);
  if (suite.length === 0) say(emptySuiteLine);
  const rewards = (found: ReadonlyArray<Found<StrictSeedRun>>, step: string) =>
    Object.fromEntries(found.filter((run) => run.step === step).map(({ task, reward }) => [task, reward] as const));
  let suiteRewards: Judgement["suiteRewards"] = {};
  let step: StrictSeedRun["step"] | null = null;

  function decide(found: ReadonlyArray<Found<StrictSeedRun>>) {
    const answer = decideStrictSeed({ ...gateRequest, runs: [...found] });
    suiteRewards = rewards(found, "suite");
    const next = answer.action === "run" ? answer.step : null;
    if (step !== null && step !== next) {
      say(strictSeedLine(step, rewards(found, step), { request: { best }, threshold, label }));
      if (step === "test") {
        const tested = feed.records.filter(({ parts }) => parts.step === "test");
        for (const line of repeatedTrials(tested)) say(`[gate] step 2  test: ${line}`);
      }
    }
    step = next;
    if (answer.action === "verdict") return { final: answer };
    // The test split runs in full whatever the suite says, so nothing of it is ever run in vain.
    const ahead = answer.step === "suite" ? test.map((task): StrictSeedRun => ({ step: "test", task })) : [];
    const asked = new Set(found.map((run) => `${run.step}\0${run.task}`));
    return { need: answer.need, ahead: ahead.filter((run) => !asked.has(`${run.step}\0${run.task}`)) };
  }

  const feed = new DecisionFeed<StrictSeedRun, Final>({
    decide,
    plansOf: (run) => plansOfRun(experiment, request, run),
  });
  const { stopped, ...totals } = await runDecision(experiment, feed, request);
  const { records, final } = feed;
  const suitePassed = Object.values(suiteRewards).filter((reward) => reward !== null && passes(reward)).length;
  const counts = { suitePassed, suiteTotal: suite.length, ...totals };
  if (final === undefined) {
    const verdict = { ...stoppedVerdict(decision, stopped ?? "the job ended", totals), ...counts };
    return { verdict, suite, suiteRewards, records };
  }
  const { val_score: valScore, best: bestScore } = final.numbers;
  const verdict: Verdict = {
    ...refusal(decision, final.reason, ""),
    ...{ verdict: final.verdict, valScore, best: bestScore, promoted: [...final.promoted], ...counts },
  };
  say(verdictLine(verdict, label));
  return { verdict, suite: final.suite, suiteRewards, records };
}
