// Before the gate: the train tasks that a candidate should fix, as its coding agent stated them (docs/pre-screen.md).

import { type PreScreenAnswer, type PreScreenRun, preScreen } from "../gate/pre-screen.ts";
import { DecisionFeed, type Found } from "./decision-feed.ts";
import type { Experiment } from "./experiment.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { type JudgeRequest, runDecision, stoppedVerdict } from "./run-decision.ts";
import { plansOf } from "./run-trials.ts";

type Screened = Extract<PreScreenAnswer, { action: "verdict" }>;

export interface ScreenRequest extends Pick<JudgeRequest, "decision" | "candidate" | "trainResults" | "signal"> {
  /** Train tasks, the surest first; none: nothing is run. */
  fixes: readonly string[];
}

/** null: the gate may be asked. Else a verdict that cost these few runs; "budget" where they could not be made. */
export async function screenCandidate(experiment: Experiment, request: ScreenRequest): Promise<Verdict | null> {
  const { decision, candidate, trainResults, fixes } = request;
  if (fixes.length === 0) return null;
  const say = (text: string) => experiment.onEvent({ type: "gate-line", text });
  const agent = { kind: "candidate", code: candidate.code, digest: candidate.digest } as const;
  const feed: DecisionFeed<PreScreenRun, Screened> = new DecisionFeed({
    decide(found: ReadonlyArray<Found<PreScreenRun>>) {
      const answer = preScreen({ predicted: fixes, incumbent: trainResults, runs: found });
      return answer.action === "run" ? { need: answer.need, ahead: [] } : { final: answer };
    },
    plansOf: ({ task, round }) =>
      plansOf(experiment, { step: "screen", decision, tasks: [task], agent, round: round - 1 }),
  });
  const { stopped, ...totals } = await runDecision(experiment, feed, request);
  const { final } = feed;
  if (final === undefined) return stoppedVerdict(decision, stopped ?? "the job ended", totals);
  for (const line of linesOf(final)) say(line);
  if (final.verdict === "go-on") return null;
  const detail = `none of ${final.tasks.checked.join(", ")} passes, which this edit should fix`;
  return { ...refusal(decision, "no-flip", detail), ...totals };
}

function linesOf({ tasks, reason, flipped, runs }: Screened): string[] {
  const { checked, beyond, passing, unknown } = tasks;
  const list = (words: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${words}: ${names.join(", ")}`];
  const left = [
    ...list("passing already", passing),
    ...list("not in the train split, or without a reward there", unknown),
    ...list("not run, enough are", beyond),
  ];
  const ends = {
    flip: `${flipped.join(", ")} ${flipped.length === 1 ? "passes" : "pass"} now  ok`,
    "no-flip": "none passes  FAILED",
    missing: "too many runs are missing to tell  ok",
    "nothing-to-check": "none of them can show anything  ok",
  } as const;
  const head = checked.length === 0 ? "" : `${checked.join(", ")} should pass now: ${runs} run, `;
  return [`[gate] step 0  prediction: ${head}${ends[reason]}`, ...left.map((line) => `[gate]         ${line}`)];
}
