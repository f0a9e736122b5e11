// What the default gate prints while it decides: totals only where the test split is concerned.

import { meanOf, passes } from "../core/trial.ts";
import { harmBounds, lastRound, removalBounds, roundBounds, splitBounds } from "../gate/bounds.ts";
import type { DefaultAnswer, DefaultRequest, GateRun } from "../gate/protocol.ts";
import { formatP } from "../lib/format-points.ts";
import type { Found } from "./decision-feed.ts";
import { emptySuiteLine } from "./strict-seed-lines.ts";

type Asked = Extract<DefaultAnswer, { action: "run" }>;
type Runs = ReadonlyArray<Found<GateRun>>;

export class DefaultGateLines {
  readonly #request: Omit<DefaultRequest, "runs">;
  readonly #say: (line: string) => void;
  readonly #removal: boolean;
  /** What was asked for last. */
  #asked: Asked | null = null;

  constructor(
    request: Omit<DefaultRequest, "runs">,
    say: (line: string) => void,
    { removal = false }: { /** By the rules of a removal. */ removal?: boolean } = {},
  ) {
    this.#request = request;
    this.#say = say;
    this.#removal = removal;
  }

  /** Says what came of a block of runs once the gate asks for the next one. */
  tell(answer: DefaultAnswer, found: Runs): void {
    const before = this.#asked;
    const now = answer.action === "run" ? answer : null;
    if (before !== null && now !== null && blockOf(before) === blockOf(now)) return;
    this.#asked = now;
    if (before === null) {
      if (this.#request.suite.length === 0) this.#say(emptySuiteLine);
      return;
    }
    if (before.step === "suite" && now?.step === "suite") return;
    this.#say(this.#lineOf(before, answer, found));
  }

  #lineOf(before: Asked, { numbers }: DefaultAnswer, found: Runs): string {
    if (before.step === "suite") return suiteLine(numbers, found);
    const noHarm = (bound: number) => `p of no harm ${formatP(numbers.p_low)} (rejected at ${bound})`;
    const [first] = before.need;
    if (first?.step === "fresh") {
      const said = this.#removal ? noHarm(removalBounds.harm[2]) : roundWords(first.round, numbers.p_up);
      return `[gate]         ${numbers.retried_tasks} tasks that tell, again in both arms: round ${first.round}  ${said}`;
    }
    const all = this.#request.test.length;
    if (numbers.tasks < all) {
      const bound = numbers.tasks === Math.ceil(all / 4) ? harmBounds[0] : harmBounds[1];
      return `[gate] step 2  test: first ${numbers.tasks} of ${all} tasks  ${noHarm(bound)}`;
    }
    const { candidate, incumbent, runs } = this.#means(found);
    const improvement = `p ${formatP(numbers.p_up)} (accepted at ${splitBounds.accept}, given up at ${splitBounds.futile})`;
    const said = this.#removal ? noHarm(removalBounds.harm[2]) : improvement;
    return `[gate] step 2  test: ${all} tasks, ${numbers.missing} missing, candidate ${candidate}, incumbent ${incumbent} (${runs})  ${said}`;
  }

  #means(found: Runs): { candidate: string; incumbent: string; runs: string } {
    const rewards = found.filter(({ step }) => step === "test").map(({ reward }) => reward);
    const histories = Object.values(this.#request.history).map((own) => own.filter((reward) => reward !== null));
    const held = Math.max(0, ...histories.map(({ length }) => length));
    return {
      candidate: formatMean(rewards.filter((reward) => reward !== null)),
      incumbent: formatMean(histories.map(meanOf).filter((mean) => mean !== null)),
      runs: `${held} ${held === 1 ? "run" : "runs"}`,
    };
  }
}

function roundWords(round: number, p: number): string {
  const { accept, futile } = roundBounds(round);
  return `p ${formatP(p)} (accepted at ${accept}, given up at ${round === lastRound ? `above ${futile}` : futile.toFixed(3)})`;
}

function suiteLine({ suite }: DefaultAnswer["numbers"], found: Runs): string {
  const first = found.filter((run) => run.step === "suite" && run.strike === 1);
  const missing = first.filter(({ reward }) => reward === null).length;
  const failed = first.filter(({ reward }) => reward !== null && !passes(reward)).length;
  const lost = missing === 0 ? "" : `, ${missing} missing`;
  const counts = `${first.length} run${lost}, ${failed} failed once, ${suite.regressed} regressed (${suite.allowed} allowed)`;
  const words = suite.ok === null ? "UNKNOWN" : suite.ok ? "ok" : "FAILED";
  return `[gate] step 1  suite: ${counts}  ${words}`;
}

/** Runs that are asked for together, and looked at together. */
function blockOf({ step, need, numbers }: Asked): string {
  const [first] = need;
  const round = first?.step === "suite" ? first.strike : first?.step === "fresh" ? first.round : numbers.tasks;
  return `${step}/${round}`;
}

function formatMean(rewards: readonly number[]): string {
  return (meanOf(rewards) ?? 0).toFixed(3);
}
