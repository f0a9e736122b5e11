import { median, percentile } from "../lib/statistics.ts";
import { type Arm, type Measured, type Memory, targetRatio, targetTurnMs } from "./arms.ts";

export interface Sample extends Measured {
  arm: Arm;
  atOnce: number;
  /** 0-based. */
  repetition: number;
  /** The most that the process which ran the arm had held by then, in MB. */
  memoryMb: number;
}

export interface Comparison {
  arm: Exclude<Arm, "alone">;
  atOnce: number;
  /** Medians. */
  seconds: number;
  aloneSeconds: number;
  ratioOfMedians: number;
  /** Of the ratios within each repetition: what the machine did meanwhile touches both sides alike. */
  medianRatio: number;
  smallestRatio: number;
  largestRatio: number;
}

export interface Turns {
  arm: Exclude<Arm, "alone">;
  atOnce: number;
  count: number;
  /** Milliseconds, of all repetitions together. */
  median: number;
  p95: number;
}

/** Of all arms with a bridge, for each number at once that tau2 alone was measured with. */
export function compare(samples: readonly Sample[]): Comparison[] {
  return bridges(samples).flatMap(({ arm, atOnce }) => {
    const alone = secondsOf(samples, "alone", atOnce);
    if (alone.length === 0) return [];
    const seconds = secondsOf(samples, arm, atOnce);
    const ratios = seconds.map((value, index) => value / (alone[index] ?? Number.NaN));
    const medians = { seconds: median(seconds), aloneSeconds: median(alone) };
    return {
      ...{ arm, atOnce, ...medians, ratioOfMedians: medians.seconds / medians.aloneSeconds },
      medianRatio: median(ratios),
      smallestRatio: Math.min(...ratios),
      largestRatio: Math.max(...ratios),
    };
  });
}

export function turnsOf(samples: readonly Sample[]): Turns[] {
  return bridges(samples).map(({ arm, atOnce }) => {
    const turns = samplesOf(samples, arm, atOnce).flatMap(({ bridge }) => bridge?.turns ?? []);
    return { arm, atOnce, count: turns.length, median: median(turns), p95: percentile(turns, 0.95) };
  });
}

/** The largest of each; the driver's growth is of one session, by the number at once that has most of them. */
export function memoryOf(samples: readonly Sample[], sessions: { atOnce: number; boxes: number }) {
  const memories = samplesOf(samples, "bridge", sessions.atOnce).flatMap(({ bridge }) => bridge?.memory ?? []);
  const most = (of: (memory: Memory) => number) => Math.max(...memories.map(of));
  return {
    agentBoxMb: most(({ agentBox }) => agentBox),
    driverReadyMb: most(({ driver }) => driver.ready),
    driverSessionMb: most(({ driver }) => driver.grown) / sessions.atOnce,
    hostMb: Math.max(...samples.filter(({ arm }) => arm === "bridge").map(({ memoryMb }) => memoryMb)),
    hostSessionMb: most(({ host }) => host.after - host.before) / sessions.boxes,
  };
}

/** The ratio of medians of the bare bridge decides, and its turns' median at every number at once. */
export function withinTargets(comparisons: readonly Comparison[], turns: readonly Turns[]): boolean {
  const judged = <T extends { arm: Arm }>(all: readonly T[]) => all.filter(({ arm }) => arm === "bridge");
  return (
    judged(comparisons).every(({ ratioOfMedians }) => ratioOfMedians <= targetRatio) &&
    judged(turns).every((turn) => turn.median <= targetTurnMs)
  );
}

function bridges(samples: readonly Sample[]): Array<{ arm: Exclude<Arm, "alone">; atOnce: number }> {
  const seen = new Map<string, { arm: Exclude<Arm, "alone">; atOnce: number }>();
  for (const { arm, atOnce } of samples) if (arm !== "alone") seen.set(`${arm} ${atOnce}`, { arm, atOnce });
  return [...seen.values()];
}

function samplesOf(samples: readonly Sample[], arm: Arm, atOnce: number): Sample[] {
  return samples
    .filter((sample) => sample.arm === arm && sample.atOnce === atOnce)
    .sort((a, b) => a.repetition - b.repetition);
}

function secondsOf(samples: readonly Sample[], arm: Arm, atOnce: number): number[] {
  return samplesOf(samples, arm, atOnce).map(({ wallMs }) => wallMs / 1000);
}
