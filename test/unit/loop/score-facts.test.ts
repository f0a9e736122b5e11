// What stands behind a score, and what an experiment with several trials, floors or a split of the benchmark's says.

import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { Task } from "../../../src/core/benchmark.ts";
import { ensureBaseline } from "../../../src/loop/baseline.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { describeTrain, runTrain } from "../../../src/loop/run-train.ts";
import { floorOf, readScoreFacts, scoreLabel } from "../../../src/loop/score-facts.ts";
import { openFakeExperiment, taskIds } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const signal = new AbortController().signal;
const options = { strip, signal };

/** The first four tasks are the benchmark's own test split; task-a and task-e pass when nothing is done. */
function halves(id: string): Partial<Task> {
  const at = taskIds.indexOf(id);
  return { split: at < 4 ? "test" : "train", floor: at % 4 === 0 ? 1 : 0 };
}

const scoreFacts = { label: "sim 1.2, user someone", facts: { version: "1.2", user: "someone" } };

describe("a score's label", () => {
  test("says a rehearsal, the benchmark's words and what doing nothing earns", async () => {
    await using experiment = await openFakeExperiment({ scoreFacts, rehearsal: true, task: halves });
    expect(scoreLabel(experiment, taskIds.slice(0, 4))).toBe(
      " (rehearsal; sim 1.2, user someone; doing nothing earns 0.2500)",
    );
    expect(scoreLabel(experiment)).toBe(" (rehearsal; sim 1.2, user someone)");
  });

  test("is empty where there is nothing to say, and claims no floor where one task's is unknown", async () => {
    await using experiment = await openFakeExperiment({ task: (id) => (id === "task-b" ? {} : { floor: 0 }) });
    expect(scoreLabel(experiment, ["task-a", "task-b"])).toBe("");
    expect(floorOf(experiment, ["task-a", "task-c"])).toBe(0);
    expect(floorOf(experiment, [])).toBeNull();
  });
});

describe("an experiment whose benchmark has a split", () => {
  test("uses it, says so, and keeps what its scores were made under", async () => {
    await using experiment = await openFakeExperiment({ scoreFacts, task: halves });
    const { split } = await ensureBaseline(experiment, options);
    expect(split).toMatchObject({ by: "benchmark", test: taskIds.slice(0, 4), train: taskIds.slice(4), left_out: [] });
    expect(experiment.said().at(-1)).toBe(
      "baseline: 5 of 10 pass; split 6 train / 4 test (the benchmark's own); test score 1.0000 (sim 1.2, user someone; doing nothing earns 0.2500)",
    );
    expect(JSON.parse(await experiment.read("workspace/score_facts.json"))).toEqual({
      ...{ benchmark: "fake", ...scoreFacts, trials: 1 },
      split: { by: "benchmark", train: 6, test: 4 },
      doing_nothing_earns: { train: 0.3333333333333333, test: 0.25 },
    });
    expect(readScoreFacts(experiment.context.journal)).toEqual({ ...scoreFacts, trials: 1 });
  });

  test("makes its own where the config says so", async () => {
    await using experiment = await openFakeExperiment({ task: halves, settings: { splitBy: "baseline" } });
    const { split } = await ensureBaseline(experiment, options);
    expect(split.by).toBeUndefined();
    expect(split.train.some((id) => taskIds.indexOf(id) < 4)).toBe(true);
  });

  test("is refused where too few of its tasks are left", async () => {
    await using experiment = await openFakeExperiment({ task: () => ({ split: "train" }) });
    await expect(ensureBaseline(experiment, options)).rejects.toMatchObject({ code: "split-too-small" });
  });

  test("is refused, by name, when its scores would be made under other conditions", async () => {
    await using experiment = await openFakeExperiment({ scoreFacts, task: halves });
    await ensureBaseline(experiment, options);
    experiment.scoreFacts = { label: "sim 1.2, user else", facts: { version: "1.2", user: "else" } };
    await expect(ensureBaseline(experiment, options)).rejects.toMatchObject({
      fault: "config",
      code: "score-facts-changed",
      message: expect.stringContaining("user: someone -> else"),
    });
    experiment.scoreFacts = scoreFacts;
    experiment.settings.trials = 3;
    await expect(ensureBaseline(experiment, options)).rejects.toThrow("trials: 1 -> 3");
  });
});

describe("several trials of a task", () => {
  test("give their mean, pass^k, and a trace each", async () => {
    const seen = new Map<string, number>();
    await using experiment = await openFakeExperiment({
      settings: { trials: 3, concurrency: 1 },
      task: halves,
      onRun: ({ id }) => void seen.set(id, (seen.get(id) ?? 0) + 1),
    });
    await ensureBaseline(experiment, options);
    expect([...seen.values()]).toEqual(taskIds.map(() => 3));
    const { latestTraces } = experiment.layout;
    expect((await readdir(join(latestTraces, "task-e"))).sort()).toEqual([
      ...["result.json", "trace.json", "trial-2", "trial-3"],
    ]);
    expect(JSON.parse(await readFile(join(latestTraces, "task-e/trial-3/result.json"), "utf8"))).toMatchObject({
      reward: 1,
    });
    await expect(access(join(latestTraces, "task-a"))).rejects.toThrow("ENOENT");

    const compiled = compileCandidate(await experiment.read("agent/agent.ts"), strip);
    if (compiled.kind === "refused") throw new Error(compiled.detail);
    const request = { candidate: compiled.candidate, tasks: taskIds.slice(4), signal };
    const result = await runTrain(experiment, { ...request, only: ["task-e", "task-f"] });
    expect(describeTrain(experiment, result)).toEqual([
      "passed (1): task-e",
      "failed (1): task-f",
      "score: 0.5000 over 2 tasks (doing nothing earns 0.5000)",
      "score where doing nothing fails: 0.0000 over 1 tasks",
      "all of k trials pass: pass^1 0.5000, pass^2 0.5000, pass^3 0.5000",
    ]);
  });
});
