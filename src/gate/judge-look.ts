import { atLeast, atMost, harmBounds, lastRound, roundBounds, splitBounds, tooManyMissing } from "./bounds.ts";
import type { PValues } from "./exact-test.ts";
import type { DefaultReason } from "./protocol.ts";
import type { SuiteState } from "./suite-step.ts";

export interface Look extends PValues {
  /** 0..7. */
  look: number;
  /** Test tasks that the look speaks of, and those of them that are missing. */
  tasks: number;
  missing: number;
  /** Tasks that run again in both arms, once each round. */
  retried: number;
  /** Pairs of fresh runs so far (retried × round), and those of them that are missing. */
  pairs: number;
  missingPairs: number;
}

export interface End {
  verdict: "accepted" | "rejected" | "inconclusive";
  reason: DefaultReason;
}

/** Null: the next look decides. */
export function judgeLook(look: Look, suite: Pick<SuiteState, "state">): End | null {
  if (look.look === 0 && suite.state === "failed") return { verdict: "rejected", reason: "suite" };
  const harmBound = harmBounds[look.look];
  if (harmBound !== undefined) {
    return atMost(look.p_low, harmBound) ? { verdict: "rejected", reason: "harm" } : null;
  }
  if (look.look === 2) {
    if (tooManyMissing(look.missing, look.tasks)) return { verdict: "inconclusive", reason: "missing" };
  } else {
    if (look.retried === 0) return { verdict: "rejected", reason: "no-difference" };
    if (tooManyMissing(look.missingPairs, look.pairs)) return { verdict: "inconclusive", reason: "missing" };
  }
  const round = look.look - 2;
  const { accept, futile } = round === 0 ? splitBounds : roundBounds(round);
  if (atMost(look.p_up, accept)) {
    return suite.state === "unknown"
      ? { verdict: "inconclusive", reason: "suite-missing" }
      : { verdict: "accepted", reason: "improvement" };
  }
  if (round === lastRound) {
    return atMost(look.p_up, futile)
      ? { verdict: "inconclusive", reason: "undecided" }
      : { verdict: "rejected", reason: "futility" };
  }
  return atLeast(look.p_up, futile) ? { verdict: "rejected", reason: "futility" } : null;
}
