// The three containers of BIRD-Interact on one network, as a job opens them: Postgres with the synthetic templates, the
// judge, the environment. The test is the host: it passes judgements on and plays the user's model.

import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ownPack } from "../../src/benchmarks/bird-interact/data/prompts/own.ts";
import { birdEnvironmentImage, environmentCommand } from "../../src/benchmarks/bird-interact/environment-image.ts";
import { readAll } from "../../src/channel/byte-stream.ts";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import type { Method, Methods } from "../../src/channel/method.ts";
import { openPeer, type Peer } from "../../src/channel/peer.ts";
import { pythonImage } from "../../src/channel/python-image.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { type BirdTask, readBirdDatabase, readBirdTasks } from "./bird-dataset.ts";
import { birdPostgresContext, dumpsOf, postgresSpec } from "./open-bird-postgres.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";
import { openResidentShell } from "./resident-shell.ts";

const signal = AbortSignal.timeout(900_000);
const password = randomBytes(24).toString("hex");

export interface BirdScene extends AsyncDisposable {
  tasks: readonly BirdTask[];
  /** As the administrator: lines of columns apart by "|". */
  sql(database: string, text: string): Promise<string[]>;
  postgres: Sandbox;
  openEnvironment(options?: EnvironmentOptions): Promise<OpenedEnvironment>;
}

export interface EnvironmentOptions {
  limits?: "enforced" | "upstream";
  clonePool?: number;
  statementTimeoutMs?: number;
  judgeTimeoutMs?: number;
  maxGrowthMb?: number;
  /** Changes what the environment is given. */
  data?: (body: SetUpData) => SetUpData;
  methods?: Methods;
}

export interface SetUpData {
  rows: Array<Record<string, unknown> & { instance_id: string }>;
  databases: Record<string, unknown>;
  prompts: unknown;
}

export interface OpenedEnvironment extends AsyncDisposable {
  sandbox: Sandbox;
  peer: Peer;
  setUp: Record<string, unknown>;
  stderr(): string;
  /** As `kill -9` does: one whose host only hangs up cleans up. */
  kill(): Promise<void>;
  ask(method: string, params: object, within?: AbortSignal): Promise<unknown>;
  open(instanceId: string, mode: string): Promise<OpenedSession>;
  /** What the environment asked for judgement, in order. */
  gradings: string[];
}

export interface ToolReply {
  result: string;
  cost: number;
  budgetBefore: number;
  budgetAfter: number;
  refused: string | null;
  ended: boolean;
}

export interface OpenedSession {
  id: string;
  start: { mode: string; message: string; state: Record<string, unknown> };
  tool(name: string, args?: object): Promise<ToolReply>;
  /** The text of execute_sql. */
  sql(text: string): Promise<string>;
  turn(response?: string): Promise<{ message?: string; done?: boolean; why?: string }>;
  score(): Promise<{ reward: number; record: SessionText } & Record<string, unknown>>;
  oracle(): Promise<void>;
  close(): Promise<void>;
}

interface SessionText {
  dialogue: Array<{ role: string; content: string }>;
  trajectory: Array<Record<string, unknown>>;
}

/** Answers as a model that finds every question good. */
export const agreeableUser: Method = async (_params, body) => {
  const { messages } = JSON.parse(Buffer.from(body).toString("utf8")) as { messages: Array<{ content: string }> };
  const content = messages[0]?.content.includes("sorted as") ? "<s>Yes, please.</s>" : '<s>labelled("term")</s>';
  const completion = { choices: [{ finish_reason: "stop", message: { role: "assistant", content } }] };
  return { result: { status: 200, headers: {} }, body: Buffer.from(JSON.stringify(completion)) };
};

