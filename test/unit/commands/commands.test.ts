// Commands as far as they go without an engine: help, config, refusals.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { benchmark } from "../../../src/commands/benchmark.ts";
import type { Command, FlagValues } from "../../../src/commands/command.ts";
import { commandHelp, overview } from "../../../src/commands/help.ts";
import { commands, findCommand } from "../../../src/commands/index.ts";
import { readExperimentConfig } from "../../../src/commands/open-experiment.ts";
import { record } from "../../../src/commands/record.ts";
import { results } from "../../../src/commands/results.ts";
import { start } from "../../../src/commands/start.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { layout, rehearsalLayout } from "../../../src/workspace/layout.ts";
import { appendResult } from "../../../src/workspace/results-tsv.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

const config = "benchmark: terminal-bench\nagent_model: gpt-5.2\n";

async function writeConfig({ path }: TemporaryFolder, text = config): Promise<void> {
  await writeFile(join(path, "experiment_config.yaml"), text);
}

interface Ran {
  exitCode: number;
  heard: string[];
  complained: string[];
}

async function run(command: Command, { path }: TemporaryFolder, flags: FlagValues = {}): Promise<Ran> {
  const context = await commandContext(path);
  const exitCode = await command.run(flags, context);
  return { exitCode, heard: context.heard, complained: context.complained };
}

describe("the help", () => {
  test("lists every command with a line of its own", () => {
    const lines = overview(commands);
    for (const { name, summary } of commands) {
      expect(lines.filter((line) => line.startsWith(`  ${name} `) && line.endsWith(summary)).length).toBe(1);
    }
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    "of %s shows every option",
    (name, command) => {
      const lines = commandHelp(command);
      const actions = command.actions === undefined ? "" : ` <${Object.keys(command.actions).join("|")}>`;
      const operands = Object.keys(command.operands ?? {})
        .map((operand) => (operand.startsWith("[") ? ` ${operand}` : ` <${operand}>`))
        .join("");
      expect(lines[0]).toBe(
        `usage: auto-harness ${name}${actions}${operands}${Object.keys(command.options).length === 0 ? "" : " [options]"}`,
      );
      for (const [flag, { description, value, type, short }] of Object.entries(command.options)) {
        const shown = `${short === undefined ? "" : `-${short}, `}--${flag}${value === undefined ? "" : ` ${value}`}`;
        expect(lines.filter((line) => line.startsWith(`  ${shown} `) && line.endsWith(description)).length).toBe(1);
        expect(type === "string").toBe(value !== undefined);
      }
    },
  );

  test("tells of other names", () => {
    expect(commandHelp(findCommand("gating") ?? start)[2]).toMatch(/\(also: gating\)$/);
  });
});

describe("the table of commands", () => {
  test("has each name once, aliases included", () => {
    const names = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("is looked up by name and alias", () => {
    expect([findCommand("gate")?.name, findCommand("gating")?.name, findCommand("nothing")]).toEqual([
      "gate",
      "gate",
      undefined,
    ]);
  });
});

describe("the config that holds", () => {
  test("is the person's, with the flags over it", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder, `${config}experiment: mine\nbudget_usd: 5\niterations: 9\n`);
    const read = await readExperimentConfig(await commandContext(folder.path), { budget: "7.5", concurrency: "2" });
    expect(read.config).toMatchObject({ budget_usd: 7.5, max_concurrency: 2, iterations: 9, agent_model: "gpt-5.2" });
    expect(read.rehearsal).toBe(false);
    expect(read.layout).toEqual(layout({ root: folder.path, experiment: "mine" }));
  });

  test("is the rehearsal's where there is none, below .runs", async () => {
    await using folder = await temporaryFolder();
    const read = await readExperimentConfig(await commandContext(folder.path), { iterations: "2" });
    expect(read).toMatchObject({
      ...{ rehearsal: true, layout: rehearsalLayout(folder.path) },
      config: {
        agent_model: "rehearsal/starter",
        coding_agent: "rehearsal",
        benchmarkOptions: { dataset: "starter" },
        iterations: 2,
      },
    });
  });

  test("keeps its state where AUTO_HARNESS_RUNS says", async () => {
    await using folder = await temporaryFolder();
    const variables = { AUTO_HARNESS_RUNS: "/state/runs" };
    const environment = await openEnvironment({ file: join(folder.path, ".env"), variables, terminal: false });
    const context = { ...(await commandContext(folder.path)), environment };
    const rehearsal = await readExperimentConfig(context, {});
    expect(rehearsal.layout).toMatchObject({
      root: "/state/runs/rehearsal",
      host: { folder: "/state/runs/rehearsal/host" },
    });
    await writeConfig(folder, `${config}experiment: mine\n`);
    const own = await readExperimentConfig(context, {});
    expect(own.layout).toMatchObject({ root: folder.path, host: { folder: "/state/runs/mine" } });
  });

  test.each([
    [{ concurrency: "0" }, "max_concurrency"],
    [{ iterations: "1.5" }, "iterations"],
    [{ budget: "-1" }, "budget_usd"],
  ])("refuses the flags %j by the key's name", async (flags, key) => {
    await using folder = await temporaryFolder();
    await writeConfig(folder);
    const error = expect.objectContaining({ code: "config-invalid", message: expect.stringContaining(`${key}: `) });
    const context = await commandContext(folder.path);
    await expect(readExperimentConfig(context, flags)).rejects.toEqual(error);
  });
});

describe("start", () => {
  test("refuses to throw paid results away", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder);
    await expect(run(start, folder, { fresh: true })).rejects.toMatchObject({ fault: "config", code: "fresh-refused" });
  });

  test("with a config that is wrong says so before anything is made", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder, "benchmark: terminal-bench\nagent_modle: x\n");
    await expect(run(start, folder)).rejects.toMatchObject({ fault: "config", code: "config-invalid" });
  });

  test("with a live model and no key says so before anything is started", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder);
    await expect(run(start, folder)).rejects.toMatchObject({ fault: "config", code: "key-missing" });
  });

  test("with a dataset that is not there says so", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder, `${config}dataset: nowhere\n`);
    await expect(run(start, folder)).rejects.toMatchObject({ fault: "config", code: "dataset-missing" });
  });

  test("with patterns that leave no task says so", async () => {
    await using folder = await temporaryFolder();
    await writeConfig(folder, `${config}task_ids: ["no-such-*"]\n`);
    await expect(run(start, folder)).rejects.toMatchObject({ fault: "config", code: "no-tasks" });
  });
});

