// A container's files as they are now, in a new container with none of its processes: killed or paused for a moment,
// committed, and started from that image with the same options.

import { randomBytes } from "node:crypto";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { CopyOptions, FileChange } from "../../core/sandbox.ts";
import { wait } from "../../lib/wait.ts";
import { engineCall, messageOf, removal, statusOf } from "./call.ts";
import { listChanges } from "./changes.ts";
import { hostsOfCopy, isEdited, readHosts, writeHosts } from "./hosts.ts";

export interface CopyContext {
  docker: Dockerode;
  /** Undoes what was done so far; never throws. */
  attempt: (what: string, run: (limit: { signal: AbortSignal }) => Promise<void>) => Promise<void>;
  removeContainer: (container: Dockerode.Container, limit: { signal: AbortSignal }) => Promise<void>;
}

export interface ContainerCopy {
  id: string;
  name: string;
  container: Dockerode.Container;
  /** What had been changed in the original when it was copied. */
  changes: FileChange[];
  undo: AsyncDisposableStack;
}

const repository = "auto-harness/copy";
/** The diff of a large box takes its time to be written. */
const commitMs = 600_000;
const standstillMs = 5_000;

/**
 * The image has the container's labels, hence its owner's, and goes with the copy. Throws task "not-copyable",
 * infrastructure "sandbox-stopped" and others, and what `signal` says.
 */
export async function copyContainer(
  container: Dockerode.Container,
  { keep, signal }: CopyOptions,
  { docker, attempt, removeContainer }: CopyContext,
): Promise<ContainerCopy> {
  const original = await inspect(container, signal);
  refuseWhatStaysBehind(original);
  const name = `auto-harness-${randomBytes(8).toString("hex")}`;
  const tag = `${repository}:${name}`;
  await using undo = new AsyncDisposableStack();
  undo.defer(() => attempt(`image ${tag}`, (limit) => removeImage(docker, tag, limit)));
  const taken =
    keep === "nothing" ? await takeStopped(container, tag, signal) : await takePaused(container, tag, signal);
  const copy = docker.getContainer(name);
  undo.defer(() => attempt(`container ${name}`, (limit) => removeContainer(copy, limit)));
  // Not cut short by the caller's signal: an engine that goes on creating would leave what nobody removes.
  const patient = { signal: new AbortController().signal };
  const options = { ...optionsOfCopy(original, keep), name, Image: tag };
  const create = (abortSignal: AbortSignal) => docker.createContainer({ ...options, abortSignal });
  const { id } = await engineCall("create a container", create, patient);
  signal.throwIfAborted();
  await startCopy(copy, patient);
  await keepHosts(copy, taken.hosts, original, { signal });
  signal.throwIfAborted();
  return { id, name, container: copy, changes: taken.changes, undo: undo.move() };
}

/** Without a commit, which costs more than a start. The container stays, and its image's volumes with it. */
export async function restartContainer(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const original = await inspect(container, signal);
  if (startsSomething(original)) throw notRestartable();
  await kill(container, signal);
  const hosts = await readHosts(container, { signal });
  await startCopy(container, { signal: new AbortController().signal });
  await keepHosts(container, hosts, original, { signal });
  signal.throwIfAborted();
}

/** The engine makes the file anew; "" was not read. */
async function keepHosts(
  container: Dockerode.Container,
  hosts: string,
  { Config: { Hostname: hostname } }: Dockerode.ContainerInspectInfo,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  if (!isEdited(hosts, { hostname })) return;
  const { Networks } = (await inspect(container, signal)).NetworkSettings;
  const address = Object.values(Networks)[0]?.IPAddress ?? "";
  await writeHosts(container, hostsOfCopy(hosts, { hostname, address }), { signal });
}

/** One that can't start because of what is in it, such as without `sleep`, was broken by whoever was there. */
async function startCopy(copy: Dockerode.Container, { signal }: { signal: AbortSignal }): Promise<void> {
  try {
    await engineCall("start a container", (abortSignal) => copy.start({ abortSignal }), { signal });
  } catch (error) {
    if (!/OCI runtime|executable file|exec format|permission denied/i.test(messageOf(error))) throw error;
    throw new HarnessError({
      fault: "infrastructure",
      code: "sandbox-stopped",
      message: `The copy of the sandbox does not start with the files that are in it: ${messageOf(error).trim()}`,
      cause: error,
    });
  }
}

async function inspect(container: Dockerode.Container, signal: AbortSignal): Promise<Dockerode.ContainerInspectInfo> {
  const look = (abortSignal: AbortSignal) => container.inspect({ abortSignal });
  return await engineCall("look at the sandbox", look, { signal, idempotent: true });
}

