// reward.json (map of names to finite numbers, or with the key "reward") wins over reward.txt (one number), as in Harbor.

import { z } from "zod";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";

const rewardMap = z.record(z.string(), z.number());

/** `reward` is null when none was given, with `problem` saying why; it is clamped to 0..1 and says so. */
export function parseReward(files: { json: string | undefined; txt: string | undefined }): {
  reward: number | null;
  problem?: string;
} {
  const { json, txt } = files;
  if (json !== undefined) {
    const map = rewardMap.safeParse(jsonOrUndefined(json));
    if (!map.success) return { reward: null, problem: "reward.json is not a map of names to numbers" };
    const values = Object.values(map.data);
    const only = map.data["reward"] ?? (values.length === 1 ? values[0] : undefined);
    if (only === undefined)
      return { reward: null, problem: `reward.json has ${values.length} keys and none is "reward"` };
    return clamp(only);
  }
  if (txt === undefined) return { reward: null, problem: "wrote no reward.txt or reward.json" };
  const text = txt.trim();
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return { reward: null, problem: "reward.txt does not hold a number" };
  return clamp(value);
}

function clamp(value: number): { reward: number; problem?: string } {
  if (value >= 0 && value <= 1) return { reward: value };
  return { reward: Math.min(1, Math.max(0, value)), problem: `reward ${value} lies outside 0..1` };
}
