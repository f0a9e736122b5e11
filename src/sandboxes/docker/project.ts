// A task's compose project: judged as compose resolves it, made of images of ours, held to its network, and removed
// without waiting for anybody to stop.

import { randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource, PreparedImage } from "../../core/sandbox.ts";
import type { ProjectSpec, SandboxProject } from "../../core/sandbox-group.ts";
import type { Session } from "../../core/session.ts";
import { imageOfService } from "../../services/compose/compose-build.ts";
import type { ComposeModel } from "../../services/compose/compose-model.ts";
import { finalCompose } from "../../services/compose/final-compose.ts";
import { judgeCompose } from "../../services/compose/judge-compose.ts";
import { attempt } from "./attempt.ts";
import type { DockerCli } from "./build.ts";
import { engineCall } from "./call.ts";
import { type ComposeContext, resolveCompose, runCompose } from "./compose.ts";
import { removeNetwork, removeVolume } from "./network.ts";
import type { DockerNetworks } from "./place.ts";
import { putProjectFiles } from "./project-files.ts";
import { type HeldProject, holdNetworks } from "./project-networks.ts";
import { listMembers, listWell, type Member, waitUntilReady } from "./project-ready.ts";
import { DockerSandbox, removeContainer, sandboxClosed } from "./sandbox.ts";
import { DockerSession } from "./session.ts";
import { SwitchedNetwork } from "./switch.ts";

export interface OpenProjectContext {
  docker: Dockerode;
  cli: DockerCli;
  networks: DockerNetworks;
  prepare: (source: ImageSource, options: { signal: AbortSignal }) => Promise<PreparedImage>;
  labels: Record<string, string>;
  signal: AbortSignal;
  say: (line: string) => void;
  onCleanupFailure: (what: string, error: unknown) => void;
}

/** Throws what SandboxProvider.openProject does. */
export async function openDockerProject(spec: ProjectSpec, context: OpenProjectContext): Promise<SandboxProject> {
  const limit = AbortSignal.timeout(spec.timeoutMs);
  try {
    return await open(spec, { ...context, signal: AbortSignal.any([context.signal, limit]) });
  } catch (error) {
    context.signal.throwIfAborted();
    if (limit.aborted) throw tooSlow(spec);
    throw error;
  }
}

async function open(spec: ProjectSpec, context: OpenProjectContext): Promise<SandboxProject> {
  const { docker, cli, labels, signal, onCleanupFailure } = context;
  const folder = await realpath(dirname(spec.files[0] ?? ""));
  const files = spec.files.map((file) => `${folder}/${basename(file)}`);
  const compose: ComposeContext = { cli, project: `auto-harness-${randomBytes(8).toString("hex")}`, signal };
  const model = await resolveCompose(files, spec.variables, compose);
  const { refused, notes } = judgeCompose(model, folder);
  if (refused.length > 0) throw refusal(files, refused);
  const images = await prepareImages(model, spec, folder, context);
  await using undo = new AsyncDisposableStack();
  const held = await holdNetworks(model, spec, { ...context, undo });
  const references = new Map([...images].map(([service, { reference }]) => [service, reference]));
  const { env = {}, limits, workdir, user } = spec.main;
  const main = {
    ...{ command: ["sh", "-c", "exec sleep infinity"], env, limits },
    ...(workdir === undefined ? {} : { workdir }),
    ...(user === undefined ? {} : { user }),
  };
  const final = finalCompose(model, { images: references, labels, main, held: held.networks });
  // Of a start that was broken off the engine may still be making something.
  let emptyLooks = 2;
  undo.defer(() =>
    attempt(onCleanupFailure, `the project ${compose.project}`, (end) =>
      removeProject(docker, compose.project, { ...end, emptyLooks }),
    ),
  );
  await start(final, model, folder, { ...context, compose, timeoutMs: spec.timeoutMs });
  emptyLooks = 1;
  const members = await waitUntilReady(docker, compose.project, { signal });
  const imageNotes = [...new Set([...images.values()].flatMap((image) => image.notes)), ...notes];
  return await assemble(spec, members, { ...context, undo, held, imageNotes });
}

/** By service; main's is the specification's where the files say nothing of it. */
async function prepareImages(
  model: ComposeModel,
  { main, timeoutMs }: ProjectSpec,
  folder: string,
  { prepare, signal }: OpenProjectContext,
): Promise<Map<string, PreparedImage>> {
  const options = { folder, timeoutMs };
  const ofMain = (await imageOfService("main", model.services["main"] ?? {}, options)) ?? main.image;
  const names = new Set([...Object.keys(model.services), "main"]);
  const prepared = await Promise.all(
    [...names].map(async (name): Promise<[string, PreparedImage]> => {
      const own = name === "main" ? undefined : await imageOfService(name, model.services[name] ?? {}, options);
      const source = own ?? ofMain;
      if (source === undefined) throw refusal([folder], [`${name}: it has neither image nor build`]);
      return [name, await prepare(source, { signal })];
    }),
  );
  return new Map(prepared);
}

