// kill -9 in the middle of a benchmark run on tau-bench: of the host, of tau2's container, of an agent's box. What was
// scored stays, what was lost is played again, the fault is laid where it belongs, and nothing is left.

import { afterAll, beforeAll, expect, test } from "vitest";
import { BenchmarkRuns, trialEvents, untilGrown } from "../helpers/benchmark-runs.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { openTauImage, readGold } from "../helpers/open-tau-driver.ts";
import type { OpenAiServer } from "../helpers/openai-server.ts";
import type { RunningCli } from "../helpers/run-cli.ts";
import { tauModels } from "../helpers/tau-models.ts";
import { openUserScene } from "../helpers/user-scene.ts";

const train = ["0", "1", "2", "3", "16"];
const held = ["12"];

const undo = new AsyncDisposableStack();
let scene: CliScene;
let server: OpenAiServer;
let runs: BenchmarkRuns;

beforeAll(async () => {
  const image = undo.use(await openTauImage());
  const models = tauModels({ gold: await readGold(image, "retail"), userLatencyMs: 700 });
  const ids = `task_ids: [${[...train, ...held].join(", ")}]`;
  const config = ["benchmark: tau-bench", "domain: retail", "max_concurrency: 2", ids];
  ({ scene, server } = undo.use(await openUserScene({ models, key: "sk-test-of-the-host", config })));
  runs = await BenchmarkRuns.open(scene);
}, 300_000);

afterAll(async () => await undo.disposeAsync());

/** In the middle of conversations: the models have been asked so often since there were `before` calls. */
async function untilAsked(times: number, before: number, cli: RunningCli): Promise<void> {
  await untilGrown(() => server.calls.length, times, { before, cli, timeout: 60_000 });
}

const scored = (reward: number) => ({ status: "scored", reward });

test("of the host: the same command goes on, pays for nothing twice and sweeps what was left", async () => {
  await runs.newAgent("host");
  const before = runs.journalled().length;
  await using first = scene.start(["benchmark", "--json"]);
  await first.until((printed) => trialEvents(printed, "trial-end").length >= 2);
  // Afterwards any command of ours, another test's too, may sweep it.
  expect(await runs.running("service")).toHaveLength(1);
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
  expect(ends.map(({ task }) => task).sort()).toEqual(train.toSorted());
  const after = runs.journalled().slice(before);
  expect(after.slice(0, paid.length)).toEqual(paid);
  expect(after.map(({ parts, outcome, attempts }) => [parts.task, outcome, attempts]).sort()).toEqual(
    train.toSorted().map((task) => [task, scored(1), 1]),
  );
  expect(await scene.leftovers()).toEqual([]);
}, 240_000);

test("of tau2's container: what was under way is played again in a new one", async () => {
  await runs.newAgent("service");
  const before = runs.journalled().length;
  await using cli = scene.start(["benchmark", "--json"]);
  await cli.until((printed) => trialEvents(printed, "trial-end").length >= 1);
  const [container] = await runs.running("service");
  await untilAsked(5, server.calls.length, cli);
  await runs.killOldest("service");
  const ended = await cli.ended;
  expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
  const retried = trialEvents(ended, "trial-retry");
  expect(retried.length).toBeGreaterThanOrEqual(1);
  expect(retried.length).toBeLessThanOrEqual(3);
  for (const { reason } of retried) expect(reason).toMatch(/^tau-lost: .*exited with 137/);

  const records = runs.journalled().slice(before);
  expect(records.map(({ parts, outcome }) => [parts.task, outcome]).sort()).toEqual(
    train.toSorted().map((task) => [task, scored(1)]),
  );
  expect(records.filter(({ attempts }) => attempts === 2).map(({ parts }) => parts.task)).toEqual(
    expect.arrayContaining(retried.map(({ task }) => task)),
  );
  expect(container).toBeDefined();
  expect(await scene.leftovers()).toEqual([]);
}, 240_000);

test("of an agent's box: nobody can tell that from an agent that killed itself, so it is its own fault", async () => {
  await runs.newAgent("box");
  const before = runs.journalled().length;
  const calls = server.calls.length;
  const fourth = server.hold(4);
  await using cli = scene.start(["benchmark", "--json", "--task-ids", "3"]);
  await untilAsked(4, calls, cli);
  await runs.killOldest("agent");
  fourth[Symbol.dispose]();
  const ended = await cli.ended;
  expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
  expect(trialEvents(ended, "trial-retry")).toEqual([]);
  expect(runs.journalled().slice(before)).toMatchObject([
    { parts: { task: "3" }, outcome: scored(0), agentEnd: { how: "crashed", code: "exited-137" }, attempts: 1 },
  ]);
  expect(await scene.leftovers()).toEqual([]);
}, 120_000);
