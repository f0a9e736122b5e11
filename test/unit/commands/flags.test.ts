import { describe, expect, test } from "vitest";
import { configOverrides, isSet, listFlag, numberFlag } from "../../../src/commands/flags.ts";

describe("a number", () => {
  test.each([
    ["20", 20],
    ["0.5", 0.5],
    ["-1", -1],
    [" 7 ", 7],
    ["1e2", 100],
  ])("%j is %d", (text, value) => {
    expect(numberFlag({ budget: text }, "budget")).toBe(value);
  });

  test.each(["", " ", "ten", "10 USD", "$10", "NaN", "Infinity"])("%j is refused by the flag's name", (text) => {
    const refused = expect.objectContaining({
      ...{ fault: "config", code: "flag-invalid", message: `--budget ${text}: expected a number` },
    });
    expect(() => numberFlag({ budget: text }, "budget")).toThrow(refused);
  });

  test("that is not given is none", () => {
    expect(numberFlag({}, "budget")).toBeUndefined();
    expect(numberFlag({ budget: undefined }, "budget")).toBeUndefined();
  });
});

test("flags override config keys; those that were not given leave them alone", () => {
  expect(
    configOverrides({
      ...{ budget: "20", concurrency: "8", iterations: "3", hours: "0.5", record: "tapes", "record-test": true },
    }),
  ).toEqual({
    budget_usd: 20,
    max_concurrency: 8,
    iterations: 3,
    max_hours: 0.5,
    record: "tapes",
    record_test: true,
  });
  expect(Object.values(configOverrides({}))).toEqual(Array.from({ length: 6 }, () => undefined));
});

test.each([
  ["a,b", ["a", "b"]],
  ["a, b  c", ["a", "b", "c"]],
  [",a,,", ["a"]],
  ["", []],
  [undefined, undefined],
])("the list %j is %j", (text, ids) => {
  expect(listFlag({ "task-ids": text }, "task-ids")).toEqual(ids);
});

test("a switch is set only when it was given", () => {
  expect([isSet({ json: true }, "json"), isSet({ json: false }, "json"), isSet({}, "json")]).toEqual([
    true,
    false,
    false,
  ]);
});
