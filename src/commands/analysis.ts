import { renderAnalysis } from "../analysis/train/render-analysis.ts";
import { trainAnalysisSchema } from "../analysis/train/train-analysis.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import { relativePaths } from "../workspace/layout.ts";
import { readJson } from "../workspace/read-json.ts";
import type { Command } from "./command.ts";
import { isSet } from "./flags.ts";
import { readExperimentConfig } from "./open-experiment.ts";

/** Reads what the last train run left, beside a running loop too. */
export const analysis: Command = {
  name: "analysis",
  summary: "what the last train run shows: failures that are alike, what changed, what to open first",
  options: { json: { type: "boolean", description: `the whole of ${relativePaths.analysisDataFile}` } },
  async run(flags, context) {
    const { layout } = await readExperimentConfig(context, {});
    const found = await readJson(layout.analysisDataFile, trainAnalysisSchema);
    if (found === null) {
      throw new HarnessError({
        fault: "config",
        code: "no-analysis",
        message: `${layout.analysisDataFile} is not there: no train run has ended yet. \`auto-harness prepare\` or \`auto-harness benchmark\` makes one`,
      });
    }
    context.out(isSet(flags, "json") ? JSON.stringify(found) : renderAnalysis(found).trimEnd());
    return exitCodes.done;
  },
};
