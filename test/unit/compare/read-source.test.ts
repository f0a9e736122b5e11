import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readSource } from "../../../src/compare/read-source.ts";
import type { SourceFormat } from "../../../src/compare/source.ts";
import { writeTrainResults } from "../../../src/workspace/train-results.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { writeFiles, writeHarborTrial } from "./readers/harbor-folders.ts";
import { writeJournal } from "./readers/journal-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

/** One of each, and what is none. */
async function openFolder() {
  const folder = await temporaryFolder();
  const { path } = folder;
  const runs = [{ agent: "aaaa1111", step: "baseline" as const, rewards: { x: 1, y: 0 } }];
  for (const place of ["runs/mine", "runs/rehearsal/host"]) {
    await mkdir(join(path, place), { recursive: true });
    await writeJournal(join(path, place), { runs });
  }
  await writeHarborTrial(join(path, "jobs/one"), { name: "x__1", task: "x", rewards: { reward: 1 } });
  await writeFiles(path, {
    "r.csv": "task,reward\nx,1\n",
    "R.CSV": "task,reward\nx,1\n",
    "r.jsonl": '{"task":"x","reward":1}\n',
    "r.txt": "task,reward\nx,1\n",
    "odd#name.csv": "task,reward\nx,0\n",
    "other.json": '{"x": 1}',
    "broken.json": '{\n  "split"',
    "empty/keep": "",
  });
  const results = { x: 0.5, y: null };
  const timestamp = "2026-01-02T03:04:05+00:00";
  await writeTrainResults(join(path, "train_results.json"), { split: "train", timestamp, results });
  return folder;
}

const config = (code: string, message: RegExp) =>
  expect.objectContaining({ fault: "config", code, message: expect.stringMatching(message) });

describe("what a path is", () => {
  test.each([
    ["runs/mine", "journal", 2],
    ["runs/mine/journal.sqlite", "journal", 2],
    ["runs/rehearsal", "journal", 2],
    ["runs/mine#agent=baseline", "journal", 2],
    ["jobs/one", "harbor", 1],
    ["jobs/one/#agent=my-agent", "harbor", 1],
    ["r.csv", "csv", 1],
    ["R.CSV", "csv", 1],
    ["r.jsonl", "jsonl", 1],
    ["odd#name.csv", "csv", 1],
    ["train_results.json", "train-results", 2],
  ] as const)("%s is found out: %s", async (name, format, trials) => {
    await using folder = await openFolder();
    const source = await readSource(name, { root: folder.path });
    expect({ ...source, trials: source.trials.length }).toMatchObject({ name, format, trials });
  });

  test("may be said", async () => {
    await using folder = await openFolder();
    const { path: root } = folder;
    const source = await readSource("r.txt", { root, format: "csv" });
    expect(source).toEqual({
      ...{ name: "r.txt", format: "csv", description: "CSV", notes: [] },
      trials: [{ task: "x", trial: "0", reward: 1 }],
    });
  });

  test("our train_results.json has a trial of each task", async () => {
    await using folder = await openFolder();
    expect(await readSource("train_results.json", { root: folder.path })).toEqual({
      ...{ name: "train_results.json", format: "train-results", notes: [] },
      description: "train split, 2026-01-02T03:04:05+00:00",
      trials: [
        { task: "x", trial: "0", reward: 0.5 },
        { task: "y", trial: "0", reward: null, note: "no reward in the file" },
      ],
    });
  });
});

describe("refused are", () => {
  test.each([
    ["nothing.csv", undefined, "compare-source-missing", /nothing\.csv is not there: expected/],
    ["nothing#agent=x", undefined, "compare-source-missing", /nothing is not there/],
    [
      "r.txt",
      undefined,
      "compare-source-invalid",
      /r\.txt: can't be told by its name r\.txt: say what it is with --format/,
    ],
    ["empty", undefined, "compare-source-invalid", /empty: has no trials/],
    ["other.json", undefined, "compare-source-invalid", /other\.json:1: is no train_results\.json of ours/],
    ["broken.json", undefined, "compare-source-invalid", /broken\.json:\d: is no train_results\.json of ours/],
    ["r.csv#agent=x", undefined, "compare-selection", /can't be asked for agent/],
    ["jobs/one#step=test", undefined, "compare-selection", /can't be asked for step/],
    ["train_results.json#tasks=test", undefined, "compare-selection", /can't be asked for tasks/],
    ["jobs/one", "csv", "compare-source-invalid", /is a folder: csv is a file/],
    ["r.csv", "harbor", "compare-source-invalid", /is a file: a Harbor job is a folder/],
    ["jobs/one", "journal", "no-journal", /journal\.sqlite can't be opened/],
    ["r.csv", "journal", "compare-source-invalid", /is no journal of ours/],
    ["r.csv", "jsonl", "compare-source-invalid", /r\.csv:1: not JSON/],
  ] as const)("%s as %s: %s", async (name, format, code, message) => {
    await using folder = await openFolder();
    const options = { root: folder.path, ...(format === undefined ? {} : { format: format as SourceFormat }) };
    await expect(readSource(name, options)).rejects.toThrow(config(code, message));
  });

  test("a split that is broken, by file and line", async () => {
    await using folder = await openFolder();
    await writeFile(join(folder.path, "runs/mine/split.json"), '{\n"version": 2}');
    const reading = readSource("runs/mine", { root: folder.path });
    await expect(reading).rejects.toThrow(config("workspace-file-invalid", /split\.json:2: version/));
  });
});
