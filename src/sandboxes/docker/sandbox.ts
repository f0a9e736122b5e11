// One started container, owned by whoever opened it.

import { randomBytes } from "node:crypto";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type {
  CopyOptions,
  FileChange,
  MainProcess,
  NetworkUse,
  Sandbox,
  SandboxNetwork,
  SandboxSpec,
} from "../../core/sandbox.ts";
import type { Session } from "../../core/session.ts";
import { folderArchive } from "../../lib/folder-archive.ts";
import { attempt } from "./attempt.ts";
import { engineCall, statusOf } from "./call.ts";
import { listChanges, mergedChanges } from "./changes.ts";
import { containerOptions } from "./container-options.ts";
import { type CopyContext, copyContainer, notRestartable, restartContainer } from "./copy.ts";
import { putArchive } from "./files.ts";
import { attachMain, mainProcess } from "./main.ts";
import { type DockerNetworks, openPlace, type Place } from "./place.ts";
import { listProcesses } from "./processes.ts";
import { DockerSession } from "./session.ts";
import { SwitchedNetwork } from "./switch.ts";

export interface OpenContainerContext {
  docker: Dockerode;
  networks: DockerNetworks;
  /** An image that the engine has. */
  image: string;
  imageNotes: readonly string[];
  labels: Record<string, string>;
  signal: AbortSignal;
  say: (line: string) => void;
  onCleanupFailure: (what: string, error: unknown) => void;
  /** What the specification can't say. */
  hostConfig?: Dockerode.HostConfig;
  /** One that is there already, and stays when the sandbox goes. */
  place?: Place;
}

const removalMs = 60_000;

export async function openContainer(spec: SandboxSpec, context: OpenContainerContext): Promise<Sandbox> {
  const { docker, networks, labels, signal, onCleanupFailure } = context;
  signal.throwIfAborted();
  const name = `auto-harness-${randomBytes(8).toString("hex")}`;
  const container = docker.getContainer(name);
  const closed = new AbortController();
  await using undo = new AsyncDisposableStack();
  const place = context.place ?? (await openPlace(spec, { networks, labels, signal, undo, onCleanupFailure }));
  // By name and before it is there: a creation whose answer got lost is undone too.
  undo.defer(() => attempt(onCleanupFailure, `container ${name}`, (limit) => removeContainer(container, limit)));
  const plain = containerOptions(spec, { name, image: context.image, labels, place });
  const options = { ...plain, HostConfig: { ...plain.HostConfig, ...context.hostConfig } };
  // Not cut short by the caller's signal: an engine that goes on creating would leave what nobody removes.
  const patient = { signal: new AbortController().signal };
  const created = await engineCall("create a container", (s) => create(docker, options, s), patient);
  undo.defer(() => closed.abort(sandboxClosed()));
  signal.throwIfAborted();
  const streams = spec.main?.attach ? undo.use(await attachMain(container, { signal })) : undefined;
  await engineCall("start a container", (abortSignal) => container.start({ abortSignal }), patient);
  signal.throwIfAborted();
  if (spec.folders !== undefined) await putArchive(container, "/", await folderArchive(spec.folders), { signal });
  const main = streams === undefined ? undefined : mainProcess(container, streams, { closed: closed.signal });
  const { allowed } = place;
  const network =
    allowed && new SwitchedNetwork({ docker, containers: [created.id], allowed: [allowed], first: spec.network });
  await network?.join({ signal });
  return new DockerSandbox(
    created.id,
    spec,
    {
      ...{ name, container, imageNotes: context.imageNotes, say: context.say, main, closed: closed.signal },
      network,
      copying: { docker, removeContainer, attempt: (what, run) => attempt(onCleanupFailure, what, run) },
    },
    undo.move(),
  );
}

export interface DockerSandboxParts {
  name: string;
  container: Dockerode.Container;
  imageNotes: readonly string[];
  say: (line: string) => void;
  main: MainProcess | undefined;
  /** Aborted when the sandbox is closed. */
  closed: AbortSignal;
  /** Of a sandbox on allowed hosts, or whose network changes. */
  network: SwitchedNetwork | undefined;
  copying: CopyContext;
  /** What differed from the image when this one was made as a copy. */
  changedBefore?: readonly FileChange[];
}

