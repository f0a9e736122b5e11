// Numbers and names as a comparison shows them.

import { plainText } from "../../lib/plain-text.ts";

/** Percentage points without a sign: "12.5". */
export function size(difference: number): string {
  return Math.abs(difference * 100).toFixed(1);
}

/** Such as "95 %". */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

/** A score with three decimals. */
export function score(value: number): string {
  return value.toFixed(3);
}

/** A name from a file. */
export function plain(name: string, most = 60): string {
  const safe = plainText(name);
  return safe.length <= most ? safe : `${safe.slice(0, most - 1)}…`;
}

/** Rewards of a task's trials: "3/4" where all are 0 or 1, else their mean and how many. */
export function rewards(list: readonly number[]): string {
  const sum = list.reduce((total, reward) => total + reward, 0);
  if (list.every((reward) => reward === 0 || reward === 1)) return `${sum}/${list.length}`;
  return `${score(sum / list.length)}${list.length === 1 ? "" : ` of ${list.length}`}`;
}

/** "1 task", "2 tasks". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
