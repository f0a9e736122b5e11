import type { Source, TrialReward } from "../../../src/compare/source.ts";

/** Rewards by task, a trial each; null is missing. */
export type RewardsByTask = Readonly<Record<string, ReadonlyArray<number | null>>>;

/** A source as a reader gives it. */
export function sourceOf(rewards: RewardsByTask, name = "side.jsonl"): Source {
  const trials = Object.entries(rewards).flatMap(([task, list]) =>
    list.map((reward, index): TrialReward => {
      const trial = String(index);
      return reward === null ? { task, trial, reward, note: "engine gone" } : { task, trial, reward };
    }),
  );
  return { name, format: "jsonl", description: "JSON lines", trials, notes: [] };
}

/** Tasks t00, t01, … with these rewards, one trial each. */
export function oneTrialEach(...rewards: Array<number | null>): Source {
  return sourceOf(Object.fromEntries(rewards.map((reward, at) => [`t${String(at).padStart(2, "0")}`, [reward]])));
}
