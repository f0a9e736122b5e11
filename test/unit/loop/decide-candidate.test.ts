// A decision by the default gate from the frozen candidate to what stands in the files, over real boxes of this machine.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { type Decided, decideCandidate } from "../../../src/loop/decide-candidate.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { readResults } from "../../../src/workspace/results-tsv.ts";
import type { Split } from "../../../src/workspace/split.ts";
import { readSuite, writeSuite } from "../../../src/workspace/suite-json.ts";
import { readTrainResults } from "../../../src/workspace/train-results.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import {
  type FakeExperiment,
  type FakeExperimentOptions,
  firstDeeds,
  openFakeExperiment,
  prepared,
  taskIds,
} from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const everything = Object.fromEntries(taskIds.map((id) => [id, 1] as const));

interface DecideOptions {
  decision?: string;
  incumbent?: string;
  fixes?: readonly string[];
  reader?: "person" | "coding-agent";
  again?: boolean;
  /** Of agent.ts. */
  comment?: string;
}

interface Scene extends AsyncDisposable {
  experiment: FakeExperiment;
  split: Split;
  decide(deeds: Readonly<Record<string, Deed>>, options?: DecideOptions): Promise<Decided>;
  /** Trials of the last decision by step, and of fresh ones by arm. */
  ran(): Record<string, number>;
}

async function openScene(options: FakeExperimentOptions = {}): Promise<Scene> {
  const experiment = await openFakeExperiment({
    ...options,
    settings: { gate: "default", concurrency: 1, ...options.settings },
  });
  const split = await prepared(experiment);
  return {
    experiment,
    split,
    async decide(deeds, options = {}) {
      const { decision = "it-1", incumbent, fixes = [], again = false, reader = "person" } = options;
      const { comment = "a candidate" } = options;
      const compiled = compileCandidate(agentSource(deeds, comment), strip);
      if (compiled.kind === "refused") throw new Error(compiled.detail);
      return await decideCandidate(experiment, {
        ...{
          decision,
          candidate: compiled.candidate,
          split,
          fixes,
          again,
          reader,
          strip,
          signal: new AbortController().signal,
        },
        incumbent: incumbent ?? (await experiment.read("agent/agent.ts")),
      });
    },
    ran: () =>
      Object.fromEntries(
        [...Map.groupBy(experiment.ran(), (line) => line.split(" ")[0] ?? "")].map(([step, own]) => [step, own.length]),
      ),
    [Symbol.asyncDispose]: async () => await experiment[Symbol.asyncDispose](),
  };
}

/** A better candidate: whatever the first agent failed passes. */
async function acceptedScene(): Promise<Scene & { decided: Decided }> {
  const scene = await openScene();
  return { ...scene, decided: await scene.decide(everything) };
}

