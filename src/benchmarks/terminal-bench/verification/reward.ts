// reward.json (map of names to finite numbers) wins over reward.txt (one number, named `reward`), as in Harbor.

import { z } from "zod";
import { jsonOrUndefined } from "../../../lib/json-or-undefined.ts";

const rewardMap = z.record(z.string(), z.number());

export interface ParsedReward {
  /** Within 0..1; null when none was given. */
  reward: number | null;
  /** All that were given, by name, as they were given. */
  rewards?: Readonly<Record<string, number>>;
  /** Why there is none, or that it was clamped. */
  problem?: string;
}

/** `rewardKey`: the one that counts; null: `reward`, else the only one. */
export function parseReward(
  files: { json: string | undefined; txt: string | undefined },
  { rewardKey }: { rewardKey: string | null },
): ParsedReward {
  const { json, txt } = files;
  if (json !== undefined) {
    const map = rewardMap.safeParse(jsonOrUndefined(json));
    if (!map.success) return { reward: null, problem: "reward.json is not a map of names to numbers" };
    return { rewards: map.data, ...pickReward(map.data, rewardKey, "reward.json") };
  }
  if (txt === undefined) return { reward: null, problem: "wrote no reward.txt or reward.json" };
  const text = txt.trim();
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return { reward: null, problem: "reward.txt does not hold a number" };
  const rewards = { reward: value };
  return { rewards, ...pickReward(rewards, rewardKey, "reward.txt") };
}

/** The one reward of several that counts. `where` names them in a problem. */
export function pickReward(
  rewards: Readonly<Record<string, number>>,
  rewardKey: string | null,
  where: string,
): Omit<ParsedReward, "rewards"> {
  const names = Object.keys(rewards);
  const own = (name: string) => (Object.hasOwn(rewards, name) ? rewards[name] : undefined);
  const value =
    own(rewardKey ?? "reward") ?? (rewardKey === null && names.length === 1 ? own(names[0] ?? "") : undefined);
  if (value !== undefined) return clamp(value);
  if (names.length === 0) return { reward: null, problem: `${where} names no reward` };
  const given = names
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(", ");
  return {
    reward: null,
    problem:
      rewardKey === null
        ? `${where} has ${names.length} rewards (${given}) and none is "reward": name the one that counts with reward_key`
        : `${where} has no "${rewardKey}", which reward_key names, but ${given}`,
  };
}

function clamp(value: number): { reward: number; problem?: string } {
  if (value >= 0 && value <= 1) return { reward: value };
  return { reward: Math.min(1, Math.max(0, value)), problem: `reward ${value} lies outside 0..1` };
}
