// What init finds in a person's folder, and which files it would write.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { configTables } from "../../../src/commands/config-tables.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { findSource } from "../../../src/init/find-source.ts";
import { nameFor, type PlannedFile, planFiles } from "../../../src/init/plan-files.ts";
import type { Compare, Source, Wishes } from "../../../src/init/source.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** A folder with these files, and what is found in it. */
async function found(files: Record<string, string>, named?: string, wishes: Wishes = {}): Promise<Source> {
  await using folder = await temporaryFolder();
  await write(folder.path, files);
  return await findSource(folder.path, named, wishes);
}

async function write(root: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function planned(files: Record<string, string>, named?: string, wishes?: Wishes): Promise<PlannedFile[]> {
  await using folder = await temporaryFolder();
  await write(folder.path, files);
  const source = await findSource(folder.path, named, wishes ?? {});
  return await planFiles(source, {
    ...{ name: nameFor(undefined, source.path), model: "some-model" },
    template: async (name) => await readFile(join(packageRoot, `agent/templates/${name}.ts`), "utf8"),
    supplement: async (name) => await readFile(join(packageRoot, `program_templates/${name}.md`), "utf8"),
    read: async (path) => await readFile(join(folder.path, path), "utf8"),
  });
}

const rows = '{"id": "a", "Prompt": "1+1?", "label": "2"}\n{"id": "b", "Prompt": "2+2?", "label": "4"}\n';

describe("data with questions and answers", () => {
  test("is found by its columns' names, in any case, with its own ids", async () => {
    expect(await found({ "data.jsonl": rows, "agent/x.jsonl": "no", "package.json": "{}" })).toEqual({
      ...{ kind: "rows", path: "data.jsonl", compare: "number" },
      tasks: [
        { id: "a", question: "1+1?", answer: "2" },
        { id: "b", question: "2+2?", answer: "4" },
      ],
      why: [
        "2 rows with a question (`Prompt`) and an answer (`label`)",
        "ids from `id`",
        "answers compared as: number (all answers are numbers)",
        "few tasks: a gate tells little with fewer than 20",
      ],
    });
  });

  test.each([undefined, "mine"])("is found whatever the case of its file's ending (named: %s)", async (named) => {
    const folder = named === undefined ? "" : `${named}/`;
    expect(await found({ [`${folder}DATA.JSONL`]: rows }, named)).toMatchObject({ path: `${folder}DATA.JSONL` });
  });

  test("may be CSV or a JSON list; rows without an answer are left out and counted", async () => {
    const csv = 'question,expected,level\n"What, exactly?",Paris,1\nWho?,,2\nWhere?,"Rome\nor so",3\n';
    const source = await found({ "data.csv": csv });
    expect(source).toMatchObject({
      compare: "exact",
      tasks: [
        { id: "q1", question: "What, exactly?", answer: "Paris" },
        { id: "q2", question: "Where?", answer: "Rome\nor so" },
      ],
    });
    expect(source.why).toContain("1 rows without one are left out");
    expect(await found({ "x.json": '[{"input": {"n": 1}, "output": ["one", "1"]}]' })).toMatchObject({
      ...{ compare: "normalised", tasks: [{ id: "q1", question: { n: 1 }, answer: ["one", "1"] }] },
    });
  });

  test("has the columns that a person names", async () => {
    const files = { "data.jsonl": '{"q": "?", "a": "x", "question": "no", "answer": "no"}' };
    expect(await found(files, "data.jsonl", { question: "q", answer: "a", compare: "exact" })).toMatchObject({
      ...{ compare: "exact", tasks: [{ question: "?", answer: "x" }] },
    });
  });

  test.each([
    [{ "d.jsonl": '{"x": 1}' }, "columns-unknown", /columns x, and none of question, .* --question COLUMN/],
    [{ "d.jsonl": '{"question": 1}' }, "columns-unknown", /--answer COLUMN/],
    [{ "d.jsonl": "[1]" }, "data-invalid", /d\.jsonl:1: expected a JSON object/],
    [{ "d.jsonl": "" }, "data-invalid", /has no rows/],
    [{ "d.json": "{}" }, "data-invalid", /expected a JSON list of objects/],
    [{ "d.csv": "question,answer\n1\n" }, "data-invalid", /d\.csv:2: 1 cells, but the header has 2/],
    [{ "d.jsonl": '{"question": "", "answer": ""}' }, "data-invalid", /no row of d\.jsonl has both/],
    [{ "d.jsonl": rows, "e.csv": "" }, "source-unclear", /several things .*: d\.jsonl, e\.csv\. Name one/],
    [{}, "source-unclear", /nothing in .* looks like a benchmark. Name it: auto-harness init PATH/],
  ])("%j is refused with what to do", async (files, code, message) => {
    await expect(found(files)).rejects.toMatchObject({
      fault: "config",
      code,
      message: expect.stringMatching(message),
    });
  });

  test("that is not there, or lies elsewhere, is said by its path", async () => {
    await expect(found({}, "none.jsonl")).rejects.toMatchObject({ code: "source-missing" });
    await expect(found({}, "/etc")).rejects.toMatchObject({ code: "source-missing" });
  });
});

describe("tasks in Harbor's format", () => {
  test("are found as a folder, or as the root itself", async () => {
    const files = { "tasks/one/task.toml": "", "data.txt": "" };
    expect(await found(files)).toMatchObject({ kind: "harbor", path: "tasks" });
    expect(await found({ "one/task.toml": "" }, ".")).toMatchObject({ kind: "harbor", path: "" });
  });

  test("become a config, a template and a supplement by the folder's name", async () => {
    const files = await planned({ "My Tasks/one/task.toml": "" });
    expect(files.map(({ path }) => path)).toEqual([
      "experiment_config.yaml",
      "agent/templates/My Tasks.ts",
      "program_templates/My Tasks.md",
    ]);
    const { benchmark, benchmarkOptions } = configIn(files);
    expect({ benchmark, benchmarkOptions }).toMatchObject({
      ...{ benchmark: "terminal-bench", benchmarkOptions: { dataset: "./My Tasks" } },
    });
  });
});

describe("a program", () => {
  test("in a folder of its own is run there; one in the root is copied into one", async () => {
    const apart = await planned({ "mine/bench.py": "print()", "mine/tasks.jsonl": '{"id": 1}' }, "mine");
    expect(apart.map(({ path }) => path)).toEqual([
      ...["experiment_config.yaml", "agent/templates/mine.ts", "program_templates/mine.md"],
    ]);
    expect(configIn(apart).benchmarkOptions).toMatchObject({
      ...{ program_folder: "./mine", run_command: "python bench.py", tasks_file: "tasks.jsonl" },
      program_image: "python:3.13-slim-trixie",
    });
    const copied = await planned({ "bench.py": "print()" });
    expect(copied[0]).toMatchObject({ path: "bench/bench.py", content: "print()" });
  });

  test("has the commands that a person names, and its Dockerfile instead of an image", async () => {
    const files = { "mine/x.py": "", "mine/Dockerfile": "FROM python:3.13-slim-trixie" };
    expect(await found(files, "mine/x.py", { run: "python x.py -r", list: "python x.py -l" })).toMatchObject({
      ...{ kind: "program", keys: { run_command: "python x.py -r", list_command: "python x.py -l" } },
    });
  });
});

describe("the files", () => {
  test("of data are a config that the schema takes, tasks, a scorer, a template and a supplement", async () => {
    const files = await planned({ "data.jsonl": rows });
    expect(files.map(({ path }) => path)).toEqual([
      ...["data/tasks.jsonl", "data/bench.mjs", "experiment_config.yaml"],
      ...["agent/templates/data.ts", "program_templates/data.md"],
    ]);
    expect(configIn(files)).toMatchObject({
      ...{ benchmark: "command", agent_model: "some-model" },
      benchmarkOptions: { program_folder: "./data", tasks_file: "tasks.jsonl", run_command: "node bench.mjs" },
    });
    const supplement = files.find(({ path }) => path.endsWith(".md"))?.content;
    expect(supplement).toContain("`diff agent/templates/data.ts agent/agent.ts`");
    expect(files[0]?.content).toBe(
      '{"id":"a","question":"1+1?","answer":"2"}\n{"id":"b","question":"2+2?","answer":"4"}\n',
    );
  });

  test.each([
    ["data.jsonl", "data"],
    ["some/Big Data.v2.csv", "big-data-v2"],
    ["command.jsonl", "my-command"],
    ["…", "own"],
  ])("of %s are called %s", (path, name) => {
    expect(nameFor(undefined, path)).toBe(name);
  });

  test("are called as a person says, where that is a name", () => {
    expect(nameFor("mine-2", "data.jsonl")).toBe("mine-2");
    for (const name of ["../x", "base", "terminal-bench", "", "A"]) {
      expect(() => nameFor(name, "data.jsonl")).toThrow(/--name/);
    }
  });
});

describe("the scorer", () => {
  /** What it gives an answer to a question whose right answer is this one. */
  async function score(compare: Compare, right: unknown, answer: unknown): Promise<number> {
    const files = await planned({ "d.jsonl": JSON.stringify({ question: "?", answer: right }) }, "d.jsonl", {
      compare,
    });
    await using folder = await temporaryFolder();
    await write(folder.path, Object.fromEntries(files.map(({ path, content }) => [path, content])));
    expect(await readdir(join(folder.path, "d"))).toEqual(["bench.mjs", "tasks.jsonl"]);
    const child = spawn("node", ["bench.mjs", "q1"], {
      cwd: join(folder.path, "d"),
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.write(`${JSON.stringify({ answer })}\n`);
    const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
    expect(printed.split("\n")[0]).toBe('{"ask":"?"}');
    return JSON.parse(printed.split("\n")[1] ?? "").q1;
  }

  test.each<[Compare, unknown, unknown, number]>([
    ["exact", "a b", " a b\n", 1],
    ["exact", "a b", "A b", 0],
    ["exact", { a: 1 }, '{"a":1}', 1],
    ["normalised", "New  York", "new york.", 1],
    ["normalised", "yes", "no", 0],
    ["normalised", ["colour", "color"], "“Color”", 1],
    ["normalised", "yes", "", 0],
    ["number", 12, "It is 12.", 1],
    ["number", "1,234.5", "1234.50", 1],
    ["number", "$1,200", "first 3, then 1200", 1],
    ["number", 0.1, ".1", 1],
    ["number", -5, "-5", 1],
    ["number", 12, "13", 0],
    ["number", 12, "", 0],
    ["number", 12, { n: 12 }, 1],
  ])("%s: %j is heard as %j: %d", async (compare, right, answer, reward) => {
    expect(await score(compare, right, answer)).toBe(reward);
  });
});

function configIn(files: readonly PlannedFile[]) {
  const { content } = files.find(({ path }) => path === "experiment_config.yaml") ?? { content: "" };
  return parseConfig(content, { file: "experiment_config.yaml", tables: configTables });
}
