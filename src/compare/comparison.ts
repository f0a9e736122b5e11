// What a comparison says; the JSON output is this, with a version. Scores and differences are in units of reward:
// 0.031 is 3.1 points.

import type { BarResult } from "./bar.ts";
import type { MissingTrial } from "./pair-tasks.ts";
import type { SourceFormat } from "./source.ts";
import type { Needed } from "./statistics/needed.ts";
import type { Bounds } from "./statistics/score-interval.ts";

/**
 * better, worse: the interval leaves 0 out and the exact test agrees. better-here, worse-here: the exact test alone, so
 * it is shown of these tasks and not of others like them. unclear: neither.
 */
export type Finding = "better" | "worse" | "better-here" | "worse-here" | "unclear";

export interface Estimate extends Bounds {
  estimate: number;
  standardError: number | null;
  /** score: Wilson's or Tango's, for one 0/1 trial of each task; t: Student's t over tasks; combined: of two sides. */
  method: "score" | "t" | "combined";
}

export interface ComparedSide {
  name: string;
  format: SourceFormat;
  description: string;
  notes: readonly string[];
  /** Mean over the compared tasks. */
  score: Estimate;
  /** That were compared. */
  tasks: number;
  /** Trials of these tasks with a reward. */
  trials: number;
  /** Compared tasks some of whose trials pass and some do not. */
  flaky: readonly string[];
  /** Of all trials of the source. */
  missing: readonly MissingTrial[];
  /** Trials with a reward that a reader must know of: task, trial and why. */
  doubtful: readonly MissingTrial[];
}

export interface ComparedTask {
  task: string;
  a: readonly number[];
  b: readonly number[];
  difference: number;
  flaky: { a: boolean; b: boolean };
}

export interface Comparison {
  paired: boolean;
  confidence: number;
  finding: Finding;
  /** B less A. */
  difference: Estimate;
  /** The exact test: two-sided, and each side of it; 1 and ½ where nothing differs. */
  p: { twoSided: number; up: number; low: number };
  a: ComparedSide;
  b: ComparedSide;
  /** By task; null where the sides have tasks of their own. */
  tasks: {
    better: number;
    worse: number;
    equal: number;
    /** Largest difference first, ties by name. */
    list: readonly ComparedTask[];
  } | null;
  /** Tasks that are out: on one side alone, or without a reward on one. */
  leftOut: { onlyA: readonly string[]; onlyB: readonly string[]; lost: readonly string[] };
  /** Tasks that are compared though their content is not the same on both sides. */
  changed: readonly string[];
  /** The largest of three shares: trials missing on A, on B, common tasks lost. */
  missingShare: number;
  /** More is missing than a comparison bears. */
  tooMuchMissing: boolean;
  /** null where there is no difference to look for. */
  needed: Needed | null;
  bar: BarResult | null;
}
