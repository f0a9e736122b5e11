import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { leastMakespanMs, leastRequests, leastTrialMs } from "../../../bench/cloud-scale/bound.ts";
import { answerTo, newTaskState } from "../../../bench/cloud-scale/command-answers.ts";
import { compare, type Sample, withinTargets } from "../../../bench/cloud-scale/compare.ts";
import { commandOf } from "../../../bench/cloud-scale/scale-tasks.ts";
import type { ScaleSettings } from "../../../bench/cloud-scale/settings.ts";
import { readTar } from "../../../src/lib/tar-folder.ts";

const settings: ScaleSettings = {
  ...{ trials: 200, atOnce: 200, commands: 10, createMs: 1_000, execMs: 300, modelMs: 2_000, startsPerSecond: null },
};

function sampleOf(wallMs: number, memoryMb = 250): Sample {
  return {
    ...{ wallMs, memoryMb, descriptors: 30, resources: 9, resourcesAfter: 2, resourcesBefore: 1 },
    ...{ cpuSeconds: 10, longestPauseMs: 100 },
    counts: { requests: { "POST /v2/sandboxes": 500, "GET /templates/ID/tags": 0 }, most: 400, open: 0 },
  };
}

describe("cloud-scale", () => {
  it("adds up a trial's least time, and waits for waves and for creations that are limited", () => {
    expect(leastTrialMs(settings)).toBe(1_000 + 11 * 2_000 + 11 * 300);
    expect(leastMakespanMs({ ...settings, atOnce: 60 })).toBe(4 * 26_300);
    expect(leastMakespanMs({ ...settings, startsPerSecond: 20 })).toBe(19_000 + 26_300);
    expect(leastMakespanMs({ ...settings, startsPerSecond: 1_000 })).toBe(26_300);
    expect(leastRequests(settings).reduce((sum, { least }) => sum + least, 0)).toBe(38);
  });

  it("judges the median makespan and the most memory", () => {
    const good = compare([sampleOf(99_000), sampleOf(28_000), sampleOf(30_000)], settings);
    expect(good.ratio).toBeCloseTo(30_000 / 26_300);
    expect(withinTargets(good)).toBe(true);
    expect(good.refusedShare).toBeCloseTo(0.2);
    expect(good.requests.map(({ name, count }) => [name, count])).toContainEqual(["POST /v2/sandboxes", 2.5]);
    expect(withinTargets(compare([sampleOf(32_000)], settings))).toBe(false);
    expect(withinTargets(compare([sampleOf(28_000), sampleOf(28_000, 301)], settings))).toBe(false);
  });

  it("gives a reward only where each command ran once, in order, and the tests after them", async () => {
    const put = ["sh", "-c", "printf %s x | base64 -d | tar -xpf -", "sh"];
    const tests = ["sh", "-c", "(/tests/test.sh) > /logs/verifier/test-stdout.txt 2>&1"];
    const reward = async (...commands: string[][]) => {
      const state = newTaskState();
      for (const command of commands) expect((await answerTo(command, state)).exitCode).toBe(0);
      const { stdout } = await answerTo(["sh", "-c", "\ntar -cf - -C x", "sh", "/logs/verifier"], state);
      const files = await readTar(Readable.from([stdout]), { maxBytes: 1_000 });
      return files.get("verifier/reward.txt")?.toString("utf8");
    };
    const step = (number: number) => ["bash", commandOf(number, 2)];
    expect(await reward(put, step(1), step(2), put, tests)).toBe("1\n");
    expect(await reward(put, step(1), put, tests)).toBe("0\n");
    expect(await reward(put, step(1), step(1), step(2), put, tests)).toBe("0\n");
    expect(await reward(put, step(2), step(1), put, tests)).toBe("0\n");
    expect(await reward(put, step(1), step(2), put)).toBe("0\n");
    expect((await answerTo(["rm", "-rf", "/"], newTaskState())).exitCode).toBe(127);
  });
});
