// Whether what is left of a budget pays for another trial to its end. One that is cut off in the middle is void: what it
// has cost would be lost.

import type { ModelGateway } from "../core/model.ts";
import type { TrialRecord } from "../core/trial.ts";
import type { Journal, TrialCost } from "./journal.ts";

const kinds = ["costUsd", "tokens"] as const;
const noTrials: TrialCost = { trials: 0, mean: { costUsd: 0, tokens: 0 }, dearest: { costUsd: 0, tokens: 0 } };

export class BudgetRoom {
  readonly #gateway: ModelGateway;
  #known: TrialCost;

  /** Where no trial has ended before, nothing is held back until the first has. */
  constructor(gateway: ModelGateway, journal: Pick<Journal, "costs">) {
    this.#gateway = gateway;
    // Nobody asks for what is read of all trials where there is no budget.
    const { costUsd, tokens } = gateway.remaining();
    this.#known = costUsd === null && tokens === null ? noTrials : journal.costs();
  }

  /** A trial that was executed now. */
  add({ usage, userUsage }: Pick<TrialRecord, "usage" | "userUsage">): void {
    if (usage.calls + (userUsage?.calls ?? 0) === 0) return;
    const all = [usage, ...(userUsage === undefined ? [] : [userUsage])];
    const cost = {
      costUsd: all.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0),
      tokens: all.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    };
    const { trials, mean, dearest } = this.#known;
    const of = (kind: (typeof kinds)[number]) => (mean[kind] * trials + cost[kind]) / (trials + 1);
    this.#known = {
      trials: trials + 1,
      mean: { costUsd: of("costUsd"), tokens: of("tokens") },
      dearest: {
        costUsd: Math.max(dearest.costUsd, cost.costUsd),
        tokens: Math.max(dearest.tokens, cost.tokens),
      },
    };
  }

  /**
   * Null where there is room for one more beside `inFlight` others, each of which may come to cost as much as the dearest
   * so far; else what is missing, in words. Beside no other, room for a mean trial is enough.
   */
  missing(inFlight: number): string | null {
    const { trials, mean, dearest } = this.#known;
    const left = this.#gateway.remaining();
    if (trials === 0) return null;
    for (const kind of kinds) {
      const rest = left[kind];
      if (rest === null || rest >= inFlight * dearest[kind] + mean[kind]) continue;
      const say = (amount: number) => (kind === "costUsd" ? `$${amount.toFixed(4)}` : `${Math.round(amount)} tokens`);
      return `what is left of the budget (${say(Math.max(0, rest))}) doesn't pay for another trial (about ${say(mean[kind])})`;
    }
    return null;
  }
}
