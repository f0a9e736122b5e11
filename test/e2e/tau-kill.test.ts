// kill -9 in the middle of a benchmark run on tau-bench: of the host, of tau2's container, of an agent's box. What was
// scored stays, what was lost is played again, the fault is laid where it belongs, and nothing is left.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import { openTauImage, readGold } from "../helpers/open-tau-driver.ts";
import { type OpenAiServer, openAiServer } from "../helpers/openai-server.ts";
import type { CliResult, Printed, RunningCli } from "../helpers/run-cli.ts";
import { tauModels } from "../helpers/tau-models.ts";

const train = ["0", "1", "2", "3", "16"];
const held = ["12"];

const undo = new AsyncDisposableStack();
let scene: CliScene;
let server: OpenAiServer;
let docker: Dockerode;
let template: string;

beforeAll(async () => {
  docker = await connectEngine({ signal: AbortSignal.timeout(60_000) });
  const image = undo.use(await openTauImage());
  const { agent, user } = tauModels({ gold: await readGold(image, "retail"), userLatencyMs: 700 });
  server = undo.use(await openAiServer({ worker: agent, customer: user }));
  scene = undo.use(await openCliScene());
  await writeFile(join(scene.folder, ".env"), "OPENAI_API_KEY=sk-test-of-the-host\n");
  const config = [
    "benchmark: tau-bench",
    "domain: retail",
    "agent_model: worker",
    "user_model: customer",
    "coding_agent: rehearsal",
    `base_url: ${server.baseUrl}`,
    "prices: { worker: { input: 1, output: 4 }, customer: { input: 1, output: 4 } }",
    "budget_usd: 5",
    "max_concurrency: 2",
    `task_ids: [${[...train, ...held].join(", ")}]`,
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);
  expect(await scene.run(["prepare"])).toMatchObject({ exitCode: 0, stderr: "" });
  template = await readFile(join(scene.folder, "agent/agent.ts"), "utf8");
}, 300_000);

afterAll(async () => await undo.disposeAsync());

/** The same agent under another digest, so that all of its trials are still to be played. */
async function newAgent(name: string): Promise<void> {
  await writeFile(join(scene.folder, "agent/agent.ts"), `${template}\nexport const name = ${JSON.stringify(name)};\n`);
}

function journalled(): TrialRecord[] {
  const paths = layout({ root: scene.folder, experiment: "main" });
  using journal = readJournal(paths.host.journalFile);
  return journal.trials();
}

interface TrialEvent {
  type: string;
  task: string;
  cached: boolean;
  reason: string;
}

/** Whole lines only: a killed process may have left half of one. */
function events({ stdout }: Printed, type: string): TrialEvent[] {
  const lines = stdout.slice(0, stdout.lastIndexOf("\n") + 1).split("\n");
  const all = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as TrialEvent);
  return all.filter((event) => event.type === type);
}

/** Of this scene's containers, those that run; the oldest first. */
async function running(role: "agent" | "service"): Promise<Dockerode.ContainerInfo[]> {
  const names = new Set(await scene.leftovers());
  const all = await docker.listContainers({ filters: { label: [`auto-harness.role=${role}`] } });
  return all.filter(({ Names }) => Names.some((name) => names.has(name))).sort((a, b) => a.Created - b.Created);
}

async function killOldest(role: "agent" | "service"): Promise<void> {
  const [oldest] = await running(role);
  if (oldest === undefined) throw new Error(`no ${role}'s container runs`);
  await docker.getContainer(oldest.Id).kill({ signal: "SIGKILL" });
}

/** In the middle of conversations: the models have been asked so often since there were `before` calls. */
async function untilAsked(times: number, before: number, cli: RunningCli): Promise<void> {
  let over: CliResult | undefined;
  void cli.ended.then((result) => {
    over = result;
  });
  const state = () => over ?? server.calls.length >= before + times;
  await expect.poll(state, { timeout: 60_000, interval: 20 }).toBe(true);
}

const scored = (reward: number) => ({ status: "scored", reward });

test("of the host: the same command goes on, pays for nothing twice and sweeps what was left", async () => {
  await newAgent("host");
  const before = journalled().length;
  await using first = scene.start(["benchmark", "--json"]);
  await first.until((printed) => events(printed, "trial-end").length >= 2);
  first.kill("SIGKILL");
  const killed = await first.ended;
  expect(killed).toMatchObject({ signal: "SIGKILL", stderr: "" });
  const paid = journalled().slice(before);
  expect(paid.length).toBeGreaterThanOrEqual(2);
  expect(paid.length).toBeLessThan(train.length);
  expect(await running("service")).toHaveLength(1);

  const rest = await scene.run(["benchmark", "--json"]);
  expect(rest).toMatchObject({ exitCode: 0, stderr: "" });
  const ends = events(rest, "trial-end");
  const cached = ends.filter((end) => end.cached).map(({ task }) => task);
  expect(cached.sort()).toEqual(paid.map(({ parts }) => parts.task).sort());
  expect(ends.map(({ task }) => task).sort()).toEqual(train.toSorted());
  const after = journalled().slice(before);
  expect(after.slice(0, paid.length)).toEqual(paid);
  expect(after.map(({ parts, outcome, attempts }) => [parts.task, outcome, attempts]).sort()).toEqual(
    train.toSorted().map((task) => [task, scored(1), 1]),
  );
  expect(await scene.leftovers()).toEqual([]);
}, 240_000);

test("of tau2's container: what was under way is played again in a new one", async () => {
  await newAgent("service");
  const before = journalled().length;
  await using cli = scene.start(["benchmark", "--json"]);
  await cli.until((printed) => events(printed, "trial-end").length >= 1);
  const [container] = await running("service");
  await untilAsked(5, server.calls.length, cli);
  await killOldest("service");
  const ended = await cli.ended;
  expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
  const retried = events(ended, "trial-retry");
  expect(retried.length).toBeGreaterThanOrEqual(1);
  expect(retried.length).toBeLessThanOrEqual(3);
  for (const { reason } of retried) expect(reason).toMatch(/^tau-lost: .*exited with 137/);

  const records = journalled().slice(before);
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
  await newAgent("box");
  const before = journalled().length;
  const calls = server.calls.length;
  await using cli = scene.start(["benchmark", "--json", "--task-ids", "3"]);
  await untilAsked(4, calls, cli);
  await killOldest("agent");
  const ended = await cli.ended;
  expect(ended).toMatchObject({ exitCode: 0, signal: null, stderr: "" });
  expect(events(ended, "trial-retry")).toEqual([]);
  expect(journalled().slice(before)).toMatchObject([
    { parts: { task: "3" }, outcome: scored(0), agentEnd: { how: "crashed", code: "exited-137" }, attempts: 1 },
  ]);
  expect(await scene.leftovers()).toEqual([]);
}, 120_000);
