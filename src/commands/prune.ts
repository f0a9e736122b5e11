import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import { mergeTexts } from "../lineage/merge-texts.ts";
import { rememberFiles } from "../loop/hand-guard.ts";
import { prunableEdits } from "../loop/prunable-edits.ts";
import { prune as pruneEdits } from "../loop/prune.ts";
import { refuseEditedAgent } from "../loop/run-loop.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { PlanInputs } from "../plan/plan-inputs.ts";
import { readJournal } from "../trials/journal.ts";
import type { Command, CommandContext } from "./command.ts";
import { isSet, runFlags, shownFlags } from "./flags.ts";
import { requireBudget } from "./night-cost.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { openOwnLineage } from "./own-lineage.ts";
import { planScene, readPlanInputs } from "./plan-inputs.ts";
import { costLines, editLines, harmless, listed, prunedLines } from "./prune-lines.ts";
import { requireSplit } from "./require-split.ts";
import { withExperiment } from "./with-reporter.ts";

const simulatedDecisions = 200;

export const prune: Command = {
  name: "prune",
  summary: "take accepted edits out again that the gate can't tell are missed; --dry-run says what that would cost",
  options: {
    ...shownFlags,
    ...runFlags,
    "dry-run": { type: "boolean", description: "list the edits, and what judging one would take; nothing runs" },
  },
  async run(flags, context) {
    const { config } = await readExperimentConfig(context, flags);
    if (config.gate === "strict-seed") {
      const message = "prune needs the default gate: by strict-seed any score that equals the best passes";
      throw new HarnessError({ fault: "config", code: "prune-needs-default", message });
    }
    if (isSet(flags, "dry-run")) return await dryRun(isSet(flags, "json"), context);
    return await withExperiment(context, flags, async (experiment, say) => {
      requireBudget(experiment, say);
      const split = await requireSplit(experiment);
      await refuseEditedAgent(experiment);
      const parts = { strip: stripCandidate, merge: mergeTexts, signal: context.signal };
      const { edits, stopped } = await pruneEdits(experiment, { ...parts, split });
      await rememberFiles(experiment);
      for (const line of prunedLines(edits)) say(line);
      if (stopped !== null) say(`${stopped}; the same command goes on where it was`);
      return stopped === null ? exitCodes.done : exitCodes.infrastructure;
    });
  },
};

async function dryRun(json: boolean, context: CommandContext): Promise<number> {
  const { signal, root, out } = context;
  const { config, rehearsal, layout } = await readExperimentConfig(context, {});
  using journal = readJournal(layout.host.journalFile);
  const lineage = await openOwnLineage({ config, rehearsal, layout, root, signal });
  const parts = { strip: stripCandidate, merge: mergeTexts, signal };
  const edits = await prunableEdits({ lineage, journal }, parts);
  const scene = await planScene({ config, rehearsal, layout, journal }, context);
  const inputs = await readPlanInputs(scene, { decisions: simulatedDecisions });
  const plan = makePlan({ ...inputs, gate: { ...inputs.gate, history: historyOf(inputs), removal: true } });
  if (json) out(JSON.stringify({ version: 1, edits: edits.map(listed), removals: plan.rows.filter(harmless) }));
  else for (const line of [...editLines(edits), ...costLines(edits, plan)]) out(line);
  return exitCodes.done;
}

/** As a removal would begin: where no unselected run is held, one is made first, and a selected one stands in for it. */
function historyOf({ gate, selectedRuns }: PlanInputs): PlanInputs["gate"]["history"] {
  if (Object.values(gate.history).some((rewards) => rewards.length > 0)) return gate.history;
  return Object.fromEntries(gate.test.map((task) => [task, selectedRuns.slice(-1).map((run) => run[task] ?? null)]));
}
