import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource } from "../../../../src/compare/read-source.ts";
import type { TrialRecord } from "../../../../src/core/trial.ts";
import { sha256 } from "../../../../src/lib/digest.ts";
import { type JobsSource, writeHarborJobs } from "../../../../src/report/harbor/write-jobs.ts";
import { trialRecord } from "../../../helpers/fake-trials.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const agent = sha256("an agent");
const job = `train.${agent.slice(0, 8)}`;

function record(task: string, options: Partial<Parameters<typeof trialRecord>[0]> = {}): TrialRecord {
  return { ...trialRecord({ task, agent, ...options }), key: sha256(task) };
}

const nameOf = (task: string) => `${task}__${sha256(task).slice(0, 7)}`;

interface Scene extends AsyncDisposable {
  folder: string;
  kept: string;
  write(records: readonly TrialRecord[], options?: Partial<JobsSource>): ReturnType<typeof writeHarborJobs>;
  json(path: string): Promise<Record<string, unknown>>;
  files(): Promise<string[]>;
}

async function openScene(): Promise<Scene> {
  const root = await temporaryFolder();
  const [folder, kept] = [join(root.path, "jobs"), join(root.path, "kept")];
  return {
    ...{ folder, kept },
    write: async (records, options = {}) =>
      await writeHarborJobs(folder, {
        ...{ records, told: () => true, traceOf: async () => ({ messages: [], events: [] }) },
        keptFolder: ({ parts }) => join(kept, parts.task),
        ...options,
      }),
    json: async (path) => JSON.parse(await readFile(join(folder, path), "utf8")),
    async files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .sort();
    },
    [Symbol.asyncDispose]: async () => await root[Symbol.asyncDispose](),
  };
}

