// Containers of a compose project that somebody else has started: found by compose's own labels, checked, used, and
// left as they are.

import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import type { JoinStackOptions, StackMember } from "../../core/sandbox-group.ts";
import { engineCall } from "./call.ts";
import { startProcess } from "./process.ts";

export interface JoinDockerStackOptions extends JoinStackOptions {
  prepare: (source: ImageSource, options: { signal: AbortSignal }) => Promise<PreparedImage>;
  say: (line: string) => void;
  /** How long those that start, or restart, are waited for; default 10 minutes. */
  readyMs?: number;
  /** How long, when none is starting any more, the unhealthy ones are; default 1 minute. */
  unhealthyMs?: number;
}

const defaultReadyMs = 600_000;
const defaultUnhealthyMs = 60_000;
const lookMs = 500;

/** Throws what SandboxProvider.joinStack does. */
export async function joinDockerStack(
  docker: Dockerode,
  project: string,
  options: JoinDockerStackOptions,
): Promise<ReadonlyMap<string, StackMember>> {
  const { images, todo, prepare, say, signal } = options;
  const { readyMs = defaultReadyMs, unhealthyMs = defaultUnhealthyMs } = options;
  const prepared = new Map<string, PreparedImage>();
  for (const [service, source] of Object.entries(images)) prepared.set(service, await prepare(source, { signal }));
  const deadline = performance.now() + readyMs;
  let giveUp: number | undefined;
  for (let told = false; ; told = true) {
    const found = await findMembers(docker, project, { signal });
    const down = [...prepared.keys()].filter((service) => isDown(found.get(service)));
    if (down.length > 0) throw config("stack-down", `${project} has no running ${down.join(", ")}; type: ${todo}`);
    const members = await membersOf(docker, found, prepared, { project, todo, say, signal });
    const unready = [...found].filter(([service, { State }]) => prepared.has(service) && readiness(State) !== "ready");
    if (unready.length === 0) return members;
    const words = unready.map(([service, { State }]) => `${service} is ${readiness(State)}`).join(", ");
    const now = performance.now();
    const stuck = unready.every(([, { State }]) => readiness(State) === "unhealthy");
    giveUp = stuck ? (giveUp ?? now + unhealthyMs) : undefined;
    if (now > deadline || (giveUp !== undefined && now > giveUp)) throw notReady(project, words, unready);
    if (!told) say(`waiting for the stack ${project}: ${words}`);
    await sleep(lookMs, undefined, { signal });
  }
}

type Found = ReadonlyMap<string, Dockerode.ContainerInspectInfo>;

/** By service. */
async function findMembers(docker: Dockerode, project: string, options: { signal: AbortSignal }): Promise<Found> {
  const label = [`com.docker.compose.project=${project}`, "com.docker.compose.oneoff=False"];
  const list = (abortSignal: AbortSignal) => docker.listContainers({ all: true, filters: { label }, abortSignal });
  const listed = await engineCall(`list the stack ${project}`, list, { ...options, idempotent: true });
  const found = new Map<string, Dockerode.ContainerInspectInfo>();
  for (const { Id, Labels } of listed) {
    const service = Labels["com.docker.compose.service"];
    if (service === undefined) continue;
    const inspect = (abortSignal: AbortSignal) => docker.getContainer(Id).inspect({ abortSignal });
    const looked = engineCall(`look at ${service}`, inspect, { ...options, idempotent: true });
    // It may have been removed since.
    const facts = await looked.catch(() => undefined);
    options.signal.throwIfAborted();
    if (facts !== undefined && (isDown(found.get(service)) || !isDown(facts))) found.set(service, facts);
  }
  return found;
}

function isDown(facts: Dockerode.ContainerInspectInfo | undefined): boolean {
  return facts === undefined || !["running", "restarting"].includes(facts.State.Status);
}

function readiness({ Status, Health }: Dockerode.ContainerInspectInfo["State"]): string {
  if (Status === "restarting") return "restarting";
  return Health === undefined || Health.Status === "healthy" ? "ready" : Health.Status;
}

async function membersOf(
  docker: Dockerode,
  found: Found,
  prepared: ReadonlyMap<string, PreparedImage>,
  { project, todo, say, signal }: { project: string; todo: string; say: (line: string) => void; signal: AbortSignal },
): Promise<ReadonlyMap<string, StackMember>> {
  const members = new Map<string, StackMember>();
  for (const [service, { reference, notes }] of prepared) {
    const facts = found.get(service);
    if (facts === undefined) continue;
    const inspect = () => docker.getImage(reference).inspect();
    const { Id } = await engineCall(`look for the image ${reference}`, inspect, { signal, idempotent: true });
    if (facts.Image !== Id) {
      const message = `${service} of ${project} was made of another image than this configuration needs; type: ${todo}`;
      throw config("stack-outdated", message);
    }
    const container = docker.getContainer(facts.Id);
    members.set(service, {
      id: facts.Id,
      start: async (command, options) => await startProcess(container, command, { imageNotes: notes, say, ...options }),
    });
  }
  return members;
}

function config(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message: `The stack ${message}` });
}

function notReady(
  project: string,
  words: string,
  unready: ReadonlyArray<[string, Dockerode.ContainerInspectInfo]>,
): HarnessError {
  const checks = unready.map(([service, { State }]) => [service, State.Health?.Log?.at(-1)?.Output.trim() ?? ""]);
  const said = checks.flatMap(([service, output]) => (output === "" ? [] : [`; ${service} said: ${output}`])).join("");
  return new HarnessError({
    ...{ fault: "infrastructure", code: "stack-not-ready", context: { project } },
    message: `The stack ${project} did not get ready: ${words}${said}`,
  });
}
