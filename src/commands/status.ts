import { exitCodes } from "../core/fault.ts";
import { readIterations } from "../loop/iteration-record.ts";
import { readScoreFacts } from "../loop/score-facts.ts";
import { isHeld, readJournal } from "../trials/journal.ts";
import { readProgress } from "../trials/progress.ts";
import { readProviderWait } from "../trials/provider-wait.ts";
import { readSandboxUsage } from "../trials/sandbox-usage.ts";
import { readSpending } from "../trials/spending.ts";
import { pausedSince } from "../workspace/pause-file.ts";
import { readResults } from "../workspace/results-tsv.ts";
import { readSuite } from "../workspace/suite-json.ts";
import type { Command } from "./command.ts";
import { isSet } from "./flags.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { type Standing, standingOf } from "./standing.ts";
import { standingLines } from "./standing-lines.ts";

export const status: Command = {
  name: "status",
  summary: "where the experiment stands: what runs, recorded score, verdicts, what is left of the budget",
  options: { json: { type: "boolean", description: "one JSON document" } },
  async run(flags, context) {
    const { config, layout, rehearsal } = await readExperimentConfig(context, {});
    const { host } = layout;
    using journal = readJournal(host.journalFile);
    const standing: Standing = standingOf({
      ...{ config, rehearsal, iterations: readIterations(journal), spending: readSpending(journal) },
      ...{ running: isHeld(host.lockFile), pausedSince: await pausedSince(host), progress: readProgress(journal) },
      ...{ rows: await readResults(layout.resultsFile), suite: (await readSuite(layout.suiteFile))?.tasks ?? [] },
      ...{ providerWait: readProviderWait(journal), sandboxes: readSandboxUsage(journal) },
      ...{ trials: journal.trials().length, now: Date.now() },
    });
    if (isSet(flags, "json")) context.out(JSON.stringify(standing, undefined, 2));
    else for (const line of standingLines(standing, readScoreFacts(journal))) context.out(line);
    return exitCodes.done;
  },
};
