import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { readJournalSide } from "../../../../src/compare/readers/read-journal-source.ts";
import type { Selectors } from "../../../../src/compare/selectors.ts";
import { sha256 } from "../../../../src/lib/digest.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { type JournalContent, writeJournal } from "./journal-folder.ts";

const [base, lost, won, other] = ["aaaa1111", "bbbb2222", "cccc3333", "aaaa4444"];
const split = { train: ["train-1", "train-2"], test: ["test-1", "test-2"] };

/** A night: it-1 lost, it-2 was accepted and scored afresh, the train split ran again, it-3 is under way. */
const night: JournalContent = {
  split,
  verdicts: { "it-1": "rejected", "it-2": "accepted" },
  runs: [
    { agent: base, step: "baseline", rewards: { "train-1": 0, "train-2": 1, "test-1": 0, "test-2": null } },
    { agent: lost, step: "test", decision: "it-1", rewards: { "test-1": 0, "test-2": 0 } },
    { agent: won, step: "suite", decision: "it-2", rewards: { "train-2": 1 } },
    { agent: won, step: "test", decision: "it-2", rewards: { "test-1": 1, "test-2": 1 } },
    { agent: won, step: "fresh", decision: "it-2", rewards: { "test-1": 1, "test-2": 1 } },
    { agent: base, step: "fresh", decision: "it-2", rewards: { "test-1": 0, "test-2": 0 } },
    { agent: won, step: "score", decision: "it-2", rewards: { "test-1": 1, "test-2": 0 } },
    { agent: won, step: "train", rewards: { "train-1": 0.5, "train-2": "invalid" } },
    { agent: other, step: "test", decision: "it-3", rewards: { "test-1": 1 } },
  ],
};

async function read(content: JournalContent, selectors: Selectors = {}) {
  await using folder = await temporaryFolder();
  await writeJournal(folder.path, content);
  const [file, splitFile] = [join(folder.path, "journal.sqlite"), join(folder.path, "split.json")];
  return await readJournalSide(file, splitFile, selectors, "x");
}

function trial(task: string, name: string, reward: number | null, note?: string) {
  return { task, trial: name, reward, version: sha256(task), ...(note === undefined ? {} : { note }) };
}

const refused = (message: RegExp, code = "compare-selection") =>
  expect.objectContaining({ fault: "config", code, message: expect.stringMatching(message) });

describe("of an experiment", () => {
  test("the incumbent's runs of the test split are taken that no verdict looked at", async () => {
    expect(await read(night)).toEqual({
      trials: [trial("test-1", "it-2 score/0", 1), trial("test-2", "it-2 score/0", 0)],
      description: "agent cccc3333 (incumbent), test-model, test split, it-2 score",
      notes: [],
    });
  });

  test("the baseline is another agent of it", async () => {
    expect(await read(night, { agent: "baseline" })).toEqual({
      trials: [trial("test-1", "baseline/0", 0), trial("test-2", "baseline/0", null, "void: engine gone")],
      description: "agent aaaa1111 (baseline), test-model, test split, baseline",
      notes: [],
    });
  });

  test("the train split is there when it is asked for", async () => {
    const { trials, description } = await read(night, { tasks: "train" });
    expect(trials).toEqual([
      trial("train-1", "train/0", 0.5),
      trial("train-2", "train/0", null, "invalid: verifier broken"),
    ]);
    expect(description).toBe("agent cccc3333 (incumbent), test-model, train split, train");
  });

  test("a step or a decision is taken as it is", async () => {
    expect(
      (await read(night, { steps: ["test", "score"] })).trials.map(({ trial, reward }) => [trial, reward]),
    ).toEqual([
      ["it-2 test/0", 1],
      ["it-2 test/0", 1],
      ["it-2 score/0", 1],
      ["it-2 score/0", 0],
    ]);
    const { trials, description } = await read(night, { decision: "it-1" });
    expect([trials.length, description]).toEqual([2, "agent bbbb2222, test-model, it-1 test"]);
    const arm = await read(night, { decision: "it-2", agent: "aaaa1111" });
    expect(arm.trials.map(({ trial }) => trial)).toEqual(["it-2 fresh/0", "it-2 fresh/0"]);
    expect((await read(night, { decision: "it-2" })).description).toMatch(/^agent cccc3333 \(incumbent\)/);
  });

  test("runs that decided on the agent are taken where there is nothing else, and it is said", async () => {
    expect(await read(night, { agent: lost })).toMatchObject({
      trials: [{ trial: "it-1 test/0" }, { trial: "it-1 test/0" }],
      notes: ["has no run but the one by which it-1 ended rejected: its score is pessimistic"],
    });
    const strict = { ...night, runs: night.runs.filter(({ step }) => step !== "score" && step !== "fresh") };
    expect(await read(strict)).toMatchObject({
      description: "agent cccc3333 (incumbent), test-model, test split, it-2 test",
      notes: ["has no run but the one by which it-2 accepted it: its score is optimistic"],
    });
  });

  test("the incumbent is the baseline before the first acceptance, and a person's decisions count", async () => {
    const begun = { split, runs: night.runs.slice(0, 1) };
    expect((await read(begun)).description).toMatch(/^agent aaaa1111 \(incumbent\)/);
    const byHand: JournalContent = {
      ...night,
      verdicts: { ...night.verdicts, "hand-1": "accepted" },
      runs: [...night.runs, { agent: other, step: "score", decision: "hand-1", rewards: { "test-1": 1, "test-2": 1 } }],
    };
    expect((await read(byHand)).description).toMatch(/^agent aaaa4444 \(incumbent\).*, hand-1 score$/);
  });

  test("several trials of each task are several runs", async () => {
    const runs = [0, 1, 2].map((index) => ({
      ...{ agent: base, step: "baseline" as const, index, rewards: { "test-1": index % 2, "test-2": 1 } },
    }));
    const { trials } = await read({ split, runs });
    expect(trials.filter(({ task }) => task === "test-1")).toEqual([
      trial("test-1", "baseline/0", 0),
      trial("test-1", "baseline/1", 1),
      trial("test-1", "baseline/2", 0),
    ]);
  });

  test("the hold-out is what the claim ran", async () => {
    const held = { ...split, holdout: ["held"] };
    const claim = { agent: won, step: "claim" as const, decision: "holdout", rewards: { held: 1 } };
    const { description } = await read({ ...night, split: held, runs: [...night.runs, claim] }, { tasks: "holdout" });
    expect(description).toBe("agent cccc3333 (incumbent), test-model, holdout split, holdout claim");
  });

  test("without a split every task of the agent counts", async () => {
    const { split: _, ...bare } = night;
    const { trials, description } = await read(bare, { agent: "baseline" });
    expect([trials.length, description]).toEqual([4, "agent aaaa1111 (baseline), test-model, baseline"]);
  });

  test("a trial that was run again under other limits counts as it ended last, and it is said", async () => {
    const rewards = { "test-1": 0, "test-2": 0 };
    const again = { agent: base, step: "baseline" as const, rewards: { "test-1": 1 }, maxModelCalls: 9 };
    const { trials, notes } = await read({ split, runs: [{ agent: base, step: "baseline", rewards }, again] });
    expect(trials).toEqual([trial("test-2", "baseline/0", 0), trial("test-1", "baseline/0", 1)]);
    expect(notes).toEqual(["has trials that were run again under other limits or images (1), the last counts: test-1"]);
  });
});

