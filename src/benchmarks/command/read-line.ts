// What a line of a program's standard output means. Anything that is no question and no reward is its log.

import { isRecord } from "../../channel/messages.ts";
import { parseJson } from "../../lib/parse-json.ts";

export type Line =
  | { kind: "ask"; input: unknown }
  | { kind: "rewards"; rewards: Readonly<Record<string, unknown>> }
  | { kind: "broken"; problem: string }
  | { kind: "log" };

/** `id`: of the task that is scored. */
export function readLine(text: string, id: string): Line {
  const line = text.trim();
  if (!line.startsWith("{")) return { kind: "log" };
  const quoted = JSON.stringify(id);
  let value: unknown;
  try {
    value = parseJson(line);
  } catch {
    const meant = line.includes(quoted) || line.startsWith('{"ask"');
    return meant ? { kind: "broken", problem: `a line is not JSON: ${line.slice(0, 200)}` } : { kind: "log" };
  }
  if (!isRecord(value)) return { kind: "log" };
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "ask") return { kind: "ask", input: value["ask"] };
  const looksLikeRewards = Object.hasOwn(value, id) || (keys.length > 0 && keys.every((key) => isReward(value[key])));
  return looksLikeRewards ? { kind: "rewards", rewards: value } : { kind: "log" };
}

/** null: the program can't tell. */
export function isReward(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && value >= 0 && value <= 1);
}
