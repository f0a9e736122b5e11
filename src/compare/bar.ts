import { tolerance } from "./statistics/mean-interval.ts";
import type { Bounds } from "./statistics/score-interval.ts";

export interface Bar {
  /** The difference B must not be shown to be under, −1..1. */
  under: number;
  /** Fails, too, where it can't be told. */
  strict: boolean;
}

export interface BarResult extends Bar {
  /** Where the interval lies: wholly under the line, wholly on or over it, or across it. */
  shown: "under" | "not-under" | "unclear";
  failed: boolean;
}

/** `--fail-under`: decided by the interval that is shown, and by nothing else. */
export function judgeBar(bar: Bar, { low, high }: Bounds): BarResult {
  const shown = high < bar.under - tolerance ? "under" : low >= bar.under - tolerance ? "not-under" : "unclear";
  return { ...bar, shown, failed: shown === "under" || (bar.strict && shown === "unclear") };
}
