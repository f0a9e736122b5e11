import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lineOfPath } from "../../../src/workspace/line-of-path.ts";
import { readSuite, writeSuite } from "../../../src/workspace/suite-json.ts";
import { readTrainResults, writeTrainResults } from "../../../src/workspace/train-results.ts";
import { utcTimestamp } from "../../../src/workspace/utc-timestamp.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const hostile = JSON.parse('{"b/../c": 1, "__proto__": 0.5, "constructor": null, "ä\\n\\"": 0, "10": 1}') as Record<
  string,
  number | null
>;

describe("suite.json", () => {
  test("keeps any task id and reads back as written", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "suite.json");
    expect(await readSuite(path)).toBeNull();
    const suite = { tasks: ["b/../c", "__proto__"], threshold: 0.8, last_results: hostile };
    await writeSuite(path, suite);
    const read = await readSuite(path);
    expect(read?.tasks).toEqual(suite.tasks);
    expect(new Map(Object.entries(read?.last_results ?? {}))).toEqual(new Map(Object.entries(hostile)));
  });

  test.each([
    [
      '{\n"tasks": [],\n"threshold": 0.8,\n"last_results": {\n"a": 1,\n"b": 2\n}}',
      6,
      "last_results.b: expected a reward",
    ],
    ['{\n"tasks": ["a", "a"],\n"threshold": 0.8, "last_results": {}}', 2, "tasks: names a task twice"],
    ['{\n"tasks": [],\n"threshold": "high", "last_results": {}}', 3, "threshold: "],
    ['{\n"tasks": [],\n"threshold": 1, "last_results": []}', 3, "last_results: expected an object of task id"],
    ['{\n"tasks": [\n}', 3, ""],
    ["", 1, ""],
  ])("names file and line of what it can't read: %j", async (text, line, problem) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "suite.json");
    await writeFile(path, text);
    await expect(readSuite(path)).rejects.toMatchObject({
      fault: "config",
      code: "workspace-file-invalid",
      message: expect.stringContaining(`${path}:${line}: ${problem}`),
    });
  });
});

test("train_results.json has the original's keys and reads back as written", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "train_results.json");
  const timestamp = utcTimestamp(new Date("2026-01-02T03:04:05.999Z"));
  const results = { split: "train" as const, timestamp, results: { b: 0, a: 1, c: null } };
  await writeTrainResults(path, results);
  expect(await readTrainResults(path)).toEqual(results);
  expect(await readFile(path, "utf8")).toBe(
    '{\n  "split": "train",\n  "timestamp": "2026-01-02T03:04:05+00:00",\n' +
      '  "results": {\n    "a": 1,\n    "b": 0,\n    "c": null\n  }\n}\n',
  );
});

test("the line of a path is where its value starts", () => {
  const text = '{\n  "a": [1,\n    {"b\\"]}": "x, }"}\n  ],\n  "c": {\n    "d": null}\n}\n';
  expect(
    [[], ["a", 0], ["a", 1], ["a", 1, 'b"]}'], ["c"], ["c", "d"], ["c", "e"], ["x"]].map((path) =>
      lineOfPath(text, path),
    ),
  ).toEqual([1, 2, 3, 3, 5, 6, 5, 1]);
});
