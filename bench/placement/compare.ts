import { median } from "../lib/statistics.ts";
import { claim, type Placement } from "./placements.ts";

export interface Sample {
  placement: Placement;
  rttMs: number;
  /** 0-based. */
  repetition: number;
  /** Wall time of the measurement divided by its trials. */
  secondsPerTrial: number;
  /** Of the cloud, by trial. */
  requests: number;
  sandboxes: number;
}

export interface Cost {
  placement: Placement;
  rttMs: number;
  /** Medians of the repetitions. */
  seconds: number;
  requests: number;
  sandboxes: number;
  smallestSeconds: number;
  largestSeconds: number;
  /** Of medians, to all boxes here. */
  ratio: number;
}

/** In the order in which they were first measured. */
export function costsOf(samples: readonly Sample[]): Cost[] {
  const keys = new Map(samples.map((sample) => [`${sample.placement} ${sample.rttMs}`, sample]));
  const secondsOf = (placement: Placement, rttMs: number) =>
    samples.filter((one) => one.placement === placement && one.rttMs === rttMs).map((one) => one.secondsPerTrial);
  // Nothing of it goes the long way.
  const here = median(secondsOf("all here", 0));
  return [...keys.values()].map(({ placement, rttMs }) => {
    const own = samples.filter((one) => one.placement === placement && one.rttMs === rttMs);
    const seconds = secondsOf(placement, rttMs);
    return {
      ...{ placement, rttMs, seconds: median(seconds), ratio: median(seconds) / here },
      requests: median(own.map(({ requests }) => requests)),
      sandboxes: median(own.map(({ sandboxes }) => sandboxes)),
      ...{ smallestSeconds: Math.min(...seconds), largestSeconds: Math.max(...seconds) },
    };
  });
}

/** How many times as long the slower one takes, by round trip, from the shortest to the longest. */
export function claimed(costs: readonly Cost[]): ReadonlyArray<{ rttMs: number; ratio: number }> {
  const of = (placement: Placement) => costs.filter((cost) => cost.placement === placement);
  return of(claim.faster)
    .flatMap(({ rttMs, seconds }) => {
      const slower = of(claim.slower).find((cost) => cost.rttMs === rttMs);
      return slower === undefined ? [] : [{ rttMs, ratio: slower.seconds / seconds }];
    })
    .toSorted((a, b) => a.rttMs - b.rttMs);
}

/** Holds at the longest round trip. */
export function isMet(costs: readonly Cost[]): boolean {
  return (claimed(costs).at(-1)?.ratio ?? 0) >= 1;
}
