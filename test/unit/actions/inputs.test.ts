import { expect, test } from "vitest";
import { inputVariable, readInputs } from "../../../src/actions/inputs.ts";

function read(inputs: Readonly<Record<string, string>>) {
  return readInputs(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])));
}

test.each<[Record<string, string>, string[]]>([
  [{ command: "check" }, []],
  [{ command: "check", dataset: " tasks ", trials: "3", agent: "nop" }, ["--trials=3", "--agent=nop", "--", "tasks"]],
  [
    { command: "compare", a: "--help", b: "b.jsonl", "fail-under": "-3pt", strict: "true" },
    ["--fail-under=-3pt", "--strict", "--", "--help", "b.jsonl"],
  ],
  [{ command: "replay", cassettes: "tapes", unboxed: "false" }, ["--", "tapes"]],
  [{ command: "night", budget: "5", hours: "5.5" }, ["--budget=5", "--hours=5.5"]],
  [
    { command: "compare", a: "a", b: "b", arguments: "--format=csv\n\n --unpaired \n" },
    ["--format=csv", "--unpaired", "--", "a", "b"],
  ],
])("%j is that command line", (inputs, args) => {
  expect(read(inputs)).toMatchObject({ command: inputs["command"], workingDirectory: ".", args });
});

test.each<[Record<string, string>, string]>([
  [{}, "input command: nothing; expected one of check, compare, replay, night"],
  [{ command: "check", b: "x" }, "input b is an input of compare, not of check"],
  [{ command: "night", "task-ids": "x" }, "input task-ids is an input of check and replay, not of night"],
  [{ command: "compare", strict: "1" }, "input strict: 1; expected true or false"],
])("%j is refused", (inputs, message) => {
  expect(() => read(inputs)).toThrow(expect.objectContaining({ fault: "config", code: "input-invalid", message }));
});
