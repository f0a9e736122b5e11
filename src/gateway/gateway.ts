// The one place that talks to models. It opens leases; each is one box's way to its pinned model.

import type { HarnessError } from "../core/fault.ts";
import { addUsage, type ModelHandler, noUsage, type PinnedModel, type Upstream, type Usage } from "../core/model.ts";
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

export interface LeaseLimits {
  maxModelCalls: number;
  maxOutputTokens: number | null;
  maxCostUsd: number | null;
}

export interface LeaseOptions {
  pinned: PinnedModel;
  /** The trial's luck, for the rehearsal model. */
  seed: string;
  limits: LeaseLimits;
}

/** One box's access to its model, with its own accounts. */
export interface ModelLease {
  readonly handler: ModelHandler;
  usage(): Usage;
  /** What a reader of the trial must know: what was refused, estimated usage. At most 20 lines. */
  notes(): string[];
  /** The limit of this lease that refused a call: model-call-limit, output-token-limit or cost-limit. */
  limit(): string | null;
  /** Why the trial is void though its box did nothing wrong; once set, every further call is refused. */
  fault(): HarnessError | null;
  /** Time in which at least one call waited to be retried: not the agent's. */
  waitedMs(): number;
}

export interface Gateway {
  /** Throws config faults: unknown upstream, or "price-unknown" where a limit in money could not be held. */
  lease(options: LeaseOptions): ModelLease;
  total(): Usage;
  /** Why no new trial may start: the budget or the time is spent. Calls that run end by themselves. */
  exhausted(): string | null;
  /** A refused key, a spent account, an unknown model: the whole job must stop. */
  broken(): HarnessError | null;
}

export function openGateway(options: GatewayOptions): Gateway {
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
