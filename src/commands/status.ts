import { exitCodes } from "../core/fault.ts";
import { formatCost } from "../lib/format-quantity.ts";
import { readIterations } from "../loop/iteration-record.ts";
import { readScoreFacts } from "../loop/score-facts.ts";
import { readJournal } from "../trials/journal.ts";
import { readSpending } from "../trials/spending.ts";
import { bestScore, type ResultRow, readResults } from "../workspace/results-tsv.ts";
import { readSuite } from "../workspace/suite-json.ts";
import type { Command } from "./command.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { factLines, throttledLines } from "./show-night.ts";

export const status: Command = {
  name: "status",
  summary: "where the experiment stands: recorded score, suite, iterations, what is left of the budget",
  options: {},
  async run(_flags, context) {
    const { config, layout, rehearsal } = await readExperimentConfig(context, {});
    using journal = readJournal(layout.host.journalFile);
    const rows = await readResults(layout.resultsFile);
    const iterations = readIterations(journal);
    const running = iterations.find(({ phase }) => phase !== "done");
    const since = iterations.length - 1 - iterations.findLastIndex(({ verdict }) => verdict?.verdict === "accepted");
    const { costUsd, tokens, throttledMs } = readSpending(journal);
    const suite = (await readSuite(layout.suiteFile))?.tasks.length ?? 0;
    const lines = [
      `experiment ${rehearsal ? "rehearsal (no experiment_config.yaml here)" : config.experiment}`,
      scoreLine(config.gate, rows, rehearsal),
      `suite: ${suite} train tasks that must keep passing`,
      `iterations: ${iterations.length} of at most ${config.iterations}${running === undefined ? "" : `, number ${running.iteration} under way (${running.phase})`}`,
      `without an improvement: ${since} in a row, it stops at ${config.stop_after_no_improvement}`,
      `spent: ${formatCost(costUsd)}${config.budget_usd === undefined ? "" : ` of ${formatCost(config.budget_usd)}`}`,
      ...(config.budget_tokens === undefined ? [] : [`tokens: ${tokens} of ${config.budget_tokens}`]),
      ...throttledLines(throttledMs),
      ...factLines(readScoreFacts(journal)),
    ];
    for (const line of lines) context.out(line);
    return exitCodes.done;
  },
};

/** strict-seed has a score to beat; the default gate compares runs with the incumbent's. */
function scoreLine(gate: string, rows: readonly ResultRow[], rehearsal: boolean): string {
  const label = rehearsal ? ", a rehearsal's" : "";
  if (gate === "strict-seed") return `score to beat: ${bestScore(rows) ?? "none yet"}${label}`;
  return `recorded score: ${rows.at(-1)?.valScore ?? "none yet"}${label} (a change is judged by runs against the last accepted agent, not by this number)`;
}
