import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { median } from "../../../bench/lib/statistics.ts";
import { compare, type Sample, withinTargets } from "../../../bench/trial-cost/compare.ts";
import { commandOf, writeTinyTasks } from "../../../bench/trial-cost/tiny-tasks.ts";
import { zeroLatencyModel } from "../../../bench/trial-cost/zero-latency-model.ts";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { chatRequest, textOfBody } from "../../helpers/scripted-upstream.ts";

const signal = new AbortController().signal;

function samplesOf(oracle: readonly number[], bare: readonly number[]): Sample[] {
  const of = (arm: Sample["arm"], seconds: readonly number[]) =>
    seconds.map((secondsPerTrial, repetition) => ({ arm, atOnce: 1, repetition, secondsPerTrial, memoryMb: 100 }));
  return [...of("oracle", oracle), ...of("bare-task", bare), ...of("agent", [1]), ...of("bare-both", [1])];
}

describe("trial-cost", () => {
  it("judges medians and tells the spread of the ratios within repetitions", () => {
    const comparisons = compare(samplesOf([0.3, 0.9, 0.4], [0.2, 0.3, 0.4]));
    expect(comparisons[0]).toMatchObject({
      arm: "oracle",
      bare: "bare-task",
      seconds: 0.4,
      bareSeconds: 0.3,
      target: 1.5,
    });
    expect(comparisons[0]?.ratioOfMedians).toBeCloseTo(4 / 3);
    expect(comparisons[0]?.medianRatio).toBeCloseTo(1.5);
    expect([comparisons[0]?.smallestRatio, comparisons[0]?.largestRatio]).toEqual([1, expect.closeTo(3)]);
    const host = { oracleMb: 100, agentMb: 150 };
    expect(withinTargets({ comparisons, host })).toBe(true);
    expect(withinTargets({ comparisons, host: { ...host, agentMb: 151 } })).toBe(false);
    expect(withinTargets({ comparisons: compare(samplesOf([0.5], [0.3])), host })).toBe(false);
  });

  it("takes the mean of the middle two of an even number", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, Number.NaN]);
  });

  it("makes tasks that share one image and that the model's one command solves", async () => {
    const folder = await mkdtemp(join(tmpdir(), "auto-harness-test-"));
    try {
      await writeTinyTasks(folder, 3);
      const tasks = await terminalBench.load(terminalBench.options.parse({ dataset: "." }), {
        root: folder,
        cacheFolder: folder,
        say: () => undefined,
        wanted: () => true,
        signal,
      });
      expect(tasks.map(({ id, oracle, notes }) => ({ id, oracle, notes }))).toEqual(
        ["tiny-01", "tiny-02", "tiny-03"].map((id) => ({ id, oracle: true, notes: [] })),
      );
      expect(new Set(tasks.map(({ environmentDigest }) => environmentDigest)).size).toBe(1);
      const instruction = tasks[2]?.instruction ?? "";
      expect(commandOf(instruction)).toBe("echo 3 > /app/answer");
      const user = { role: "user", content: instruction };
      expect(await asked([user])).toContain(JSON.stringify(JSON.stringify({ command: "echo 3 > /app/answer" })));
      expect(await asked([user, { role: "tool", content: "exit code 0" }])).toContain('"finish_reason":"stop"');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function asked(messages: readonly object[]): Promise<string> {
  return await textOfBody(await zeroLatencyModel.complete(chatRequest({ messages }), { signal, seed: "" }));
}
