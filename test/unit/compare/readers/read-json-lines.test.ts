import { describe, expect, test } from "vitest";
import { parseJsonLines } from "../../../../src/compare/readers/read-json-lines.ts";

describe("JSON lines", () => {
  test("have a task and a reward each, perhaps a trial; other keys and empty lines do not matter", () => {
    const text = '\uFEFF{"task":"x","reward":1,"trial":0,"cost":2}\r\n\r\n{"trial":"1","reward":null,"task":"x"}\n';
    expect(parseJsonLines(text, "f.jsonl")).toEqual([
      { task: "x", trial: "0", reward: 1 },
      { task: "x", trial: "1", reward: null, note: "no reward in line 3" },
    ]);
  });

  test("keep names that mean something to a program", () => {
    const text = '{"task":"__proto__","reward":1}\n{"task":"constructor","reward":0}\n{"task":"__proto__","reward":0}';
    expect(parseJsonLines(text, "f.jsonl").map(({ task, trial }) => [task, trial])).toEqual([
      ["__proto__", "0"],
      ["constructor", "0"],
      ["__proto__", "1"],
    ]);
  });

  test.each([
    ["", "f.jsonl: has no rows: expected task and reward in each"],
    ['{"task":"x","reward":1}\n{"task"', "f.jsonl:2: not JSON: expected one object a line"],
    ["[1]", /^f\.jsonl:1: /],
    ['{"reward":1}', "f.jsonl:1: task: expected the task's name"],
    ['{"task":"","reward":1}', "f.jsonl:1: task: expected the task's name"],
    ['{"task":"x"}', "f.jsonl:1: reward: expected a number from 0 to 1, or null where it is missing"],
    ['{"task":"x","reward":-0.1}', /reward: expected a number from 0 to 1/],
    ['{"task":"x","reward":"1"}', /reward: expected a number from 0 to 1/],
    ['{"task":"x","reward":true}', /reward: expected a number from 0 to 1/],
    ['{"task":"x","reward":1,"trial":1.5}', /^f\.jsonl:1: trial: /],
    [
      '{"task":"x","reward":1,"trial":1}\n{"task":"x","reward":1}',
      "f.jsonl:2: line 1 names a trial and this one does not: all rows do, or none",
    ],
    [
      '{"task":"x","reward":1,"trial":1}\n{"task":"x","reward":0,"trial":"1"}',
      "f.jsonl:2: there twice: x trial 1 (lines 1 and 2)",
    ],
  ])("%j are refused", (text, message) => {
    expect(() => parseJsonLines(text, "f.jsonl")).toThrow(
      expect.objectContaining({
        ...{ fault: "config", code: "compare-source-invalid" },
        message: typeof message === "string" ? message : expect.stringMatching(message),
      }),
    );
  });
});
