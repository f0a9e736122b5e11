import { describe, expect, it } from "vitest";
import type { Arm } from "../../../bench/bird-cost/arms.ts";
import { costsOf, isJudged, isWithin, memoryOf, type Sample } from "../../../bench/bird-cost/compare.ts";

const instant = { latencyMs: 0 };

function samplesOf(arm: Arm, atOnce: number, seconds: readonly number[], postgres = 100): Sample[] {
  return seconds.map((secondsPerTask, repetition) => ({
    ...{ arm, atOnce, repetition, secondsPerTask, wallMs: secondsPerTask * 12_000, agentMs: 300, totalMs: 400 },
    ...{ memory: { postgres, environment: 30, judge: 20 }, agentBoxMb: null },
    cpu: { host: 0.6, postgres: 1.2, environment: 0.12, judge: 0.24, machine: 12 },
  }));
}

describe("bird-cost", () => {
  it("judges medians, and the gain by medians, telling that within repetitions beside it", () => {
    const samples = [...samplesOf("gold", 6, [0.3, 0.25, 0.5]), ...samplesOf("gold", 1, [0.6, 0.5, 0.5])];
    const [one, six] = costsOf(samples);
    expect(one).toMatchObject({ arm: "gold", atOnce: 1, seconds: 0.5, smallestSeconds: 0.5, largestSeconds: 0.6 });
    expect(six).toMatchObject({ arm: "gold", atOnce: 6, seconds: 0.3, medianGain: 2 });
    expect(six?.gain).toBeCloseTo(5 / 3);
    expect(costsOf(samples).map((cost) => isWithin(cost, instant))).toEqual([true, true]);
    expect(one?.cpu).toEqual({ host: 0.05, postgres: 0.1, environment: 0.01, judge: 0.02, machine: 1 });
  });

  it("holds one at a time to seconds and six to the gain, of what a command does alone", () => {
    const slow = (arm: Arm) =>
      costsOf([...samplesOf(arm, 1, [0.91]), ...samplesOf(arm, 3, [0.9]), ...samplesOf(arm, 6, [0.6])]);
    expect(slow("template").map((cost) => isJudged(cost, instant))).toEqual(["seconds", null, "gain"]);
    expect(slow("template").map((cost) => isWithin(cost, instant))).toEqual([false, true, false]);
    expect(slow("template-no-pool").map((cost) => isWithin(cost, instant))).toEqual([true, true, true]);
    expect(costsOf(samplesOf("gold", 6, [0.6])).map((cost) => isWithin(cost, instant))).toEqual([true]);
  });

  it("holds models that take time to the gain only", () => {
    const waiting = { latencyMs: 300 };
    const costs = costsOf([
      ...samplesOf("gold", 0, [1.5]),
      ...samplesOf("gold", 1, [1.3]),
      ...samplesOf("gold", 6, [1]),
    ]);
    expect(costs.map((cost) => isJudged(cost, waiting))).toEqual([null, null, "gain"]);
    expect(costs.map((cost) => isWithin(cost, waiting))).toEqual([true, true, false]);
  });

  it("tells what services hold after trials one by one, and the most after any", () => {
    const samples = [...samplesOf("gold", 1, [1, 1], 110), ...samplesOf("gold", 6, [1], 150)];
    expect(memoryOf(samples)[0]).toEqual({ name: "postgres", mb: 110, mostMb: 150 });
  });
});
