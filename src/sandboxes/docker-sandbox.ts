// One started container, owned by whoever opened it.

import { randomBytes } from "node:crypto";
import type Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import type { MainProcess, Sandbox, SandboxSpec, Session } from "../core/sandbox.ts";
import { engineCall, statusOf } from "./docker-call.ts";
import { containerOptions } from "./docker-container-options.ts";
import { attachMain, mainProcess } from "./docker-main.ts";
import { type InternalNetworks, networkName } from "./docker-network.ts";
import { listProcesses } from "./docker-processes.ts";
import { DockerSession } from "./docker-session.ts";

export interface OpenContainerContext {
  docker: Dockerode;
  networks: InternalNetworks;
  /** An image that the engine has. */
  image: string;
  imageNotes: readonly string[];
  labels: Record<string, string>;
  signal: AbortSignal;
  say: (line: string) => void;
  onCleanupFailure: (what: string, error: unknown) => void;
}

const removalMs = 60_000;

export async function openContainer(spec: SandboxSpec, context: OpenContainerContext): Promise<Sandbox> {
  const { docker, networks, labels, signal, onCleanupFailure } = context;
  signal.throwIfAborted();
  const name = `auto-harness-${randomBytes(8).toString("hex")}`;
  const container = docker.getContainer(name);
  const closed = new AbortController();
  await using undo = new AsyncDisposableStack();
  const internalNetwork = networkName(spec.labels);
  if (spec.network === "internal") {
    undo.defer(() => attempt(onCleanupFailure, "network", (limit) => networks.release(internalNetwork, limit)));
    await networks.acquire(internalNetwork, labels, { signal });
  }
  // By name and before it is there: a creation whose answer got lost is undone too.
  undo.defer(() => attempt(onCleanupFailure, `container ${name}`, (limit) => removeContainer(container, limit)));
  const options = containerOptions(spec, { name, image: context.image, labels, internalNetwork });
  // Not cut short by the caller's signal: an engine that goes on creating would leave what nobody removes.
  const patient = { signal: new AbortController().signal };
  const created = await engineCall("create a container", (s) => create(docker, options, s), patient);
  undo.defer(() => closed.abort(sandboxClosed()));
  signal.throwIfAborted();
  const streams = spec.main?.attach ? undo.use(await attachMain(container, { signal })) : undefined;
  await engineCall("start a container", (abortSignal) => container.start({ abortSignal }), patient);
  signal.throwIfAborted();
  const main = streams === undefined ? undefined : mainProcess(container, streams, { closed: closed.signal });
  return new DockerSandbox(
    created.id,
    spec,
    { name, container, imageNotes: context.imageNotes, say: context.say, main, closed: closed.signal },
    undo.move(),
  );
}

interface DockerSandboxParts {
  name: string;
  container: Dockerode.Container;
  imageNotes: readonly string[];
  say: (line: string) => void;
  main: MainProcess | undefined;
  /** Aborted when the sandbox is closed. */
  closed: AbortSignal;
}

class DockerSandbox implements Sandbox {
  readonly id: string;
  readonly session: Session;
  readonly main?: MainProcess;
  readonly hostname?: string;
  readonly imageNotes: readonly string[];
  readonly #container: Dockerode.Container;
  readonly #undo: AsyncDisposableStack;
  #disposal: Promise<void> | undefined;

  constructor(id: string, spec: SandboxSpec, parts: DockerSandboxParts, undo: AsyncDisposableStack) {
    this.id = id;
    this.session = new DockerSession(parts.container, {
      readOnly: spec.profile === "agent",
      say: parts.say,
      closed: parts.closed,
    });
    if (parts.main !== undefined) this.main = parts.main;
    // The engine resolves the names of containers on networks that were made for them.
    if (spec.network === "internal") this.hostname = parts.name;
    this.imageNotes = parts.imageNotes;
    this.#container = parts.container;
    this.#undo = undo;
  }

  async processes({ signal }: { signal: AbortSignal }): Promise<string[]> {
    return await listProcesses(this.#container, { signal });
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

/** Clean-up has a time limit of its own and never throws. */
async function attempt(
  onFailure: (what: string, error: unknown) => void,
  what: string,
  run: (limit: { signal: AbortSignal }) => Promise<void>,
): Promise<void> {
  try {
    await run({ signal: AbortSignal.timeout(removalMs) });
  } catch (error) {
    onFailure(what, error);
  }
}

function sandboxClosed(): HarnessError {
  const message = "The sandbox was closed by its owner; nothing more can be done in it.";
  return new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message });
}
