import { exitCodes } from "../core/fault.ts";
import { runStep } from "../loop/run-trials.ts";
import { makePlan } from "../plan/make-plan.ts";
import { planLines } from "../plan/plan-lines.ts";
import { readJournal } from "../trials/journal.ts";
import type { Command } from "./command.ts";
import { invalidFlag, isSet, numberFlag, runFlags, shownFlags } from "./flags.ts";
import { requireBudget } from "./night-cost.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { type PlanScene, planScene, readPlanInputs } from "./plan-inputs.ts";
import { withExperiment } from "./with-reporter.ts";

const defaultDecisions = 300;

export const plan: Command = {
  name: "plan",
  summary: "what a decision costs, which difference it sees, how many a budget buys; --aa measures the noise first",
  options: {
    ...shownFlags,
    ...runFlags,
    aa: { type: "boolean", description: "run the incumbent's test split once more before" },
    decisions: { type: "string", value: "N", description: `simulated decisions per difference (${defaultDecisions})` },
  },
  async run(flags, context) {
    const decisions = numberFlag(flags, "decisions") ?? defaultDecisions;
    if (!Number.isInteger(decisions) || decisions < 20 || decisions > 100_000) {
      throw invalidFlag(`--decisions ${decisions}: expected a whole number from 20 to 100000`);
    }
    const show = async (scene: PlanScene, say: (line: string) => void) => {
      const made = makePlan(await readPlanInputs(scene, { decisions }));
      if (isSet(flags, "json")) context.out(JSON.stringify(made));
      else for (const line of planLines(made)) say(line);
    };
    if (!isSet(flags, "aa")) {
      const { config, rehearsal, layout } = await readExperimentConfig(context, flags);
      using journal = readJournal(layout.host.journalFile);
      await show(await planScene({ config, rehearsal, layout, journal }, context), context.out);
      return exitCodes.done;
    }
    return await withExperiment(context, flags, async (experiment, say) => {
      const { config, rehearsal, layout } = experiment;
      const { journal } = experiment.context;
      const scene = await planScene({ config, rehearsal, layout, journal }, context);
      requireBudget(experiment, say);
      const stopped = await runAgain(scene, async (decision) => {
        const { code, digest } = scene.incumbent;
        const agent = { kind: "candidate", code, digest } as const;
        return await runStep(experiment, {
          ...{ step: "noise", decision, tasks: scene.split.test, agent, signal: context.signal },
        });
      });
      if (stopped !== null) {
        say(`${stopped}: the same command goes on where it was once there is budget again`);
        return exitCodes.infrastructure;
      }
      await show(scene, say);
      return exitCodes.done;
    });
  },
};

/** Under the name of the first A/A run that is not whole, so that one that was cut off goes on. Says why it stopped. */
async function runAgain(
  { journal, incumbent, split, config }: PlanScene,
  run: (decision: string) => Promise<{ stopped: string | null }>,
): Promise<string | null> {
  const own = journal.trials({ agent: incumbent.digest, step: "noise" });
  const byRun = Map.groupBy(own, ({ parts }) => parts.decision);
  const whole = [...byRun.values()].filter((records) => records.length >= split.test.length * config.trials).length;
  return (await run(`aa-${whole + 1}`)).stopped;
}
