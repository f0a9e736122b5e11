// The three containers of BIRD-Interact for a whole experiment: Postgres, the environment, the judge, alone on one
// network. They are opened here, or they are those of compose/bird-interact.yaml, which somebody else has started.

import { randomBytes } from "node:crypto";
import type { BoxSpec, ServiceContext } from "../../core/benchmark.ts";
import { faultOf, HarnessError, harnessErrorOf } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { retry } from "../../lib/retry.ts";
import { together } from "../../lib/together.ts";
import { type BirdImages, BirdService, type BirdSettings } from "./bird-service.ts";
import { stackImages, stackServices, stackTodo } from "./bird-stack.ts";
import { environmentCommand } from "./environment-image.ts";

export interface BirdServiceOptions extends ServiceContext {
  images: BirdImages;
  settings: BirdSettings;
  /** JSON: rows with ground truth, databases, prompt pack. It goes to the environment, and nowhere else. */
  data: Uint8Array;
  /** The compose project whose containers are used; null: containers of the experiment's own. */
  stack: string | null;
}

const statementTimeoutMs = 60_000;
const judgeTimeoutMs = 30_000;
const rejoinMs = 3000;
const walFolder = "/var/lib/postgresql/wal";
const judgeCommand = ["python3", "-m", "bird_judge"];

/**
 * Throws infrastructure "bird-…-not-ready", "bird-environment-failed" and "bird-postgres-not-ready"; of a stack also
 * config "stack-down", "stack-outdated", "stack-unsupported", infrastructure "stack-not-ready". A trial that needs a
 * service of its own gets one, whatever stack there is.
 */
export async function openBirdService(options: BirdServiceOptions): Promise<BirdService> {
  const { stack, alone = false } = options;
  if (stack === null || alone) return await openOwn(options);
  // A container that has just ended is healthy for the engine until it has noticed; the next try waits until it is.
  const isTransient = (error: unknown) =>
    faultOf(error) === "infrastructure" && harnessErrorOf(error)?.code !== "stack-not-ready";
  const { signal } = options;
  return await retry(async () => await joinStack(stack, options), { signal, delayMs: rejoinMs, isTransient });
}

async function openOwn(options: BirdServiceOptions): Promise<BirdService> {
  const { images, settings, data, openBox, signal } = options;
  await using undo = new AsyncDisposableStack();
  const password = randomBytes(24).toString("hex");
  const service = undo.use(new BirdService());
  const open = async (box: BoxSpec) => await openBox(box, "service");
  await together(signal, [
    async (either) => await service.startPostgres(await open(postgresBox(images.postgres, password)), either),
    async (either) => await service.startJudge(await open(serviceBox(images.judge, judgeCommand)), either),
    async (either) =>
      await service.startEnvironment(await open(serviceBox(images.environment, environmentCommand)), either),
  ]);
  const postgres = { host: service.postgresHost, port: 5432, user: "postgres", password };
  await service.setUp({ postgres, ...settings, statementTimeoutMs, judgeTimeoutMs }, data, signal);
  undo.move();
  return service;
}

/** Two processes of ours in the stack's containers; they end with us, the containers stay. */
async function joinStack(project: string, options: BirdServiceOptions): Promise<BirdService> {
  const { images, settings, data, signal, joinStack: join } = options;
  if (join === undefined) {
    const message = `bird_stack: ${project}: only env_provider: docker can use a stack; leave the key out`;
    throw new HarnessError({ fault: "config", code: "stack-unsupported", message });
  }
  const members = await join(project, { images: stackImages(images), todo: stackTodo(project), signal });
  const start = async (name: string, command: readonly string[], either: AbortSignal) => {
    const member = members.get(name);
    if (member === undefined) throw new Error(`joined a stack without its ${name}`);
    return await member.start(command, { signal: either });
  };
  await using undo = new AsyncDisposableStack();
  const service = undo.use(new BirdService());
  const { judge, environment } = stackServices;
  await together(signal, [
    async (either) => await service.startJudge(await start(judge, judgeCommand, either), either),
    async (either) => await service.startEnvironment(await start(environment, environmentCommand, either), either),
  ]);
  // Where Postgres is and its administrator's password the environment reads in its own container.
  await service.setUp({ postgres: "stack", ...settings, statementTimeoutMs, judgeTimeoutMs }, data, signal);
  undo.move();
  return service;
}

function postgresBox(image: ImageSource, password: string): BoxSpec {
  return {
    ...{ image, network: "internal", profile: "task", limits: { memoryMb: 8192, pids: 1024 } },
    // In memory, as a clone is some hundred files that live for a trial. The log apart: a full one would end the server.
    tmpfs: [
      { path: "/var/lib/postgresql/data", sizeMb: 4096 },
      { path: walFolder, sizeMb: 2048 },
    ],
    env: { POSTGRES_PASSWORD: password, POSTGRES_INITDB_WALDIR: walFolder },
    main: { command: ["bird-postgres"], attach: true },
  };
}

function serviceBox(image: ImageSource, command: readonly string[]): BoxSpec {
  return {
    ...{ image, network: "internal", profile: "agent", limits: { memoryMb: 2048, pids: 512 } },
    tmpfs: [{ path: "/tmp", sizeMb: 256 }],
    main: { command, attach: true },
  };
}
