// What an experiment has used in all its runs. It stands in the journal, as budgets hold for all of them together.

import { addUsage, noUsage, type Usage } from "../core/model.ts";
import type { Journal } from "./journal.ts";

export interface Spending {
  /** US dollars; null when a price is unknown. */
  costUsd: number | null;
  /** In and out. */
  tokens: number;
  /** Milliseconds in which calls waited for their provider, added up over all leases. */
  throttledMs: number;
}

const names = { costUsd: "spent-usd", tokens: "spent-tokens", throttledMs: "throttled-ms" } as const;

export function readSpending(journal: Pick<Journal, "read">): Spending {
  const costUsd = journal.read(names.costUsd);
  const number = (name: string) => {
    const value = journal.read(name);
    return typeof value === "number" ? value : 0;
  };
  return {
    costUsd: costUsd === null ? null : number(names.costUsd),
    tokens: number(names.tokens),
    throttledMs: number(names.throttledMs),
  };
}

export function writeSpending(journal: Pick<Journal, "write">, spending: Spending): void {
  for (const key of ["costUsd", "tokens", "throttledMs"] as const) journal.write(names[key], spending[key]);
}

/** With what this run has used so far. */
export function addSpending(earlier: Spending, usage: Usage): Spending {
  const { costUsd, inputTokens, outputTokens, throttledMs } = addUsage(noUsage, usage);
  return {
    costUsd: earlier.costUsd === null || costUsd === undefined ? null : earlier.costUsd + costUsd,
    tokens: earlier.tokens + inputTokens + outputTokens,
    throttledMs: earlier.throttledMs + throttledMs,
  };
}
