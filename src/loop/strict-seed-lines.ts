// What the strict-seed gate prints of its steps: totals only where the test split is concerned.

import { meanOf, passes } from "../core/trial.ts";

interface StepContext {
  request: { best: readonly string[] };
  threshold: number;
  /** Stands behind a score. */
  label: string;
}

export const emptySuiteLine = "[gate] step 1  suite: empty, nothing to keep passing yet  ok";

export function strictSeedLine(
  step: string,
  rewards: Readonly<Record<string, number | null>>,
  { request, threshold, label }: StepContext,
): string {
  const all = Object.values(rewards);
  const valid = all.filter((reward) => reward !== null);
  const missing = all.length - valid.length;
  const passed = valid.filter(passes).length;
  switch (step) {
    case "suite": {
      const rate = valid.length === 0 ? 0 : passed / valid.length;
      const numbers = `${all.length} run, ${missing} missing, pass rate ${rate.toFixed(3)} (${threshold} needed)`;
      return `[gate] step 1  suite: ${numbers}  ${rate >= threshold ? "ok" : "FAILED"}`;
    }
    case "test": {
      const mean = meanOf(valid) ?? 0;
      const best = request.best.length === 0 ? null : Math.max(...request.best.map(Number));
      const against = best === null ? "nothing recorded yet" : `best recorded ${best.toFixed(4)}`;
      const ok = best === null || mean >= best;
      return `[gate] step 2  test: ${all.length} tasks, ${missing} missing, candidate ${mean.toFixed(4)}${label}, ${against}  ${ok ? "ok" : "FAILED"}`;
    }
    default:
      return `[gate] step 3  ${all.length} train tasks that failed before run again: ${passed} pass and enter the suite`;
  }
}
