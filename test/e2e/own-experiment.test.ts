// A person's own experiment: a config, a key, an OpenAI-compatible server, a git repository. The built-in coding agent
// edits, the gate accepts, adopt commits; the key is nowhere but in the calls to the server.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRehearsalUpstream } from "../../src/gateway/rehearsal/upstream.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { codingModel, renamed } from "../helpers/coding-model.ts";
import { openAiServer } from "../helpers/openai-server.ts";

const key = "sk-test-5a2f9c1e7b";

const lastRule = "- When the task is done, answer with a short text and without a tool call.`;";
const planning = "- Before you act, write a to-do list of every requirement, and work through all of it.`;";

const coder = [
  { tool: "read_file", args: { path: "workspace/train_results.json" } },
  {
    tool: "edit_file",
    args: { path: "agent/agent.ts", old_text: lastRule, new_text: `${lastRule.slice(0, -2)}\n${planning}` },
  },
  { tool: "benchmark", args: {} },
  { tool: "gate", args: {} },
  {
    tool: "edit_file",
    args: {
      path: "workspace/learnings.md",
      old_text: "Newest last.",
      new_text: "Newest last.\n\n## Iteration 1 — val_score: 0.33 → 1.00 ✓\n\n**What changed:** it plans",
    },
  },
  { tool: "finish", args: { summary: "plan before acting" } },
];

// Two thirds of them need a plan, the others pass as they are.
const tasks = [
  ...[
    "cron-move-jobs",
    "migrate-ini-config",
    "shared-folder-permissions",
    "sqlite-orders-repair",
    "monthly-sales-report",
  ],
  ...["worker-control-script", "git-recover-lost-work", "serve-inventory-api", "repair-c-build"],
];

test("a config and a key run a person's own experiment to an adopted commit", async () => {
  await using scene = await openCliScene();
  const rehearsal = await openRehearsalUpstream({ playbooks: join(import.meta.dirname, "../../datasets/starter") });
  await using server = await openAiServer({
    worker: renamed(rehearsal, "rehearsal/starter"),
    coder: codingModel(coder),
  });
  const git = async (...args: string[]) => {
    const identity = ["-c", "user.name=Person", "-c", "user.email=person@example.org"];
    const result = await runCommand(["git", ...identity, ...args], {
      cwd: scene.folder,
      signal: AbortSignal.timeout(60_000),
    });
    expect(result).toMatchObject({ exitCode: 0 });
    return result.stdout;
  };
  await git("init", "--quiet", "--initial-branch", "main");
  await writeFile(join(scene.folder, ".gitignore"), ".runs/\n.env\n");
  await writeFile(join(scene.folder, ".env"), `OPENAI_API_KEY=${key}\n`);
  await git("add", ".gitignore");
  await git("commit", "--quiet", "--message", "start");
  const config = [
    "benchmark: terminal-bench",
    "dataset: starter",
    "agent_model: worker",
    "reasoning_effort: low",
    "coding_agent_model: coder",
    `base_url: ${server.baseUrl}`,
    "prices: { worker: { input: 1, output: 4 }, coder: { input: 2, output: 8 } }",
    "max_concurrency: 2",
    `task_ids: [${tasks.join(", ")}]`,
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);

  const unbudgeted = await scene.run(["start", "--iterations", "1"]);
  expect(unbudgeted).toMatchObject({ exitCode: 2 });
  expect(unbudgeted.stdout).toMatch(/a night is at most \d+ trials/);
  expect(unbudgeted.stderr).toMatch(/a live model needs a budget/);
  expect(server.calls).toEqual([]);

  const night = await scene.run(["start", "--iterations", "1", "--budget", "5"], { timeoutMs: 900_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toMatch(/iteration 1: ACCEPTED \(improvement\) — plan before acting/);
  expect(night.stdout).not.toMatch(/rehearsal/);
  expect(new Set(server.calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${key}`]));
  const efforts = server.calls.filter(({ model }) => model === "worker").map(({ effort }) => effort);
  expect(new Set(efforts)).toEqual(new Set(["low"]));

  const rows = (await readFile(join(scene.folder, "workspace/results.tsv"), "utf8")).trim().split("\n");
  expect(rows).toHaveLength(3);
  const [before, after] = rows.slice(1).map((row) => Number(row.split("\t")[1]));
  expect(after).toBeGreaterThan(before ?? 1);
  expect(await readFile(join(scene.folder, "workspace/learnings.md"), "utf8")).toMatch(/## Iteration 1 .*✓/);
  expect((await scene.run(["status"])).stdout).toMatch(/spent: (\$0\.\d\d|<\$0\.01)/);

  const shown = await scene.run(["analysis"]);
  expect(shown).toMatchObject({ exitCode: 0, stderr: "" });
  expect(shown.stdout).toMatch(/^# Analysis of the last train run\n/);
  expect(shown.stdout).toContain("## What changed against the accepted agent");
  const split = await readSplit(layout({ root: scene.folder, experiment: "main" }).host.splitFile);
  const [page = "", data = ""] = await Promise.all(
    ["analysis.md", "analysis.json"].map(async (name) => await readFile(join(scene.folder, "workspace", name), "utf8")),
  );
  expect(split?.train.filter((task) => !data.includes(task))).toEqual([]);
  expect(split?.test.filter((task) => `${shown.stdout}${page}${data}`.includes(task))).toEqual([]);

  const record = ["record", "--val-score", String(after), "--evals-passed", "0", "--evals-total", "0"];
  expect(await scene.run(record)).toMatchObject({ exitCode: 0 });
  expect(await scene.run(["record", "--val-score", "0.9999"])).toMatchObject({ exitCode: 1 });

  // By hand: the incumbent itself is nothing to judge.
  expect(await scene.run(["gate", "--budget", "5"])).toMatchObject({ exitCode: 2 });
  expect(await scene.run(["adopt"])).toMatchObject({ exitCode: 0 });
  expect(await git("log", "--format=%s", "--name-only", "-1")).toMatch(
    /^Adopt the agent of experiment main.*\n\nagent\/agent\.ts\n$/,
  );
  expect(await git("show", "HEAD:agent/agent.ts")).toContain(planning.slice(0, -2));

  expect(await filesWith(scene.folder, key)).toEqual([join(scene.folder, ".env")]);
  expect(night.stdout + night.stderr).not.toContain(key);
  expect(await scene.leftovers()).toEqual([]);
}, 1_200_000);

async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.map(async (file) => ((await readFile(file)).includes(text) ? [file] : [])));
  return found.flat();
}
