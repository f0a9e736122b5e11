// The judge of images/bird-judge in its container, as a job opens it, beside a Postgres of its own.

import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import { openPeer, type Peer } from "../../src/channel/peer.ts";
import { pythonImage } from "../../src/channel/python-image.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";
import { openResidentShell } from "./resident-shell.ts";

export interface Connection {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  options?: string;
}

export interface JudgeScene extends AsyncDisposable {
  opened: TestDocker;
  image: ImageSource;
  postgres: Sandbox;
  /** Lines of columns apart by "|", as the superuser; throws what the server says. */
  sql(database: string, text: string): Promise<string[]>;
  /** How the judge reaches a database as a role, all of whose passwords are the same. */
  as(user: string, database: string): Connection;
}

/** Builds the image unless it is there; `setup` runs in the database postgres. */
export async function openJudgeScene(setup: (password: string) => readonly string[]): Promise<JudgeScene> {
  const signal = AbortSignal.timeout(600_000);
  await using undo = new AsyncDisposableStack();
  const { buildSecrets } = await openEnvironment({ file: "" });
  const opened = undo.use(await openTestDocker({ secrets: buildSecrets }));
  const cacheFolder = join(tmpdir(), "auto-harness-test-images");
  const image = await pythonImage({ image: "bird-judge", cacheFolder });
  await opened.provider.prepareImage(image, { signal });
  const password = randomBytes(24).toString("hex");
  const spec = opened.specOf({
    image: { kind: "image", reference: "postgres:15-bookworm" },
    network: "internal",
    env: { POSTGRES_PASSWORD: password },
    main: { command: ["docker-entrypoint.sh", "postgres", "-c", "fsync=off"], attach: false },
  });
  const postgres = undo.use(await opened.provider.open(spec, { signal }));
  const shell = undo.use(await openResidentShell(opened.docker.getContainer(postgres.id), { PGPASSWORD: password }));
  const sql = async (database: string, text: string) => {
    const flags = ["-h", "127.0.0.1", "-U", "postgres", "-d", database, "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text];
    const { exitCode, stdout, stderr } = await shell.run(["psql", ...flags]);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout.split("\n").filter((line) => line !== "");
  };
  while ((await postgres.session.exec(["pg_isready", "-q", "-h", "127.0.0.1"], { signal })).exitCode !== 0) {
    await sleep(200, undefined, { signal });
  }
  for (const text of setup(password)) await sql("postgres", text);
  const host = postgres.id.slice(0, 12);
  const owned = undo.move();
  return {
    opened,
    image,
    postgres,
    sql,
    as: (user, database) => ({ host, port: 5432, database, user, password }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export interface OpenJudge extends AsyncDisposable {
  sandbox: Sandbox;
  peer: Peer;
  /** The parameters of `ready`. */
  ready: Promise<unknown>;
  ask(method: string, params: unknown, within?: AbortSignal): Promise<unknown>;
  stderr(): string;
}

/** The walls that the judge's container has in a job, too: it reaches the database and nothing else. */
export async function openJudge({ opened, image }: JudgeScene): Promise<OpenJudge> {
  const spec = opened.specOf({
    image,
    network: "internal",
    profile: "agent",
    user: "64321:64321",
    limits: { memoryMb: 1024, pids: 512 },
    tmpfs: [{ path: "/tmp", sizeMb: 16 }],
    main: { command: ["python3", "-m", "bird_judge"], attach: true },
  });
  const sandbox = await opened.provider.open(spec, { signal: AbortSignal.timeout(60_000) });
  if (sandbox.main === undefined) throw new Error("the judge is an attached main process");
  const { stdin, stdout, stderr } = sandbox.main;
  let log = "";
  stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  const ready = Promise.withResolvers<unknown>();
  const peer = openPeer({
    input: stdout,
    output: stdin,
    receive: fromBox,
    send: toBox,
    methods: {
      ready: async (params) => {
        ready.resolve(params);
        return { result: null };
      },
    },
  });
  void peer.closed.then(() => ready.reject(new Error(`the judge is gone: ${log}`)));
  ready.promise.catch(() => undefined);
  return {
    sandbox,
    peer,
    ready: ready.promise,
    ask: async (method, params, within = AbortSignal.timeout(100_000)) =>
      (await peer.request(method, params, { signal: within })).result,
    stderr: () => log,
    async [Symbol.asyncDispose]() {
      peer.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}
