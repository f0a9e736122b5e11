// The command as far as it goes within a process: its flags, and what it refuses. test/e2e/compare.test.ts runs it whole.

import { describe, expect, test, vi } from "vitest";
import type { FlagValues } from "../../../src/commands/command.ts";
import { compare } from "../../../src/commands/compare.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { openResults } from "./results-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

async function run(flags: FlagValues) {
  await using folder = await openResults();
  const context = await commandContext(folder.path);
  const exitCode = await compare.run(flags, context);
  return { exitCode, heard: context.heard, complained: context.complained };
}

const sides = { A: "two.csv", B: "ten.jsonl" };

describe("refused by a config fault that says what was expected:", () => {
  test.each([
    [{ A: "two.csv", B: "two.csv" }, "flag-invalid", /^A and B are the same: choose with #agent=baseline/],
    [{ ...sides, B: "bad.csv" }, "compare-source-invalid", /bad\.csv:2: reward: expected a number from 0 to 1/],
    [{ ...sides, B: ".runs" }, "compare-source-invalid", /\.runs: has no trials/],
    [{ ...sides, unpaired: true }, "compare-tasks-match", /^12 tasks are on both sides: leave --unpaired out/],
    [{ ...sides, "fail-under": "-3" }, "flag-invalid", /^--fail-under -3: expected percentage points/],
    [{ ...sides, detect: "-3pt" }, "flag-invalid", /^--detect -3pt: expected more than 0pt/],
    [{ ...sides, detect: "0pt" }, "flag-invalid", /^--detect 0pt: expected more than 0pt/],
    [{ ...sides, strict: true }, "flag-invalid", /^--strict is for --fail-under/],
    [{ ...sides, confidence: "95" }, "flag-invalid", /^--confidence 95: expected a share from 0\.5 to 0\.9999/],
    [{ ...sides, confidence: "1" }, "flag-invalid", /^--confidence 1: expected a share/],
    [{ ...sides, confidence: "high" }, "flag-invalid", /^--confidence high: expected a number/],
    [
      { ...sides, format: "xml" },
      "flag-invalid",
      /^--format xml: expected one of journal, harbor, jsonl, csv, train-results/,
    ],
    [{ ...sides, json: true, markdown: true }, "flag-invalid", /^--json and --markdown: choose one/],
  ] as const)("%j", async (flags, code, message) => {
    const refused = expect.objectContaining({ fault: "config", code, message: expect.stringMatching(message) });
    await expect(run(flags)).rejects.toThrow(refused);
  });
});

describe("exit codes", () => {
  test.each([
    ["without a line whatever is found", { A: "ten.jsonl", B: "two.csv" }, 0],
    ["over the line", { ...sides, "fail-under": "-3pt", strict: true }, 0],
    ["under the line", { A: "ten.jsonl", B: "two.csv", "fail-under": "-3pt" }, 1],
    ["across the line", { A: "two.csv", B: "jobs/three", "fail-under": "-3pt" }, 0],
    ["across the line, strictly", { A: "two.csv", B: "jobs/three", "fail-under": "-3pt", strict: true }, 1],
    [
      "under the line with a confidence that crosses it",
      { A: "ten.jsonl", B: "two.csv", "fail-under": "-30pt", confidence: "0.99" },
      0,
    ],
    ["under it with a lower one", { A: "ten.jsonl", B: "two.csv", "fail-under": "-30pt", confidence: "0.9" }, 1],
    ["too much missing", { A: "ten.jsonl", B: "lost.jsonl" }, 3],
    ["too much missing, and under the line", { A: "lost.jsonl", B: "two.csv", "fail-under": "-3pt" }, 3],
  ] as const)("%s", async (_, flags, expected) => {
    const { exitCode, heard, complained } = await run(flags);
    expect([exitCode, complained]).toEqual([expected, []]);
    expect(heard[0]).toMatch(/ interval .*, (12|9) tasks in common/);
  });
});