export async function openBirdScene(): Promise<BirdScene> {
  await using undo = new AsyncDisposableStack();
  const tasks = await readBirdTasks();
  const names = [...new Set(tasks.map(({ selected_database }) => selected_database))];
  const { buildSecrets } = await openEnvironment({ file: "" });
  const docker = undo.use(await openTestDocker({ secrets: buildSecrets }));
  const cacheFolder = join(tmpdir(), "auto-harness-test-images");
  const image = await birdEnvironmentImage({ cacheFolder, signal });
  const judgeImage = await pythonImage({ image: "bird-judge", cacheFolder });
  const { image: postgresImage } = undo.use(await birdPostgresContext(dumpsOf(names)));
  const postgres = undo.use(await docker.provider.open(postgresSpec(docker, postgresImage, password), { signal }));
  const judge = undo.use(await openService(docker, judgeImage, ["python3", "-m", "bird_judge"], {}));
  const databases = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const { schemaText: schema, meanings: columnMeanings, knowledge } = await readBirdDatabase(name);
        return [name, { schema, columnMeanings, knowledge }] as const;
      }),
    ),
  );
  const body = (): SetUpData => ({ rows: tasks.map(mergedRow), databases, prompts: ownPack });
  await untilReady(postgres);
  const shell = undo.use(await openResidentShell(docker.docker.getContainer(postgres.id), { PGPASSWORD: password }));
  const owned = undo.move();
  const { hostname: host } = postgres;
  return {
    tasks,
    postgres,
    sql: async (database, text) => {
      const flags = ["-h", "127.0.0.1", "-U", "postgres", "-d", database, "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text];
      const { exitCode, stdout, stderr } = await shell.run(["psql", ...flags]);
      if (exitCode !== 0) throw new Error(stderr);
      return stdout.split("\n").filter((line) => line !== "");
    },
    openEnvironment: async ({ data = (given: SetUpData) => given, methods = {}, ...settings } = {}) => {
      const gradings: string[] = [];
      const grade: Method = async (params, _body, options) => {
        const { method, params: asked } = params as { method: string; params: object };
        gradings.push(method);
        const answer = await judge.peer.request(method, asked, options);
        await readAll(answer.body);
        return { result: answer.result };
      };
      const service = await openService(docker, image, environmentCommand, { grade, model: agreeableUser, ...methods });
      await using close = new AsyncDisposableStack();
      close.use(service);
      const params = {
        ...{ postgres: { host, port: 5432, user: "postgres", password }, patience: 3, clonePool: 0 },
        ...settings,
      };
      const given = Buffer.from(JSON.stringify(data(body())));
      const answer = await service.peer.request("setup", params, { signal, body: given });
      close.move();
      return { ...service, gradings, setUp: answer.result as Record<string, unknown>, ...sessionsOf(service.peer) };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function mergedRow(task: BirdTask): SetUpData["rows"][number] {
  const { truth, misreadings: _kept, ...row } = task;
  const { follow_up: followUpTruth, ...first } = truth;
  const followUp = row.follow_up === undefined ? {} : { follow_up: { ...row.follow_up, ...followUpTruth } };
  return { ...row, ...first, ...followUp };
}

async function openService(
  docker: TestDocker,
  image: ImageSource,
  command: readonly string[],
  methods: Methods,
): Promise<Pick<OpenedEnvironment, "sandbox" | "peer" | "stderr" | "kill"> & AsyncDisposable> {
  const spec = docker.specOf({
    ...{ image, network: "internal", profile: "agent", limits: { memoryMb: 1024, pids: 512 } },
    tmpfs: [{ path: "/tmp", sizeMb: 64 }],
    main: { command, attach: true },
  });
  const sandbox = await docker.provider.open(spec, { signal });
  if (sandbox.main === undefined) throw new Error("it is an attached main process");
  const { stdin, stdout, stderr } = sandbox.main;
  let log = "";
  stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  const ready = Promise.withResolvers<void>();
  const peer = openPeer({
    ...{ input: stdout, output: stdin, receive: fromBox, send: toBox },
    methods: {
      ready: async () => {
        ready.resolve();
        return { result: null };
      },
      ...methods,
    },
  });
  void peer.closed.then(() => ready.reject(new Error(`it is gone: ${log}`)));
  await ready.promise;
  return {
    ...{ sandbox, peer, stderr: () => log },
    kill: async () => await docker.docker.getContainer(sandbox.id).kill(),
    async [Symbol.asyncDispose]() {
      peer.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

function sessionsOf(peer: Peer): Pick<OpenedEnvironment, "ask" | "open"> {
  const ask = async (method: string, params: object, within = signal) => {
    const answer = await peer.request(method, params, { signal: within });
    const body = Buffer.from(await readAll(answer.body)).toString("utf8");
    return body === "" ? answer.result : { ...(answer.result as object), record: JSON.parse(body) };
  };
  return {
    ask,
    open: async (instanceId, mode) => {
      const session = randomBytes(8).toString("hex");
      const { start } = (await ask("open", { session, instanceId, mode })) as Pick<OpenedSession, "start">;
      const tool = async (name: string, args: object = {}) => (await ask("tool", { session, name, args })) as ToolReply;
      return {
        ...{ id: session, start, tool },
        sql: async (text) => (await tool("execute_sql", { sql: text })).result,
        turn: async (response = "Done.") => (await ask("turn", { session, response })) as { message?: string },
        score: async () => (await ask("score", { session })) as Awaited<ReturnType<OpenedSession["score"]>>,
        oracle: async () => void (await ask("oracle", { session })),
        close: async () => void (await ask("close", { session })),
      };
    },
  };
}

async function untilReady(postgres: Sandbox): Promise<void> {
  const probe = ["pg_isready", "-q", "-h", "127.0.0.1"];
  while ((await postgres.session.exec(probe, { signal, timeoutMs: 10_000 })).exitCode !== 0) await sleep(200);
}
