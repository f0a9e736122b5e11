import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes } from "../core/fault.ts";
import type { Experiment } from "../loop/experiment.ts";
import { claimOnHoldout, type FinalReport, reportOnTest } from "../loop/final-report.ts";
import { pairedReportLines } from "../loop/paired-report.ts";
import { scoreLabel } from "../loop/score-facts.ts";
import type { Command } from "./command.ts";
import { isSet, runFlags, shownFlags } from "./flags.ts";
import { requireBudget } from "./night-cost.ts";
import { requireSplit } from "./require-split.ts";
import { withExperiment } from "./with-reporter.ts";

export const claim: Command = {
  name: "claim",
  summary: "measure baseline and incumbent anew, on the test split and, once, on the hold-out",
  options: {
    ...shownFlags,
    ...runFlags,
    "test-only": { type: "boolean", description: "leave the hold-out untouched" },
  },
  async run(flags, context) {
    return await withExperiment(context, flags, async (experiment, say) => {
      requireBudget(experiment, say);
      const split = await requireSplit(experiment);
      const options = { split, strip: stripCandidate, signal: context.signal };
      // The hold-out first: what it refuses has then cost nothing.
      const claimed = isSet(flags, "test-only") ? [] : [await claimOnHoldout(experiment, options)];
      const reports = [await reportOnTest(experiment, options), ...claimed];
      for (const report of reports) for (const line of finalReportLines(experiment, report)) say(line);
      return reports.some((report) => "stopped" in report) ? exitCodes.infrastructure : exitCodes.done;
    });
  },
};

/** Nothing is named but totals. */
function finalReportLines(experiment: Experiment, report: FinalReport): string[] {
  if ("report" in report) return pairedReportLines(report.report, scoreLabel(experiment));
  if ("nothing" in report) return [report.nothing];
  return [noReport(report.stopped)];
}

export function noReport(reason: string): string {
  return `no final report: ${reason}; \`auto-harness claim --test-only\` makes it once there is budget again`;
}
