import { relative } from "node:path";
import { exitCodes } from "../core/fault.ts";
import { readIterations } from "../loop/iteration-record.ts";
import { readScoreFacts } from "../loop/score-facts.ts";
import { readJournal } from "../trials/journal.ts";
import { readSandboxUsage } from "../trials/sandbox-usage.ts";
import { readSpending } from "../trials/spending.ts";
import { readResults } from "../workspace/results-tsv.ts";
import type { Command } from "./command.ts";
import { isSet, shownFlags } from "./flags.ts";
import { writeJobs } from "./harbor-jobs.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { openOwnLineage } from "./own-lineage.ts";
import { showNight } from "./show-night.ts";

export const results: Command = {
  name: "results",
  summary: "the iterations so far, what was kept, and the diff; also while a loop runs",
  options: {
    json: shownFlags.json,
    harbor: { type: "boolean", description: "write the trials so far as jobs that Harbor's viewer opens" },
  },
  async run(flags, context) {
    const { config, layout, rehearsal } = await readExperimentConfig(context, {});
    using journal = readJournal(layout.host.journalFile);
    if (isSet(flags, "harbor")) {
      const written = await writeJobs(layout, journal);
      const folder = relative(context.root, layout.host.jobs);
      const line = `${written.trials} trials in ${written.jobs} jobs, ${written.written} of them new. Open them with\n\n    harbor view ${folder}\n`;
      context.out(isSet(flags, "json") ? JSON.stringify({ version: 1, folder: layout.host.jobs, ...written }) : line);
      return exitCodes.done;
    }
    if (isSet(flags, "json")) {
      const iterations = readIterations(journal).map((record) => ({ ...record, candidate: undefined }));
      const { throttledMs } = readSpending(journal);
      const sandboxes = readSandboxUsage(journal);
      context.out(
        JSON.stringify({
          ...{ version: 1, rehearsal, scoreFacts: readScoreFacts(journal), iterations },
          results: await readResults(layout.resultsFile),
          ...(Object.keys(sandboxes).length === 0 ? {} : { sandboxes }),
          ...(throttledMs > 1000 ? { throttledMs: Math.round(throttledMs) } : {}),
        }),
      );
      return exitCodes.done;
    }
    const lineage = await openOwnLineage({ config, rehearsal, layout, root: context.root, signal: context.signal });
    for (const line of await showNight({ rehearsal, layout, lineage, context: { journal } })) context.out(line);
    return exitCodes.done;
  },
};
