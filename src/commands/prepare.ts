import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes } from "../core/fault.ts";
import { ensureBaseline } from "../loop/baseline.ts";
import { rememberFiles } from "../loop/hand-guard.ts";
import type { Command } from "./command.ts";
import { isSet, runFlags, shownFlags } from "./flags.ts";
import { shownIncumbent } from "./incumbent-lines.ts";
import { requireBudget } from "./night-cost.ts";
import { withExperiment } from "./with-reporter.ts";

export const prepare: Command = {
  name: "prepare",
  summary: "check config and keys, make agent.ts and PROGRAM.md, run the baseline, make the split",
  options: {
    ...shownFlags,
    ...runFlags,
    "overwrite-agent": { type: "boolean", description: "replace agent/agent.ts by its template" },
  },
  async run(flags, context) {
    return await withExperiment(
      context,
      flags,
      async (experiment, say) => {
        requireBudget(experiment, say);
        const baseline = await ensureBaseline(experiment, { strip: stripCandidate, signal: context.signal });
        await rememberFiles(experiment);
        for (const line of await shownIncumbent(experiment, context.signal)) say(line);
        if (baseline.known) say(`already prepared: baseline ${baseline.valScore.toFixed(4)} on the test split`);
        say(
          'next: `auto-harness loop`, or point your coding agent here: "Read PROGRAM.md and start the optimization loop.',
        );
        say('      The baseline is already recorded. Start from step 2 (analyze failures)."');
        return exitCodes.done;
      },
      { overwriteAgent: isSet(flags, "overwrite-agent") },
    );
  },
};
