// The one place that talks to models. It opens leases; each is one box's way to its pinned model.

import type { HarnessError } from "../core/fault.ts";
import { addUsage, type ModelGateway, noUsage, type Upstream } from "../core/model.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type LeaseShared, openLease } from "./lease.ts";
import type { PriceTable } from "./prices.ts";

export interface GatewayOptions {
  /** Throws a config fault for a model that it cannot serve. */
  upstreamFor: (model: string) => Upstream;
  prices: PriceTable;
  /** `costUsd`: US dollars for everything. `deadline`: milliseconds since the epoch. */
  budget: { costUsd: number | null; deadline: number | null };
  /** Of one call, beside its first attempt; default 4. */
  maxRetries?: number;
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of waits. */
  random?: () => number;
  /** One line about what a person should know, such as a wait. */
  say: (line: string) => void;
}

/** A lease is refused with config faults: an unknown upstream, "price-unknown" where a limit in money cannot be held. */
export function openGateway(options: GatewayOptions): ModelGateway {
  const { budget, clock = systemClock } = options;
  let total = noUsage;
  let spentUsd = 0;
  let broken: HarnessError | null = null;

  function exhausted(): string | null {
    if (budget.costUsd !== null && spentUsd >= budget.costUsd) {
      return `the budget of ${budget.costUsd} US dollars is spent (${spentUsd.toFixed(4)})`;
    }
    return budget.deadline !== null && clock.now() >= budget.deadline ? "the time for this run is over" : null;
  }

  const shared: LeaseShared = {
    prices: options.prices,
    moneyIsLimited: budget.costUsd !== null,
    maxRetries: options.maxRetries ?? 4,
    random: options.random ?? Math.random,
    clock,
    say: options.say,
    exhausted,
    broken: () => broken,
    breakAll(error) {
      broken ??= error;
    },
    count(usage) {
      total = addUsage(total, usage);
      spentUsd += usage.costUsd ?? 0;
    },
  };
  return {
    lease: (leaseOptions) => openLease(shared, options.upstreamFor(leaseOptions.pinned.model), leaseOptions),
    total: () => total,
    exhausted,
    broken: () => broken,
  };
}
