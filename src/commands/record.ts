import { exitCodes, HarnessError } from "../core/fault.ts";
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
    const differences = [
      differs("--val-score", numberFlag(flags, "val-score")?.toFixed(4), last.valScore),
      differs("--evals-passed", numberFlag(flags, "evals-passed"), last.evalsPassed),
      differs("--evals-total", numberFlag(flags, "evals-total"), last.evalsTotal),
    ].filter((difference) => difference !== null);
    if (differences.length > 0) {
      const row = `row ${last.iteration}, ${last.commit}`;
      context.err(`the gate recorded otherwise (${row}): ${differences.join("; ")}. Nothing was changed.`);
      return exitCodes.rejected;
    }
    context.out(
      `row ${last.iteration}: ${last.valScore} ${last.commit} ${last.evalsPassed}/${last.evalsTotal} ${last.timestamp}`,
    );
    return exitCodes.done;
  },
};

function differs(name: string, given: number | string | undefined, recorded: number | string): string | null {
  return given === undefined || given === recorded ? null : `${name} ${given}, recorded ${recorded}`;
}

function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
