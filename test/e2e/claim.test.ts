// What is claimed of a night: the hold-out, which nothing runs before, once; and the noise that `plan` measures.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readSplit, type Split } from "../../src/workspace/split.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";

let scene: CliScene;
let split: Split;

// Both edits mend tasks that fail for sure, so both are accepted whatever the luck.
const edits = [{ checks: "sums" }, { checks: "words" }] as const;

beforeAll(async () => {
  scene = await openGateNight({
    edits,
    tasks: { greetings: 3, sums: 6, words: 6 },
    config: ["holdout: 0.2", "train_fraction: 0.25", "max_concurrency: 4", "final_report: false"],
  });
  const night = await scene.run(["start", "--plain", "--iterations", "1"], { timeoutMs: 580_000 });
  expect(night, night.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toMatch(/iteration 1: ACCEPTED \(improvement\)/);
  const made = await readSplit(paths().host.splitFile);
  if (made === null) throw new Error("the night left no split");
  split = made;
}, 600_000);

afterAll(async () => await scene?.[Symbol.asyncDispose]());

function paths() {
  return layout({ root: scene.folder, experiment: "main" });
}

function journalled(): TrialRecord[] {
  using journal = readJournal(paths().host.journalFile);
  return journal.trials();
}

function historyOf(decision: string): unknown {
  using journal = readJournal(paths().host.journalFile);
  return (journal.read(`gate-inputs/${decision}`) as { history: unknown }).history;
}

test("nothing runs a hold-out task before the claim", () => {
  expect(split.holdout).toHaveLength(3);
  expect(journalled().filter(({ parts }) => split.holdout?.includes(parts.task))).toEqual([]);
});

test("`plan --aa` runs the incumbent's test split once more, and no history gets it", async () => {
  const before = journalled();
  const planned = await scene.run(["plan", "--aa", "--json", "--decisions", "20"]);
  expect(planned).toMatchObject({ exitCode: 0, stderr: "" });
  const last = planned.stdout.trimEnd().split("\n").at(-1) ?? "";
  expect(JSON.parse(last)).toMatchObject({});
  const added = journalled().slice(before.length);
  expect(added.map(({ parts }) => `${parts.step} ${parts.decision} ${parts.task}`).sort()).toEqual(
    split.test.map((task) => `noise aa-1 ${task}`),
  );
}, 300_000);

test("a claim says the difference with its error; the same claim again runs nothing", async () => {
  const before = journalled();
  const claim = await scene.run(["claim", "--plain"]);
  expect(claim).toMatchObject({ exitCode: 0, stderr: "" });
  for (const which of [`test split, ${split.test.length} tasks`, "hold-out, 3 tasks"]) {
    expect(claim.stdout).toMatch(
      new RegExp(`^${which}, 2 fresh runs of each agent: baseline 0\\.\\d+, final \\d\\.\\d+`, "m"),
    );
  }
  expect(claim.stdout.match(/^ {2}difference \+\d+\.\d points, standard error \d+\.\d, 95 % interval /gm)).toHaveLength(
    2,
  );
  const tasks = [...split.test, ...(split.holdout ?? [])];
  const added = journalled().slice(before.length);
  expect(added.map(({ parts }) => `${parts.step} ${parts.task}`).sort()).toEqual(
    tasks.flatMap((task) => Array.from({ length: 4 }, () => `claim ${task}`)).sort(),
  );

  const again = await scene.run(["claim", "--plain"]);
  expect(again).toMatchObject({ exitCode: 0, stderr: "" });
  expect(again.stdout).toContain(claim.stdout.slice(claim.stdout.indexOf("test split,")));
  expect(journalled()).toHaveLength(before.length + added.length);
}, 600_000);

test("a claim of another agent is refused, once the hold-out is used", async () => {
  const night = await scene.run(["loop", "--plain", "--iterations", "2"], { timeoutMs: 580_000 });
  expect(night, night.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toMatch(/iteration 2: ACCEPTED \(improvement\)/);
  // One run each: of the first incumbent's fresh score, not of `plan --aa` nor of the claim.
  expect(historyOf("it-2")).toEqual(Object.fromEntries(split.test.map((task) => [task, [expect.any(Number)]])));

  const before = journalled();
  const refused = await scene.run(["claim", "--plain"]);
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toMatch(/the hold-out was used for [0-9a-f]{7,} on \d{4}-\d{2}-\d{2}/);
  expect(journalled()).toEqual(before);
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);
