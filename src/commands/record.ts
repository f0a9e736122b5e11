import { exitCodes, HarnessError } from "../core/fault.ts";
import { confirmRow } from "../workspace/confirm-row.ts";
import { readResults } from "../workspace/results-tsv.ts";
import type { Command } from "./command.ts";
import { numberFlag } from "./flags.ts";
import { readExperimentConfig } from "./open-experiment.ts";

/** Scores are computed from trial records and nobody types them: this confirms the last row, or says what differs. */
export const record: Command = {
  name: "record",
  summary: "confirm the row that the gate wrote; figures that differ are refused",
  options: {
    "val-score": { type: "string", value: "X", description: "score on the test split, as the gate printed it" },
    "evals-passed": { type: "string", value: "N", description: "suite tasks that passed" },
    "evals-total": { type: "string", value: "M", description: "suite tasks that ran" },
  },
  async run(flags, context) {
    const { layout } = await readExperimentConfig(context, {});
    const last = (await readResults(layout.resultsFile)).at(-1);
    if (last === undefined)
      throw refused("nothing-recorded", "results.tsv has no row yet: run `auto-harness prepare` first");
    const { agrees, text } = confirmRow(last, {
      ...figure("valScore", numberFlag(flags, "val-score")),
      ...figure("evalsPassed", numberFlag(flags, "evals-passed")),
      ...figure("evalsTotal", numberFlag(flags, "evals-total")),
    });
    if (agrees) context.out(text);
    else context.err(text);
    return agrees ? exitCodes.done : exitCodes.rejected;
  },
};

function figure(name: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [name]: value };
}

function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
