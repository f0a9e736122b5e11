// A person's experiment on tau-bench: real tau2, real boxes, models that are programs behind an OpenAI-compatible
// server. By hand, command by command, and as a night with the rehearsal's coding agent.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTauImage, readGold } from "../helpers/open-tau-driver.ts";
import { tauModels } from "../helpers/tau-models.ts";
import { openUserScene, type UserScene } from "../helpers/user-scene.ts";

const key = "sk-test-77c1d0a4";

/** Of tau2's own split; in the first of each line something is to be told, which the agent's model forgets. */
const train = ["2", "3", "16", "0", "1"];
const held = ["32", "33", "5", "12"];

async function openScene(extra: readonly string[]): Promise<UserScene & { golden: string[] }> {
  await using image = await openTauImage();
  const gold = await readGold(image, "retail");
  const ids = [...train, ...held];
  const opened = await openUserScene({
    ...{ models: tauModels({ gold, tellsFacts: "when-asked" }), key },
    config: ["benchmark: tau-bench", "domain: retail", "max_concurrency: 3", `task_ids: [${ids.join(", ")}]`, ...extra],
  });
  return { ...opened, golden: ids.flatMap((id) => [gold[id]?.scenario ?? ""]) };
}

test("prepare, benchmark, gate and record by hand", async () => {
  await using opened = await openScene(["gate: strict-seed"]);
  const { scene } = opened;
  const file = (path: string) => join(scene.folder, path);

  const prepared = await scene.run(["prepare"]);
  expect(prepared).toMatchObject({ exitCode: 0, stderr: "" });
  expect(prepared.stdout).toMatch(
    /split 5 train \/ 4 test \(the benchmark's own\); test score 0\.5000 \(tau2 26\.3 retail, user customer; doing nothing earns 0\.2500\)/,
  );
  expect(JSON.parse(await readFile(file("workspace/score_facts.json"), "utf8"))).toMatchObject({
    ...{ benchmark: "tau-bench", trials: 1, split: { by: "benchmark", train: 5, test: 4 } },
    doing_nothing_earns: { train: 0, test: 0.25 },
  });
  expect(await readFile(file("PROGRAM.md"), "utf8")).toMatch(/tau-bench/);

  const benchmark = await scene.run(["benchmark", "--task-ids", "2,0"]);
  expect(benchmark).toMatchObject({ exitCode: 0, stderr: "" });
  expect(benchmark.stdout).toMatch(/passed \(1\): 0\n[\s\S]*failed \(1\): 2\n[\s\S]*score: 0\.5000 over 2 tasks/);
  expect((await scene.run(["benchmark", "--task-ids", "32"])).exitCode).toBe(2);

  const agent = await readFile(file("agent/agent.ts"), "utf8");
  await writeFile(file("agent/agent.ts"), agent.replace("Make nothing up.`", "Make nothing up. Repeat every figure.`"));
  const gate = await scene.run(["gate"]);
  expect(gate).toMatchObject({ exitCode: 0, stderr: "" });
  expect(gate.stdout).toMatch(/ACCEPTED \(improvement\): 0\.5000 -> 1\.0000 on the test split \(tau2 26\.3 retail/);
  const record = /auto-harness (record[^`]+)`/.exec(gate.stdout)?.[1]?.split(" ") ?? [];
  expect(await scene.run(record)).toMatchObject({ exitCode: 0 });

  const nop = await scene.run(["benchmark", "--agent", "nop"]);
  expect(nop).toMatchObject({ exitCode: 0, stderr: "" });
  expect(nop.stdout).toMatch(/nop: 1\/9/);
  expect((await scene.run(["benchmark", "--agent", "oracle"])).stderr).toMatch(/none of these tasks has a reference/);
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);

test("a night on retail: a bad idea is rejected, a good one kept, and nothing of the test tasks is told", async () => {
  await using opened = await openScene(["iterations: 4"]);
  const { scene, golden, server } = opened;
  const night = await scene.run(["start", "--record", "night", "--record-test"], { timeoutMs: 570_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout.match(/iteration \d: \w+ \([\w-]+\)/g)).toEqual([
    "iteration 1: REJECTED (futility)",
    "iteration 2: ACCEPTED (improvement)",
    "iteration 3: REJECTED (syntax-error)",
    "iteration 4: REJECTED (forbidden-file)",
  ]);
  expect(night.stdout).toMatch(/test score: 0\.5000 -> 1\.0000/);

  const traces = join(scene.folder, "workspace/traces/latest");
  expect((await readdir(traces)).sort()).toEqual(train.toSorted());
  const result = JSON.parse(await readFile(join(traces, "2/result.json"), "utf8"));
  expect(result).toMatchObject({
    ...{ task: "2", reward: 1 },
    details: { parts: { DB: 1, COMMUNICATE: 1 }, termination: "user_stop", ended_by: "user" },
  });
  const before = JSON.parse(await readFile(join(scene.folder, "workspace/traces/baseline/2/result.json"), "utf8"));
  expect(before).toMatchObject({ reward: 0, details: { parts: { DB: 1, COMMUNICATE: 0 } } });
  const trace = JSON.parse(await readFile(join(traces, "2/trace.json"), "utf8"));
  expect(trace.messages.map(({ role }: { role: string }) => role)).toEqual(
    expect.arrayContaining(["assistant", "user", "tool"]),
  );

  // What the person's folder holds outside .runs is what a coding agent is given.
  const given = await texts(join(scene.folder, "workspace"));
  for (const scenario of golden) expect(given).not.toContain(scenario);
  for (const word of ["evaluation_criteria", "communicate_info", "action_checks"]) expect(given).not.toContain(word);
  expect(await readdir(join(scene.folder, ".runs/main/trials"))).not.toEqual([]);
  expect(new Set(server.calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${key}`]));
  expect(given + night.stdout).not.toContain(key);
  const results = JSON.parse((await scene.run(["results", "--json"])).stdout);
  expect(results.scoreFacts).toMatchObject({ label: "tau2 26.3 retail, user customer" });

  // Again from its recording, without tau2, models and key.
  const nothing = { DOCKER_HOST: "tcp://127.0.0.1:1", OPENAI_API_KEY: undefined };
  const replayed = await scene.run(["replay", "night", "--night", "--unboxed"], { env: nothing });
  expect(replayed, replayed.stdout).toMatchObject({
    ...{ exitCode: 0, stdout: expect.stringMatching(/✓ night: 4 iterations, 1 accepted, \d+ trials replayed/) },
  });
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);

async function texts(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (path) => await readFile(path, "utf8")))).join("\n");
}
