import { median } from "../lib/statistics.ts";
import {
  type Arm,
  arms,
  type CpuSeconds,
  type Measured,
  manyAtOnce,
  type ServiceName,
  serviceNames,
  targetGain,
  targetSeconds,
} from "./arms.ts";

export interface Sample extends Measured {
  arm: Arm;
  atOnce: number;
  /** 0-based. */
  repetition: number;
  secondsPerTask: number;
}

export interface Cost {
  arm: Arm;
  atOnce: number;
  /** Medians over the repetitions; the rest is of single repetitions. */
  seconds: number;
  smallestSeconds: number;
  largestSeconds: number;
  /** Trials in a given time, against one after the other: of medians, and the median within repetitions. */
  gain: number;
  medianGain: number;
  agentMs: number;
  totalMs: number;
  /** Processor seconds a task. */
  cpu: CpuSeconds;
}

export interface ServiceMemory {
  name: ServiceName;
  /** In MB: after trials one after the other, and the most that was seen after any measurement. */
  mb: number;
  mostMb: number;
}

export function costsOf(samples: readonly Sample[]): Cost[] {
  return arms.flatMap((arm) => {
    const own = samples.filter((sample) => sample.arm === arm);
    const counts = [...new Set(own.map(({ atOnce }) => atOnce))].sort((a, b) => a - b);
    const alone = secondsOf(own, 1);
    return counts.map((atOnce) => {
      const taken = own.filter((sample) => sample.atOnce === atOnce);
      const seconds = secondsOf(own, atOnce);
      const gains = seconds.map((value, repetition) => (alone[repetition] ?? Number.NaN) / value);
      return {
        ...{ arm, atOnce, seconds: median(seconds) },
        ...{ smallestSeconds: Math.min(...seconds), largestSeconds: Math.max(...seconds) },
        ...{ gain: median(alone) / median(seconds), medianGain: median(gains) },
        agentMs: median(taken.map((sample) => sample.agentMs)),
        totalMs: median(taken.map((sample) => sample.totalMs)),
        cpu: cpuOf(taken),
      };
    });
  });
}

export function memoryOf(samples: readonly Sample[]): ServiceMemory[] {
  return serviceNames.map((name) => {
    const of = (taken: readonly Sample[]) => taken.map(({ memory }) => memory[name]);
    return { name, mb: median(of(samples.filter(({ atOnce }) => atOnce === 1))), mostMb: Math.max(...of(samples)) };
  });
}

/**
 * What a command does has clones made ahead; the arms without are there to tell what that is worth. The seconds are for
 * models that take no time.
 */
export function isJudged(
  { arm, atOnce }: Pick<Cost, "arm" | "atOnce">,
  { latencyMs }: { latencyMs: number },
): "seconds" | "gain" | null {
  if (arm.endsWith("-no-pool")) return null;
  if (atOnce === 1) return latencyMs === 0 ? "seconds" : null;
  return atOnce === manyAtOnce ? "gain" : null;
}

/** The medians decide; the gain where trials one after the other were measured too. */
export function isWithin(cost: Cost, models: { latencyMs: number }): boolean {
  switch (isJudged(cost, models)) {
    case "seconds":
      return cost.seconds <= targetSeconds;
    case "gain":
      return Number.isNaN(cost.gain) || cost.gain >= targetGain;
    case null:
      return true;
  }
}

function cpuOf(samples: readonly Sample[]): CpuSeconds {
  const names = ["host", ...serviceNames, "machine"] as const;
  // A sample's seconds by its tasks, of which it has wallMs / secondsPerTask.
  const perTask = ({ cpu, wallMs, secondsPerTask }: Sample, name: keyof CpuSeconds) =>
    (cpu[name] * secondsPerTask * 1000) / wallMs;
  const medians = names.map((name) => [name, median(samples.map((sample) => perTask(sample, name)))] as const);
  return Object.fromEntries(medians) as CpuSeconds;
}

function secondsOf(samples: readonly Sample[], atOnce: number): number[] {
  return samples
    .filter((sample) => sample.atOnce === atOnce)
    .sort((a, b) => a.repetition - b.repetition)
    .map(({ secondsPerTask }) => secondsPerTask);
}
