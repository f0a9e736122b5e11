// The original's rules in a night: suite once, the whole split once, at least the best score so far.

import { expect, test } from "vitest";
import { readIterations } from "../../src/loop/iteration-record.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { readSuite } from "../../src/workspace/suite-json.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";
import { kindOf } from "../helpers/gate-night-tasks.ts";

test("a strict-seed night runs every split once, lets a tie pass, and keeps what is mended in its suite", async () => {
  // Nothing here depends on luck: greetings always pass, sums fail until they are checked.
  await using scene = await openGateNight({
    edits: [{}, { ignores: ["greetings"] }, { checks: "sums" }],
    tasks: { greetings: 3, sums: 5 },
    config: ["gate: strict-seed", "iterations: 3", "train_fraction: 0.4", "max_concurrency: 4", "final_report: false"],
  });
  const night = await scene.run(["start", "--plain"], { timeoutMs: 580_000 });
  expect(night, night.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  const paths = layout({ root: scene.folder, experiment: "main" });
  const split = await readSplit(paths.host.splitFile);
  if (split === null) throw new Error("the night left no split");
  expect(split.train.map(kindOf)).toEqual(["greetings", "sums", "sums"]);
  const sums = split.train.filter((task) => task.startsWith("sums"));

  using journal = readJournal(paths.host.journalFile);
  const verdicts = readIterations(journal).map(({ verdict }) => verdict);
  expect(verdicts).toMatchObject([
    { verdict: "accepted", reason: "improvement", best: 0.4, valScore: 0.4, estimate: null, promoted: [] },
    { verdict: "rejected", reason: "test", best: 0.4, valScore: 0, estimate: null, promoted: [] },
    { verdict: "accepted", reason: "improvement", best: 0.4, valScore: 1, estimate: null, promoted: sums },
  ]);
  expect((await readResults(paths.resultsFile)).map(({ valScore }) => valScore)).toEqual([
    "0.4000",
    "0.4000",
    "1.0000",
  ]);
  expect(await readSuite(paths.suiteFile)).toMatchObject({ tasks: sums, threshold: 0.8 });
  expect(night.stdout).toContain("an edit that changes nothing can");

  // After each acceptance the tasks that failed before run once more, then the train split for the next iteration.
  const counts = Map.groupBy(journal.trials(), ({ parts }) => `${parts.step} ${parts.decision}`.trim());
  expect(Object.fromEntries([...counts].map(([step, own]) => [step, own.length]))).toEqual({
    ...{ baseline: 8, "test it-1": 5, "test it-2": 5, "test it-3": 5 },
    ...{ "recheck it-1": 2, "recheck it-3": 2, train: 6 },
  });
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);
