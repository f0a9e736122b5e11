// kill -9 in the middle of a benchmark run on BIRD-Interact: of Postgres, the environment, the judge, an agent's box, the
// host. The fault is laid where it belongs, what was lost is played again in a new service, and nothing is left.

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Upstream } from "../../src/core/model.ts";
import { readFrames } from "../../src/sandboxes/docker/frames.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { BenchmarkRuns, trialEvents, untilGrown } from "../helpers/benchmark-runs.ts";
import { readBirdTasks } from "../helpers/bird-dataset.ts";
import { birdModels } from "../helpers/bird-models.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import type { OpenAiServer } from "../helpers/openai-server.ts";
import type { RunningCli } from "../helpers/run-cli.ts";
import { openUserScene } from "../helpers/user-scene.ts";

/** Queries and changes, with and without a follow-up. */
const tasks = ["seedbank_1", "seedbank_2", "seedbank_4", "seedbank_M_1", "seedbank_M_2", "seedbank_M_3"];

const undo = new AsyncDisposableStack();
let scene: CliScene;
let server: OpenAiServer;
let runs: BenchmarkRuns;
let train: readonly string[];

beforeAll(async () => {
  const { agent, user } = birdModels({ tasks: await readBirdTasks(), play: () => "ask" });
  const ids = `task_ids: [${tasks.join(", ")}]`;
  const data = ["benchmark: bird-interact", "dataset: synthetic", "train_fraction: 0.67", ids];
  const config = [...data, "max_concurrency: 2"];
  const models = { agent: slow(agent), user };
  ({ scene, server } = undo.use(await openUserScene({ models, key: "sk-test-of-the-host", config })));
  runs = await BenchmarkRuns.open(scene);
  train = (await readSplit(runs.paths.host.splitFile))?.train ?? [];
  expect(train).toHaveLength(4);
  expect(await scene.leftovers()).toEqual([]);
}, 400_000);

afterAll(async () => await undo.disposeAsync());

/** So that a trial has a middle. */
function slow(model: Upstream): Upstream {
  return {
    ...model,
    async complete(request, options) {
      await sleep(900, undefined, { signal: options.signal });
      return await model.complete(request, options);
    },
  };
}

const commands = { postgres: "bird-postgres", environment: "/opt/bird/main.js", judge: "bird_judge" };

/** In the middle of trials: the agent's model has been asked so often since there were `before` calls. */
async function untilAsked(times: number, before: number, cli: RunningCli): Promise<void> {
  await untilGrown(agentCalls, times, { before, cli, timeout: 120_000 });
}

function agentCalls(): number {
  return server.calls.filter(({ model }) => model === "worker").length;
}

/** What a shell in the Postgres that runs now prints; `$0` is the text, `psql` the administrator's. */
async function inPostgres(script: string, text: string): Promise<string> {
  const [postgres] = await runs.running("service", commands.postgres);
  if (postgres === undefined) throw new Error("no Postgres runs");
  const psql = 'psql() { PGPASSWORD="$POSTGRES_PASSWORD" command psql -h 127.0.0.1 -U postgres -XAtc "$1"; }';
  const exec = await runs.docker.getContainer(postgres.Id).exec({
    ...{ Cmd: ["sh", "-c", `${psql}; ${script}`, text], AttachStdout: true, AttachStderr: true },
  });
  let printed = "";
  await readFrames(await exec.start({}), (_stream, chunk) => {
    printed += chunk.toString("utf8");
    return undefined;
  });
  const { ExitCode: exitCode } = await exec.inspect();
  if (exitCode !== 0) throw new Error(`${script} exited with ${exitCode}: ${printed}`);
  return printed.trim();
}

/** Databases and roles of sessions. */
async function sessionsLeft(): Promise<{ readers: number; clones: number }> {
  const counts = `SELECT (SELECT count(*) FROM pg_roles WHERE rolname LIKE '%\\_reader\\_%') || ' ' ||
    (SELECT count(*) FROM pg_database WHERE datname LIKE '%\\_clone\\_%')`;
  const [readers, clones] = (await inPostgres('psql "$0"', counts)).split(" ").map(Number);
  return { readers: readers ?? Number.NaN, clones: clones ?? Number.NaN };
}

/** As the kernel does it where memory runs out: Postgres then ends every connection and starts again by itself. */
async function killConnection(): Promise<void> {
  const one = `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND usename = 'postgres'
    AND pid <> pg_backend_pid() LIMIT 1`;
  await inPostgres('kill -9 "$(psql "$0")"', one);
}

const scored = (reward: number) => ({ status: "scored", reward });

