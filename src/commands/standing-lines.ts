import { formatCost, formatDuration } from "../lib/format-quantity.ts";
import type { KeptFacts } from "../loop/score-facts.ts";
import { waitingWords } from "../report/trial-words.ts";
import { usageLines } from "../trials/sandbox-usage.ts";
import { factLines, throttledLines } from "./show-night.ts";
import type { Standing } from "./standing.ts";

/** For a person. */
export function standingLines(standing: Standing, facts: KeptFacts | null): string[] {
  const { experiment, suiteTasks, iterations, spent, maxHours, hours, throttledMs, sandboxes } = standing;
  const open = iterations.underWay;
  const time = formatDuration(hours * 3_600_000);
  return [
    `experiment ${experiment ?? "rehearsal (no experiment_config.yaml here)"}`,
    nowLine(standing),
    ...scoreLines(standing),
    `suite: ${suiteTasks} train tasks that must keep passing`,
    `iterations: ${iterations.done} done of at most ${iterations.atMost}${open === null ? "" : `, number ${open.iteration} under way (${open.phase})`}`,
    ...verdictLines(standing),
    `without an improvement: ${iterations.withoutImprovement} in a row, it stops at ${iterations.stopsWithout}`,
    trialsLine(standing),
    `spent: ${formatCost(spent.costUsd)}${spent.budgetUsd === null ? "" : ` of ${formatCost(spent.budgetUsd)}`}`,
    ...(spent.budgetTokens === null ? [] : [`tokens: ${spent.tokens} of ${spent.budgetTokens}`]),
    `time in iterations: ${time}${maxHours === null ? "" : `; a night may take ${maxHours} hours`}`,
    ...throttledLines(throttledMs),
    ...usageLines(sandboxes),
    ...factLines(facts),
  ];
}

function nowLine({ running, pausedSince, providerWait }: Standing): string {
  if (pausedSince === null && providerWait !== null) {
    const { provider, since } = providerWait;
    return `now: ${waitingWords(provider, since)}; a process holds it and goes on when that serves again`;
  }
  if (pausedSince === null) {
    return running ? "now: a process works on it" : "now: nothing runs; `auto-harness loop` goes on where it was";
  }
  const what = running ? "a process holds it and begins nothing new" : "nothing runs, and a loop that begins waits";
  return `now: paused since ${pausedSince}; ${what} until \`auto-harness resume\``;
}

/** strict-seed has a score to beat; the default gate compares runs with the incumbent's. */
function scoreLines({ gate, recordedScore, targetScore, experiment }: Standing): string[] {
  const score = `${recordedScore ?? "none yet"}${experiment === null ? ", a rehearsal's" : ""}`;
  return [
    gate === "strict-seed"
      ? `score to beat: ${score}`
      : `recorded score: ${score} (a change is judged by runs against the last accepted agent, not by this number)`,
    ...(targetScore === null ? [] : [`target: the loop ends at a recorded score of ${targetScore}`]),
  ];
}

function verdictLines({ verdicts }: Standing): string[] {
  if (verdicts.length === 0) return [];
  const counts = (["accepted", "rejected", "inconclusive"] as const).map(
    (kind) => `${verdicts.filter(({ verdict }) => verdict === kind).length} ${kind}`,
  );
  const shown = verdicts.slice(-5).map(({ iteration, verdict, reason }) => `${iteration} ${verdict} (${reason})`);
  return [`verdicts: ${counts.join(", ")}; the last: ${shown.join(", ")}`];
}

function trialsLine({ trials: { done, underWay, job }, running }: Standing): string {
  const ahead = job === null ? "" : `; ${job.name}: ${job.done} of ${job.total}, ${job.total - job.done} ahead`;
  return `trials: ${done} done${running ? `, ${underWay} under way${ahead}` : ""}`;
}