describe("what can't be one side is refused:", () => {
  test.each([
    [
      "an agent that isn't there, with those that are",
      { agent: "dddd" },
      /agent=dddd is none of them.*aaaa1111 \(6 trials: baseline/,
    ],
    ["a beginning of several", { agent: "aaaa" }, /agent=aaaa is the beginning of several/],
    ["a beginning that is too short", { agent: "ccc" }, /agent=ccc is none of them \(4 digits at least\)/],
    ["a decision that isn't there", { decision: "it-9" }, /no trial belongs to a decision it-9/],
    ["a run that is not whole yet", { agent: other }, /no whole run of the test split by this agent.*it-3 test \(1\)/],
    ["a step that did not run", { steps: ["claim"] }, /no whole run of its tasks by this agent fits/],
    ["another model", { model: "gpt" }, /no whole run/],
  ] as const)("%s", async (_, selectors, message) => {
    await expect(read(night, selectors)).rejects.toThrow(refused(message));
  });

  test("several models, until one is chosen", async () => {
    const rewards = { "test-1": 1, "test-2": 1 };
    const runs = ["m1", "m2"].map((model, index) => ({
      ...{ agent: base, step: "baseline" as const, model, index, rewards },
    }));
    await expect(read({ split, runs })).rejects.toThrow(refused(/several models: m1, m2; choose with #model=NAME/));
    expect((await read({ split, runs }, { model: "m2" })).description).toMatch(/ m2, /);
  });

  test("a split's tasks where there is no split", async () => {
    const { split: _, ...bare } = night;
    await expect(read(bare, { tasks: "train" })).rejects.toThrow(refused(/there is no split\.json/));
  });

  test("a hold-out where the split has none", async () => {
    await expect(read(night, { tasks: "holdout" })).rejects.toThrow(refused(/tasks=holdout: its split has none/));
  });

  test("a journal without trials", async () => {
    await expect(read({ runs: [] })).rejects.toThrow(refused(/holds no trial yet/, "compare-source-invalid"));
  });

  test("a database that is no journal", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "journal.sqlite");
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE mine (a)");
    database.close();
    const reading = readJournalSide(file, join(folder.path, "split.json"), {}, "x");
    await expect(reading).rejects.toThrow(refused(/is no journal of ours \(no such table/, "compare-source-invalid"));
  });

  test("a file that is no database", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "journal.sqlite");
    await writeFile(file, "not a database, but long enough to be looked at as one: ".repeat(20));
    const reading = readJournalSide(file, join(folder.path, "split.json"), {}, "x");
    await expect(reading).rejects.toThrow(expect.objectContaining({ fault: "config" }));
  });
});
