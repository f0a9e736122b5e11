import { readdir, rm } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { exists } from "../../../src/lib/exists.ts";
import { ensureBaseline } from "../../../src/loop/baseline.ts";
import { keptFolder } from "../../../src/loop/kept-traces.ts";
import { readSplit } from "../../../src/workspace/split.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, firstDeeds, openFakeExperiment, taskIds } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const train = ["task-a", "task-b", "task-d", "task-g", "task-h", "task-i"];
const options = { strip, signal: new AbortController().signal };

describe("the baseline", () => {
  test("runs every task once, freezes the split and writes the workspace", async () => {
    await using experiment = await openFakeExperiment();
    const { layout, lineage } = experiment;
    const baseline = await ensureBaseline(experiment, options);
    expect(baseline).toMatchObject({ valScore: 0.5, known: false, split: { train, left_out: [] } });
    expect(experiment.ran().sort()).toEqual(taskIds.map((id) => `baseline ${id}`));
    expect(await readSplit(layout.host.splitFile)).toEqual(baseline.split);
    expect(await experiment.read("workspace/results.tsv")).toMatch(/\n0\t0\.5000\tbaseline\t0\t0\t[^\t\n]+\n$/);
    expect(JSON.parse(await experiment.read("workspace/suite.json")).tasks).toEqual([]);
    expect(Object.keys(JSON.parse(await experiment.read("workspace/train_results.json")).results)).toEqual(train);
    expect(await lineage.read((await lineage.head())?.commit ?? "")).toBe(agentSource(firstDeeds));
    expect(experiment.said().at(-1)).toContain("5 of 10 pass; split 6 train / 4 test; test score 0.5000");
  });

  test("publishes traces of train tasks alone, and removes those of test tasks from the host too", async () => {
    await using experiment = await openFakeExperiment();
    const { layout, context } = experiment;
    await ensureBaseline(experiment, options);
    for (const folder of [layout.latestTraces, layout.baselineTraces]) {
      expect((await readdir(folder)).sort()).toEqual(train);
    }
    const kept = await Promise.all(
      context.journal
        .trials()
        .map(async ({ key, parts }) => [parts.task, await exists(keptFolder(layout.host, key))] as const),
    );
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(taskIds.map((id) => [id, train.includes(id)])));
  });

  test("that is there already is read, and nothing is run", async () => {
    await using experiment = await openFakeExperiment();
    const first = await ensureBaseline(experiment, options);
    experiment.ran();
    await experiment.write("agent/agent.ts", agentSource({}, "edited since"));
    expect(await ensureBaseline(experiment, options)).toEqual({ ...first, known: true });
    expect(experiment.ran()).toEqual([]);
  });

  test("waits for the reference solutions to earn 1 where the benchmark asks for it", async () => {
    await using experiment = await openFakeExperiment();
    experiment.context.benchmark = { ...experiment.context.benchmark, selfCheck: true };
    await ensureBaseline(experiment, options);
    expect(experiment.ran().sort()).toEqual([
      ...taskIds.map((id) => `baseline ${id}`),
      ...taskIds.map((id) => `check ${id}`),
    ]);
  });

  test("is refused, by name, where a reference solution does not earn 1, and nothing else is run", async () => {
    await using experiment = await openFakeExperiment({ silent: ["task-c"] });
    experiment.context.benchmark = { ...experiment.context.benchmark, selfCheck: true };
    await expect(ensureBaseline(experiment, options)).rejects.toMatchObject({
      ...{ fault: "task", code: "self-check-failed", context: { wrong: ["task-c"] } },
      message: expect.stringContaining("1 of 10 reference solutions did not earn 1: task-c earned no reward"),
    });
    expect(experiment.ran().every((ran) => ran.startsWith("check "))).toBe(true);
  });

  test("leaves tasks without a reward out of the split, by name", async () => {
    await using experiment = await openFakeExperiment({ silent: ["task-b"] });
    const { split } = await ensureBaseline(experiment, options);
    expect(split.left_out).toEqual(["task-b"]);
    expect([...split.train, ...split.test]).not.toContain("task-b");
    expect(experiment.said().at(-1)).toContain("1 without a reward left out: task-b");
  });

  test("that the budget ended is a config fault, and goes on where it was", async () => {
    await using experiment = await openFakeExperiment({ settings: { concurrency: 1 } });
    experiment.renewBudget(3);
    await expect(ensureBaseline(experiment, options)).rejects.toMatchObject({
      fault: "config",
      code: "baseline-stopped",
    });
    expect(experiment.ran().length).toBe(3);
    expect(await readSplit(experiment.layout.host.splitFile)).toBeNull();
    experiment.renewBudget(undefined);
    expect(await ensureBaseline(experiment, options)).toMatchObject({ valScore: 0.5 });
    expect(experiment.ran().length).toBe(7);
  });

  test("of an agent.ts that does not parse is a config fault that runs nothing", async () => {
    await using experiment = await openFakeExperiment();
    await experiment.write("agent/agent.ts", "export const = 1;\n");
    await expect(ensureBaseline(experiment, options)).rejects.toMatchObject({ fault: "config", code: "agent-invalid" });
    expect(experiment.ran()).toEqual([]);
  });

  test("of other tasks than the split's is refused", async () => {
    await using experiment = await openFakeExperiment();
    await ensureBaseline(experiment, options);
    const fewer: FakeExperiment = { ...experiment, tasks: experiment.tasks.slice(1) };
    await expect(ensureBaseline(fewer, options)).rejects.toMatchObject({ fault: "config", code: "split-frozen" });
  });

  test("of a workspace whose split and journal are somewhere else is refused, and nothing is run", async () => {
    await using experiment = await openFakeExperiment();
    await ensureBaseline(experiment, options);
    await rm(experiment.layout.host.splitFile);
    experiment.ran();
    const missing = expect.objectContaining({ code: "state-missing", message: expect.stringContaining(".runs/main") });
    await expect(ensureBaseline(experiment, options)).rejects.toEqual(missing);
    expect(experiment.ran()).toEqual([]);
  });

  test("that was cut off between its files is finished with the same split", async () => {
    await using experiment = await openFakeExperiment();
    const record = experiment.lineage.record;
    experiment.lineage.record = () => Promise.reject(new Error("killed"));
    await expect(ensureBaseline(experiment, options)).rejects.toThrow("killed");
    const split = await readSplit(experiment.layout.host.splitFile);
    experiment.lineage.record = record;
    experiment.ran();
    expect(await ensureBaseline(experiment, options)).toMatchObject({ split, valScore: 0.5, known: false });
    expect(experiment.ran()).toEqual([]);
    expect((await readdir(experiment.layout.latestTraces)).sort()).toEqual(train);
  });
});
