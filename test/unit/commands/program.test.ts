// PROGRAM.md against what it speaks of: commands, files, formats, constants.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describe, expect, test } from "vitest";
import { endingSchema } from "../../../src/analysis/train/ending.ts";
import { changes, trainAnalysisSchema } from "../../../src/analysis/train/train-analysis.ts";
import { benchmarks } from "../../../src/benchmarks/index.ts";
import { findCommand } from "../../../src/commands/index.ts";
import { prepareFiles } from "../../../src/commands/prepare-files.ts";
import { exitCodes } from "../../../src/core/fault.ts";
import { type Layout, layout, ownedByCodingAgent, relativePaths } from "../../../src/workspace/layout.ts";
import { formatLearningsEntry } from "../../../src/workspace/learnings.ts";
import { appendResult } from "../../../src/workspace/results-tsv.ts";
import { readSuite } from "../../../src/workspace/suite-json.ts";
import { readTrainResults } from "../../../src/workspace/train-results.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));
const names = Object.keys(benchmarks);

async function programOf(benchmark: string): Promise<string> {
  await using folder = await temporaryFolder();
  const paths: Layout = layout({ root: folder.path, experiment: "main" });
  await prepareFiles({ layout: paths, packageRoot, names: [benchmark], overwriteAgent: false });
  return await readFile(paths.programFile, "utf8");
}

/** Every command in a code span, once. */
function commandsIn(program: string): string[] {
  return [...new Set([...program.matchAll(/`auto-harness ([^`]+)`/g)].map(([, command = ""]) => command))];
}

/** Words as a shell would part them; figures in the place of X, N and M. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
  return words.map((word) => (/^[XNM]$/.test(word) ? "1" : word));
}

describe.each(names)("PROGRAM.md for %s", (benchmark) => {
  test("has commands that the real tables of flags take", async () => {
    const commands = commandsIn(await programOf(benchmark));
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) {
      const [name = "", ...args] = wordsOf(command);
      const { options } = findCommand(name) ?? { options: null };
      if (options === null) throw new Error(`there is no command ${name}`);
      const table = Object.fromEntries(Object.entries(options).map(([flag, { type }]) => [flag, { type }]));
      expect(() => parseArgs({ args, options: table, strict: true, allowPositionals: false }), command).not.toThrow();
    }
  });

  test("names files that there are", async () => {
    const program = await programOf(benchmark);
    const spans = [...program.matchAll(/`((?:workspace|agent|program_templates)\/[^`\s<*]*)/g)].map(
      ([, path = ""]) => path,
    );
    expect(spans.length).toBeGreaterThan(10);
    const known = Object.values(relativePaths);
    const strange = spans
      .map((path) => path.replace(/\/$/, ""))
      .filter((path) => !known.some((own) => own === path || path.startsWith(`${own}/`)));
    expect(strange).toEqual([]);
  });

  test("says what to compare the agent with", async () => {
    expect(await programOf(benchmark)).toContain(`\`diff agent/templates/${benchmark}.ts agent/agent.ts\``);
  });

  test("has the parts that a supplement is made of", async () => {
    const titles = [...(await programOf(benchmark)).matchAll(/^### (.+)$/gm)].map(([, title = ""]) => title);
    for (const part of ["Tasks and traces", "What to edit", "Never", "Questions to ask of a failing trace"]) {
      expect(titles).toContain(part);
    }
    expect(titles.some((title) => title.startsWith("Techniques"))).toBe(true);
  });

  test("forbids what is the harness's", async () => {
    const program = await programOf(benchmark);
    const never = program.slice(program.indexOf("### Never"));
    for (const word of [
      "infrastructure",
      "AGENT_MODEL",
      "AGENT_REASONING_EFFORT",
      "Install packages",
      "Search the web",
    ]) {
      expect(never).toContain(word);
    }
    expect(never).toContain("any trace outside `workspace/traces/latest/`");
  });
});

describe("the base", () => {
  const read = async () => await readFile(join(packageRoot, relativePaths.programTemplates, "base.md"), "utf8");

  function section(program: string, title: string): string {
    const start = program.indexOf(`## ${title}\n`);
    const end = program.indexOf("\n## ", start + 1);
    return program.slice(start, end < 0 ? undefined : end);
  }

  test("gives the coding agent the two files that are its own, and lists the others", async () => {
    const [own = "", others = ""] = section(await read(), "Files").split("Yours to read only");
    const listed = (text: string) =>
      [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, path = ""]) => path.replace(/\/$/, ""));
    expect(listed(own)).toEqual(ownedByCodingAgent);
    const published = Object.entries(relativePaths).filter(([, path]) => path.startsWith("workspace/"));
    const missing = published.map(([, path]) => path).filter((path) => !ownedByCodingAgent.includes(path));
    expect(listed(others)).toEqual(expect.arrayContaining(missing.filter((path) => path !== relativePaths.traces)));
  });

  test("has the exit codes of the gate as they are", async () => {
    const row = section(await read(), "Commands")
      .split("\n")
      .find((line) => line.includes("gate --fixes"));
    const { done, rejected, config, infrastructure } = exitCodes;
    expect(row).toContain(
      `${done} accepted; ${rejected} rejected or inconclusive; ${config} set-up; ${infrastructure} infrastructure`,
    );
  });

  test("has seven steps and seven rules", async () => {
    const program = await read();
    const numbers = (title: string) => [...section(program, title).matchAll(/^(\d)\. /gm)].map(([, number]) => number);
    expect(numbers("One iteration")).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(numbers("Rules")).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  });

  test("has the format of learnings as the harness writes it", async () => {
    const entry = formatLearningsEntry({
      ...{ iteration: 3, before: 0.5, after: 0.75, accepted: true },
      ...{ whatChanged: "a", patternConfirmed: "b", whatWorked: "c", needsFromHuman: "none" },
    });
    const formats = section(await read(), "Formats");
    const fields = (text: string) => [...text.matchAll(/^ *\*\*([^*:]+):\*\*/gm)].map(([, field]) => field);
    expect(fields(formats)).toEqual(fields(entry));
    const [title = ""] = /## Iteration.*/.exec(formats) ?? [];
    const asWritten = title.replace("N", "3").replace("X.XX", "0.50").replace("Y.YY", "0.75");
    expect(entry).toContain(`\n${asWritten}\n`);
  });

  test("has the columns of results.tsv", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "results.tsv");
    await appendResult(file, {
      iteration: 0,
      valScore: 1,
      commit: "baseline",
      evalsPassed: 0,
      evalsTotal: 0,
      at: new Date(),
    });
    const columns = (await readFile(file, "utf8")).split("\n")[0]?.split("\t") ?? [];
    expect(section(await read(), "Formats")).toContain(columns.map((column) => `\`${column}\``).join(", "));
  });

  test("has suite.json and train_results.json as their parsers read them", async () => {
    await using folder = await temporaryFolder();
    const formats = section(await read(), "Formats");
    const example = (name: string) => {
      const [, json = ""] = new RegExp(`\`workspace/${name}\`: \`([^\`]+)\``).exec(formats) ?? [];
      const filled = json.replace("[ids]", '["a"]').replace("{id: reward}", '{"a": 1}');
      return filled.replace("…", '"2026-01-02T03:04:05+00:00"');
    };
    const written = async (name: string) => {
      const file = join(folder.path, name);
      await writeFile(file, example(name));
      return file;
    };
    expect(await readSuite(await written("suite.json"))).toMatchObject({ tasks: ["a"], threshold: 0.8 });
    expect(await readTrainResults(await written("train_results.json"))).toMatchObject({ results: { a: 1 } });
  });

  test("has the fields of analysis.json by their names", async () => {
    const formats = section(await read(), "Formats");
    const shape = formats.slice(formats.indexOf("`workspace/analysis.json`"));
    const { tasks, clusters } = trainAnalysisSchema.shape;
    const fields = [
      ...Object.keys(trainAnalysisSchema.shape).filter((name) => name !== "label"),
      ...[...Object.keys(clusters.element.shape), ...Object.keys(tasks.element.shape)],
      ...["trace", "ending", "verifier", "firstFailure", "repeated", "unfinished", "parts"],
      ...changes,
    ];
    expect(fields.filter((field) => !shape.includes(`\`${field}\``))).toEqual([]);
    expect(Object.keys(tasks.element.shape.trials.element.shape)).toEqual(
      expect.arrayContaining(["trace", "ending", "verifier", "firstFailure", "repeated", "unfinished", "parts"]),
    );
    expect(Object.keys(endingSchema.shape)).toContain("kind");
  });
});

