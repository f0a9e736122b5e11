import { z } from "zod";
import { writeAtomic } from "../lib/write-atomic.ts";
import { readJson } from "./read-json.ts";
import { rewardsSchema, sortedRewards } from "./rewards.ts";

export const suiteSchema = z.strictObject({
  tasks: z.array(z.string().min(1)).refine((ids) => new Set(ids).size === ids.length, "names a task twice"),
  threshold: z.number().min(0).max(1),
  last_results: rewardsSchema,
});

/** Train tasks that must keep passing, the pass rate they must reach, and their rewards when they last ran. */
export type Suite = z.output<typeof suiteSchema>;

/** null when there is none yet. Throws config "workspace-file-invalid". */
export async function readSuite(path: string): Promise<Suite | null> {
  return await readJson(path, suiteSchema);
}

export async function writeSuite(path: string, suite: Suite): Promise<void> {
  const { tasks, threshold, last_results } = suiteSchema.parse(suite);
  const sorted = { tasks, threshold, last_results: sortedRewards(last_results) };
  await writeAtomic(path, `${JSON.stringify(sorted, null, 2)}\n`);
}
