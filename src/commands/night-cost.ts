// With a live model money is at stake: what a night may cost is said, and a budget is needed, before anything is paid.

import { HarnessError } from "../core/fault.ts";
import { priceOf, pricesAsOf, publicPrices } from "../gateway/prices.ts";
import { isRehearsal } from "../gateway/upstreams/index.ts";
import type { OpenExperiment } from "./open-experiment.ts";

/** Tokens of a trial, where no trial has shown better: a plain guess, said as one. */
const guess = { input: 60_000, output: 4_000 };

/** Throws config "budget-missing" where a live model is used and no budget is set. */
export function requireBudget(experiment: OpenExperiment, say: (line: string) => void): void {
  const { config, settings, tasks } = experiment;
  const live = [config.agent_model, config.coding_agent_model].filter((model) => !isRehearsal(model));
  if (live.length === 0) return;
  const train = Math.floor(tasks.length * settings.trainFraction + 1e-9);
  const perIteration = tasks.length + train;
  const trials = tasks.length + settings.iterations * perIteration;
  const { costUsd, source } = trialCost(experiment);
  say(
    `a night is at most ${trials} trials: ${tasks.length} for the baseline, then up to ${perIteration} in each of ${settings.iterations} iterations`,
  );
  say(
    costUsd === null
      ? `the price of ${config.agent_model} is not known: set \`prices\` in experiment_config.yaml`
      : `at about $${costUsd.toFixed(3)} a trial (${source}) that is up to $${(costUsd * trials).toFixed(0)}, and the coding agent's own calls`,
  );
  if (config.budget_usd === undefined) {
    throw new HarnessError({
      fault: "config",
      code: "budget-missing",
      message: "a live model needs a budget: set `budget_usd` in experiment_config.yaml or give --budget USD",
    });
  }
  say(
    `the budget is $${config.budget_usd}: when it is spent, running trials end, nothing new starts, everything is kept`,
  );
}

function trialCost({ config, context }: OpenExperiment): { costUsd: number | null; source: string } {
  const costs = context.journal.trials({ step: "baseline" }).map(({ usage }) => usage.costUsd);
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length > 0) {
    return {
      costUsd: known.reduce((sum, cost) => sum + cost, 0) / known.length,
      source: "mean of the baseline so far",
    };
  }
  const price = priceOf(config.agent_model, { ...publicPrices, ...config.prices });
  if (price === undefined) return { costUsd: null, source: "" };
  const costUsd = (guess.input * price.input + guess.output * price.output) / 1_000_000;
  return {
    costUsd,
    source: `a guess of ${guess.input} tokens in and ${guess.output} out, list prices of ${pricesAsOf}`,
  };
}