describe("an improvement", () => {
  test("is accepted on re-runs in both arms, and recorded with a score that no verdict looked at", async () => {
    await using scene = await acceptedScene();
    const { decided, experiment, split } = scene;
    const flips = split.test.filter((task) => firstDeeds[task] !== 1).length;
    expect(flips).toBe(2);
    expect(decided).toMatchObject({
      verdict: { verdict: "accepted", reason: "improvement", valScore: 1, best: 0.5, look: 4, regressed: [] },
      commit: expect.stringMatching(/^[0-9a-f]{7,}$/),
    });
    const results = await readResults(experiment.layout.resultsFile);
    expect(results.map(({ valScore, commit }) => [valScore, commit])).toEqual([
      ["0.5000", "baseline"],
      ["1.0000", decided.commit],
    ]);
    expect(await experiment.read("agent/agent.ts")).toContain("a candidate");
    expect((await experiment.lineage.head())?.short).toBe(decided.commit);
    // Two rounds of two tasks in two arms, then the fresh score, the train split, and twice what was mended there.
    const mended = split.train.filter((task) => firstDeeds[task] !== 1).length;
    expect(scene.ran()).toEqual({ test: 4, fresh: 2 * 2 * flips, score: 4, train: 6, recheck: 2 * mended });
    expect(decided.verdict.runs).toBe(4 + 8 + 4 + 6 + 2 * mended);
  });

  test("takes train tasks that were mended into the suite, and leaves the others out", async () => {
    await using scene = await acceptedScene();
    const { split, decided, experiment } = scene;
    const mended = split.train.filter((task) => firstDeeds[task] !== 1);
    expect(decided.verdict.promoted).toEqual(mended);
    expect(await readSuite(experiment.layout.suiteFile)).toEqual({
      tasks: mended,
      threshold: 0.8,
      last_results: Object.fromEntries(mended.map((task) => [task, 1])),
    });
    expect((await readTrainResults(experiment.layout.trainResultsFile))?.results).toEqual(
      Object.fromEntries(split.train.map((task) => [task, 1])),
    );
  });

  test("says each step with its numbers, and names no test task", async () => {
    await using scene = await acceptedScene();
    const said = scene.experiment.said().filter((line) => !line.startsWith("[gate]         agent.ts:"));
    expect(said).toEqual([
      expect.stringMatching(/^\[gate\] step 0 {2}signals: /),
      "[gate] step 1  suite: empty, nothing to keep passing yet  ok",
      expect.stringMatching(
        /^\[gate\] step 2 {2}test: first 1 of 4 tasks {2}p of no harm 0\.\d{3} \(rejected at 0\.15\)$/,
      ),
      expect.stringMatching(
        /^\[gate\] step 2 {2}test: first 2 of 4 tasks {2}p of no harm 0\.\d{3} \(rejected at 0\.35\)$/,
      ),
      "[gate] step 2  test: 4 tasks, 0 missing, candidate 1.000, incumbent 0.500 (1 run)  p 0.125 (accepted at 0.0075, given up at 0.4)",
      "[gate]         2 tasks that tell, again in both arms: round 1  p 0.031 (accepted at 0.015, given up at 0.300)",
      expect.stringMatching(/round 2 {2}p 0\.\d{3} \(accepted at 0\.015, given up at 0\.267\)$/),
      expect.stringMatching(
        /^\[gate\] ACCEPTED \(improvement\): \+50\.0 points at decision \(selected, optimistic\); 12 runs/,
      ),
      "[gate] fresh score of the new incumbent: 1.0000 (4 tasks) -> recorded",
      "train split: 6 tasks with the accepted agent",
      expect.stringMatching(/^\[gate\] step 3 {2}3 train tasks enter the suite: task-\w, task-\w, task-\w; it has 3$/),
    ]);
    const shown = said.filter((line) => line.startsWith("[gate]")).join("\n");
    for (const id of scene.split.test) expect(shown).not.toContain(id);
  });

  test("that was cut off after its acceptance ends the same, runs nothing again and is recorded once", async () => {
    await using scene = await acceptedScene();
    const { experiment, decided } = scene;
    scene.ran();
    // agent.ts is the candidate already: the decision remembers whom it was judged against.
    const again = await scene.decide(everything, { incumbent: await experiment.read("agent/agent.ts") });
    expect(scene.ran()).toEqual({});
    expect({ ...again.verdict, durationMs: 0 }).toEqual({ ...decided.verdict, durationMs: 0 });
    expect(again.commit).toBe(decided.commit);
    expect((await readResults(experiment.layout.resultsFile)).length).toBe(2);
  });

  test("keeps its evidence by task on the host: candidate, verdict and every run of both arms", async () => {
    await using scene = await acceptedScene();
    const { experiment, decided } = scene;
    const file = join(experiment.layout.host.evidence, "it-1.json");
    const evidence = JSON.parse(await readFile(file, "utf8"));
    expect(evidence).toMatchObject({ version: 1, verdict: { verdict: "accepted", valScore: 1 } });
    expect(evidence.candidate).toContain("a candidate");
    const fresh = evidence.runs.filter(({ step }: { step: string }) => step === "fresh");
    expect(new Set(fresh.map(({ agent }: { agent: string }) => agent)).size).toBe(2);
    expect(decided.verdict.estimate).toBe(0.5);
  });
});

describe("no improvement", () => {
  test("harm is seen on the first tasks of the test split, and costs no more than these", async () => {
    await using scene = await openScene({ deeds: everything });
    const { verdict, commit } = await scene.decide({});
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "harm", valScore: null });
    expect(commit).toBeNull();
    expect(scene.ran()).toEqual({ test: (verdict.look ?? 0) + 1 });
    expect(verdict.look).toBeLessThan(2);
    expect((await readResults(scene.experiment.layout.resultsFile)).length).toBe(1);
  });

  test("an edit without an effect is rejected after one run of the split", async () => {
    await using scene = await openScene();
    const { verdict } = await scene.decide(firstDeeds);
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "futility", estimate: 0, runs: 4 });
  });

  test("a suite that breaks rejects, names its tasks, and lets the test split begin all the same", async () => {
    await using scene = await openScene();
    const { experiment, split } = scene;
    const suite = split.train.filter((task) => firstDeeds[task] === 1);
    await writeSuite(experiment.layout.suiteFile, { tasks: suite, threshold: 0.8, last_results: {} });
    const broken = suite[0] ?? "";
    const { verdict } = await scene.decide({ ...everything, [broken]: 0 });
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "suite", look: 0, regressed: [broken] });
    expect(verdict).toMatchObject({ suitePassed: suite.length - 1, suiteTotal: suite.length });
    expect(scene.ran()).toEqual({ suite: suite.length + 2, test: 1 });
  });

  test("five times in a row makes the incumbent run once more, and its history counts in the next decision", async () => {
    await using scene = await openScene();
    for (let at = 1; at <= 5; at++) {
      await scene.decide({ ...firstDeeds, [`nothing-${at}`]: 1 }, { decision: `it-${at}` });
      expect(scene.ran()).toEqual({ test: 4 });
    }
    await scene.decide({ ...firstDeeds, other: 1 }, { decision: "it-6" });
    expect(scene.ran()).toEqual({ score: 4, test: 4 });
    expect(scene.experiment.said()).toContain("the incumbent once more on the test split: 4 tasks");
    expect(scene.experiment.said().at(-2)).toContain("incumbent 0.500 (2 runs)");
    await scene.decide({ ...firstDeeds, last: 1 }, { decision: "it-7" });
    expect(scene.ran()).toEqual({ test: 4 });
  });
});