export class DockerSandbox implements Sandbox {
  readonly id: string;
  readonly session: Session;
  readonly main?: MainProcess;
  readonly hostname?: string;
  readonly imageNotes: readonly string[];
  readonly #container: Dockerode.Container;
  readonly #spec: SandboxSpec;
  readonly #parts: DockerSandboxParts;
  readonly #undo: AsyncDisposableStack;
  #disposal: Promise<void> | undefined;

  constructor(id: string, spec: SandboxSpec, parts: DockerSandboxParts, undo: AsyncDisposableStack) {
    this.id = id;
    this.session = new DockerSession(parts.container, {
      readOnly: spec.profile === "agent",
      say: parts.say,
      closed: parts.closed,
      environment: () => parts.network?.environment() ?? {},
    });
    if (parts.main !== undefined) this.main = parts.main;
    // The engine resolves the names of containers on networks that were made for them.
    if (spec.network === "internal") this.hostname = parts.name;
    this.imageNotes = parts.imageNotes;
    this.#container = parts.container;
    this.#spec = spec;
    this.#parts = parts;
    this.#undo = undo;
  }

  async processes({ signal }: { signal: AbortSignal }): Promise<string[]> {
    return await listProcesses(this.#container, { signal });
  }

  async setNetwork(network: Exclude<SandboxNetwork, "internal">, options: { signal: AbortSignal }): Promise<void> {
    const switched = this.#spec.networkChanges === true ? this.#parts.network : undefined;
    if (switched === undefined) throw new Error("the sandbox was not opened with networkChanges");
    await switched.set(network, options);
  }

  async networkUse(options: { signal: AbortSignal }): Promise<NetworkUse[]> {
    return (await this.#parts.network?.uses(options)) ?? [];
  }

  async changes(options: { signal: AbortSignal }): Promise<FileChange[]> {
    return mergedChanges(this.#parts.changedBefore ?? [], await listChanges(this.#container, options));
  }

  async restart(options: { signal: AbortSignal }): Promise<void> {
    // The proxy knows whom it serves by addresses, and those may be others afterwards.
    if (this.#parts.network !== undefined || this.#spec.main !== undefined) throw notRestartable();
    await restartContainer(this.#container, options);
  }

  async copy(options: CopyOptions): Promise<Sandbox> {
    const copy = await copyContainer(this.#container, options, this.#parts.copying);
    const { undo, container, name, id, changes } = copy;
    const closed = new AbortController();
    undo.defer(() => closed.abort(sandboxClosed()));
    const { main: _main, ...spec } = this.#spec;
    const changedBefore = mergedChanges(this.#parts.changedBefore ?? [], changes);
    const network = options.keep === "network" ? this.#parts.network : this.#parts.network?.of(container);
    const parts = { ...this.#parts, container, name, main: undefined, closed: closed.signal, changedBefore, network };
    const sandbox = new DockerSandbox(id, spec, parts, undo);
    // It may stand on this one's network.
    if (this.#disposal === undefined) this.#undo.use(sandbox);
    else await sandbox[Symbol.asyncDispose]();
    if (options.keep === "nothing") await network?.join(options);
    return sandbox;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposal ??= this.#undo.disposeAsync();
    await this.#disposal;
  }
}

/** Anonymous volumes go with it. "Already gone" and "being removed" are what we want. */
export async function removeContainer(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const remove = (abortSignal: AbortSignal) => container.remove({ force: true, v: true, abortSignal });
  try {
    await engineCall("remove a container", remove, { signal, timeoutMs: removalMs, idempotent: true });
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || (status === 409 && /already in progress/i.test(String(error)))) return;
    throw error;
  }
}

function create(docker: Dockerode, options: Dockerode.ContainerCreateOptions, abortSignal: AbortSignal) {
  return docker.createContainer({ ...options, abortSignal });
}

export function sandboxClosed(): HarnessError {
  const message = "The sandbox was closed by its owner; nothing more can be done in it.";
  return new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message });
}
