// A plan as a person reads it. No score stands without its error, its number of runs and what doing nothing earns.

import { formatPoints } from "../lib/format-points.ts";
import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import { formatScore } from "../lib/format-score.ts";
import type { Characteristic, Estimated } from "./characteristics.ts";
import type { Bought, Plan } from "./make-plan.ts";

export function planLines(plan: Plan): string[] {
  const { experiment, gate, testTasks, suiteTasks, trialsPerRun, concurrency, trial, simulatedDecisions } = plan;
  return [
    `experiment ${experiment}: gate ${gate}, ${testTasks} test tasks, a suite of ${suiteTasks}, ${counted(trialsPerRun, "trial")} a run, ${concurrency} at a time`,
    ...incumbentLines(plan),
    ...noiseLines(plan),
    `a trial: ${trial.costUsd === null ? "unknown cost" : dollars(trial.costUsd)}, ${duration(trial.durationMs)} (mean of ${trial.trials}); ${percent(trial.lost)} of them are lost to the infrastructure`,
    "",
    ...table(plan.rows),
    "",
    powerLine(plan),
    ...budgetLines(plan),
    `simulated: ${simulatedDecisions} decisions for each difference, in points of the test score; ± is one standard error, of means over trials their own, else of the simulation`,
  ];
}

/** Its score and noise band, with the number of runs and what doing nothing earns. */
export function incumbentLines({ incumbent, label }: Pick<Plan, "incumbent" | "label">): string[] {
  const { scores, mean, error, nextRun, floor, selected } = incumbent;
  const runs = scores.length === 1 ? "1 run" : `${scores.length} runs: ${scores.map(formatScore).join(", ")}`;
  const idle = floor === null ? "what doing nothing earns is not known" : `doing nothing earns ${formatScore(floor)}`;
  return [
    `incumbent: ${formatScore(mean)} ± ${error.toFixed(3)} on the test split (${runs})${label}; ${idle}`,
    ...(selected ? ["  that run won its decision, so that it is optimistic; an unselected one: --aa"] : []),
    `noise band: the same agent's next run lies between ${formatScore(nextRun.low)} and ${formatScore(nextRun.high)} in 95 of 100 cases`,
  ];
}

function noiseLines({ noise: { correlation, repeated, pairs } }: Plan): string[] {
  const { mean, low, high } = correlation;
  const range = `${mean.toFixed(2)} (between ${low.toFixed(2)} and ${high.toFixed(2)} with a probability of 0.8)`;
  const known = `noise: two trials of one task agree with a correlation of ${range}`;
  const last = pairs.at(-1);
  return [
    repeated === 0
      ? `${known}: NOT MEASURED, no test task ran twice with this agent, and the figures below allow for any noise; --aa measures it`
      : `${known}, by ${counted(repeated, "task")} that ran more than once`,
    ...(last === undefined
      ? []
      : [
          `  A/A: ${formatScore(last.first)} and ${formatScore(last.second)}, ${formatPoints(last.second - last.first)} points between two runs of one agent; ${last.differing} of ${last.tasks} tasks differ`,
        ]),
  ];
}

function table(rows: readonly Characteristic[]): string[] {
  const lines = rows.map(({ difference, accepted, rejected, inconclusive, trials, costUsd, durationMs }) => [
    formatPoints(difference),
    share(accepted),
    percent(rejected.mean),
    percent(inconclusive.mean),
    `${trials.mean.toFixed(0)} ± ${trials.error.toFixed(1)}`,
    costUsd === null ? "unknown" : dollars(costUsd),
    duration(durationMs),
  ]);
  const head = ["difference", "accepted", "rejected", "inconclusive", "trials", "cost", "time"];
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  return [head, ...lines].map((line) => line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
}

/** Which difference is seen how surely. */
function powerLine({ detectable, rows }: Plan): string {
  const most = formatPoints(rows.at(-1)?.difference ?? 0);
  const parts = detectable.map(({ power, difference }) =>
    difference === null
      ? `in ${percent(power)} none up to ${most}`
      : `in ${percent(power)} ${formatPoints(difference)}`,
  );
  return `accepted: ${parts.join(", ")} points`;
}

function budgetLines({ budget, codingAgent, extraTrials, gate }: Plan): string[] {
  const beside =
    codingAgent === null
      ? "the coding agent's part is not known yet and not in it"
      : `the coding agent's part, ${codingAgent.costUsd === null ? "unknown cost" : dollars(codingAgent.costUsd)} and ${duration(codingAgent.durationMs)} (mean of ${codingAgent.iterations}), is in it`;
  const more =
    gate === "default"
      ? `, and after every 5 decisions without one ${extraTrials.everyFiveDecisions} for one more run of the incumbent until 5 are held`
      : "";
  const bought = (what: Bought, shown: (value: number) => string) =>
    `${shown(what.available)} left buys ${counted(what.decisions, "decision")} at ${shown(what.perDecision)} each; so many of an agent that is no better accept at least one with a probability of ${percent(what.falseAcceptance)}`;
  return [
    ...(budget.usd === null
      ? ["budget: no budget_usd, or a price that is not known"]
      : [`budget: ${bought(budget.usd, formatCost)}`]),
    ...(budget.hours === null ? [] : [`time: ${bought(budget.hours, (value) => `${value.toFixed(2)} h`)}`]),
    `  at what a candidate costs that is no better; ${beside}. After an acceptance ${extraTrials.afterAcceptance} trials more${more}`,
  ];
}

function share({ mean, error }: Estimated): string {
  return `${(100 * mean).toFixed(1)} ± ${(100 * error).toFixed(1)} %`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(value > 0 && value < 0.1 ? 1 : 0)} %`;
}

function dollars({ mean, error }: Estimated): string {
  const digits = mean < 1 ? 4 : 2;
  return `$${mean.toFixed(digits)} ± ${error.toFixed(digits)}`;
}

function duration({ mean, error }: Estimated): string {
  return `${formatDuration(mean)} ± ${formatDuration(error)}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
