import { sha256 } from "../../lib/digest.ts";

/** 0 ≤ x < 1, always the same for the same seed, task and step. */
export function luck(seed: string, task: string, step: number): number {
  return Number.parseInt(sha256(`${seed}|${task}|${step}`).slice(0, 12), 16) / 2 ** 48;
}
