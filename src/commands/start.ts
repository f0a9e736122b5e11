import { rm } from "node:fs/promises";
import { HarnessError } from "../core/fault.ts";
import type { Command } from "./command.ts";
import { isSet, loopFlags, runFlags, shownFlags } from "./flags.ts";
import { runNight } from "./loop.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { withExperiment } from "./with-reporter.ts";

export const start: Command = {
  name: "start",
  summary: "prepare if needed, then loop; without experiment_config.yaml: the rehearsal, which needs no key",
  options: {
    ...shownFlags,
    ...runFlags,
    ...loopFlags,
    fresh: { type: "boolean", description: "the rehearsal from its beginning" },
  },
  async run(flags, context) {
    const { rehearsal, layout } = await readExperimentConfig(context, flags);
    if (isSet(flags, "fresh")) {
      if (!rehearsal) {
        throw new HarnessError({
          fault: "config",
          code: "fresh-refused",
          message:
            "--fresh throws a rehearsal away, never paid results: choose another `experiment:` name in the config",
        });
      }
      await rm(layout.root, { recursive: true, force: true });
    }
    return await withExperiment(context, flags, async (experiment, say) => {
      if (rehearsal) for (const line of introduction(experiment.tasks.length)) say(line);
      return await runNight(experiment, say, context);
    });
  },
};

function introduction(tasks: number): string[] {
  return [
    "no experiment_config.yaml here, so this is a rehearsal of the whole loop: no key, no money, no model.",
    `${tasks} real tasks in real containers; a scripted model (rehearsal/starter) drives agent.ts, a scripted coding agent edits`,
    "it (some edits good, some bad on purpose), and the gate decides. A few minutes; Ctrl-C stops cleanly.",
  ];
}
