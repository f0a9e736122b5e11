// A person's experiment on BIRD-Interact: real Postgres, environment and judge, real boxes, models that are programs
// behind an OpenAI-compatible server. By hand, command by command, and as a night with the rehearsal's coding agent.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { safeName } from "../../src/workspace/safe-name.ts";
import { readBirdTasks } from "../helpers/bird-dataset.ts";
import { asksFirst, birdModels, goldOf, submitsAtOnce } from "../helpers/bird-models.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { openUserScene, type UserScene } from "../helpers/user-scene.ts";

const key = "sk-test-5b1e90c2";
const tasks = await readBirdTasks();

/** Both categories. Those of the first line are guessed at, and so missed, unless the prompt says to ask. */
const guessed = ["seedbank_1", "seedbank_2", "pilotage_1", "pilotage_M_1", "tramway_1", "tramway_M_2"];
const known = ["seedbank_3", "pilotage_2", "tramway_2", "seedbank_M_3"];

async function openScene(mode: string, extra: readonly string[] = []): Promise<UserScene> {
  const models = birdModels({
    tasks,
    play: ({ instance_id: id }, instruction) => {
      if (submitsAtOnce.test(instruction)) return "misread";
      if (asksFirst.test(instruction)) return "ask";
      return guessed.includes(id) ? "misread" : "gold";
    },
  });
  const ids = `task_ids: [${[...guessed, ...known].join(", ")}]`;
  const config = ["benchmark: bird-interact", "dataset: synthetic", `mode: ${mode}`, "max_concurrency: 4", ids];
  return await openUserScene({ models, key, config: [...config, ...extra] });
}

/** Of every container of the scene that was seen while `work` went on: what the engine knows, and its first process. */
async function watched<T>(scene: CliScene, work: () => Promise<T>): Promise<{ result: T; seen: Map<string, string> }> {
  const seen = new Map<string, string>();
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      for (const [id, facts] of await scene.containers()) seen.set(id, facts);
      await sleep(300);
    }
  })();
  try {
    return { result: await work(), seen };
  } finally {
    over.abort();
    await watching;
  }
}

async function texts(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (path) => await readFile(path, "utf8")))).join("\n");
}

/** As it would stand in a file of JSON. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** What a person's folder holds outside .runs is what a coding agent is given. */
async function expectNothingGivenAway({ folder }: CliScene, train: readonly string[]): Promise<string> {
  const given = await texts(join(folder, "workspace"));
  for (const task of tasks) {
    const { instance_id: id, amb_user_query: question, query, truth } = task;
    expect(given).not.toContain(inJson(query));
    for (const source of truth.test_cases) expect(given).not.toContain(inJson(source));
    if (train.includes(id)) continue;
    expect(given).not.toMatch(new RegExp(`\\b${id}\\b`));
    expect(given).not.toContain(inJson(question));
    for (const phase of [1, 2] as const) {
      if (goldOf(task, phase) !== "") expect(given).not.toContain(inJson(goldOf(task, phase)));
    }
  }
  for (const id of train.filter((task) => guessed.includes(task))) {
    const before = await texts(join(folder, "workspace/traces/baseline", safeName(id)));
    const task = tasks.find(({ instance_id }) => instance_id === id);
    if (task !== undefined) expect(before).not.toContain(inJson(goldOf(task)));
  }
  expect(given).not.toMatch(/sol_sql|test_cases|sql_snippet|misreading/);
  expect(given).not.toContain(key);
  return given;
}

