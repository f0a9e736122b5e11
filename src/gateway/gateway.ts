// The one place that talks to models. It opens leases; each is one box's way to its pinned model.

import { HarnessError } from "../core/fault.ts";
import { addUsage, type ModelGateway, noUsage, type Upstream } from "../core/model.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { type LeaseShared, openLease } from "./lease.ts";
import type { PriceTable } from "./prices.ts";
import { Schedule } from "./schedule/schedule.ts";

export interface GatewayOptions {
  /** Throws a config fault for a model that it cannot serve. */
  upstreamFor: (model: string) => Upstream;
  prices: PriceTable;
  /** For everything. `tokens`: in and out. `deadline`: milliseconds since the epoch. */
  budget: { costUsd: number | null; tokens?: number | null; deadline: number | null };
  /** Of one call, beside its first attempt; default 4. */
  maxRetries?: number;
  /** How long a provider that answers nobody is waited for; default 30 minutes. */
  outageMs?: number;
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of waits. */
  random?: () => number;
  /** One line about what a person should know, such as a wait. */
  say: (line: string) => void;
}

/** A lease is refused with config faults: an unknown upstream, "price-unknown" where a limit in money cannot be held. */
export function openGateway(options: GatewayOptions): ModelGateway {
  const { budget, clock = systemClock, random = Math.random, say, outageMs = 30 * 60_000 } = options;
  const schedules = new Map<string, Schedule>();
  let total = noUsage;
  let spentUsd = 0;
  let broken: HarnessError | null = null;
  let closed: string | null = null;
  const tokensUsed = () => total.inputTokens + total.outputTokens;

  function exhausted(): string | null {
    if (budget.costUsd !== null && spentUsd >= budget.costUsd) {
      return `the budget of ${budget.costUsd} US dollars is spent (${spentUsd.toFixed(4)})`;
    }
    if (budget.tokens !== null && budget.tokens !== undefined && tokensUsed() >= budget.tokens) {
      return `the budget of ${budget.tokens} tokens is spent (${tokensUsed()})`;
    }
    return budget.deadline !== null && clock.now() >= budget.deadline ? "the time for this run is over" : closed;
  }

  /** Why no call may start. */
  function over(): HarnessError | null {
    const spent = broken === null ? exhausted() : null;
    if (spent === null) return broken;
    return new HarnessError({ fault: "infrastructure", code: "budget-exhausted", message: spent });
  }

  function scheduleOf({ name }: Upstream, model: string): Schedule {
    const key = `${name}\n${model}`;
    const schedule = schedules.get(key) ?? new Schedule({ name, model, outageMs, clock, random, say, over });
    schedules.set(key, schedule);
    return schedule;
  }

  const shared: LeaseShared = {
    prices: options.prices,
    moneyIsLimited: budget.costUsd !== null,
    maxRetries: options.maxRetries ?? 4,
    ...{ random, clock, say, over },
    breakAll(error) {
      broken ??= error;
    },
    count(usage) {
      total = addUsage(total, usage);
      spentUsd += usage.costUsd ?? 0;
    },
  };
  return {
    lease(leaseOptions) {
      const { model } = leaseOptions.pinned;
      const upstream = options.upstreamFor(model);
      return openLease(shared, { upstream, schedule: scheduleOf(upstream, model) }, leaseOptions);
    },
    total: () => total,
    exhausted,
    remaining: () => ({
      costUsd: budget.costUsd === null ? null : budget.costUsd - spentUsd,
      tokens: budget.tokens === null || budget.tokens === undefined ? null : budget.tokens - tokensUsed(),
    }),
    close(reason) {
      closed ??= reason;
    },
    broken: () => broken,
  };
}
