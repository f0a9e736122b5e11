// `auto-harness compare` as a person runs it: a process of its own, files of every kind, exit codes.

import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { openResults } from "../unit/compare/results-folder.ts";

async function compare(...args: string[]) {
  await using folder = await openResults();
  const before = await readdir(folder.path);
  const { exitCode, stdout, stderr } = await runCli(["compare", ...args], { cwd: folder.path });
  expect(await readdir(folder.path)).toEqual(before);
  return { exitCode, stdout, stderr };
}

test.each([
  [["two.csv", "ten.jsonl"], "B is better than A by 66.7 points"],
  [["ten.jsonl", "jobs/three"], "B is worse than A by 58.3 points"],
  [["jobs/three", ".runs/mine"], "B is better than A by 66.7 points"],
  [[".runs/mine#agent=baseline", ".runs/mine"], "B is better than A by 66.7 points"],
  [
    [".runs/mine#step=score", ".runs/mine/journal.sqlite#step=test"],
    "No difference between A and B is shown: +8.3 points",
  ],
])("%j is answered in the first line, exit 0", async (args, answer) => {
  const { exitCode, stdout, stderr } = await compare(...args);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")[0]).toContain(answer);
});

test.each([
  [["ten.jsonl", "two.csv", "--fail-under", "-3pt"], 1, "FAILED: B is shown to be more than 3.0 points worse than A"],
  [["two.csv", "ten.jsonl", "--fail-under=-3pt", "--strict"], 0, "passed: B is shown not to be more than 3.0 points"],
  [["two.csv", "jobs/three", "--fail-under", "-3pt"], 0, "not failed: whether B is more than 3.0 points worse"],
  [["two.csv", "jobs/three", "--fail-under", "-3pt", "--strict"], 1, "FAILED: it is not shown that B isn't"],
  [["ten.jsonl", "lost.jsonl", "--fail-under", "-3pt"], 3, "Too much is missing to compare A and B (25 %)"],
])("%j exits %i", async (args, code, words) => {
  const { exitCode, stdout } = await compare(...args);
  expect(exitCode).toBe(code);
  expect(stdout).toContain(words);
});

test("--json is one object with a version, every task and the exit code", async () => {
  const { exitCode, stdout } = await compare(
    "two.csv",
    "ten.jsonl",
    "--json",
    "--detect",
    "5pt",
    "--fail-under",
    "70pt",
  );
  const result = JSON.parse(stdout);
  expect(stdout.trim().split("\n").length).toBe(1);
  expect(exitCode).toBe(0);
  expect(result).toMatchObject({
    ...{ version: 1, exitCode: 0, finding: "better", paired: true, confidence: 0.95, missingShare: 0 },
    a: { name: "two.csv", format: "csv", tasks: 12, trials: 12 },
    b: { name: "ten.jsonl", format: "jsonl" },
    tasks: { better: 8, worse: 0, equal: 4 },
    needed: { difference: 0.05, power: 0.8 },
    bar: { under: 0.7, shown: "unclear", failed: false },
  });
  expect(result.tasks.list.length).toBe(12);
  expect(result.difference.estimate).toBeCloseTo(2 / 3, 12);
});

test("--markdown begins with the answer in bold", async () => {
  const { exitCode, stdout } = await compare("two.csv", "ten.jsonl", "--markdown");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^\*\*B is better than A by 66\.7 points .*\*\*\n/);
});

test.each([
  [["two.csv"], "expected A and B, got two.csv"],
  [["two.csv", "ten.jsonl", "more"], "expected A and B, got two.csv ten.jsonl more"],
  [["two.csv", "gone.csv"], "gone.csv is not there"],
  [["two.csv", "ten.jsonl", "--fail-under"], "argument missing"],
])("%j is one line on standard error, exit 2", async (args, message) => {
  const { exitCode, stdout, stderr } = await compare(...args);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^auto-harness\b[^\n]*\n$/);
});
