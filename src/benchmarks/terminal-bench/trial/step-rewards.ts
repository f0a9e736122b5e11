// What the steps of a task earn together, and whether a step's rewards let the next one follow.

import type { TaskToml } from "../format/task-schema.ts";

type Rewards = Readonly<Record<string, number>>;

/** Why the task ends after a step; null: it goes on. A step without rewards ends it. */
export function stopReason(rewards: Rewards | null, minRewards: Rewards | null): string | null {
  if (rewards === null) return "it gave no reward";
  for (const [name, least] of Object.entries(minRewards ?? {})) {
    const own = Object.hasOwn(rewards, name) ? rewards[name] : undefined;
    if (own === undefined) return `it gave no ${name}, which its min_reward asks for`;
    if (own < least) return `${name} ${own} is below its min_reward ${least}`;
  }
  return null;
}

/** mean: by name, over the steps that gave rewards, a missing name counting 0. final: the last step's that ran. */
export function combineRewards(
  steps: ReadonlyArray<Rewards | null>,
  strategy: TaskToml["multi_step_reward_strategy"],
): Rewards | null {
  if (strategy === "final") return steps.at(-1) ?? null;
  const given = steps.filter((rewards) => rewards !== null);
  if (given.length === 0) return null;
  const names = [...new Set(given.flatMap((rewards) => Object.keys(rewards)))];
  const mean = (name: string) =>
    given.reduce((sum, rewards) => sum + (Object.hasOwn(rewards, name) ? (rewards[name] ?? 0) : 0), 0) / given.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)]));
}
