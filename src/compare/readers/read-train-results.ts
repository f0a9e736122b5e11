import { harnessErrorOf } from "../../core/fault.ts";
import { readTrainResults, type TrainResults } from "../../workspace/train-results.ts";
import { invalidSource, type TrialReward } from "../source.ts";

/**
 * Our own workspace/train_results.json: one reward of each train task (the mean of its trials). Throws config
 * "compare-source-invalid" with file and line.
 */
export async function readTrainRewards(file: string): Promise<{ trials: TrialReward[]; description: string }> {
  const read = await readOrRefuse(file);
  const entries = Object.entries(read?.results ?? {});
  if (read === null || entries.length === 0) throw invalidSource(file, null, "has no results");
  const trials = entries.map(
    ([task, reward]): TrialReward => ({
      ...{ task, trial: "0", reward },
      ...(reward === null ? { note: "no reward in the file" } : {}),
    }),
  );
  return { trials, description: `train split, ${read.timestamp}` };
}

async function readOrRefuse(file: string): Promise<TrainResults | null> {
  try {
    return await readTrainResults(file);
  } catch (error) {
    const known = harnessErrorOf(error);
    const { line } = known?.context ?? {};
    if (known === undefined || typeof line !== "number") throw error;
    throw invalidSource(file, line, "is no train_results.json of ours; JSON lines are read with --format jsonl");
  }
}
