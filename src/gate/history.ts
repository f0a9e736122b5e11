// What is kept of the incumbent on the test split: complete runs that no verdict looked at (docs/gate.md, The history).

import { decisionsPerRun, historyKept } from "./bounds.ts";

export interface HeldRuns {
  /** Complete runs of the test split by the incumbent that are there. */
  held: number;
  /** Decisions against this incumbent, in a row, that accepted nothing. */
  decisions: number;
}

/**
 * Complete runs of the incumbent that are due before the next decision: the first one at once (the baseline's, or the
 * fresh one after an acceptance), one more after every five decisions without an acceptance, until five are held.
 */
export function dueRuns({ held, decisions }: HeldRuns): number {
  const wanted = Math.min(historyKept, 1 + Math.floor(decisions / decisionsPerRun));
  return Math.max(0, wanted - held);
}
