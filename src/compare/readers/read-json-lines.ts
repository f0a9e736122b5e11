import { z } from "zod";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";
import { invalidSource, type TrialReward } from "../source.ts";
import { isReward, type RewardRow, trialsOfRows } from "./reward-rows.ts";

const trialName = z.union([z.string().min(1), z.number().int()]).transform(String);

/** Other keys may stand beside them. */
const rowSchema = z.looseObject({
  task: z.string("expected the task's name").min(1, "expected the task's name"),
  reward: z.custom<number | null>(isReward, "expected a number from 0 to 1, or null where it is missing"),
  trial: trialName.nullish(),
});

/**
 * One JSON object a line: task, reward (0..1 or null), optionally trial; empty lines are skipped. Throws config
 * "compare-source-invalid" with file and line.
 */
export function parseJsonLines(text: string, file: string): TrialReward[] {
  const rows = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((content, index): RewardRow[] => {
      if (content.trim() === "") return [];
      const line = index + 1;
      const value = jsonOrUndefined(content);
      if (value === undefined) throw invalidSource(file, line, "not JSON: expected one object a line");
      const parsed = rowSchema.safeParse(value);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const key = issue?.path.map(String).join(".") ?? "";
        throw invalidSource(file, line, `${key === "" ? "" : `${key}: `}${issue?.message}`);
      }
      const { task, reward, trial } = parsed.data;
      return [{ line, task, reward, trial: trial ?? null }];
    });
  return trialsOfRows(rows, file);
}
