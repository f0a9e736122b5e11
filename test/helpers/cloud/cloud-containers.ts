// What a cloud's stand-in runs its sandboxes on: real containers of our engine, so that commands really run. They are
// labelled with an owner of their own, and go when it is closed.

import { type Duplex, Readable, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type Dockerode from "dockerode";
import type { ImageSource, SandboxSpec } from "../../../src/core/sandbox.ts";
import { exitCodeOf } from "../../../src/sandboxes/docker/exit-code.ts";
import { streamsOf } from "../../../src/sandboxes/docker/main.ts";
import { openTestDocker } from "../open-test-docker.ts";
import { type EnteredProcess, enterContainer } from "./enter-container.ts";

export type CloudContainerOptions = Pick<SandboxSpec, "image" | "network"> & Partial<SandboxSpec>;

export interface CloudExecOptions {
  user?: string | undefined;
  cwd?: string | undefined;
  env?: Readonly<Record<string, string>> | undefined;
  /** Left out: its standard input is at its end. */
  stdin?: boolean;
}

export interface CloudProcess {
  /** In the container. */
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Never rejects: 137 when its container was removed. */
  readonly exited: Promise<number>;
  kill(signal: "KILL" | "TERM"): Promise<void>;
}

export interface CloudContainer extends AsyncDisposable {
  readonly id: string;
  /** Rejects when it can't be started: no such user or folder. */
  exec(command: readonly string[], options?: CloudExecOptions): Promise<CloudProcess>;
  run(command: readonly string[], options?: CloudExecOptions & { input?: Readable | Uint8Array }): Promise<CloudResult>;
}

export interface CloudResult {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

export interface CloudContainers extends AsyncDisposable {
  /** Builds or finds it, and says what the engine calls it. */
  prepareImage(source: ImageSource, onLog: (line: string) => void, signal: AbortSignal): Promise<string>;
  create(options: CloudContainerOptions): Promise<CloudContainer>;
  /** Names of containers and networks that are still there. */
  leftovers(): Promise<string[]>;
}

const forever = new AbortController().signal;
const mayMount = { CapAdd: ["SYS_ADMIN"], SecurityOpt: ["apparmor=unconfined"] };

/** mounts: root may mount, as in a machine of its own. */
export async function openCloudContainers({ mounts }: { mounts: boolean }): Promise<CloudContainers> {
  const opened = await openTestDocker();
  const { docker, provider } = opened;
  if (mounts) {
    const createContainer = docker.createContainer.bind(docker);
    docker.createContainer = async (options: Dockerode.ContainerCreateOptions) =>
      await createContainer({ ...options, HostConfig: { ...options.HostConfig, ...mayMount } });
  }
  return {
    prepareImage: async (source, onLog, signal) => (await provider.prepareImage(source, { signal, onLog })).reference,
    async create(options) {
      const sandbox = await provider.open(opened.specOf(options), { signal: forever });
      const container = docker.getContainer(sandbox.id);
      const entrance = await enterContainer(container);
      const { User: usualUser = "", WorkingDir: usualFolder = "" } = (await container.inspect()).Config;
      const exec: CloudContainer["exec"] = async (command, { user, cwd, env = {}, stdin = false } = {}) => {
        // The first line that it prints is its number inside.
        const numbered = ["sh", "-c", 'printf "%s\\n" $$; exec "$@"', "sh", ...command];
        const entered = isRoot(user ?? usualUser)
          ? entrance?.start(numbered, { cwd: cwd ?? (usualFolder || "/"), env })
          : undefined;
        if (entered !== undefined && !stdin) entered.stdin.end();
        const { exited, ...streams } = entered ?? (await execInside(container, numbered, { user, cwd, env, stdin }));
        const first = await firstLine(streams.stdout);
        if (!/^\d+$/.test(first)) throw new Error(`${command[0]} can't be started: ${first}`);
        const pid = Number(first);
        const kill = async (signal: string) => void (await run(["sh", "-c", `kill -${signal} ${pid}`]));
        return { pid, ...streams, exited, kill };
      };
      const run: CloudContainer["run"] = async (command, { input, ...options } = {}) => {
        const child = await exec(command, { ...options, stdin: input !== undefined });
        // One that ends without reading all of it breaks the pipe; its exit code tells.
        if (input !== undefined) pipeline(readableOf(input), child.stdin).catch(() => undefined);
        const [stdout, stderr] = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
        return { exitCode: await child.exited, stdout, stderr: stderr.toString("utf8") };
      };
      return {
        ...{ id: sandbox.id, exec, run },
        async [Symbol.asyncDispose]() {
          await entrance?.[Symbol.asyncDispose]();
          await sandbox[Symbol.asyncDispose]();
        },
      };
    },
    leftovers: () => opened.leftovers(),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

function isRoot(user: string): boolean {
  return ["", "root", "0"].includes(user);
}

/** By the engine, which knows users and is wherever it may be. */
async function execInside(
  container: Dockerode.Container,
  command: string[],
  { user, cwd, env = {}, stdin = false }: CloudExecOptions,
): Promise<EnteredProcess> {
  const created = await container.exec({
    Cmd: command,
    AttachStdin: stdin,
    AttachStdout: true,
    AttachStderr: true,
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...(user === undefined ? {} : { User: user }),
    ...(cwd === undefined ? {} : { WorkingDir: cwd }),
  });
  const socket = (await created.start({ hijack: stdin, stdin })) as Duplex;
  return { ...streamsOf(socket), exited: exitCodeOf(created, forever).catch(() => 137) };
}

function readableOf(input: Readable | Uint8Array): Readable {
  return input instanceof Uint8Array ? Readable.from([input], { objectMode: false }) : input;
}

/** Takes it off the stream, which goes on behind it. */
async function firstLine(stream: Readable): Promise<string> {
  let text = Buffer.alloc(0);
  while (!text.includes("\n")) {
    const chunk: Buffer | null = stream.read();
    if (chunk === null) {
      if (stream.readableEnded) return text.toString("utf8");
      await new Promise((resolve) => stream.once("readable", resolve).once("end", resolve));
      continue;
    }
    text = Buffer.concat([text, chunk]);
  }
  const end = text.indexOf("\n");
  if (end + 1 < text.length) stream.unshift(text.subarray(end + 1));
  return text.subarray(0, end).toString("utf8");
}
