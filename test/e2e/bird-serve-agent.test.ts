// Upstream's protocol over real HTTP: a stand-in of its orchestrator drives our agent, in real boxes, through our server;
// its two services are stand-ins before our environment, so SQL runs on real Postgres.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import { openEnvironment } from "../../src/config/env.ts";
import { type BirdTask, readBirdTasks } from "../helpers/bird-dataset.ts";
import { playingAgent, templateAgent } from "../helpers/bird-jobs.ts";
import { type BirdPlay, birdModels, goldOf, meaningOf } from "../helpers/bird-models.ts";
import { openTestAgent, type TestAgent, type TestAgentOptions } from "../helpers/bird-upstream-agent.ts";
import { post } from "../helpers/bird-upstream-http.ts";
import { orchestrate, type UpstreamUrls } from "../helpers/bird-upstream-orchestrator.ts";
import { openUpstreamServers, type UpstreamServers } from "../helpers/bird-upstream-services.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { openUserScene } from "../helpers/user-scene.ts";
import { testContexts } from "../helpers/user-trials.ts";

const signal = AbortSignal.timeout(1_800_000);
vi.setConfig({ testTimeout: 300_000 });
const plays: Readonly<Record<string, BirdPlay>> = {
  seedbank_2: "debug",
  pilotage_2: "ask",
  pilotage_M_1: "debug",
  tramway_3: "misread",
};
const tasks = await readBirdTasks();
const models = birdModels({ tasks, play: ({ instance_id: id }) => plays[id] ?? "gold" });

let docker: TestDocker;
let upstream: UpstreamServers;
let template: string;
const owned = new AsyncDisposableStack();

beforeAll(async () => {
  const { buildSecrets } = await openEnvironment({ file: "" });
  docker = owned.use(await openTestDocker({ secrets: buildSecrets }));
  upstream = owned.use(await openUpstreamServers({ user: models.user }));
  template = codeOf(await templateAgent());
});

afterAll(async () => await owned.disposeAsync());

function codeOf(agent: Awaited<ReturnType<typeof templateAgent>>): string {
  return agent.kind === "candidate" ? agent.code : expect.unreachable("it is a candidate");
}

function taskOf(id: string): BirdTask {
  return tasks.find(({ instance_id }) => instance_id === id) ?? expect.unreachable(id);
}

async function realBoxes(): Promise<TestAgentOptions["openBox"]> {
  const image = await agentImage({ cacheFolder: testContexts, image: "agent-bird", signal });
  const labels = { owner: docker.owner.id, job: "serve-agent", trial: "one", role: "agent" } as const;
  return async (options) => await docker.provider.open({ ...agentBox, image, labels }, options);
}

async function openAgent(options: Partial<TestAgentOptions> = {}): Promise<TestAgent> {
  return await openTestAgent({
    ...{ candidate: template, model: models.agent, openBox: await realBoxes() },
    services: { database: upstream.database.url, user: upstream.user.url },
    ...options,
  });
}

function urlsOf(agent: TestAgent): UpstreamUrls {
  return { agent: agent.url, database: upstream.database.url, user: upstream.user.url };
}

