import { z } from "zod";

/** Task id → reward in 0..1; null where the infrastructure left none. */
export type Rewards = Readonly<Record<string, number | null>>;

/** Checks entries without rebuilding the object: a task may be called `__proto__`, and z.record drops that key. */
export const rewardsSchema = z
  .custom<Rewards>(isPlainObject, "expected an object of task id → reward")
  .superRefine((rewards, context) => {
    for (const [task, reward] of Object.entries(rewards)) {
      if (isReward(reward)) continue;
      context.addIssue({ code: "custom", path: [task], message: "expected a reward from 0 to 1, or null" });
    }
  });

/** Sorted by task id, so that equal rewards give equal files. */
export function sortedRewards(rewards: Rewards): Rewards {
  return Object.fromEntries(Object.entries(rewards).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isReward(value: unknown): boolean {
  return value === null || (typeof value === "number" && value >= 0 && value <= 1);
}

function isPlainObject(value: unknown): boolean {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
