// docs/own-benchmark.md, done as it stands; and a newcomer's clock, from a file of questions to the first iteration.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";
import { codingModel } from "../helpers/coding-model.ts";
import { openAiServer } from "../helpers/openai-server.ts";
import { readPage } from "../helpers/read-page.ts";
import { columnRule, sumsModel } from "../helpers/sums-model.ts";

const page = join(import.meta.dirname, "../../docs/own-benchmark.md");
const lastRule = "- Where the question says what an answer looks like, keep to it exactly.`;";
const betterRule = `${lastRule.slice(0, -2)}\n${columnRule}\`;`;

test("the page adds a benchmark in under 30 lines that is checked, measured and gated", async () => {
  await using scene = await openCliScene();
  await using server = await openAiServer({ "gpt-5.2": sumsModel() });
  const { files, commands } = await readPage(page);
  const { "my-benchmark/bench.py": program = "", "experiment_config.yaml": config = "" } = files;
  expect(`${program}${config}`.trim().split("\n").length).toBeLessThan(30);
  expect(commands.map((words) => words[0])).toEqual(["check", "prepare", "gate"]);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(scene.folder, path)), { recursive: true });
    await writeFile(join(scene.folder, path), content);
  }
  const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: "sk-test" };
  const [check = [], prepare = [], gate = []] = commands;

  const checked = await scene.run(check, { env, timeoutMs: 600_000 });
  expect(checked).toMatchObject({ exitCode: 0 });
  expect(checked.stdout).toContain("12 of 12 tasks admitted");

  const prepared = await scene.run(prepare, { env, timeoutMs: 600_000 });
  expect(prepared).toMatchObject({ exitCode: 0, stderr: "" });
  expect(prepared.stdout).toContain("made agent/agent.ts from agent/templates/command.ts");

  const agentFile = join(scene.folder, "agent/agent.ts");
  await writeFile(agentFile, (await readFile(agentFile, "utf8")).replace(lastRule, betterRule));
  const gated = await scene.run(gate, { env, timeoutMs: 600_000 });
  expect(gated.stdout).toMatch(/ACCEPTED/);
  expect(gated).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await readFile(join(scene.folder, "workspace/results.tsv"), "utf8")).trim().split("\n")).toHaveLength(3);

  expect(await scene.leftovers()).toEqual([]);
}, 1_200_000);

test("the page's benchmark in TypeScript is measured as it stands", async () => {
  await using scene = await openCliScene();
  await using server = await openAiServer({ "gpt-5.2": sumsModel() });
  const { "word-lengths.ts": source = "" } = (await readPage(page)).files;
  await writeFile(join(scene.folder, "word-lengths.ts"), source);
  const config = "benchmark: ./word-lengths.ts\nagent_model: gpt-5.2\n";
  await writeFile(join(scene.folder, "experiment_config.yaml"), config);
  const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: "sk-test" };
  const prepared = await scene.run(["prepare", "--budget", "5"], { env, timeoutMs: 600_000 });
  expect(prepared).toMatchObject({ exitCode: 0, stderr: "" });
  expect(server.calls).toHaveLength(4);
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);

test("a newcomer gets from a file of questions to the first iteration in a few minutes", async () => {
  await using scene = await openCliScene();
  const coder = codingModel([
    { tool: "edit_file", args: { path: "agent/agent.ts", old_text: lastRule, new_text: betterRule } },
    { tool: "gate", args: {} },
    { tool: "finish", args: { summary: "add column by column" } },
  ]);
  await using server = await openAiServer({ "gpt-5.2": sumsModel(), coder });
  const questions = Array.from({ length: 12 }, (_, n) => ({
    question: `What is ${37 * n + 5} + ${91 * n + 8}?`,
    answer: 128 * n + 13,
  }));
  await writeFile(join(scene.folder, "sums.jsonl"), questions.map((row) => JSON.stringify(row)).join("\n"));
  const began = performance.now();

  const canned = await scene.run(["init", "--yes"], { env: { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined } });
  expect(canned).toMatchObject({ exitCode: 0, stderr: "" });
  expect(canned.stdout).toContain("3 of 12 tasks with agent/templates/sums.ts and a canned answer:");
  expect(canned.stdout).toMatch(/q01 {2}right answers: pass/);
  expect(canned.stdout).toMatch(/trace of q01:\n {4}asked {5}What is 5 \+ 8\?\n/);
  expect(await scene.run(["init", "--yes"])).toMatchObject({
    ...{ exitCode: 2, stderr: expect.stringContaining("there already, and nothing was written") },
  });

  await writeFile(join(scene.folder, ".env"), "OPENAI_API_KEY=sk-test\n");
  const config = join(scene.folder, "experiment_config.yaml");
  await writeFile(
    config,
    `${await readFile(config, "utf8")}base_url: ${server.baseUrl}\ncoding_agent_model: coder\nprices: { coder: { input: 1, output: 1 } }\n`,
  );
  const night = await scene.run(["start", "--iterations", "1", "--budget", "5"], { timeoutMs: 900_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toMatch(/iteration 1: ACCEPTED/);
  const minutes = (performance.now() - began) / 60_000;
  console.log(`a newcomer's clock: ${minutes.toFixed(1)} minutes from a file of questions to the first iteration`);
  expect(minutes).toBeLessThan(30);
  const program = await readFile(join(scene.folder, "PROGRAM.md"), "utf8");
  expect(program).toContain("`diff agent/templates/sums.ts agent/agent.ts`");
  expect(await scene.leftovers()).toEqual([]);
}, 1_200_000);
