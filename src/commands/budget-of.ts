import type { Config } from "../config/schema.ts";
import type { GatewayOptions } from "../gateway/gateway.ts";
import type { Spending } from "../trials/spending.ts";

/** What the config's caps leave to a run that begins now, after what earlier ones have used. */
export function budgetOf(
  config: Pick<Config, "budget_usd" | "budget_tokens" | "max_hours" | "outage_minutes">,
  earlier: Spending,
): Pick<GatewayOptions, "budget" | "outageMs"> {
  const { budget_usd: usd, budget_tokens: tokens, max_hours: hours } = config;
  return {
    budget: {
      costUsd: usd === undefined ? null : Math.max(0, usd - (earlier.costUsd ?? 0)),
      tokens: tokens === undefined ? null : Math.max(0, tokens - earlier.tokens),
      deadline: hours === undefined ? null : Date.now() + hours * 3_600_000,
    },
    outageMs: config.outage_minutes * 60_000,
  };
}
