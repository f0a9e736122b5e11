// The analysis as a loop leaves it: after the baseline, a coding agent's benchmark and an acceptance. The split is train a
// b d g h i, test c e f j; the first agent passes a to e.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { type TrainAnalysis, trainAnalysisSchema } from "../../../src/analysis/train/train-analysis.ts";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { trainIncumbent } from "../../../src/loop/run-train.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

vi.setConfig({ testTimeout: 60_000 });

const signal = new AbortController().signal;
const better = { ...firstDeeds, "task-f": 1, "task-g": 1 };
const testTask = /task-[cefj]\b/;

function parse(text: string): TrainAnalysis {
  return trainAnalysisSchema.parse(JSON.parse(text));
}

function changesOf({ tasks }: TrainAnalysis): Record<string, string> {
  return Object.fromEntries(tasks.map(({ task, change }) => [task, change]));
}

test("the baseline's says what fails, and has nothing to compare it with", async () => {
  await using experiment = await openFakeExperiment();
  const split = await prepared(experiment);
  const analysis = parse(await experiment.read("workspace/analysis.json"));
  expect(analysis).toMatchObject({ version: 1, reference: null, score: 0.5 });
  expect(analysis.tasks.map(({ task }) => task)).toEqual(split.train);
  expect(analysis.clusters).toEqual([
    {
      end: expect.any(String),
      says: [expect.stringMatching(/^checked task-g: 0$/)],
      tasks: ["task-g", "task-h", "task-i"],
    },
  ]);
  for (const { trials } of analysis.tasks) {
    for (const { trace } of trials) expect(JSON.parse(await experiment.read(trace))).toHaveProperty("messages");
  }
});

test("a coding agent's benchmark is compared with the incumbent, and lies in its tree alone", async () => {
  const seen: TrainAnalysis[] = [];
  const pages: string[] = [];
  await using experiment = await openFakeExperiment({
    async propose({ tree, commands }) {
      await writeFile(join(tree, "agent/agent.ts"), agentSource({ ...better, "task-b": "crash" }));
      await commands.benchmark();
      seen.push(parse(await readFile(join(tree, "workspace/analysis.json"), "utf8")));
      pages.push(await readFile(join(tree, "workspace/analysis.md"), "utf8"));
      await commands.benchmark(["task-b"]);
      seen.push(parse(await readFile(join(tree, "workspace/analysis.json"), "utf8")));
      return { summary: "tried" };
    },
  });
  const split = await prepared(experiment);
  const before = await experiment.read("workspace/analysis.json");
  const record = await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal });
  expect(record.verdict?.reason).not.toBe("forbidden-file");
  const [whole, one] = seen;
  expect(changesOf(whole as TrainAnalysis)).toEqual({
    ...{ "task-a": "still-passing", "task-b": "broken", "task-d": "still-passing", "task-g": "fixed" },
    ...{ "task-h": "still-failing", "task-i": "still-failing" },
  });
  expect(whole?.clusters.map(({ end, tasks }) => [end, tasks])).toContainEqual([
    "the agent crashed (candidate-threw)",
    ["task-b"],
  ]);
  expect(changesOf(one as TrainAnalysis)).toEqual({ "task-b": "broken" });
  expect(pages[0]).toContain("- fixed (1): task-g (0 → 1)\n- broken (1): task-b (1 → 0)");
  // What was refused leaves the incumbent's own.
  if (record.verdict?.verdict !== "accepted") expect(await experiment.read("workspace/analysis.json")).toBe(before);
});

test("an accepted agent's is compared with the one before it", async () => {
  await using experiment = await openFakeExperiment({
    async propose({ tree }) {
      await writeFile(join(tree, "agent/agent.ts"), agentSource(better));
      return { summary: "better" };
    },
  });
  const split = await prepared(experiment);
  const first = parse(await experiment.read("workspace/analysis.json"));
  const record = await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal });
  expect(record.verdict?.verdict).toBe("accepted");
  const analysis = parse(await experiment.read("workspace/analysis.json"));
  expect(analysis.reference).toBe(first.agent);
  expect(changesOf(analysis)["task-g"]).toBe("fixed");
});

test("nothing of a test task is in any file of the workspace, whatever the gate has run", async () => {
  await using experiment = await openFakeExperiment({
    settings: { gate: "default" },
    async propose({ tree }) {
      // Names no task, so that what names one is the harness's doing.
      await writeFile(join(tree, "agent/agent.ts"), agentSource({ everything: 1 }));
      return { summary: "worse" };
    },
  });
  const split = await prepared(experiment);
  await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal });
  expect(experiment.ran().some((line) => /^test task-[cefj]$/.test(line))).toBe(true);
  const entries = await readdir(join(experiment.layout.root, "workspace"), { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${entry.name} ${await readFile(path, "utf8")}` : entry.name;
    }),
  );
  expect(texts.some((text) => text.startsWith("analysis.md"))).toBe(true);
  expect(texts.filter((text) => testTask.test(text))).toEqual([]);
});

test("a task that one agent has passed and failed over its runs, whatever they were for, is flaky", async () => {
  await using experiment = await openFakeExperiment();
  const split = await prepared(experiment);
  const compiled = compileCandidate(await experiment.read("agent/agent.ts"), strip);
  if (compiled.kind === "refused") throw new Error(compiled.detail);
  const { candidate } = compiled;
  const outcome = { status: "scored", reward: 0 } as const;
  experiment.context.journal.finishTrial(
    trialRecord({ task: "task-a", step: "suite", agent: candidate.digest, decision: "it-9", outcome }),
  );
  await trainIncumbent(experiment, { candidate, tasks: split.train, strip, signal });
  const analysis = parse(await experiment.read("workspace/analysis.json"));
  expect(analysis.tasks.filter(({ flaky }) => flaky).map(({ task, own }) => [task, own])).toEqual([
    ["task-a", { passed: 2, runs: 3 }],
  ]);
  expect(await experiment.read("workspace/analysis.md")).toContain("task-a (passed 2 of 3)");
});
