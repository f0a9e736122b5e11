import { median } from "../lib/statistics.ts";
import { type Arm, targetMemoryMb, targets } from "./arms.ts";

export interface Sample {
  arm: Arm;
  atOnce: number;
  /** 0-based. */
  repetition: number;
  /** Wall time of the measurement divided by its trials. */
  secondsPerTrial: number;
  /** The most that the arm's process had held by then. */
  memoryMb: number;
}

export interface Comparison {
  arm: Arm;
  bare: Arm;
  atOnce: number;
  /** Medians, in seconds a trial. */
  seconds: number;
  bareSeconds: number;
  ratioOfMedians: number;
  /** Of the ratios within each repetition: what the machine did meanwhile touches both sides alike. */
  medianRatio: number;
  smallestRatio: number;
  largestRatio: number;
  target: number;
}

export function compare(samples: readonly Sample[]): Comparison[] {
  const counts = [...new Set(samples.map(({ atOnce }) => atOnce))];
  return targets.flatMap(({ arm, bare, ratio: target }) =>
    counts.map((atOnce) => {
      const of = (wanted: Arm) =>
        samples
          .filter((sample) => sample.arm === wanted && sample.atOnce === atOnce)
          .sort((a, b) => a.repetition - b.repetition)
          .map(({ secondsPerTrial }) => secondsPerTrial);
      const [whole, calls] = [of(arm), of(bare)];
      const ratios = whole.map((seconds, index) => seconds / (calls[index] ?? Number.NaN));
      const [seconds, bareSeconds] = [median(whole), median(calls)];
      return {
        ...{ arm, bare, atOnce, seconds, bareSeconds, target },
        ratioOfMedians: seconds / bareSeconds,
        medianRatio: median(ratios),
        smallestRatio: Math.min(...ratios),
        largestRatio: Math.max(...ratios),
      };
    }),
  );
}

/** The ratio of medians decides, and the memory. */
export function withinTargets(result: {
  comparisons: readonly Comparison[];
  host: { oracleMb: number; agentMb: number };
}): boolean {
  const { oracleMb, agentMb } = result.host;
  const lean = Math.max(oracleMb, agentMb) <= targetMemoryMb;
  return lean && result.comparisons.every(({ ratioOfMedians, target }) => ratioOfMedians <= target);
}
