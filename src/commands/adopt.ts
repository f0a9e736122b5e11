import { exitCodes } from "../core/fault.ts";
import { adopt as adoptIncumbent } from "../lineage/adopt.ts";
import { openLineage } from "../lineage/open-lineage.ts";
import { readResults } from "../workspace/results-tsv.ts";
import type { Command } from "./command.ts";
import { isSet } from "./flags.ts";
import { readExperimentConfig } from "./open-experiment.ts";

export const adopt: Command = {
  name: "adopt",
  summary: "bring the best agent.ts into your branch, as one commit of that file",
  options: { force: { type: "boolean", description: "overwrite local edits of agent/agent.ts" } },
  async run(flags, context) {
    const { config, layout, rehearsal } = await readExperimentConfig(context, {});
    const { signal, root } = context;
    const ref = `refs/auto-harness/${config.experiment}`;
    const repository = rehearsal ? null : root;
    const lineage = await openLineage({ repository, bareFolder: layout.host.lineage, ref, signal });
    const last = (await readResults(layout.resultsFile)).at(-1);
    const score = last === undefined ? "" : ` (${last.valScore} on the test split${rehearsal ? ", a rehearsal" : ""})`;
    const adoption = await adoptIncumbent({
      ...{ lineage, signal, force: isSet(flags, "force") },
      root: rehearsal ? layout.root : root,
      message: `Adopt the agent of experiment ${config.experiment}${score}`,
    });
    switch (adoption.how) {
      case "committed":
        context.out(`committed ${adoption.commit} on ${adoption.branch ?? "a detached head"}: agent/agent.ts${score}`);
        break;
      case "unchanged":
        context.out("your branch has the best agent already");
        break;
      case "written":
        context.out(`wrote agent/agent.ts; not committed: ${adoption.reason}`);
        break;
    }
    return exitCodes.done;
  },
};