describe("an agent that upstream's orchestrator drives", () => {
  test("solves a task in a-interact, and its state is upstream's", async () => {
    await using agent = await openAgent();
    const task = taskOf("seedbank_1");
    const { state, adk_events: events, ...result } = await orchestrate(urlsOf(agent), task, "a-interact");
    expect(result).toMatchObject({ phase1_passed: true, phase2_passed: true, total_reward: 1 });
    const [budget, schema] = [16, (await upstreamSchema(task)).slice(0, 2000)];
    expect(state).toMatchObject({
      ...{ task_id: "seedbank_1", task_done: true, current_phase: 2, initial_budget: budget },
      ...{ budget_remaining: budget - 7, user_query: task.amb_user_query },
      ...{ _last_submit_raw: "Phase 2 correct! (Reward: 0.3).", model_turns: expect.any(Number) },
    });
    expect(state.tool_trajectory).toEqual([
      {
        ...{ type: "tool", tool: "get_schema", args: {}, cost: 1, budget_before: 16, budget_after: 15 },
        result: expect.stringContaining(schema),
      },
      {
        ...{ type: "tool", tool: "submit_sql", args: { sql: goldOf(task) }, cost: 3 },
        ...{ result: expect.stringContaining(task.follow_up?.query ?? "none"), budget_before: 15, budget_after: 12 },
      },
      {
        ...{ type: "tool", tool: "submit_sql", args: { sql: goldOf(task, 2) }, cost: 3 },
        ...{ result: "Your SQL is correct. The task is over.", budget_before: 12, budget_after: 9 },
      },
    ]);
    expect(events[0]).toEqual({ type: "user_message", message: expect.stringContaining(task.amb_user_query) });
    expect(events.slice(1)).toContainEqual({
      ...{ type: "adk_event", author: "bird_agent", invocation_id: expect.any(String), branch: "", final: false },
      content: {
        role: "model",
        parts: [{ type: "function_call", name: "get_schema", id: expect.any(String), args: {} }],
      },
    });
    expect(agent.said).toEqual(["seedbank_1 (a-interact): upstream's reward 1; solved"]);
  });

  test("asks the user, and what was said stands in the dialogue", async () => {
    await using agent = await openAgent();
    const task = taskOf("pilotage_2");
    const { state, ...result } = await orchestrate(urlsOf(agent), task, "a-interact");
    expect(result).toMatchObject({ phase1_passed: true });
    const [question, answer] = state.dialogue_history;
    const term = task.user_query_ambiguity.critical_ambiguity[0]?.term;
    expect(question).toEqual({ role: "agent", content: `What do you mean by "${term}"?` });
    expect(answer).toEqual({ role: "user", content: expect.stringContaining(meaningOf(task)) });
  });

  test("answers turn by turn in c-interact, and a second try earns less", async () => {
    await using agent = await openAgent();
    const gold = await orchestrate(urlsOf(agent), taskOf("seedbank_1"), "c-interact");
    expect(gold).toMatchObject({ phase1_passed: true, phase2_passed: true, total_reward: 1 });
    expect(gold.responses).toHaveLength(2);
    // Its first submission of each phase is wrong; the second phase has no wrong reading, but SQL that gives nothing.
    const debug = await orchestrate(urlsOf(agent), taskOf("seedbank_2"), "c-interact");
    expect(debug).toMatchObject({ phase1_passed: true, phase2_passed: true, total_reward: 0.7 });
    expect(debug.responses).toHaveLength(4);
    expect(debug.adk_events.filter(({ type }) => type === "user_message")).toHaveLength(4);
    const missed = await orchestrate(urlsOf(agent), taskOf("tramway_3"), "c-interact");
    expect(missed).toMatchObject({ phase1_passed: false, phase2_passed: false, total_reward: 0 });
    expect(agent.said).toEqual([
      "seedbank_1 (c-interact): upstream's reward 1; solved",
      "seedbank_2 (c-interact): upstream's reward 0.7; solved",
      "tramway_3 (c-interact): upstream's reward 0; not-solved",
    ]);
    await expect.poll(() => docker.leftovers(), { timeout: 60_000 }).toEqual([]);
  });

  test("several sessions at once are kept apart, each in a box of its own, no more boxes than allowed", async () => {
    let [open, most] = [0, 0];
    const openBox = await realBoxes();
    await using agent = await openAgent({
      boxes: 2,
      openBox: async (options) => {
        const box = await openBox(options);
        open += 1;
        most = Math.max(most, open);
        const close = async () => {
          await box[Symbol.asyncDispose]();
          open -= 1;
        };
        return { ...(box.main === undefined ? {} : { main: box.main }), [Symbol.asyncDispose]: close };
      },
    });
    const ids = ["seedbank_3", "tramway_M_2", "seedbank_M_3", "pilotage_M_1"];
    const results = await Promise.all(ids.map((id) => orchestrate(urlsOf(agent), taskOf(id), "a-interact")));
    expect(results.map(({ total_reward }) => total_reward)).toEqual([1, 1, 0.7, 1]);
    for (const [index, { state }] of results.entries()) {
      const submitted = state.tool_trajectory.filter(({ tool }) => tool === "submit_sql").map(({ args }) => args);
      expect(submitted[submitted.length - 1]).toEqual({
        sql: goldOf(taskOf(ids[index] ?? ""), ids[index] === "seedbank_M_3" ? 1 : 2),
      });
    }
    expect(most).toBe(2);
  });

  test("a session's agent finds nothing of another's, and no network", async () => {
    const look = codeOf(
      playingAgent(`
        const { networkInterfaces } = await import("node:os");
        globalThis.seen = (globalThis.seen ?? 0) + 1;
        const known = JSON.stringify({ seen: globalThis.seen, nets: Object.keys(networkInterfaces()), env: process.env });
        await env.executeSql("SELECT " + "'" + known.replaceAll("'", "") + "'");`),
    );
    await using agent = await openAgent({ candidate: look });
    const [first, second] = await Promise.all(
      ["seedbank_1", "tramway_1"].map((id) => orchestrate(urlsOf(agent), taskOf(id), "a-interact")),
    );
    for (const state of [first?.state, second?.state]) {
      expect(state?.tool_trajectory[0]?.["args"]).toEqual({ sql: expect.stringContaining('{"seen":1,"nets":["lo"]') });
    }
  });

  test("a crash is a 500 that names it, and the next session is a new agent's", async () => {
    const crash = codeOf(playingAgent(`throw new Error("out of ideas");`));
    await using agent = await openAgent({ candidate: crash });
    const failing = orchestrate(urlsOf(agent), taskOf("seedbank_1"), "a-interact");
    await expect(failing).rejects.toThrow(/^500: .*candidate-threw: the agent crashed: .*out of ideas/);
    await expect(orchestrate(urlsOf(agent), taskOf("seedbank_1"), "c-interact")).rejects.toThrow(/^500: /);
    await expect.poll(() => docker.leftovers(), { timeout: 60_000 }).toEqual([]);
  });
});