test("the supplement for terminal-bench has the bundled agent's own targets and numbers", async () => {
  const source = await readFile(join(packageRoot, "agent/templates/terminal-bench.ts"), "utf8");
  const program = await readFile(join(packageRoot, "program_templates/terminal-bench.md"), "utf8");
  const targets = [...program.matchAll(/^\| `([A-Za-z_.]+)(?:\(\))?` +\|/gm)].map(([, target = ""]) => target);
  expect(targets).toHaveLength(8);
  for (const target of targets) {
    const name = target.replace("HarnessAgent.", "");
    expect(source).toMatch(new RegExp(`^(?:export (?:const|function) |  async )${name}\\b`, "m"));
  }
  const constant = (name: string) => Number(new RegExp(`^export const ${name} = (\\d+);`, "m").exec(source)?.[1]);
  expect([constant("MAX_STEPS"), constant("MAX_OUTPUT_CHARS"), constant("COMMAND_TIMEOUT_SEC")]).toEqual([
    80, 8000, 120,
  ]);
  expect(program).toContain("model calls per task, 80");
  expect(program).toContain("sees, 8000: head and tail are kept");
  expect(program).toContain("seconds per command, 120");
  expect([...source.matchAll(/^ {6}name: "(\w+)"/gm)].map(([, name]) => name)).toEqual(["bash"]);
  for (const range of ["+10–20 %", "+5–10 %", "+3–5 %", "+2–5 %"]) expect(program).toContain(range);
});
