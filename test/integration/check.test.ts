// `auto-harness check` on a dataset with planted faults: in a folder without a config, and behind a config whose model
// has no key.

import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkReportSchema } from "../../src/check/admission.ts";
import { runStep } from "../helpers/actions-runner.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { plantedFaults, plantTasks } from "../helpers/planted-tasks.ts";

const none = expect.stringMatching(/^0\.\d+$/);
const refused = `5 refused: ${plantedFaults.join(", ")}`;

test("a dataset's tasks are admitted or refused by name in three trials each, and nothing is left behind", async () => {
  await using scene = await openCliScene();
  await plantTasks(join(scene.folder, "tasks"));

  const all = await scene.run(["check", "tasks", "--trials", "1", "--write"]);
  expect(all.exitCode).toBe(1);
  const lines = all.stdout.split("\n");
  const cells = lines.slice(0, 7).map((line) => line.split(/ {2,}/));
  const time = expect.stringMatching(/^\d+(\.\d)?$/);
  const size = expect.stringMatching(/^\d+$/);
  expect(cells).toEqual([
    ["task", "oracle", "nop", "forger", "twice", "copy", "processes", "s", "MB", "admission"],
    ["as-it-should-be", "1", "0", "0", "same", "alike", "none", time, size, "admitted"],
    ["flaky-verifier", none, "0", "0", "differs", "otherwise", "none", time, size, "REFUSED"],
    ["forgeable", "1", "0", "1", "same", "alike", "none", time, size, "REFUSED"],
    ["no-tests", "-", "-", "-", "-", "-", "-", "-", "-", "REFUSED"],
    ["nop-passes", "1", "1", "1", "same", "alike", "none", time, size, "REFUSED"],
    ["oracle-fails", "0", "0", "0", "same", "alike", "none", time, size, "REFUSED"],
  ]);
  expect(lines).toContainEqual(expect.stringMatching(/^no-tests: .*tests\/test\.sh is missing or can't be read$/));
  expect(lines).toContainEqual(
    expect.stringMatching(/^flaky-verifier: its verifier gave 0\.\d+ and 0\.\d+ for one state/),
  );
  expect(lines).toContain("forgeable: writing the reward beforehand earned 1, expected 0");
  expect(lines).toContain("nop-passes: doing nothing earned 1, expected 0");
  expect(lines).toContain("oracle-fails: the reference solution earned 0, expected 1 (solve.sh exited 1: no luck)");
  expect(lines.at(-2)).toBe(`1 of 6 tasks admitted; ${refused}`);
  expect((await readdir(join(scene.folder, "tasks"))).filter((name) => name.includes("."))).toEqual([
    ...["quarantine.yaml", "verification.json"],
  ]);

  // What it has kept: later runs leave those tasks out, and say so.
  const kept = ["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter", ""];
  await writeFile(join(scene.folder, "experiment_config.yaml"), kept.join("\n"));
  const later = await scene.run(["benchmark", "--agent", "nop"]);
  expect(later.stdout).toMatch(/\nnop: 0\/1\n$/);
  for (const name of plantedFaults) expect(later.stdout).toContain(`${name}: left out by quarantine.yaml: `);

  const good = await scene.run(["check", "tasks", "--task-ids", "as-*", "--agent", "oracle", "--json"]);
  expect(good.exitCode).toBe(0);
  expect(checkReportSchema.parse(JSON.parse(good.stdout))).toMatchObject({
    ...{ version: 2, exitCode: 0, benchmark: "terminal-bench", agents: ["oracle"], trials: 2 },
    tasks: [
      {
        ...{ task: "as-it-should-be", file: join(scene.folder, "tasks/as-it-should-be/task.toml") },
        ...{ oracle: { expected: 1, rewards: [1, 1] }, twice: "same", copy: "alike", processes: "none" },
      },
    ],
  });
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);

test("an experiment's tasks are checked without its model's key, and its files stay as they are", async () => {
  await using scene = await openCliScene();
  await plantTasks(join(scene.folder, "tasks"));
  const config = [
    "benchmark: terminal-bench",
    "dataset: ./tasks",
    "agent_model: gpt-5",
    "exclude_task_ids: [no-tests, flaky-verifier, forgeable]",
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);
  const env = { OPENAI_API_KEY: undefined };

  const nop = await scene.run(["check", "--agent", "nop", "--trials", "1", "--json"], { env });
  expect(nop.exitCode).toBe(1);
  expect(checkReportSchema.parse(JSON.parse(nop.stdout)).tasks).toMatchObject([
    { task: "as-it-should-be", admission: "admitted", oracle: null },
    { task: "nop-passes", admission: "refused", nop: { rewards: [1] } },
    { task: "oracle-fails", admission: "admitted" },
  ]);
  expect((await readdir(scene.folder)).sort()).toEqual(["experiment_config.yaml", "tasks"]);

  const noEngine = await scene.run(["check"], { env: { ...env, DOCKER_HOST: "tcp://127.0.0.1:1" } });
  expect(noEngine).toMatchObject({ exitCode: 2, stdout: "" });
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);

test("the action marks the tasks that are refused, where a person would mend them", async () => {
  await using scene = await openCliScene();
  await plantTasks(join(scene.folder, "data/tasks"));
  const chosen = { "task-ids": "as-*,no-*,nop-*,oracle-*", trials: "1" };
  const inputs = { command: "check", "working-directory": "data", dataset: "tasks", concurrency: "2", ...chosen };
  const step = await runStep({ workspace: scene.folder, inputs, env: scene.env });
  expect(step).toMatchObject({ exitCode: 1, outputs: { "exit-code": "1", verdict: "failed" } });
  const summary = "1 of 4 tasks admitted; 3 refused: no-tests, nop-passes, oracle-fails";
  expect(step.outputs["headline"]).toBe(summary);
  expect(step.commands.map(({ name, properties }) => [name, properties["file"], properties["title"]])).toEqual(
    ["no-tests", "nop-passes", "oracle-fails"].map((id) => [
      ...["error", `data/tasks/${id}/task.toml`, `task ${id} is refused`],
    ]),
  );
  expect(step.commands[2]?.message).toMatch(
    /^the reference solution earned 0, expected 1 \(solve\.sh exited 1: no luck\)\n/,
  );
  expect(step.summary).toMatch(
    /\| as-it-should-be \| 1 \| 0 \| 0 \| same \| alike \| none \| [\d.]+ \| \d+ \| admitted \| {2}\|/,
  );
  expect(step.summary).toContain("<details><summary>What the verifier of oracle-fails said</summary>");
  expect(checkReportSchema.parse(JSON.parse(step.files.json))).toMatchObject({ exitCode: 1, summary });
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);

test("a cancelled step ends its command in order, says so, and leaves no container", async () => {
  await using scene = await openCliScene();
  await plantTasks(join(scene.folder, "tasks"));
  await writeFile(join(scene.folder, "tasks/oracle-fails/solution/solve.sh"), "#!/bin/sh\nsleep 300\n");
  const inputs = { command: "check", dataset: "tasks", "task-ids": "oracle-fails" };
  const cancelWhen = (log: string) => log.includes("nop     0  oracle-fails");
  const step = await runStep({ workspace: scene.folder, inputs, env: scene.env, cancelWhen });
  expect(step).toMatchObject({ exitCode: 130, outputs: { "exit-code": "130", verdict: "interrupted" } });
  expect(step.commands.map(({ name, properties }) => [name, properties["title"]])).toEqual([
    ["error", "auto-harness check: interrupted"],
  ]);
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);

test("what can't be checked is one line, exit 2", async () => {
  await using scene = await openCliScene();
  await mkdir(join(scene.folder, "empty"));
  for (const [args, words] of [
    [["nowhere"], /nowhere is not there: expected a folder of tasks/],
    [["empty"], /empty holds no task/],
    [["starter", "--task-ids", "no-such-task"], /there is no such task/],
    [["starter", "--trials", "0"], /--trials 0: expected a whole number from 1/],
    [["starter", "--agent", "mine"], /--agent mine: expected oracle, nop or forger/],
    [["starter", "more"], /expected \[DATASET\], got starter more/],
  ] as const) {
    const { exitCode, stdout, stderr } = await scene.run(["check", ...args]);
    expect([args, exitCode, stdout]).toEqual([args, 2, ""]);
    expect(stderr).toMatch(words);
  }
});
