// The gate on the agent.ts of the clone, as a person or a person's own coding agent asks for it.

import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { GateStatement } from "../../../src/core/coding-agent.ts";
import { type HandVerdict, judgeByHand } from "../../../src/loop/judge-by-hand.ts";
import { readResults } from "../../../src/workspace/results-tsv.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const better = { ...firstDeeds, "task-f": 1, "task-g": 1 };

interface Hand extends AsyncDisposable {
  experiment: FakeExperiment;
  edit(deeds: Readonly<Record<string, Deed>>): Promise<void>;
  judge(statement?: GateStatement, signal?: AbortSignal): Promise<HandVerdict>;
  scores(): Promise<string[]>;
}

async function openHand(): Promise<Hand> {
  const experiment = await openFakeExperiment({ settings: { concurrency: 1 } });
  const split = await prepared(experiment);
  return {
    experiment,
    edit: async (deeds) => await experiment.write("agent/agent.ts", agentSource(deeds, "by hand")),
    judge: async (statement = {}, signal = new AbortController().signal) =>
      await judgeByHand(experiment, { split, statement, strip, signal }),
    scores: async () => (await readResults(experiment.layout.resultsFile)).map(({ valScore }) => valScore),
    [Symbol.asyncDispose]: async () => await experiment[Symbol.asyncDispose](),
  };
}

test("an accepted edit is committed, recorded and promoted from", async () => {
  await using hand = await openHand();
  await hand.edit(better);
  const { verdict, commit } = await hand.judge();
  expect(verdict).toMatchObject({ decision: "hand-1", verdict: "accepted", valScore: 0.75, promoted: ["task-g"] });
  expect((await hand.experiment.lineage.head())?.short).toBe(commit);
  expect(await hand.scores()).toEqual(["0.5000", "0.7500"]);
});

test("a rejected edit stays in the clone and is not recorded; the next decision has the next number", async () => {
  await using hand = await openHand();
  await hand.edit({ ...firstDeeds, "task-c": 0 });
  expect(await hand.judge()).toMatchObject({ verdict: { decision: "hand-1", verdict: "rejected" }, commit: null });
  expect(await hand.experiment.read("agent/agent.ts")).toContain("by hand");
  expect(await hand.scores()).toEqual(["0.5000"]);
  await hand.edit(better);
  expect(await hand.judge()).toMatchObject({ verdict: { decision: "hand-2", verdict: "accepted" } });
});

test("the same edit again is a duplicate, and judged anew only when that is asked for", async () => {
  await using hand = await openHand();
  await hand.edit({ ...firstDeeds, "task-c": 0 });
  await hand.judge();
  hand.experiment.ran();
  expect(await hand.judge()).toMatchObject({ verdict: { decision: "hand-2", reason: "duplicate", runs: 0 } });
  expect(hand.experiment.ran()).toEqual([]);
  expect(await hand.judge({ again: true })).toMatchObject({ verdict: { decision: "hand-3", reason: "test", runs: 4 } });
  expect(hand.experiment.ran().length).toBe(4);
});

describe("what costs no trial", () => {
  test("an agent.ts that is the incumbent's", async () => {
    await using hand = await openHand();
    await expect(hand.judge()).rejects.toMatchObject({ fault: "config", code: "nothing-changed" });
    expect(hand.experiment.ran()).toEqual([]);
  });

  test("an agent.ts that differs from the incumbent's in comments alone", async () => {
    await using hand = await openHand();
    await hand.edit(firstDeeds);
    expect(await hand.judge()).toMatchObject({ verdict: { verdict: "rejected", reason: "no-change" }, commit: null });
    expect(hand.experiment.ran()).toEqual([]);
  });

  test("an agent.ts that does not parse", async () => {
    await using hand = await openHand();
    await hand.experiment.write("agent/agent.ts", "export const = 1;\n");
    await expect(hand.judge()).rejects.toMatchObject({ fault: "config", code: "agent-invalid" });
    expect(hand.experiment.ran()).toEqual([]);
  });
});

describe("a decision that was cut off", () => {
  test("in the middle of its trials goes on where it was", async () => {
    await using hand = await openHand();
    await hand.edit(better);
    const stop = new AbortController();
    const { onEvent } = hand.experiment;
    hand.experiment.onEvent = (event) => {
      onEvent(event);
      if (event.type === "trial-end" && event.done === 2) stop.abort(new Error("interrupted"));
    };
    await expect(hand.judge({}, stop.signal)).rejects.toThrow("interrupted");
    expect(hand.experiment.ran().length).toBe(2);
    expect(await hand.judge()).toMatchObject({ verdict: { decision: "hand-1", verdict: "accepted", runs: 7 } });
    expect(hand.experiment.ran().filter((line) => line.startsWith("test")).length).toBe(2);
  });

  test("by the budget is inconclusive, and goes on with a new one", async () => {
    await using hand = await openHand();
    await hand.edit(better);
    hand.experiment.renewBudget(1);
    expect(await hand.judge()).toMatchObject({ verdict: { verdict: "inconclusive", reason: "budget" }, commit: null });
    hand.experiment.renewBudget(undefined);
    expect(await hand.judge()).toMatchObject({ verdict: { decision: "hand-1", verdict: "accepted" } });
  });

  test("in the middle of its acceptance is accepted once", async () => {
    await using hand = await openHand();
    await hand.edit({ ...better, "task-c": 0.99999, "task-j": 1 });
    const { journal } = hand.experiment.context;
    const write = journal.write.bind(journal);
    journal.write = (name, value) => {
      if (name === "hand/hand-1" && (value as { done: boolean }).done) throw new Error("killed");
      write(name, value);
    };
    await expect(hand.judge()).rejects.toThrow("killed");
    journal.write = write;
    hand.experiment.ran();
    const { verdict, commit } = await hand.judge();
    expect(verdict).toMatchObject({ decision: "hand-1", verdict: "accepted", best: 0.5, promoted: ["task-g"] });
    expect(commit).toBe((await hand.experiment.lineage.head())?.short);
    expect(await hand.scores()).toEqual(["0.5000", "1.0000"]);
    expect(hand.experiment.ran()).toEqual([]);
    await expect(hand.judge()).rejects.toMatchObject({ code: "nothing-changed" });
  });
});

describe("the file guard in a clone", () => {
  test("refuses, at no cost, an edit of anything of the harness's since it last wrote there", async () => {
    await using hand = await openHand();
    await hand.edit({ ...firstDeeds, "task-c": 0 });
    await hand.judge();
    hand.experiment.ran();
    await hand.edit(better);
    await hand.experiment.write("workspace/suite.json", "{}");
    expect(await hand.judge()).toMatchObject({
      verdict: { verdict: "rejected", reason: "forbidden-file", runs: 0 },
      commit: null,
    });
    expect(hand.experiment.ran()).toEqual([]);
  });
});
