import { z } from "zod";
import { writeAtomic } from "../lib/write-atomic.ts";
import { readJson } from "./read-json.ts";
import { rewardsSchema, sortedRewards } from "./rewards.ts";
import { utcTimestampPattern } from "./utc-timestamp.ts";

export const trainResultsSchema = z.strictObject({
  split: z.literal("train"),
  /** UTC, to the second. */
  timestamp: z.string().regex(utcTimestampPattern, "expected a UTC time such as 2026-01-02T03:04:05+00:00"),
  results: rewardsSchema,
});

/** The rewards of the last benchmark of the train split. */
export type TrainResults = z.output<typeof trainResultsSchema>;

/** null when there is none yet. Throws config "workspace-file-invalid". */
export async function readTrainResults(path: string): Promise<TrainResults | null> {
  return await readJson(path, trainResultsSchema);
}

export async function writeTrainResults(path: string, trainResults: TrainResults): Promise<void> {
  const { split, timestamp, results } = trainResultsSchema.parse(trainResults);
  await writeAtomic(path, `${JSON.stringify({ split, timestamp, results: sortedRewards(results) }, null, 2)}\n`);
}
