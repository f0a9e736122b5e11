// init without its three tasks: what it asks, writes and refuses.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { init } from "../../../src/commands/init.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { commandContext, type HeardContext } from "../../helpers/command-context.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

async function scene(): Promise<TemporaryFolder & { context: HeardContext }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, "sums.csv"), "question,answer\n1+1?,2\n2+2?,4\n");
  return { ...folder, context: await commandContext(folder.path) };
}

const flags = { try: "0" };

test("writes five files and says what it found, why, and what comes next", async () => {
  await using own = await scene();
  expect(await init.run(flags, own.context)).toBe(0);
  expect(own.context.heard).toEqual([
    "found: 2 rows with a question (`question`) and an answer (`answer`)",
    "found: no column names each row once: ids are q1 and so on",
    "found: answers compared as: number (all answers are numbers)",
    "found: few tasks: a gate tells little with fewer than 20",
    "model: gpt-5.2 (no key is there yet; --model names another)",
    "  sums/tasks.jsonl  2 tasks",
    "  sums/bench.mjs  asks and scores (number)",
    "  experiment_config.yaml  the experiment",
    "  agent/templates/sums.ts  the agent as it begins",
    "  program_templates/sums.md  what the coding agent is told of this benchmark: add what you know",
    "wrote 5 files",
    "put into .gitignore: .env .runs/",
    "next: `auto-harness check` (are the tasks fit to score by?), then `auto-harness start --budget 5`",
  ]);
  expect((await readdir(own.path)).sort()).toEqual([
    ...["agent", "experiment_config.yaml", "program_templates", "sums", "sums.csv"],
  ]);
});

test("asks a person once, and writes nothing where the answer is no", async () => {
  await using own = await scene();
  const asked: string[] = [];
  const environment = await openEnvironment({ file: join(own.path, ".env"), variables: {}, terminal: true });
  const ask = async (question: string) => {
    asked.push(question);
    return asked.length > 1;
  };
  const context = { ...own.context, environment, ask };
  expect(await init.run(flags, context)).toBe(0);
  expect(await readdir(own.path)).toEqual(["sums.csv"]);
  expect(own.context.heard.at(-1)).toBe("nothing was written");
  expect(await init.run(flags, context)).toBe(0);
  expect(asked).toEqual(["Write these 5 files?", "Write these 5 files?"]);
  expect(await readdir(join(own.path, "sums"))).toHaveLength(2);
});

test("replaces nothing that is there unless it is told to", async () => {
  await using own = await scene();
  const config = join(own.path, "experiment_config.yaml");
  await writeFile(config, "# mine\n");
  await expect(init.run(flags, own.context)).rejects.toMatchObject({
    ...{
      code: "file-there",
      message: "experiment_config.yaml is there already, and nothing was written: --force replaces them",
    },
  });
  expect((await readdir(own.path)).sort()).toEqual(["experiment_config.yaml", "sums.csv"]);
  expect(await readFile(config, "utf8")).toBe("# mine\n");
  expect(await init.run({ ...flags, force: true }, own.context)).toBe(0);
  expect(await readFile(config, "utf8")).toContain("benchmark: command\n");
});

test("names the model of the key that is there, or the one it is told", async () => {
  await using own = await scene();
  const variables = { ANTHROPIC_API_KEY: "sk-ant" };
  const environment = await openEnvironment({ file: join(own.path, ".env"), variables, terminal: false });
  await init.run(flags, { ...own.context, environment });
  const config = async () => await readFile(join(own.path, "experiment_config.yaml"), "utf8");
  expect(await config()).toContain("agent_model: claude-sonnet-5\n");
  await init.run({ ...flags, force: true, model: "openrouter/a: b" }, own.context);
  expect(await config()).toContain('agent_model: "openrouter/a: b"\n');
});

test.each([
  [{ try: "three" }, /--try three: expected a number/],
  [{ try: "-1" }, /--try -1: expected a whole number from 0 to 100/],
  [{ ...flags, compare: "fuzzy" }, /--compare fuzzy: expected exact, normalised, number/],
  [{ ...flags, name: "../up" }, /--name \.\.\/up: expected lower-case letters/],
  [{ ...flags, question: "nope" }, /and no nope: say which is the question with --question COLUMN/],
])("refuses %j before anything is written", async (wrong, message) => {
  await using own = await scene();
  await expect(init.run(wrong, own.context)).rejects.toMatchObject({
    fault: "config",
    message: expect.stringMatching(message),
  });
  expect(await readdir(own.path)).toEqual(["sums.csv"]);
});
