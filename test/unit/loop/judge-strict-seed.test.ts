import { beforeAll, describe, expect, test, vi } from "vitest";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { type Candidate, compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { judge } from "../../../src/loop/judge.ts";
import type { Judgement, JudgeRequest } from "../../../src/loop/run-decision.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, type FakeExperimentOptions, openFakeExperiment } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const suite = ["task-a", "task-b"];
const test4 = ["task-c", "task-d", "task-e", "task-f"];
const allPass = Object.fromEntries([...suite, ...test4].map((id) => [id, 1] as const));

function candidateOf(deeds: Readonly<Record<string, Deed>>): Candidate {
  const compiled = compileCandidate(agentSource(deeds), stripCandidate);
  if (compiled.kind === "refused") throw new Error(compiled.detail);
  return compiled.candidate;
}

function request(deeds: Readonly<Record<string, Deed>>, changes: Partial<JudgeRequest> = {}): JudgeRequest {
  return {
    ...{ decision: "it-1", candidate: candidateOf(deeds), suite, test: test4, best: ["0.5000"] },
    ...{ incumbent: candidateOf({}), history: {}, trainResults: {}, signal: new AbortController().signal },
    ...changes,
  };
}

interface Judged extends Judgement {
  said: string[];
  ran: string[];
}

async function judgeIn(experiment: FakeExperiment, judgeRequest: JudgeRequest): Promise<Judged> {
  const judgement = await judge(experiment, judgeRequest);
  return { ...judgement, said: experiment.said(), ran: experiment.ran() };
}

async function judgeFresh(judgeRequest: JudgeRequest, options: FakeExperimentOptions = {}): Promise<Judged> {
  await using experiment = await openFakeExperiment(options);
  return await judgeIn(experiment, judgeRequest);
}

describe("an accepted candidate", () => {
  let judged: Judged;
  beforeAll(async () => {
    const trainResults = { "task-g": 0, "task-h": 0.2, "task-i": null, "task-a": 0 };
    judged = await judgeFresh(request({ ...allPass, "task-c": 0, "task-g": 1 }, { trainResults }));
  });

  test("has run suite, whole test split and the train tasks that had failed, in this order", () => {
    expect(judged.ran.map((line) => line.split(" ")[0])).toEqual([
      ...["suite", "suite"],
      ...["test", "test", "test", "test"],
      ...["recheck", "recheck"],
    ]);
    expect(judged.ran.slice(-2).sort()).toEqual(["recheck task-g", "recheck task-h"]);
    expect(new Set(judged.records.map(({ parts }) => parts.decision))).toEqual(new Set(["it-1"]));
  });

  test("is judged by its numbers", () => {
    expect(judged.verdict).toEqual({
      ...{ decision: "it-1", verdict: "accepted", reason: "improvement", detail: "", valScore: 0.75, best: 0.5 },
      ...{ estimate: null, pUp: null, look: null, regressed: [], quarantined: [], signals: [] },
      ...{ suitePassed: 2, suiteTotal: 2, promoted: ["task-g"], runs: 8, costUsd: 8 },
      durationMs: expect.any(Number),
    });
    expect([judged.suite, judged.suiteRewards]).toEqual([["task-a", "task-b", "task-g"], { "task-a": 1, "task-b": 1 }]);
  });

  test("has every step said, with totals alone where the test split is concerned", () => {
    expect(judged.said).toEqual([
      "[gate] step 1  suite: 2 run, 0 missing, pass rate 1.000 (0.8 needed)  ok",
      "[gate] step 2  test: 4 tasks, 0 missing, candidate 0.7500, best recorded 0.5000  ok",
      "[gate] step 3  2 train tasks that failed before run again: 1 pass and enter the suite",
      expect.stringMatching(
        /^\[gate\] ACCEPTED \(improvement\): 0\.5000 -> 0\.7500 on the test split; 8 runs, \$8\.00, /,
      ),
    ]);
    for (const id of test4) expect(judged.said.join("\n")).not.toContain(id);
  });
});

test("a failed suite is the reason, and the test split has run all the same", async () => {
  const { verdict, ran, said, suite: after } = await judgeFresh(request({ ...allPass, "task-a": 0 }));
  expect(verdict).toMatchObject({ verdict: "rejected", reason: "suite", suitePassed: 1, suiteTotal: 2, valScore: 1 });
  expect(ran.length).toBe(6);
  expect(said[0]).toContain("pass rate 0.500 (0.8 needed)  FAILED");
  expect(after).toEqual(suite);
});

test("a lower score is rejected, with nothing rechecked", async () => {
  const { verdict, ran } = await judgeFresh(request({ ...allPass, "task-c": 0 }, { best: ["1.0000"] }));
  expect(verdict).toMatchObject({ verdict: "rejected", reason: "test", valScore: 0.75, best: 1, promoted: [] });
  expect(ran.length).toBe(6);
});

test("an empty suite is said to be empty", async () => {
  const { said, verdict } = await judgeFresh(request(allPass, { suite: [], best: [] }));
  expect(said[0]).toBe("[gate] step 1  suite: empty, nothing to keep passing yet  ok");
  expect(verdict).toMatchObject({ verdict: "accepted", reason: "first", suiteTotal: 0, best: null });
});

test("trials that the infrastructure lost are left out of the score and said", async () => {
  const deeds = { ...allPass, "task-c": 0 };
  const wrap: FakeExperimentOptions["wrap"] = (provider) => ({
    ...provider,
    async open(spec, options) {
      if (spec.image.kind === "build" && spec.image.name === "task-c") {
        throw new HarnessError({ fault: "infrastructure", code: "engine-gone", message: "gone" });
      }
      return await provider.open(spec, options);
    },
  });
  const { verdict, said } = await judgeFresh(request(deeds, { best: ["0.9000"] }), { wrap });
  expect(verdict).toMatchObject({ verdict: "accepted", valScore: 1, runs: 6 });
  expect(said[1]).toContain("4 tasks, 1 missing, candidate 1.0000");
});

describe("a decision", () => {
  test("that ran out of budget is inconclusive, and goes on where it was when there is budget again", async () => {
    await using experiment = await openFakeExperiment({ budgetUsd: 3, settings: { concurrency: 1 } });
    const first = await judgeIn(experiment, request(allPass));
    expect(first.verdict).toMatchObject({ verdict: "inconclusive", reason: "budget", valScore: null });
    expect(first.verdict.detail).toContain("goes on where it was once there is budget again");
    expect(first.ran.length).toBe(3);
    experiment.renewBudget(undefined);
    const second = await judgeIn(experiment, request(allPass));
    expect(second.verdict).toMatchObject({ verdict: "accepted", runs: 6 });
    expect(second.ran.length).toBe(3);
  });

  test("asked again runs nothing and says the same", async () => {
    await using experiment = await openFakeExperiment();
    const first = await judgeIn(experiment, request(allPass));
    const second = await judgeIn(experiment, request(allPass));
    expect(second.ran).toEqual([]);
    expect({ ...second.verdict, durationMs: 0 }).toEqual({ ...first.verdict, durationMs: 0 });
  });

  test("of the same candidate under another name is run anew: selected runs are never taken for fresh ones", async () => {
    await using experiment = await openFakeExperiment();
    await judgeIn(experiment, request(allPass));
    expect((await judgeIn(experiment, request(allPass, { decision: "it-2" }))).ran.length).toBe(6);
  });
});
