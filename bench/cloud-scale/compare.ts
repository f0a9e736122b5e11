import { median } from "../lib/statistics.ts";
import { boxesPerTrial, leastMakespanMs, leastRequests, leastTrialMs } from "./bound.ts";
import type { ServiceCounts } from "./service.ts";
import type { ScaleSettings } from "./settings.ts";
import type { HostMeasured } from "./worker.ts";

/** One measurement: all trials once. */
export interface Sample extends HostMeasured {
  /** The largest resident set that the host had until then. */
  memoryMb: number;
  counts: ServiceCounts;
}

export interface Comparison {
  leastTrialMs: number;
  leastMs: number;
  wallMs: number;
  ratio: number;
  smallestRatio: number;
  largestRatio: number;
  /** At most over all measurements. */
  memoryMb: number;
  descriptors: number;
  resources: number;
  /** What is open after the last trial that was not open before, over all measurements at most. */
  resourcesLeft: number;
  sandboxesAtOnce: number;
  cpuSecondsPerTrial: number;
  commandsPerSecond: number;
  longestPauseMs: number;
  /** Creations that the cloud refused, of all that were asked for. */
  refusedShare: number;
  /** Of one trial. */
  requests: Array<{ name: string; count: number; least: number; why: string }>;
}

export const targets = { ratio: 1.2, memoryMb: 300 } as const;

export function compare(samples: readonly Sample[], settings: ScaleSettings): Comparison {
  const leastMs = leastMakespanMs(settings);
  const { trials, commands } = settings;
  const of = (value: (sample: Sample) => number) => samples.map(value);
  const most = (value: (sample: Sample) => number) => Math.max(...of(value));
  const ratios = of(({ wallMs }) => wallMs / leastMs);
  const wallMs = median(of((sample) => sample.wallMs));
  const asked = (sample: Sample) => sample.counts.requests["POST /v2/sandboxes"] ?? 0;
  const least = leastRequests(settings);
  const names = [
    ...new Set([...least.map(({ name }) => name), ...samples.flatMap(({ counts }) => Object.keys(counts.requests))]),
  ];
  return {
    ...{ leastMs, wallMs, leastTrialMs: leastTrialMs(settings), ratio: wallMs / leastMs },
    ...{ smallestRatio: Math.min(...ratios), largestRatio: Math.max(...ratios) },
    memoryMb: most((sample) => sample.memoryMb),
    descriptors: most((sample) => sample.descriptors),
    resources: most((sample) => sample.resources),
    resourcesLeft: most((sample) => sample.resourcesAfter - sample.resourcesBefore),
    sandboxesAtOnce: most(({ counts }) => counts.most),
    cpuSecondsPerTrial: median(of(({ cpuSeconds }) => cpuSeconds)) / trials,
    commandsPerSecond: (trials * commands * 1000) / wallMs,
    longestPauseMs: most((sample) => sample.longestPauseMs),
    refusedShare: median(of((sample) => 1 - (trials * boxesPerTrial) / asked(sample))),
    requests: names
      .map((name) => ({
        ...{ name, least: 0, why: "" },
        ...least.find((kind) => kind.name === name),
        count: median(of(({ counts }) => (counts.requests[name] ?? 0) / trials)),
      }))
      .filter(({ count, least: needed }) => count > 0 || needed > 0),
  };
}

export function withinTargets({ ratio, memoryMb }: Comparison): boolean {
  return ratio <= targets.ratio && memoryMb <= targets.memoryMb;
}