describe("a decision", () => {
  test("that ran out of budget goes on where it was, with the incumbent that it began against", async () => {
    await using scene = await openScene({ budgetUsd: 16 });
    const first = await scene.decide(everything);
    expect(first).toMatchObject({ verdict: { verdict: "inconclusive", reason: "budget" }, commit: null });
    const before = scene.ran();
    expect(before).toEqual({ test: 4, fresh: 2 });
    expect((await readResults(scene.experiment.layout.resultsFile)).length).toBe(1);
    scene.experiment.renewBudget(undefined);
    const second = await scene.decide(everything);
    expect(second.verdict).toMatchObject({ verdict: "accepted", valScore: 1 });
    expect(scene.ran()).toMatchObject({ fresh: 6, score: 4 });
  });

  test("of an acceptance whose budget ends before its fresh score is not recorded yet, and ends the same later", async () => {
    await using scene = await openScene({ budgetUsd: 24 });
    const first = await scene.decide(everything);
    expect(first).toMatchObject({ verdict: { reason: "budget" }, commit: null });
    expect(scene.ran()).toEqual({ test: 4, fresh: 8, score: 2 });
    expect(await scene.experiment.read("agent/agent.ts")).not.toContain("a candidate");
    scene.experiment.renewBudget(undefined);
    expect((await scene.decide(everything)).verdict).toMatchObject({ verdict: "accepted", valScore: 1 });
    expect((await readResults(scene.experiment.layout.resultsFile)).length).toBe(2);
  });

  test("is made from suite, scores, train results and incumbent as they stood when it began", async () => {
    await using scene = await openScene();
    const first = await scene.decide(firstDeeds);
    const suite = scene.split.train.slice(0, 2);
    await writeSuite(scene.experiment.layout.suiteFile, { tasks: suite, threshold: 0.8, last_results: {} });
    scene.ran();
    const again = await scene.decide(firstDeeds, { incumbent: agentSource({}, "somebody else") });
    expect({ ...again.verdict, durationMs: 0 }).toEqual({ ...first.verdict, durationMs: 0 });
    expect(scene.ran()).toEqual({});
    const other = await scene.decide({ ...firstDeeds, other: 1 }, { decision: "it-2" });
    expect(other.verdict).toMatchObject({ suiteTotal: 2 });
  });

  test("with several trials at once comes to the same verdict as one after the other", async () => {
    await using scene = await openScene({ settings: { concurrency: 4 } });
    const { verdict } = await scene.decide(everything);
    expect(verdict).toMatchObject({ verdict: "accepted", look: 4, estimate: 0.5, valScore: 1 });
  });

  test("counts a task's mean over its trials as one run", async () => {
    await using scene = await openScene({ settings: { trials: 2 } });
    const { verdict } = await scene.decide(firstDeeds);
    expect(verdict).toMatchObject({ reason: "futility", runs: 8, best: 0.5 });
  });
});

