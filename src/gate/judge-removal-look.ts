import { atMost, removalBounds, tooManyMissing } from "./bounds.ts";
import type { End, Look } from "./judge-look.ts";
import type { SuiteState } from "./suite-step.ts";

/**
 * As judgeLook, where the candidate is the incumbent without one of its edits: it is accepted when nothing says that it
 * is worse, rather than when something says that it is better. Null: the next look decides.
 */
export function judgeRemovalLook(look: Look, suite: Pick<SuiteState, "state">): End | null {
  if (look.look === 0 && suite.state === "failed") return { verdict: "rejected", reason: "suite" };
  const { harm, lastRound } = removalBounds;
  const lost = look.look <= 2 ? [look.missing, look.tasks] : [look.missingPairs, look.pairs];
  const [missing = 0, runs = 0] = lost;
  if (look.look >= 2 && tooManyMissing(missing, runs)) return { verdict: "inconclusive", reason: "missing" };
  if (atMost(look.p_low, harm[Math.min(look.look, 2)] ?? 0)) return { verdict: "rejected", reason: "harm" };
  if (look.look < 2) return null;
  if (suite.state === "unknown") return { verdict: "inconclusive", reason: "suite-missing" };
  const told = look.look > 2 && (look.retried === 0 || look.look === 2 + lastRound);
  return told ? { verdict: "accepted", reason: "no-worse" } : null;
}
