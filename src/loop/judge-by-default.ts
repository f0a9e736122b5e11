// A decision by the default gate (docs/gate.md): suite with three strikes, the test split in looks, fresh runs of the
// tasks that tell, in both arms side by side.

import { meanOf, passes } from "../core/trial.ts";
import { decideDefault, decideRemoval } from "../gate/decide.ts";
import { type DefaultAnswer, type DefaultRequest, defaultRequest, type GateRun } from "../gate/protocol.ts";
import { runsAhead } from "../gate/runs-ahead.ts";
import { DecisionFeed, type Found } from "./decision-feed.ts";
import { DefaultGateLines } from "./default-gate-lines.ts";
import type { Experiment } from "./experiment.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { type Judgement, type JudgeRequest, plansOfRun, runDecision, stoppedVerdict } from "./run-decision.ts";
import { verdictLine } from "./verdict-line.ts";

type Final = Extract<DefaultAnswer, { action: "verdict" }>;

export async function judgeByDefault(experiment: Experiment, request: JudgeRequest): Promise<Judgement> {
  const { decision, suite, test, history, removal = false } = request;
  const { seed, threshold } = experiment.settings;
  const gateRequest = defaultRequest.parse({
    ...{ protocol: "gate/1", op: "decide", mode: "default", seed: String(seed), decision, suite, test, history },
    config: { threshold },
  });
  const say = (text: string) => experiment.onEvent({ type: "gate-line", text });
  const lines = new DefaultGateLines(gateRequest, say, { removal });

  const feed: DecisionFeed<GateRun, Final> = new DecisionFeed({
    decide(found: ReadonlyArray<Found<GateRun>>) {
      const asked: DefaultRequest = { ...gateRequest, runs: [...found] };
      const answer = removal ? decideRemoval(asked) : decideDefault(asked);
      lines.tell(answer, found);
      if (answer.action === "verdict") return { final: answer };
      // What a removal needs next is not what runsAhead knows of.
      return { need: answer.need, ahead: removal ? [] : runsAhead(asked) };
    },
    plansOf: (run) => plansOfRun(experiment, request, run),
  });
  const { stopped, ...totals } = await runDecision(experiment, feed, request);
  const suiteRuns = feed.found.filter((run) => run.step === "suite");
  const suiteRewards = Object.fromEntries(
    suiteRuns.toSorted((a, b) => a.strike - b.strike).map(({ task, reward }) => [task, reward] as const),
  );
  const base = { suite, suiteRewards, records: feed.records };
  if (feed.final === undefined) {
    return { ...base, verdict: stoppedVerdict(decision, stopped ?? "the job ended", totals) };
  }
  const { verdict: decided, reason, look, numbers } = feed.final;
  const regressed = suiteRuns
    .filter(({ strike, reward }) => strike === 3 && reward !== null && !passes(reward))
    .map(({ task }) => task)
    .toSorted();
  const suiteTotal = new Set(suiteRuns.map(({ task }) => task)).size;
  const passed = Object.values(suiteRewards).filter((reward) => reward !== null && passes(reward)).length;
  const verdict: Verdict = {
    ...refusal(decision, reason, ""),
    ...{ verdict: decided, estimate: numbers.estimate, pUp: numbers.p_up, look, regressed },
    ...{ best: incumbentMean(history), suitePassed: passed, suiteTotal, ...totals },
  };
  say(verdictLine(verdict, ""));
  return { ...base, verdict };
}

/** Mean over tasks of the mean over runs. */
function incumbentMean(history: JudgeRequest["history"]): number | null {
  const means = Object.values(history).map((rewards) => meanOf(rewards.filter((reward) => reward !== null)));
  return meanOf(means.filter((mean) => mean !== null));
}