async function upstreamSchema({ selected_database: db }: BirdTask): Promise<string> {
  return await readFile(join(import.meta.dirname, `../../datasets/bird-synthetic/${db}/${db}_schema.txt`), "utf8");
}

describe("auto-harness bird serve-agent", () => {
  test("serves agent/agent.ts until Ctrl-C, which leaves no box", async () => {
    const key = "sk-test-1f0c2b7d";
    await using opened = await openUserScene({
      ...{ models, key },
      config: ["benchmark: bird-interact", "dataset: synthetic", "max_concurrency: 2"],
    });
    const { scene, server } = opened;
    const services = ["--db-env", upstream.database.url, "--user-sim", upstream.user.url];
    const args = ["bird", "serve-agent", "--port", "0", ...services];
    const without = await scene.run(args);
    expect(without).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/agent\.ts can't be read/) });

    const templateFile = join(import.meta.dirname, "../../agent/templates/bird-interact.ts");
    await writeAgent(scene.folder, await readFile(templateFile, "utf8"));
    await using cli = scene.start(args);
    const { stdout } = await cli.until((printed) => /system agent at http/.test(printed.stdout));
    expect(stdout).toContain("scores made this way are upstream's, unsound as upstream's are");
    const url = /system agent at (http:\/\/127\.0\.0\.1:\d+);/.exec(stdout)?.[1] ?? "";
    expect(await (await fetch(`${url}/health`)).json()).toEqual({
      ...{ status: "healthy", service: "system_agent", model: "worker", adk_available: true, adk_error: "" },
    });
    const urls = { agent: url, database: upstream.database.url, user: upstream.user.url };
    const solved = await orchestrate(urls, taskOf("seedbank_1"), "c-interact");
    expect(solved).toMatchObject({ total_reward: 1 });
    expect(new Set(server.calls.map(({ model }) => model))).toEqual(new Set(["worker"]));

    // Another run of the same experiment would spend its budget twice; another one, on its port, can't listen.
    expect(await scene.run(["benchmark", "--agent", "nop"])).toMatchObject({ exitCode: 2 });
    await writeFile(
      join(scene.folder, "other.yaml"),
      `${await readFile(join(scene.folder, "experiment_config.yaml"), "utf8")}experiment: other\n`,
    );
    const same = ["bird", "serve-agent", "--config", "other.yaml", "--port", new URL(url).port, ...services];
    expect(await scene.run(same)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/listens there already/),
    });

    // A box between two turns.
    const of = { task_id: "seedbank_2", mode: "c-interact" };
    await post(`${urls.database}/init_task`, { ...of, task_data: { _interact_mode: "c-interact" } });
    const state = { db_name: "seedbank", db_schema: "", external_kg: "[]", max_turn: 5 };
    expect(await post(`${url}/init_session`, { ...of, state })).toMatchObject({ status: 200 });
    const message = taskOf("seedbank_2").amb_user_query;
    expect(await post(`${url}/run_session`, { ...of, message })).toMatchObject({ status: 200 });
    expect((await scene.containers()).size).toBe(1);
    cli.kill("SIGINT");
    expect(await cli.ended).toMatchObject({ exitCode: 0 });
    expect(await scene.leftovers()).toEqual([]);
    await post(`${urls.database}/cleanup_task`, of);
  });
});

async function writeAgent(folder: string, source: string): Promise<void> {
  await mkdir(join(folder, "agent"), { recursive: true });
  await writeFile(join(folder, "agent/agent.ts"), source);
}