describe("benchmark", () => {
  test.each([
    [{ split: "test" }, "split-refused"],
    [{ split: "all" }, "split-refused"],
    [{ agent: "mine" }, "agent-unknown"],
  ])("refuses %j", async (flags, code) => {
    await using folder = await temporaryFolder();
    await expect(run(benchmark, folder, flags)).rejects.toMatchObject({ fault: "config", code });
  });
});

describe("record", () => {
  async function recorded(folder: TemporaryFolder): Promise<void> {
    await writeConfig(folder);
    const { resultsFile } = layout({ root: folder.path, experiment: "main" });
    const at = new Date("2026-01-02T03:04:05Z");
    const none = { evalsPassed: 0, evalsTotal: 0, at };
    await appendResult(resultsFile, { iteration: 0, valScore: 0.5, commit: "baseline", ...none });
    const counts = { evalsPassed: 4, evalsTotal: 5, at };
    await appendResult(resultsFile, { iteration: 1, valScore: 19 / 35, commit: "abc1234", ...counts });
  }

  test.each<[string, FlagValues]>([
    ["the figures as the gate printed them", { "val-score": "0.5429", "evals-passed": "4", "evals-total": "5" }],
    ["some of them", { "evals-total": "5" }],
    ["a score with more decimals", { "val-score": "0.54285714" }],
    ["nothing", {}],
  ])("confirms the last row by %s", async (_words, flags) => {
    await using folder = await temporaryFolder();
    await recorded(folder);
    expect(await run(record, folder, flags)).toEqual({
      exitCode: 0,
      heard: ["row 1: 0.5429 abc1234 4/5 2026-01-02T03:04:05+00:00"],
      complained: [],
    });
  });

  test.each<[FlagValues, string]>([
    [{ "val-score": "0.9" }, "--val-score 0.9000, recorded 0.5429"],
    [{ "evals-passed": "5", "evals-total": "6" }, "--evals-passed 5, recorded 4; --evals-total 6, recorded 5"],
    [{ "val-score": "0.5000" }, "--val-score 0.5000, recorded 0.5429"],
  ])("refuses %j, names what differs and changes nothing", async (flags, difference) => {
    await using folder = await temporaryFolder();
    await recorded(folder);
    const { exitCode, heard, complained } = await run(record, folder, flags);
    expect([exitCode, heard]).toEqual([1, []]);
    expect(complained).toEqual([`the gate recorded otherwise (row 1, abc1234): ${difference}. Nothing was changed.`]);
    expect((await run(record, folder)).heard[0]).toContain("row 1: 0.5429");
  });

  test("before anything is recorded says what to run", async () => {
    await using folder = await temporaryFolder();
    await expect(run(record, folder)).rejects.toMatchObject({ fault: "config", code: "nothing-recorded" });
  });

  test("refuses a figure that is no number", async () => {
    await using folder = await temporaryFolder();
    await recorded(folder);
    await expect(run(record, folder, { "val-score": "high" })).rejects.toMatchObject({ code: "flag-invalid" });
  });
});

test("results before anything has run says where to start", async () => {
  await using folder = await temporaryFolder();
  const error = expect.objectContaining({ code: "no-journal", message: expect.stringContaining("auto-harness start") });
  await expect(run(results, folder)).rejects.toEqual(error);
});