test("prepare, benchmark, gate and record by hand", async () => {
  await using opened = await openScene("c-interact", ["gate: strict-seed"]);
  const { scene } = opened;
  const file = (path: string) => join(scene.folder, path);

  const prepared = await scene.run(["prepare"]);
  expect(prepared).toMatchObject({ exitCode: 0, stderr: "" });
  expect(prepared.stdout).toMatch(/self-check: 10 reference solutions must earn 1 before a score counts/);
  expect(prepared.stdout).toMatch(
    /baseline: 4 of 10 pass; split 6 train \/ 4 test; test score 0\.5000 \(BIRD-Interact synthetic c-interact, user customer, prompts own v2; doing nothing earns 0\.0000\)/,
  );
  const { train, test: held } = JSON.parse(await readFile(file(".runs/main/split.json"), "utf8")) as Split;
  expect(await readFile(file("PROGRAM.md"), "utf8")).toMatch(/c-interact/);

  const benchmark = await scene.run(["benchmark"]);
  expect(benchmark).toMatchObject({ exitCode: 0, stderr: "" });
  const failed = train.filter((id) => guessed.includes(id)).toSorted();
  expect(benchmark.stdout).toContain(`failed (${failed.length}): ${failed.join(", ")}\nscore: 0.3333 over 6 tasks`);
  expect((await scene.run(["benchmark", "--task-ids", held[0] ?? ""])).exitCode).toBe(2);

  const agent = await readFile(file("agent/agent.ts"), "utf8");
  const rule = "- One submission ends your turn.";
  await writeFile(file("agent/agent.ts"), agent.replace(rule, `- Ask the user about every word first.\n${rule}`));
  const gate = await scene.run(["gate"]);
  expect(gate).toMatchObject({ exitCode: 0, stderr: "" });
  expect(gate.stdout).toMatch(/4 train tasks that failed before run again: 4 pass and enter the suite/);
  expect(gate.stdout).toMatch(
    /ACCEPTED \(improvement\): 0\.5000 -> 1\.0000 on the test split \(BIRD-Interact synthetic c-interact/,
  );
  for (const id of held) expect(gate.stdout).not.toContain(id);
  const record = /auto-harness (record[^`]+)`/.exec(gate.stdout)?.[1]?.split(" ") ?? [];
  expect(await scene.run(record)).toMatchObject({ exitCode: 0 });
  await expectNothingGivenAway(scene, train);
  expect(await scene.leftovers()).toEqual([]);
}, 900_000);

test("a night: a bad idea is rejected, a good one kept, and nothing of test tasks or ground truth is told", async () => {
  await using opened = await openScene("a-interact", ["iterations: 4"]);
  const { scene, server } = opened;
  const { result: night, seen } = await watched(
    scene,
    async () => await scene.run(["start", "--record", "../night", "--record-test"], { timeoutMs: 840_000 }),
  );
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout.match(/iteration \d: \w+ \([\w-]+\)/g)).toEqual([
    "iteration 1: REJECTED (harm)",
    "iteration 2: ACCEPTED (improvement)",
    "iteration 3: REJECTED (syntax-error)",
    "iteration 4: REJECTED (forbidden-file)",
  ]);
  expect(night.stdout).toMatch(/test score: 0\.5000 -> 1\.0000/);

  const { train } = JSON.parse(await readFile(join(scene.folder, ".runs/main/split.json"), "utf8")) as Split;
  const traces = join(scene.folder, "workspace/traces/latest");
  expect((await readdir(traces)).sort()).toEqual(train.map(safeName).sort());
  const [id = ""] = train.filter((task) => guessed.includes(task) && !task.includes("_M_"));
  const of = async (run: string, name: string) =>
    JSON.parse(await readFile(join(scene.folder, "workspace/traces", run, id, name), "utf8"));
  expect(await of("baseline", "result.json")).toMatchObject({ reward: 0, details: { phase1: { passed: false } } });
  expect(await of("latest", "result.json")).toMatchObject({
    ...{ task: id, reward: 1, model_calls: 3, user_model_calls: 2, user_cost_usd: expect.any(Number) },
    details: {
      ...{ phase1: { passed: true, after: "first" }, phase2: { passed: true, after: "first" } },
      ...{ basis: ["rows", "rows"], budgetUsed: 8, questions: 1, submissions: 2 },
      trajectory: [
        { tool: "ask_user", cost: 2, result: expect.stringContaining("I mean it as in ticket") },
        { tool: "submit_sql", cost: 3 },
        { tool: "submit_sql", cost: 3, result: "Your SQL is correct. The task is over." },
      ],
    },
  });
  const trace = await of("latest", "trace.json");
  expect(trace.messages.slice(0, 3)).toEqual([
    { role: "user", content: tasks.find(({ instance_id }) => instance_id === id)?.amb_user_query },
    { role: "agent", content: expect.stringContaining("What do you mean by") },
    { role: "user", content: expect.stringContaining("I mean it as in ticket") },
  ]);
  expect(trace.events.filter(({ type }: { type: string }) => type === "tool")[0]).toMatchObject({
    name: "ask_user",
    cost: 2,
  });

  const given = await expectNothingGivenAway(scene, train);
  expect(given).toContain("ask_user");
  expect(new Set(server.calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${key}`]));
  expect(seen.size).toBeGreaterThan(6);
  for (const facts of seen.values()) expect(facts).not.toContain(key);
  const results = JSON.parse((await scene.run(["results", "--json"])).stdout);
  expect(results.scoreFacts).toMatchObject({
    label: "BIRD-Interact synthetic a-interact, user customer, prompts own v2",
    facts: { dataset: "synthetic", mode: "a-interact", patience: "3", limits: "enforced" },
  });

  // Again from its recording, without the stack, models and key.
  const nothing = { DOCKER_HOST: "tcp://127.0.0.1:1", OPENAI_API_KEY: undefined };
  const replayed = await scene.run(["replay", "../night", "--night", "--unboxed"], { env: nothing });
  expect(replayed, replayed.stdout).toMatchObject({
    ...{ exitCode: 0, stdout: expect.stringMatching(/✓ night: 4 iterations, 1 accepted, \d+ trials replayed/) },
  });
  expect(await scene.leftovers()).toEqual([]);
}, 900_000);

interface Split {
  train: string[];
  test: string[];
}