describe("trials as Harbor's jobs", () => {
  test("have a folder a job and a folder a trial, as Harbor's", async () => {
    await using scene = await openScene();
    expect(await scene.write([record("alpha"), record("beta")])).toEqual({ jobs: 1, trials: 2, written: 2 });
    const trial = (task: string) =>
      ["agent/trajectory.json", "config.json", "result.json", "verifier/reward.json", "verifier/test-stdout.txt"].map(
        (file) => `${job}/${nameOf(task)}/${file}`,
      );
    expect(await scene.files()).toEqual([
      ...trial("alpha"),
      ...trial("beta"),
      `${job}/config.json`,
      `${job}/result.json`,
    ]);
    expect((await stat(join(scene.folder, job))).mode & 0o777).toBe(0o700);
  });

  test("say in a trial's result what its record says, with every key that Harbor writes", async () => {
    await using scene = await openScene();
    const usage = { ...trialRecord().usage, cachedTokens: 60 };
    await scene.write([record("alpha", { usage, notes: ["a note"] })]);
    const result = await scene.json(`${job}/${nameOf("alpha")}/result.json`);
    const path = join(scene.folder, job, nameOf("alpha"));
    expect(result).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
      task_name: "alpha",
      trial_name: nameOf("alpha"),
      trial_uri: `file://${path}`,
      task_id: { path: "alpha" },
      source: "fake",
      task_checksum: sha256("alpha"),
      config: await scene.json(`${job}/${nameOf("alpha")}/config.json`),
      agent_info: {
        ...{ name: "auto-harness", version: agent.slice(0, 16) },
        model_info: { name: "test-model", provider: null },
      },
      agent_result: {
        ...{ n_input_tokens: 100, n_cache_tokens: 60, n_output_tokens: 10, cost_usd: 1 },
        model_usage: {
          "test-model": { n_input_tokens: 100, n_cache_tokens: 60, n_output_tokens: 10, cost_usd: 1 },
        },
        rollout_details: null,
        metadata: { model_calls: 1, refused: 0, retries: 0 },
      },
      verifier_result: { rewards: { reward: 1 } },
      verifier_environment_mode: "shared",
      exception_info: null,
      started_at: "2026-01-01T00:00:00.000000Z",
      finished_at: "2026-01-01T00:00:01.000000Z",
      environment_setup: { started_at: "2026-01-01T00:00:00.000000Z", finished_at: "2026-01-01T00:00:00.100000Z" },
      agent_setup: null,
      agent_execution: { started_at: "2026-01-01T00:00:00.100000Z", finished_at: "2026-01-01T00:00:00.800000Z" },
      verifier: { started_at: "2026-01-01T00:00:00.800000Z", finished_at: "2026-01-01T00:00:01.000000Z" },
      step_results: null,
      auto_harness: {
        ...{ key: sha256("alpha"), step: "train", decision: "", index: 0, attempts: 1, traced: true },
        ...{ outcome: "scored", agent_end: { how: "finished", code: "finished", detail: "" }, notes: ["a note"] },
      },
    });
    const text = await readFile(join(path, "result.json"), "utf8");
    expect(text.startsWith('{\n    "id"') && text.endsWith("}")).toBe(true);
  });

  test("add up to the job's figures; what nobody is to blame for is in no mean", async () => {
    await using scene = await openScene();
    await scene.write([
      record("alpha"),
      record("beta", { outcome: { status: "scored", reward: 0.5 }, attempts: 2 }),
      record("lost", { outcome: { status: "void", reason: "engine gone" } }),
      record("slow", {
        ...{ outcome: { status: "scored", reward: 0 }, agentEnd: { how: "limit", code: "time-limit", detail: "" } },
      }),
    ]);
    expect(await scene.json(`${job}/result.json`)).toMatchObject({
      started_at: "2026-01-01T00:00:00.000000Z",
      finished_at: "2026-01-01T00:00:01.000000Z",
      n_total_trials: 4,
      stats: {
        ...{ n_completed_trials: 4, n_errored_trials: 2, n_retries: 1, n_input_tokens: 400, cost_usd: 4 },
        evals: {
          "auto-harness__test-model__fake": {
            ...{ n_trials: 3, n_errors: 2, metrics: [{ mean: 0.5 }] },
            reward_stats: { reward: { "1": [nameOf("alpha")], "0.5": [nameOf("beta")], "0": [nameOf("slow")] } },
            exception_stats: { InfrastructureFault: [nameOf("lost")], AgentTimeoutError: [nameOf("slow")] },
          },
        },
      },
    });
  });

  test("are read by compare with the rewards that the journal has", async () => {
    await using scene = await openScene();
    await scene.write([
      record("alpha"),
      record("broken", { outcome: { status: "invalid", reason: "no reward for nop" } }),
      record("lost", { outcome: { status: "void", reason: "engine gone" } }),
      record("crash", {
        ...{ outcome: { status: "scored", reward: 0.25 }, agentEnd: { how: "crashed", code: "threw", detail: "x" } },
      }),
    ]);
    const { format, trials } = await readSource(join(scene.folder, job), { root: "/" });
    expect(format).toBe("harbor");
    expect(trials.map(({ task, reward, note }) => ({ task, reward, note }))).toEqual([
      { task: "alpha", reward: 1, note: undefined },
      { task: "broken", reward: null, note: "TaskFault" },
      { task: "crash", reward: 0.25, note: undefined },
      { task: "lost", reward: null, note: "InfrastructureFault" },
    ]);
  });

  test("of which nothing may be told hold numbers and codes alone", async () => {
    await using scene = await openScene();
    const secret = "the answer is 42";
    const told = {
      ...{ verifierOutput: secret, notes: [secret], details: { expected: secret } },
      agentEnd: { how: "crashed", code: "candidate-threw", detail: secret } as const,
      steps: [{ step: "one", rewards: { reward: 1 }, agentEnd: null, output: secret }],
    };
    const trace = { messages: [{ role: "user", content: secret }], events: [] };
    await mkdir(join(scene.kept, "alpha", "artifacts"), { recursive: true });
    await writeFile(join(scene.kept, "alpha", "artifacts", "a.txt"), secret);
    const records = [record("alpha", told), record("void", { ...told, outcome: { status: "void", reason: secret } })];
    const everything = async () =>
      (await Promise.all((await scene.files()).map((file) => readFile(join(scene.folder, file), "utf8")))).join("");

    await scene.write(records, { traceOf: async () => trace });
    expect(await everything()).toContain(secret);
    await scene.write(records, { told: () => false, traceOf: async () => trace });
    expect(await everything()).not.toContain(secret);
    expect(await scene.files()).toEqual(
      [
        ...["alpha", "void"].flatMap((task) => [
          `${job}/${nameOf(task)}/config.json`,
          `${job}/${nameOf(task)}/result.json`,
        ]),
        `${job}/config.json`,
        `${job}/result.json`,
      ].sort(),
    );
  });

  test("that are there are left, and a trial that ran anew replaces its folder as a whole", async () => {
    await using scene = await openScene();
    await scene.write([record("alpha"), record("beta")]);
    expect(await scene.write([record("alpha"), record("beta")])).toMatchObject({ written: 0 });
    await writeFile(join(scene.folder, job, nameOf("alpha"), "stray"), "");
    const again = record("alpha", { startedAt: "2026-01-02T00:00:00.000Z", outcome: { status: "scored", reward: 0 } });
    expect(await scene.write([again, record("beta")])).toMatchObject({ written: 1 });
    expect(await scene.files()).not.toContain(`${job}/${nameOf("alpha")}/stray`);
    expect(await scene.json(`${job}/${nameOf("alpha")}/result.json`)).toMatchObject({
      verifier_result: { rewards: { reward: 0 } },
    });
    expect(await scene.json(`${job}/result.json`)).toMatchObject({
      stats: { evals: { "auto-harness__test-model__fake": { metrics: [{ mean: 0.5 }] } } },
    });
  });

  test("clear away what a writer that was killed has left", async () => {
    await using scene = await openScene();
    await mkdir(join(scene.folder, job, ".writing-0011223344556"), { recursive: true });
    await scene.write([record("alpha")]);
    expect((await readdir(join(scene.folder, job))).sort()).toEqual([nameOf("alpha"), "config.json", "result.json"]);
  });

  test("hold several rewards by name, steps, and what the task has published", async () => {
    await using scene = await openScene();
    for (const part of ["artifacts", "steps/one/artifacts"]) {
      await mkdir(join(scene.kept, "alpha", part), { recursive: true });
      await writeFile(join(scene.kept, "alpha", part, "manifest.json"), "[]");
    }
    const rewards = { speed: 0.5, style: 1 };
    const steps = [{ step: "one", rewards: { reward: 0 }, agentEnd: null, output: "said" }];
    await scene.write([record("alpha", { rewards, steps, outcome: { status: "scored", reward: 0.5 } })]);
    const trial = `${job}/${nameOf("alpha")}`;
    expect(await scene.json(`${trial}/result.json`)).toMatchObject({
      verifier_result: { rewards },
      step_results: [{ step_name: "one", verifier_result: { rewards: { reward: 0 } } }],
    });
    expect(await scene.json(`${trial}/verifier/reward.json`)).toEqual(rewards);
    expect((await scene.files()).filter((file) => file.includes("artifacts") || file.includes("steps/"))).toEqual([
      `${trial}/artifacts/manifest.json`,
      `${trial}/steps/one/artifacts/manifest.json`,
      `${trial}/steps/one/verifier/reward.json`,
      `${trial}/steps/one/verifier/test-stdout.txt`,
    ]);
  });

  test.each([
    ["../../etc/passwd", /^etc-passwd__/],
    ["airline/3", /^airline-3__/],
    ["..", /^__/],
    ["x".repeat(60), /^x{32}__/],
  ])("of a task called %s stay in their folder", async (task, name) => {
    await using scene = await openScene();
    await scene.write([record(task)]);
    const [folder] = (await readdir(join(scene.folder, job))).filter((entry) => entry.includes("__"));
    expect(folder).toMatch(name);
    expect((await scene.files()).filter((file) => !file.startsWith(`${job}/`))).toEqual([]);
  });
});