/** Files of the task's go in before anything runs. */
async function start(
  final: Record<string, unknown>,
  model: ComposeModel,
  folder: string,
  { docker, compose, timeoutMs, signal }: OpenProjectContext & { compose: ComposeContext; timeoutMs: number },
): Promise<void> {
  const created = async () => {
    failIf(await runCompose(final, "create", { ...compose, timeoutMs }), "create");
    return await listMembers(docker, compose.project, { signal });
  };
  await putProjectFiles(model, folder, { docker, created, signal });
  const up = await runCompose(final, "up", { ...compose, timeoutMs });
  // One that others wait for may have failed, which says more than compose does.
  if (up.exitCode !== 0) await listWell(docker, compose.project, { signal });
  failIf(up, "start");
}

async function assemble(
  spec: ProjectSpec,
  members: readonly Member[],
  context: OpenProjectContext & { undo: AsyncDisposableStack; held: HeldProject; imageNotes: readonly string[] },
): Promise<SandboxProject> {
  const { docker, undo, held, imageNotes, say, signal, onCleanupFailure } = context;
  const facts = members.find(({ service }) => service === "main")?.facts;
  if (facts === undefined) throw new Error("the project has no main");
  const closed = new AbortController();
  const container = docker.getContainer(facts.Id);
  const networked = members.filter(({ facts: { NetworkSettings } }) =>
    Object.keys(NetworkSettings.Networks).some((name) => held.names.has(name)),
  );
  const containers = networked.map((member) => member.facts.Id);
  const network =
    held.allowed.length === 0
      ? undefined
      : new SwitchedNetwork({ docker, containers, allowed: held.allowed, first: spec.main.network });
  await network?.join({ signal });
  const own = new AsyncDisposableStack();
  own.defer(() => closed.abort(sandboxClosed()));
  const main = undo.use(
    new DockerSandbox(
      facts.Id,
      { ...spec.main, labels: spec.labels, image: { kind: "image", reference: facts.Image } },
      {
        ...{ name: facts.Name.replace(/^\//, ""), container, imageNotes, say, main: undefined, closed: closed.signal },
        network,
        copying: { docker, removeContainer, attempt: (what, run) => attempt(onCleanupFailure, what, run) },
      },
      own,
    ),
  );
  const sessions = new Map<string, Session>();
  for (const { service, facts: its } of members) {
    const options = { readOnly: its.HostConfig.ReadonlyRootfs === true, say, closed: closed.signal };
    sessions.set(service, service === "main" ? main.session : new DockerSession(docker.getContainer(its.Id), options));
  }
  const owned = undo.move();
  return {
    main,
    session(service) {
      const session = sessions.get(service);
      if (session !== undefined) return session;
      const message = `There is no service ${service} in the task's compose file; it has ${[...sessions.keys()].sort().join(", ")}.`;
      throw new HarnessError({ fault: "task", code: "service-missing", message });
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

const lookAgainMs = 1_000;

/** Until nothing was left so many times in a row. */
async function removeProject(
  docker: Dockerode,
  project: string,
  { signal, emptyLooks }: { signal: AbortSignal; emptyLooks: number },
): Promise<void> {
  const filters = { label: [`com.docker.compose.project=${project}`] };
  const list = (abortSignal: AbortSignal) => docker.listContainers({ all: true, filters, abortSignal });
  for (let empty = 0; empty < emptyLooks; ) {
    if (empty > 0) await sleep(lookAgainMs, undefined, { signal });
    const containers = await engineCall("list a project's containers", list, { signal, idempotent: true });
    empty = containers.length === 0 ? empty + 1 : 0;
    await Promise.all(containers.map(({ Id }) => removeContainer(docker.getContainer(Id), { signal })));
  }
  const networks = await engineCall("list a project's networks", () => docker.listNetworks({ filters }), { signal });
  for (const { Id } of networks) await removeNetwork(docker, Id, { signal });
  const { Volumes } = await engineCall("list a project's volumes", () => docker.listVolumes({ filters }), { signal });
  for (const { Name } of Volumes ?? []) await removeVolume(docker, Name, { signal });
}

function failIf({ exitCode, stderr }: { exitCode: number; stderr: string }, what: string): void {
  if (exitCode === 0) return;
  throw new HarnessError({
    fault: "infrastructure",
    code: "project-not-started",
    message: `Compose could not ${what} the task's services: ${stderr.trim().slice(-1500)}`,
  });
}

function refusal(files: readonly string[], refused: readonly string[]): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "compose-refused",
    message: `${files.join(", ")} asks for what would reach out of its containers, or what is not supported:\n  ${refused.join("\n  ")}\nExclude the task with exclude_task_ids, or mend its file (docs/network.md).`,
    context: { refused },
  });
}

function tooSlow({ timeoutMs, files }: ProjectSpec): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "project-timeout",
    message: `The services of ${files.join(", ")} were not ready within ${Math.round(timeoutMs / 1000)} s.`,
    context: { beforeAgent: true },
  });
}
