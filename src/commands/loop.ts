import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes } from "../core/fault.ts";
import { ensureBaseline } from "../loop/baseline.ts";
import { reportOnTest } from "../loop/final-report.ts";
import { rememberFiles } from "../loop/hand-guard.ts";
import { PauseWatch } from "../loop/pause-watch.ts";
import { runLoop } from "../loop/run-loop.ts";
import { noReport } from "./claim.ts";
import type { Command, CommandContext } from "./command.ts";
import { loopFlags, runFlags, shownFlags } from "./flags.ts";
import { shownIncumbent } from "./incumbent-lines.ts";
import { requireBudget } from "./night-cost.ts";
import type { OpenExperiment } from "./open-experiment.ts";
import { showNight } from "./show-night.ts";
import { withExperiment } from "./with-reporter.ts";

export const loop: Command = {
  name: "loop",
  summary: "iterate: propose, gate, record, learn, until a stop rule holds",
  options: { ...shownFlags, ...runFlags, ...loopFlags },
  async run(flags, context) {
    return await withExperiment(context, flags, async (experiment, say) => await runNight(experiment, say, context));
  },
};

/** Baseline if needed, then iterations, then what the person sees of it. */
export async function runNight(
  opened: OpenExperiment,
  say: (line: string) => void,
  { signal }: CommandContext,
): Promise<number> {
  const watch = new PauseWatch(opened.layout.host, (text) => opened.onEvent({ type: "phase", text }));
  const experiment: OpenExperiment = { ...opened, hold: async (options) => await watch.pass(options) };
  requireBudget(experiment, say);
  const { split } = await ensureBaseline(experiment, { strip: stripCandidate, signal });
  for (const line of await shownIncumbent(experiment, signal)) say(line);
  await runLoop(experiment, { split, strip: stripCandidate, signal });
  await rememberFiles(experiment);
  const report = experiment.settings.finalReport
    ? await reportOnTest(experiment, { split, strip: stripCandidate, signal })
    : null;
  await experiment.recording?.saveNight(experiment);
  for (const line of await showNight(experiment)) say(line);
  if (report !== null && "stopped" in report) say(noReport(report.stopped));
  return exitCodes.done;
}
