// The action's script as GitHub runs it, and without GitHub: compare, replay and mistakes, which need no engine.

import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { inputVariable } from "../../../src/actions/inputs.ts";
import { runAction } from "../../../src/actions/run-action.ts";
import { writeCassette } from "../../../src/cassettes/cassette-folder.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import { readCommands, runStep } from "../../helpers/actions-runner.ts";
import { recordTrial, terminalAgent } from "../../helpers/recorded-trial.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

const ids = Array.from({ length: 12 }, (_, at) => `task-${at}`);

async function writeRewards(path: string, rewards: Readonly<Record<string, number>>): Promise<void> {
  const lines = Object.entries(rewards).map(([task, reward]) => JSON.stringify({ task, reward }));
  await writeFile(path, `${lines.join("\n")}\n`);
}

async function writeResults(folder: string): Promise<void> {
  await writeRewards(join(folder, "good.jsonl"), Object.fromEntries(ids.map((id) => [id, 1])));
  await writeRewards(join(folder, "bad.jsonl"), Object.fromEntries(ids.map((id) => [id, 0])));
}

test("a comparison that holds is a page, a notice and outputs", async () => {
  await using folder = await temporaryFolder();
  await writeResults(folder.path);
  const inputs = { command: "compare", a: "bad.jsonl", b: "good.jsonl", "fail-under": "-3pt", strict: "true" };
  const { exitCode, commands, outputs, summary, files } = await runStep({ workspace: folder.path, inputs });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ "exit-code": "0", verdict: "passed" });
  expect(summary).toMatch(/^## auto-harness compare: passed\n\n\*\*B is better than A by 100\.0 points /);
  expect(files.summary).toBe(summary);
  expect(JSON.parse(files.json)).toMatchObject({ version: 1, exitCode: 0, bar: { failed: false } });
  expect(commands).toEqual([
    {
      ...{ name: "notice", properties: { title: "auto-harness compare" } },
      message: expect.stringMatching(/^passed: B is shown not to be .*\nB is better than A by 100\.0 points \(95 % /),
    },
  ]);
  expect((await readdir(folder.path)).sort()).toEqual(["bad.jsonl", "good.jsonl"]);
});

test("one under the line fails the step with an error", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "results"));
  await writeResults(join(folder.path, "results"));
  const inputs = {
    command: "compare",
    "working-directory": "results",
    a: "good.jsonl",
    b: "bad.jsonl",
    "fail-under": "-3pt",
  };
  const { exitCode, commands, outputs, log } = await runStep({ workspace: folder.path, inputs });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ "exit-code": "1", verdict: "failed" });
  expect(commands.map(({ name, message }) => [name, message.split("\n")[0]])).toEqual([
    ["error", "FAILED: B is shown to be more than 3.0 points worse than A (at 95 %)."],
  ]);
  expect(log).toContain("\ncompare: failed: B is worse than A by 100.0 points");
});

