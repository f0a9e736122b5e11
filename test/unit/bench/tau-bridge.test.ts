import { describe, expect, it } from "vitest";
import { percentile } from "../../../bench/lib/statistics.ts";
import type { Bridge } from "../../../bench/tau-bridge/arms.ts";
import { compare, memoryOf, type Sample, turnsOf, withinTargets } from "../../../bench/tau-bridge/compare.ts";
import { goldAgent } from "../../../bench/tau-bridge/gold-agent.ts";

function bridgeOf(turns: number[], scale = 1): Bridge {
  const driver = { ready: 200 * scale, grown: 160 * scale };
  return { turns, memory: { agentBox: 20 * scale, driver, host: { before: 100, after: 100 + 64 * scale } } };
}

function samplesOf(bridge: readonly number[], alone: readonly number[], turns: number[]): Sample[] {
  const common = { atOnce: 16, memoryMb: 150 };
  return [bridge, alone].flatMap((seconds, arm) =>
    seconds.map((value, repetition): Sample => {
      const sample = { ...common, repetition, wallMs: value * 1000 };
      return arm === 0 ? { ...sample, arm: "bridge", bridge: bridgeOf(turns) } : { ...sample, arm: "alone" };
    }),
  );
}

describe("the bridge's comparison", () => {
  it("judges the ratio of medians, and shows the ratios within repetitions", () => {
    const [comparison] = compare(samplesOf([10, 30, 12], [10, 15, 10], [1]));
    expect(comparison).toEqual({
      ...{ arm: "bridge", atOnce: 16, seconds: 12, aloneSeconds: 10, ratioOfMedians: 1.2 },
      ...{ medianRatio: 1.2, smallestRatio: 1, largestRatio: 2 },
    });
  });

  it("has nothing to compare where tau2 alone was not measured", () => {
    const samples = samplesOf([10], [], [1, 2, 3]);
    expect(compare(samples)).toEqual([]);
    expect(turnsOf(samples)).toEqual([{ arm: "bridge", atOnce: 16, count: 3, median: 2, p95: 3 }]);
  });

  it.each([
    { seconds: 13, turns: [5, 5, 900], within: true },
    { seconds: 13.1, turns: [5], within: false },
    { seconds: 10, turns: [4, 5.1, 6], within: false },
  ])("is within its targets: $within, at $seconds s and turns of $turns ms", ({ seconds, turns, within }) => {
    const samples = samplesOf([seconds], [10], turns);
    expect(withinTargets(compare(samples), turnsOf(samples))).toBe(within);
  });

  it("does not judge the shipped agent", () => {
    const slow: Sample = { arm: "template", atOnce: 16, repetition: 0, wallMs: 90_000, memoryMb: 1 };
    const samples = [...samplesOf([10], [10], [1]), { ...slow, bridge: bridgeOf([80]) }];
    expect(withinTargets(compare(samples), turnsOf(samples))).toBe(true);
  });

  it("gives the largest memory of each, by session", () => {
    const [first] = samplesOf([10], [], [1]);
    const samples = [first, { ...first, bridge: bridgeOf([1], 2) }] as Sample[];
    expect(memoryOf(samples, { atOnce: 16, boxes: 64 })).toEqual({
      ...{ agentBoxMb: 40, driverReadyMb: 400, driverSessionMb: 20, hostMb: 150, hostSessionMb: 2 },
    });
  });
});

it("takes the 95th percentile of what there is", () => {
  expect(percentile([5, 1, 3], 0.95)).toBe(5);
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95);
  expect(percentile([], 0.95)).toBeNaN();
});

it("plays what is expected, one call a turn, and then says it", async () => {
  const action = { requestor: "assistant", name: "look", arguments: { id: "#W1" } } as const;
  const agent = goldAgent({ actions: [action], communicate: ["1", "2"], scenario: "" });
  if (agent.kind !== "candidate") throw new Error("it is a candidate");
  const url = `data:text/javascript,${encodeURIComponent(agent.code)}`;
  const { HarnessAgent } = (await import(url)) as {
    HarnessAgent: new () => {
      getInitState(): number;
      generateNextMessage(m: null, s: number): Promise<[object, number]>;
    };
  };
  const player = new HarnessAgent();
  const [first, state] = await player.generateNextMessage(null, player.getInitState());
  const [second] = await player.generateNextMessage(null, state);
  expect([first, second]).toEqual([
    { content: null, toolCalls: [{ id: "call-0", name: "look", arguments: { id: "#W1" } }] },
    { content: "1; 2 Goodbye." },
  ]);
});