test.each([
  { what: "Postgres", kill: async () => await runs.killOldest("service", commands.postgres) },
  { what: "the environment", kill: async () => await runs.killOldest("service", commands.environment) },
  { what: "the judge", kill: async () => await runs.killOldest("service", commands.judge) },
  { what: "one of Postgres's own processes", kill: killConnection },
])(
  "of $what: trials under way are played again in a new service, and earn what they earn",
  async (killed) => {
    await runs.newAgent(killed.what);
    const before = runs.journalled().length;
    const calls = agentCalls();
    await using cli = scene.start(["benchmark", "--json"]);
    await untilAsked(3, calls, cli);
    const first = (await runs.running("service")).map(({ Id }) => Id);
    expect(first).toHaveLength(3);
    await killed.kill();
    await cli.until((printed) => trialEvents(printed, "trial-end").length >= train.length - 2);
    const second = (await runs.running("service")).map(({ Id }) => Id);
    expect(second).toHaveLength(3);
    for (const id of second) expect(first).not.toContain(id);
    const ended = await cli.ended;
    expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
    const retried = trialEvents(ended, "trial-retry");
    expect(retried.length).toBeGreaterThanOrEqual(1);
    for (const { reason } of retried) expect(reason).toMatch(/^(bird|judge|postgres|session)-[a-z-]+: /);

    const records = runs.journalled().slice(before);
    expect(records.map(({ parts, outcome }) => [parts.task, outcome]).sort()).toEqual(
      train.toSorted().map((task) => [task, scored(1)]),
    );
    expect(records.filter(({ attempts }) => attempts > 1).map(({ parts }) => parts.task)).toEqual(
      expect.arrayContaining(retried.map(({ task }) => task)),
    );
    expect(await scene.leftovers()).toEqual([]);
  },
  300_000,
);

test("of an agent's box: its own fault, what it has earned stays, and its clone and role go", async () => {
  await runs.newAgent("box");
  const before = runs.journalled().length;
  const calls = agentCalls();
  const [first, second] = train.filter((task) => !task.endsWith("M_3"));
  const asked = ["benchmark", "--json", "--concurrency", "1", "--task-ids", `${first},${second}`];
  const third = server.hold(3, "worker");
  await using cli = scene.start(asked);
  // A question, then the first submission; the third call comes with its verdict.
  await untilAsked(3, calls, cli);
  await runs.killOldest("agent");
  const fifth = server.hold(2, "worker");
  third[Symbol.dispose]();
  await untilAsked(5, calls, cli);
  // The session's own, two made ahead, and the one that ground truth runs in.
  await expect.poll(sessionsLeft, { timeout: 20_000 }).toEqual({ readers: 1, clones: 4 });
  fifth[Symbol.dispose]();
  const ended = await cli.ended;
  expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
  expect(trialEvents(ended, "trial-retry")).toEqual([]);
  expect(runs.journalled().slice(before)).toMatchObject([
    { outcome: scored(0.7), agentEnd: { how: "crashed", code: "exited-137" }, attempts: 1 },
    { outcome: scored(1), agentEnd: { how: "finished" }, attempts: 1 },
  ]);
  expect(await scene.leftovers()).toEqual([]);
}, 240_000);

test("of the host: the same command goes on, pays for nothing twice and sweeps what was left", async () => {
  await runs.newAgent("host");
  const before = runs.journalled().length;
  await using first = scene.start(["benchmark", "--json"]);
  await first.until((printed) => trialEvents(printed, "trial-end").length >= 2);
  // Afterwards any command of ours, another test's too, may sweep it.
  expect((await scene.leftovers()).length).toBeGreaterThanOrEqual(4);
  first.kill("SIGKILL");
  const killed = await first.ended;
  expect(killed).toMatchObject({ signal: "SIGKILL", stderr: "" });
  const paid = runs.journalled().slice(before);
  expect(paid.length).toBeGreaterThanOrEqual(2);
  expect(paid.length).toBeLessThan(train.length);

  const rest = await scene.run(["benchmark", "--json"]);
  expect(rest).toMatchObject({ exitCode: 0, stderr: "" });
  const ends = trialEvents(rest, "trial-end");
  const cached = ends.filter((end) => end.cached).map(({ task }) => task);
  expect(cached.sort()).toEqual(paid.map(({ parts }) => parts.task).sort());
  const after = runs.journalled().slice(before);
  expect(after.slice(0, paid.length)).toEqual(paid);
  expect(after.map(({ parts, outcome, attempts }) => [parts.task, outcome, attempts]).sort()).toEqual(
    train.toSorted().map((task) => [task, scored(1), 1]),
  );
  expect(await scene.leftovers()).toEqual([]);
}, 240_000);