describe("what an edit should fix", () => {
  test("runs first; where none of it passes, nothing else is run and nothing recorded", async () => {
    await using scene = await openScene();
    const [broken = ""] = scene.split.train.filter((task) => firstDeeds[task] !== 1);
    const { verdict, commit } = await scene.decide({ ...firstDeeds, nothing: 1 }, { fixes: [broken] });
    expect(verdict).toMatchObject({
      ...{ verdict: "rejected", reason: "no-flip", valScore: null, runs: 3 },
      detail: `none of ${broken} passes, which this edit should fix`,
    });
    expect(commit).toBeNull();
    expect(scene.ran()).toEqual({ screen: 3 });
    expect(scene.experiment.said()).toContain(
      `[gate] step 0  prediction: ${broken} should pass now: 3 run, none passes  FAILED`,
    );
    const evidence = JSON.parse(await readFile(join(scene.experiment.layout.host.evidence, "it-1.json"), "utf8"));
    expect(evidence).toMatchObject({ verdict: { reason: "no-flip" }, runs: [] });
  });

  test("lets the gate be asked as soon as one of it passes, and counts in no history", async () => {
    await using scene = await openScene();
    const [broken = ""] = scene.split.train.filter((task) => firstDeeds[task] !== 1);
    const { verdict } = await scene.decide(everything, { fixes: [broken, scene.split.test[0] ?? "", "no-such-task"] });
    expect(verdict).toMatchObject({ verdict: "accepted", valScore: 1 });
    expect(scene.ran()).toMatchObject({ screen: 1, train: 6, recheck: 6 });
    expect(scene.experiment.said().join("\n")).toContain("not in the train split, or without a reward there");
  });

  test("is not looked at where the config says so", async () => {
    await using scene = await openScene({ settings: { preScreen: false } });
    await scene.decide(firstDeeds, { fixes: [scene.split.train[0] ?? ""] });
    expect(scene.ran()).toEqual({ test: 4 });
  });
});

describe("a candidate that was refused before", () => {
  test("is a duplicate, whatever its comments say, and costs nothing", async () => {
    await using scene = await openScene();
    await scene.decide(firstDeeds);
    scene.ran();
    const { verdict, commit } = await scene.decide(firstDeeds, {
      decision: "it-2",
      comment: "the same in other words",
    });
    expect(verdict).toMatchObject({ verdict: "rejected", reason: "duplicate", runs: 0, costUsd: 0 });
    expect(verdict.detail).toBe("the same program as it-1, rejected (futility); --again judges it all the same");
    expect(commit).toBeNull();
    expect(scene.ran()).toEqual({});
  });

  test("is judged anew where that is asked for", async () => {
    await using scene = await openScene();
    await scene.decide(firstDeeds);
    scene.ran();
    const { verdict } = await scene.decide(firstDeeds, { decision: "it-2", again: true });
    expect(verdict.reason).toBe("futility");
    expect(scene.ran()).toEqual({ test: 4 });
    expect(scene.experiment.said()).toContain("[gate] step 0  before: the same program as it-1, rejected (futility)");
  });

  test("is said to be like it where it is nearly the same, and judged all the same", async () => {
    await using scene = await openScene();
    await scene.decide({ ...firstDeeds, "task-a": 0 });
    scene.ran();
    const { verdict } = await scene.decide({ ...firstDeeds, "task-a": 0, "task-b": 0 }, { decision: "it-2" });
    expect(verdict.reason).not.toBe("duplicate");
    expect(scene.ran()).toMatchObject({ test: expect.any(Number) });
    const like = scene.experiment.said().filter((line) => line.includes("step 0  before"));
    expect(like).toEqual([expect.stringMatching(/ an edit [7-9]\d % like that of it-1, rejected \(/)]);
  });

  test("is nothing to an edit of another kind, nor to one that was accepted", async () => {
    await using scene = await openScene();
    await scene.decide(everything);
    await scene.decide({ [taskIds.join(" ")]: "crash" }, { decision: "it-2" });
    expect(scene.experiment.said().filter((line) => line.includes("step 0  before"))).toEqual([]);
  });
});

describe("static signals", () => {
  test("are said to a person with their lines, kept as evidence, and refuse nothing", async () => {
    await using scene = await openScene();
    const model = "gpt-5.2-codex";
    const { verdict } = await scene.decide({ ...firstDeeds, [model]: 0 });
    expect(verdict.reason).toBe("futility");
    expect(scene.experiment.said().join("\n")).toMatch(/agent\.ts:\d+ names-model: /);
    const evidence = JSON.parse(await readFile(join(scene.experiment.layout.host.evidence, "it-1.json"), "utf8"));
    expect(evidence.signals).toContainEqual(expect.objectContaining({ kind: "names-model", isNew: true }));
  });

  test("tell whoever may be a coding agent how many there are, and nothing of test tasks", async () => {
    await using scene = await openScene();
    const [hidden = "", ...others] = scene.split.test;
    await scene.decide({ ...firstDeeds, [`${hidden} ${others.join(" ")}`]: 0 }, { reader: "coding-agent" });
    const said = scene.experiment.said().filter((line) => line.includes("signals"));
    expect(said).toEqual(["[gate] step 0  signals: none"]);
  });
});
