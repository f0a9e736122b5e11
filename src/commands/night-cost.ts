// With a live model money is at stake: what a night may cost is said, and a budget is needed, before anything is paid.

import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import { lastRound, preScreenBounds, promotionBounds, strikes, suiteBounds } from "../gate/bounds.ts";
import { priceOf, pricesAsOf, pricesWith } from "../gateway/prices.ts";
import type { OpenExperiment } from "./open-experiment.ts";
import { liveModelsOf } from "./open-models.ts";

/** Tokens of a trial, where no trial has shown better: plain guesses, said as such. */
const guesses = {
  agent: { input: 60_000, output: 4_000 },
  /** A user answers in few words, but is told the conversation anew each time. */
  user: { input: 30_000, output: 1_000 },
};

/** Throws config "budget-missing" where a live model is used and no budget is set. */
export function requireBudget(experiment: OpenExperiment, say: (line: string) => void): void {
  const { config, settings } = experiment;
  if (liveModelsOf(config).length === 0) return;
  const { baseline, perIteration, atTheEnd } = trialCounts(experiment);
  const trials = baseline + settings.iterations * perIteration + atTheEnd;
  const each = config.trials === 1 ? "" : `, ${config.trials} of each task every time`;
  say(
    `a night is at most ${trials} trials: ${baseline} for the baseline, then up to ${perIteration} in each of ${settings.iterations} iterations${each}`,
  );
  if (settings.gate === "default") {
    say("  most iterations take far fewer: a decision ends as soon as it is sure (`auto-harness plan` says how many)");
  }
  const cost = trialCost(experiment);
  say(
    "unknown" in cost
      ? `the price of ${cost.unknown.join(" and of ")} is not known: set \`prices\` in experiment_config.yaml`
      : `at about $${cost.costUsd.toFixed(3)} a trial (${cost.source}) that is up to $${(cost.costUsd * trials).toFixed(0)}, and the coding agent's own calls`,
  );
  if (config.budget_usd === undefined) {
    throw new HarnessError({
      fault: "config",
      code: "budget-missing",
      message: "a live model needs a budget: set `budget_usd` in experiment_config.yaml or give --budget USD",
    });
  }
  say(
    `the budget is $${config.budget_usd}: when it is spent nothing new starts; a trial that needs another call is lost, everything else is kept`,
  );
}

interface TrialCounts {
  baseline: number;
  perIteration: number;
  atTheEnd: number;
}

/** Every task for the baseline; in an iteration the train tasks for the benchmark, then all that a decision may ask for. */
function trialCounts({ config, settings, tasks }: OpenExperiment): TrialCounts {
  const own = config.split_by === "benchmark" && tasks.some(({ split }) => split !== undefined);
  const train = own
    ? tasks.filter(({ split }) => split === "train").length
    : Math.floor(tasks.length * settings.trainFraction + 1e-9);
  const test = own ? tasks.filter(({ split }) => split === "test").length : tasks.length - train;
  const baseline = tasks.length * config.trials;
  if (settings.gate === "strict-seed") {
    return { baseline, perIteration: (train + train + test) * config.trials, atTheEnd: 0 };
  }
  const suite = strikes * Math.min(suiteBounds.cap, train);
  const screen = settings.preScreen ? Math.min(preScreenBounds.tasks, train) : 0;
  // The split once, every task in each round with both agents, and the fresh run that is recorded.
  const decision = suite + screen + test * (1 + 2 * lastRound + 1);
  const promotion = train * promotionBounds.least;
  return {
    baseline,
    perIteration: (train + decision + promotion) * config.trials,
    atTheEnd: settings.finalReport ? 4 * test * config.trials : 0,
  };
}

function trialCost(experiment: OpenExperiment): { costUsd: number; source: string } | { unknown: string[] } {
  const { config } = experiment;
  const known = baselineCosts(experiment);
  if (known.length > 0) {
    return {
      costUsd: known.reduce((sum, cost) => sum + cost, 0) / known.length,
      source: "mean of the baseline so far",
    };
  }
  const agent = guessedCost(config.agent_model, guesses.agent, config);
  const user = config.user_model === undefined ? 0 : guessedCost(config.user_model, guesses.user, config);
  if (agent === null || user === null) {
    const unknown = [...(agent === null ? [config.agent_model] : []), ...(user === null ? [config.user_model] : [])];
    return { unknown: [...new Set(unknown.filter((model) => model !== undefined))] };
  }
  const users =
    config.user_model === undefined ? "" : `, and of ${guesses.user.input} and ${guesses.user.output} for its user`;
  return {
    costUsd: agent + user,
    source: `a guess of ${guesses.agent.input} tokens in and ${guesses.agent.output} out${users}, list prices of ${pricesAsOf}`,
  };
}

/** US dollars of the baseline's trials that are known, the simulated user's calls included. */
function baselineCosts({ config, context }: OpenExperiment): number[] {
  return context.journal.trials({ step: "baseline" }).flatMap(({ usage, userUsage }) => {
    const user = config.user_model === undefined ? 0 : userUsage?.costUsd;
    return usage.costUsd === undefined || user === undefined ? [] : [usage.costUsd + user];
  });
}

function guessedCost(model: string, { input, output }: { input: number; output: number }, { prices }: Config) {
  const price = priceOf(model, pricesWith(prices));
  return price === undefined ? null : (input * price.input + output * price.output) / 1_000_000;
}
