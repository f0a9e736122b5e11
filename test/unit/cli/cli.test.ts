// The command line as a process of its own, in an empty folder.

import { readdir } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { commands } from "../../../src/commands/index.ts";
import { runCli } from "../../helpers/run-cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

async function run(...args: string[]) {
  await using folder = await temporaryFolder();
  const { exitCode, stdout, stderr } = await runCli(args, { cwd: folder.path });
  return { exitCode, stdout, stderr, left: await readdir(folder.path) };
}

describe("help", () => {
  test.each(["--help", "-h", "help"])("by %s is on standard output, exit 0", async (flag) => {
    const { exitCode, stdout, stderr } = await run(flag);
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const { name } of commands) expect(stdout).toContain(`\n  ${name} `);
  });

  test("without a command is a mistake, exit 2", async () => {
    const { exitCode, stdout } = await run();
    expect(exitCode).toBe(2);
    expect(stdout).toContain("usage: auto-harness <command> [options]");
  });

  test("of a command is its options, and nothing is done", async () => {
    const { exitCode, stdout, stderr, left } = await run("start", "--help");
    expect([exitCode, stderr, left]).toEqual([0, "", []]);
    expect(stdout).toContain("--iterations N");
  });
});

describe("a mistake is one line on standard error, exit 2, and nothing is done", () => {
  test.each([
    [["dance"], "there is no command dance; `auto-harness --help` lists them"],
    [["start", "--what"], "Unknown option '--what'"],
    [["start", "--iterations"], "Option '--iterations <value>' argument missing"],
    [["start", "extra"], "Unexpected argument 'extra'"],
    [["start", "--iterations", "many"], "--iterations many: expected a number"],
    [["benchmark", "--split", "test"], "only the train split can be run"],
    [["record"], "results.tsv has no row yet"],
    [["results"], "nothing has run here yet?"],
    [["bird"], "expected one of fetch, merge, stack, prompts, serve-agent, got nothing"],
    [["bird", "merge", "more"], "expected one of fetch, merge, stack, prompts, serve-agent, got merge more"],
    [["bird", "merge"], "merge needs both: npx auto-harness bird merge --data <folder> --ground-truth <file>"],
  ])("%j", async (args, message) => {
    const { exitCode, stdout, stderr, left } = await run(...args);
    expect([exitCode, stdout, left]).toEqual([2, "", []]);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^auto-harness\b[^\n]*\n$/);
  });
});
