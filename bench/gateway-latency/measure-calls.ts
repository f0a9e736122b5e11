import { median, percentile } from "../lib/statistics.ts";
import type { Path } from "./open-path.ts";

/** Milliseconds, of calls one after the other. */
export interface CallLatency {
  arm: Arm;
  calls: number;
  median: number;
  p95: number;
  /** To the direct call of the same round: median of the differences. */
  added: number;
}

const arms = ["direct", "chat", "messages"] as const;
type Arm = (typeof arms)[number];

/** Each round has one call of every arm, another one first each time; the first tenth does not count. */
export async function measureCalls(path: Path, calls: number): Promise<CallLatency[]> {
  const rounds = Math.ceil(calls * 1.1);
  const lines = await path.play(`
    const arms = [
      () => send(${JSON.stringify(path.direct)}, "/chat/completions", {}),
      () => send(own, "/chat/completions", {}),
      () => send(own, "/messages", {}),
    ];
    for (let round = 0; round < ${rounds}; round++) {
      const took = [0, 0, 0];
      for (let turn = 0; turn < arms.length; turn++) {
        const arm = (round + turn) % arms.length;
        const began = performance.now();
        await arms[arm]();
        took[arm] = Math.round((performance.now() - began) * 1000) / 1000;
      }
      console.log(JSON.stringify(took));
    }`);
  const counted = (lines as number[][]).slice(rounds - calls);
  return arms.map((arm, index) => {
    const times = counted.map((round) => round[index] ?? Number.NaN);
    const differences = counted.map((round) => (round[index] ?? Number.NaN) - (round[0] ?? Number.NaN));
    return { arm, calls, median: median(times), p95: percentile(times, 0.95), added: median(differences) };
  });
}