/** What the image or the agent put there would run beside a verifier, or what is in memory would be gone. */
function startsSomething({ Config, HostConfig }: Dockerode.ContainerInspectInfo): boolean {
  const entry = [Config.Entrypoint ?? []].flat().length > 0;
  const [checks = "NONE"] = Config.Healthcheck?.Test ?? [];
  return entry || checks !== "NONE" || Object.keys(HostConfig.Tmpfs ?? {}).length > 0;
}

export function notRestartable(): HarnessError {
  const message =
    "The sandbox can't be started anew as it is: something would start in it, be lost, or have another address.";
  return new HarnessError({ fault: "task", code: "not-copyable", message });
}

/** A commit takes the container's own layer, and that alone. */
function refuseWhatStaysBehind({ Mounts, HostConfig }: Dockerode.ContainerInspectInfo): void {
  const places = [...Mounts.map((mount) => mount.Destination), ...Object.keys(HostConfig.Tmpfs ?? {})];
  if (places.length === 0) return;
  throw new HarnessError({
    fault: "task",
    code: "not-copyable",
    message: `The sandbox can't be copied: what is in ${places.join(", ")} lies in volumes or in memory, and would stay behind.`,
    context: { places },
  });
}

interface Taken {
  changes: FileChange[];
  /** Of a copy that does not share it; "" of one that does. */
  hosts: string;
}

async function kill(container: Dockerode.Container, signal: AbortSignal): Promise<void> {
  try {
    await engineCall("stop the sandbox", (abortSignal) => container.kill({ abortSignal }), { signal });
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
  }
}

async function takeStopped(container: Dockerode.Container, tag: string, signal: AbortSignal): Promise<Taken> {
  await kill(container, signal);
  const [, changes, hosts] = await Promise.all([
    commit(container, tag, signal),
    listChanges(container, { signal }),
    readHosts(container, { signal }),
  ]);
  return { changes, hosts };
}

/** Files and the list of what changed are of one moment. */
async function takePaused(container: Dockerode.Container, tag: string, signal: AbortSignal): Promise<Taken> {
  const patient = { signal: new AbortController().signal };
  await engineCall("pause the sandbox", (abortSignal) => container.pause({ abortSignal }), patient);
  const paused = performance.now();
  try {
    const [, changes] = await Promise.all([commit(container, tag, signal), listChanges(container, { signal })]);
    return { changes, hosts: "" };
  } finally {
    await engineCall("let the sandbox go on", (abortSignal) => container.unpause({ abortSignal }), patient);
    // A service that was starting gets the time back which it stood still.
    await wait(Math.min(performance.now() - paused, standstillMs), signal);
  }
}

async function commit(container: Dockerode.Container, tag: string, signal: AbortSignal): Promise<void> {
  const [repo, name] = tag.split(":");
  const run = (abortSignal: AbortSignal) => container.commit({ repo, tag: name, pause: false, abortSignal });
  await engineCall("keep the sandbox's files", run, { signal, timeoutMs: commitMs });
}

/** Its own main process only waits: what the image or the agent would start is not wanted beside a verifier. */
function optionsOfCopy(
  { Id, Config, HostConfig }: Dockerode.ContainerInspectInfo,
  keep: CopyOptions["keep"],
): Dockerode.ContainerCreateOptions {
  const mode = HostConfig.NetworkMode ?? "none";
  const joined = mode.startsWith("container:") ? mode : keep === "network" ? `container:${Id}` : undefined;
  const labels = Object.entries(Config.Labels ?? {}).filter(([label]) => label.startsWith("auto-harness."));
  return {
    Labels: Object.fromEntries(labels),
    Entrypoint: ["sleep", "infinity"],
    Cmd: [],
    Healthcheck: { Test: ["NONE"] },
    Env: Config.Env,
    WorkingDir: Config.WorkingDir,
    User: Config.User,
    Tty: false,
    ...(joined === undefined ? { Hostname: Config.Hostname } : {}),
    HostConfig: {
      ...HostConfig,
      AutoRemove: false,
      PortBindings: {},
      RestartPolicy: { Name: "no" },
      // Names are looked up as whoever the network belongs to does.
      ...(joined === undefined
        ? {}
        : { NetworkMode: joined, Dns: [], DnsOptions: [], DnsSearch: [], ExtraHosts: [], Links: [] }),
    },
  };
}

export async function removeImage(docker: Dockerode, name: string, { signal }: { signal: AbortSignal }): Promise<void> {
  const remove = (abortSignal: AbortSignal) => docker.getImage(name).remove({ force: true, abortSignal });
  await removal("remove an image", remove, { signal });
}
