import { describe, expect, test } from "vitest";
import { parseCsv } from "../../../../src/compare/readers/parse-csv.ts";
import { parseCsvRewards } from "../../../../src/compare/readers/read-csv.ts";

const refused = (message: string | RegExp) =>
  expect.objectContaining({
    ...{ fault: "config", code: "compare-source-invalid" },
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });

describe("CSV", () => {
  test("has bare and quoted cells with commas, quotes and line ends; the line is where the record begins", () => {
    const text = '\uFEFFa,b\r\n"x, y","say ""hi"""\n"two\nlines",\n\n"",""\nlast,1';
    expect(parseCsv(text, "f.csv")).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x, y", 'say "hi"'] },
      { line: 3, cells: ["two\nlines", ""] },
      { line: 6, cells: ["", ""] },
      { line: 7, cells: ["last", "1"] },
    ]);
  });

  test.each([
    ['a,b\n"open,1\n2', "f.csv:2: a quoted cell that is not closed"],
    ['a,b\n"shut"x,1', "f.csv:2: text after a closing quote"],
    ['a,b\n1,2\nx"y,1', 'f.csv:3: a quote within "x\\"y": quote the whole cell'],
    ['a\n"two\nlines"x', "f.csv:3: text after a closing quote"],
  ])("%j is refused", (text, message) => {
    expect(() => parseCsv(text, "f.csv")).toThrow(refused(message));
  });
});

describe("rewards in CSV", () => {
  test("have columns in any order, others are not looked at", () => {
    expect(parseCsvRewards("model,reward,trial,task\nm,1,a,alpha\nm,0.25,b,alpha\nm,1e-1,a,beta\n", "f.csv")).toEqual([
      { task: "alpha", trial: "a", reward: 1 },
      { task: "alpha", trial: "b", reward: 0.25 },
      { task: "beta", trial: "a", reward: 0.1 },
    ]);
  });

  test("without a trial are numbered by task", () => {
    const trials = parseCsvRewards("task,reward\nx,1\ny,0\nx,0\n", "f.csv");
    expect(trials.map(({ task, trial, reward }) => [task, trial, reward])).toEqual([
      ["x", "0", 1],
      ["y", "0", 0],
      ["x", "1", 0],
    ]);
  });

  test.each(["", "null", "NA", '""'])("may be missing: %j", (cell) => {
    expect(parseCsvRewards(`task,reward\nx,${cell}\n`, "f.csv")).toEqual([
      { task: "x", trial: "0", reward: null, note: "no reward in line 2" },
    ]);
  });

  test.each([
    ["", "f.csv: is empty: expected the header task,reward[,trial]"],
    ["task,reward\n", "f.csv: has no rows: expected task and reward in each"],
    ["name,score\nx,1", /^f\.csv:1: expected a header with task and reward .*got name,score$/],
    ["task;reward\nx;1", /^f\.csv:1: expected a header .*separated by commas; got task;reward$/],
    ["task,reward,task\nx,1,y", "f.csv:1: the column task is there twice"],
    ["task,reward\nx,1\ny", "f.csv:3: expected 2 cells as in the header, got 1"],
    ["task,reward\nx,1.5", /^f\.csv:2: reward: expected a number from 0 to 1, .*got 1\.5$/],
    ["task,reward\nx,true", /^f\.csv:2: reward: .*got true$/],
    ["task,reward\nx,NaN", /^f\.csv:2: reward: .*got NaN$/],
    ["task,reward\n ,1", "f.csv:2: task: expected the task's name"],
    ["task,reward,trial\nx,1,", "f.csv:2: trial: empty"],
    [
      "task,reward,trial\nx,1,a\ny,1,a\nx,0,a\ny,1,a",
      "f.csv:4: there twice: x trial a (lines 2 and 4), y trial a (lines 3 and 5)",
    ],
  ])("%j are refused", (text, message) => {
    expect(() => parseCsvRewards(text, "f.csv")).toThrow(refused(message));
  });
});