test("without GitHub the page, the marks and the outputs are printed", async () => {
  await using folder = await temporaryFolder();
  await writeResults(folder.path);
  const script = join(import.meta.dirname, "../../../scripts/action.mjs");
  const { PATH } = process.env;
  const variables = { INPUT_COMMAND: "compare", INPUT_A: "bad.jsonl", INPUT_B: "good.jsonl", TMPDIR: folder.path };
  const child = spawn(process.execPath, [script], { cwd: folder.path, env: { PATH, ...variables } });
  const lines = (await text(child.stdout)).split("\n");
  expect(lines[0]).toMatch(/^compare: passed: B is better than A/);
  expect(lines).toContain("## auto-harness compare: passed");
  expect(lines).toContainEqual(expect.stringMatching(/^notice: auto-harness compare: B is better/));
  expect(lines).toContain("verdict: passed");
  expect(lines.filter((line) => line.startsWith("::"))).toEqual([]);
  const summary = lines.find((line) => line.startsWith("summary: "))?.slice("summary: ".length) ?? "";
  expect(await readFile(summary, "utf8")).toMatch(/^## auto-harness compare: passed\n/);
});

test("nothing that a file or a name holds becomes a command, an output or a mark", async () => {
  await using folder = await temporaryFolder();
  const names = [
    "::error::mine",
    "##[error]mine",
    "a\n::warning::mine",
    "b\rc",
    "::stop-commands::x",
    "@everyone | <b>",
    "100%0A",
  ];
  await writeRewards(join(folder.path, "a.jsonl"), Object.fromEntries(names.map((name) => [name, 0])));
  await writeRewards(join(folder.path, "b.jsonl"), Object.fromEntries(names.map((name) => [name, 1])));
  const compared = await runStep({
    workspace: folder.path,
    inputs: { command: "compare", a: "a.jsonl", b: "b.jsonl" },
  });
  expect(compared.exitCode).toBe(0);
  expect(compared.commands.map(({ name }) => name)).toEqual(["notice"]);
  expect(compared.summary).not.toMatch(/^::|<b>|@everyone/m);

  const gone = "::error title=x::gone\n::add-path::evil\n##[set-env name=X]y";
  const missing = await runStep({ workspace: folder.path, inputs: { command: "compare", a: "a.jsonl", b: gone } });
  expect(missing).toMatchObject({ exitCode: 2, outputs: { verdict: "config-error" } });
  expect(missing.commands.map(({ name }) => name)).toEqual(["error"]);
  expect(Object.keys(missing.outputs).sort()).toEqual([
    ...["exit-code", "folder", "headline", "json", "summary", "verdict"],
  ]);
});

test("a key is in nothing that a step leaves, whatever prints it", async () => {
  await using folder = await temporaryFolder();
  const secrets = ["sk-of-the-environment", "sk-of-the-file", "ghs_of_the_runner"];
  const [first = "", second = "", third = ""] = secrets;
  await writeFile(join(folder.path, ".env"), `ANTHROPIC_API_KEY=${second}\n`);
  const rewards = Object.fromEntries(secrets.map((secret) => [`task ${secret}`, 1]));
  await writeRewards(join(folder.path, `${first}.jsonl`), rewards);
  await writeRewards(
    join(folder.path, `${second}.jsonl`),
    Object.fromEntries(Object.keys(rewards).map((id) => [id, 0])),
  );
  const env = { OPENAI_API_KEY: first, GITHUB_TOKEN: third };
  for (const b of [`${second}.jsonl`, `gone-${third}`]) {
    const inputs = { command: "compare", a: `${first}.jsonl`, b };
    const { log, outputs, summary, files } = await runStep({ workspace: folder.path, inputs, env });
    const left = JSON.stringify([log, outputs, summary, files]);
    expect(secrets.filter((secret) => left.includes(secret))).toEqual([]);
    expect(left).toContain("[redacted]");
  }
});

test.each([
  [{ command: "dance" }, "input command: dance; expected one of check, compare, replay, night"],
  [{ command: "compare", dataset: "x" }, "input dataset is an input of check, not of compare"],
  [{ command: "replay", unboxed: "yes" }, "input unboxed: yes; expected true or false"],
  [
    { command: "compare", "working-directory": "gone" },
    "input working-directory: gone is not there; expected a folder of the workspace",
  ],
  [
    { command: "compare", a: "x.jsonl" },
    "expected A and B, got x.jsonl; `auto-harness compare --help` lists the options",
  ],
])("a mistake in %j is an error that says so, exit 2", async (inputs, message) => {
  await using folder = await temporaryFolder();
  const variables = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value] as const);
  const printed: string[] = [];
  const exitCode = await runAction({
    environment: { ...Object.fromEntries(variables), GITHUB_ACTIONS: "true", RUNNER_TEMP: folder.path },
    out: (line) => printed.push(line),
    ...{ signal: new AbortController().signal, leave: new AbortController().signal },
  });
  expect([exitCode, printed.includes("verdict: config-error")]).toEqual([2, true]);
  expect(readCommands(printed.join("\n")).map(({ name, message }) => ({ name, message }))).toEqual([
    { name: "error", message },
  ]);
});

test("recorded trials are replayed without an engine, and a divergence marks its cassette", async () => {
  await using folder = await temporaryFolder();
  const recorded = terminalAgent('await environment.exec("ls");');
  const methods = { exec: async () => ({ result: { exitCode: 0, stdout: "", stderr: "", timedOut: false } }) };
  const cassette = await recordTrial(recorded, { methods });
  const { code } = stripCandidate(recorded);
  const parts = { ...cassette.parts, benchmark: "terminal-bench", agent: sha256(code) };
  const file = await writeCassette(join(folder.path, "tapes"), { cassette: { ...cassette, parts }, code, secrets: [] });
  await writeFile(join(folder.path, "edited.ts"), terminalAgent('await environment.exec("ls -l");'));

  const inputs = { command: "replay", cassettes: "tapes", unboxed: "true" };
  const env = { DOCKER_HOST: "tcp://127.0.0.1:1" };
  const same = await runStep({ workspace: folder.path, inputs, env });
  expect(same).toMatchObject({
    exitCode: 0,
    commands: [],
    outputs: { headline: "1 trial replayed: 1 same, 0 diverged" },
  });
  expect(same.log).toContain("WITHOUT a box");

  const diverged = await runStep({ workspace: folder.path, inputs: { ...inputs, agent: "edited.ts" }, env });
  expect(diverged).toMatchObject({ exitCode: 1, outputs: { verdict: "failed" } });
  expect(diverged.commands).toEqual([
    {
      ...{
        name: "error",
        properties: { file: join("tapes", file), title: "alpha (train) diverges from its cassette" },
      },
      message: expect.stringMatching(/^differs at request 1 of 1: exec ls -l\n[\s\S]*\n\+ .*ls -l/),
    },
  ]);
  expect(diverged.summary).toContain("| alpha | train | 1 | unknown; 1 was recorded | DIVERGED |");
});
