// What a program's lines mean, which reward comes of them, and which tasks a list names.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLine } from "../../../src/benchmarks/command/read-line.ts";
import { rewardOf } from "../../../src/benchmarks/command/reward-of.ts";
import { parseTaskList, readTasksFile } from "../../../src/benchmarks/command/task-list.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("a line of a program", () => {
  test.each([
    ['{"ask": "2+2?"}', { kind: "ask", input: "2+2?" }],
    ['  {"ask": {"text": "a", "more": [1]}}  ', { kind: "ask", input: { text: "a", more: [1] } }],
    ['{"ask": null}', { kind: "ask", input: null }],
    ['{"t1": 0.5}', { kind: "rewards", rewards: { t1: 0.5 } }],
    ['{"t1": null}', { kind: "rewards", rewards: { t1: null } }],
    ['{"other": 1}', { kind: "rewards", rewards: { other: 1 } }],
    ['{"t1": "0.5"}', { kind: "rewards", rewards: { t1: "0.5" } }],
    ['{"t1": NaN}', { kind: "broken", problem: 'a line is not JSON: {"t1": NaN}' }],
    ['{"ask": "cut', { kind: "broken", problem: 'a line is not JSON: {"ask": "cut' }],
    ["scoring …", { kind: "log" }],
    ["{not json}", { kind: "log" }],
    ['{"level": "info", "text": "x"}', { kind: "log" }],
    ['{"ask": 1, "level": "info"}', { kind: "log" }],
    ["[1, 2]", { kind: "log" }],
    ["{}", { kind: "log" }],
    ["", { kind: "log" }],
  ])("%s", (text, expected) => {
    expect(readLine(text, "t1")).toEqual(expected);
  });
});

describe("the reward", () => {
  const ended = { exitCode: 0, outOfMemory: false };

  test.each([
    [[{ t1: 0.25 }], ended, 0.25, []],
    [[{ t1: 0 }], ended, 0, []],
    [[{ t1: 1 }, { t2: 1 }], ended, 1, ["program: gave rewards to what was not asked: t2"]],
    [[], ended, null, ['program: printed no line {"t1": reward}']],
    [[{ t1: 1 }, { t1: 1 }], ended, null, ["program: gave 2 rewards to t1; expected one line"]],
    [[{ t1: 1.5 }], ended, null, ["program: gave t1 1.5; expected a number from 0 to 1, or null"]],
    [[{ t1: -0.1 }], ended, null, ["program: gave t1 -0.1; expected a number from 0 to 1, or null"]],
    [[{ t1: true }], ended, null, ["program: gave t1 true; expected a number from 0 to 1, or null"]],
    [[{ t1: null }], ended, null, ["program: gave t1 null"]],
    [[{ t1: 1 }], { ...ended, exitCode: 3 }, null, ["program: exited 3"]],
    [[], { ...ended, exitCode: 127 }, null, ["program: exited 127: run_command's program is not in its image"]],
    [[{ t1: 1 }], { exitCode: 137, outOfMemory: true }, null, ["program: ran out of memory"]],
    [[{ t1: 1 }], null, null, ["program: was stopped before it ended"]],
  ])("of %j after %j is %j", (given, exit, reward, notes) => {
    expect(rewardOf("t1", given, exit)).toEqual({ reward, notes });
  });

  test("is the task's own, whatever an id is called", () => {
    expect(rewardOf("__proto__", [JSON.parse('{"__proto__": 1}')], ended)).toEqual({ reward: 1, notes: [] });
    expect(rewardOf("toString", [{}], ended).reward).toBeNull();
  });
});

describe("a list of tasks", () => {
  test("has ids as they are, as JSON texts or numbers, or as the id of an object", () => {
    const text = ['{"id": "a", "question": "?"}', "b", "", '"c d"', '{"id": 7}', " e "].join("\r\n");
    expect(parseTaskList(text, "list").map(({ id }) => id)).toEqual(["a", "b", "c d", "7", "e"]);
  });

  test("has what stands beside an id as the task's texts, so that a candidate that quotes it is found", () => {
    const text = '{"id": "a", "Question": {"q": "How?"}, "answer": "So.", "why": ["a", 1]}\nb';
    expect(parseTaskList(text, "list")).toEqual([
      { id: "a", texts: { instruction: '{"q":"How?"}', expected: ["So.", '["a",1]'] } },
      { id: "b", texts: {} },
    ]);
  });

  test.each([
    ["", "list names no task: expected one id per line, or JSON lines with an id"],
    ['a\n{"name": "b"}', 'list:2: {"name": "b"} has no id: expected {"id": "…", …}'],
    ["a\nb\na", "list:3: the id a stands in line 1 too"],
    ["a\n{bad", 'list:2: {bad has no id: expected {"id": "…", …}'],
    ['{"id": ""}', "list:1: an id has 1 to 200 characters, none of them a control character"],
    ['{"id": "a\\nb"}', "list:1: an id has 1 to 200 characters, none of them a control character"],
    ["x".repeat(201), "list:1: an id has 1 to 200 characters, none of them a control character"],
  ])("%j is refused by its line", (text, message) => {
    expect(() => parseTaskList(text, "list")).toThrow(expect.objectContaining({ fault: "config", message }));
  });

  test("may lie in a file with a byte order mark, and says where it was looked for", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "tasks.jsonl"), '\uFEFF{"id": "a"}\n');
    expect(await readTasksFile(folder.path, "tasks.jsonl")).toEqual([
      { id: "a", texts: { instruction: "", expected: [] } },
    ]);
    await expect(readTasksFile(folder.path, "none.jsonl")).rejects.toMatchObject({
      code: "tasks-file-missing",
      message: expect.stringContaining(join(folder.path, "none.jsonl")),
    });
  });
});
