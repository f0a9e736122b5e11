// The containers of a project, by the labels that compose gives them, until all are ready.

import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import { engineCall } from "./call.ts";
import { readFrames } from "./frames.ts";

export interface Member {
  service: string;
  facts: Dockerode.ContainerInspectInfo;
}

const lookMs = 250;
const logLines = 20;

/** Services with several containers are there several times. */
export async function listMembers(
  docker: Dockerode,
  project: string,
  { signal }: { signal: AbortSignal },
): Promise<Member[]> {
  const label = [`com.docker.compose.project=${project}`];
  const list = (abortSignal: AbortSignal) => docker.listContainers({ all: true, filters: { label }, abortSignal });
  const listed = await engineCall("list a project's containers", list, { signal, idempotent: true });
  return await Promise.all(
    listed.map(async ({ Id, Labels }) => {
      const inspect = (abortSignal: AbortSignal) => docker.getContainer(Id).inspect({ abortSignal });
      const facts = await engineCall("look at a project's container", inspect, { signal, idempotent: true });
      return { service: Labels["com.docker.compose.service"] ?? "", facts };
    }),
  );
}

/** Those without a healthcheck are ready when they run, and others than main when they have ended well too. */
export async function waitUntilReady(
  docker: Dockerode,
  project: string,
  { signal }: { signal: AbortSignal },
): Promise<Member[]> {
  for (;;) {
    const members = await listWell(docker, project, { signal });
    if (members.every(isReady)) return members;
    await sleep(lookMs, undefined, { signal });
  }
}

/** Throws where one of them has ended badly or is unhealthy. */
export async function listWell(
  docker: Dockerode,
  project: string,
  { signal }: { signal: AbortSignal },
): Promise<Member[]> {
  const members = await listMembers(docker, project, { signal });
  for (const member of members) {
    const trouble = troubleOf(member);
    if (trouble !== undefined) throw await notReady(docker, member, trouble, signal);
  }
  return members;
}

function troubleOf({ service, facts: { State } }: Member): string | undefined {
  if (State.Status === "exited" || State.Status === "dead") {
    return State.ExitCode === 0 && service !== "main" ? undefined : `ended with exit code ${State.ExitCode}`;
  }
  if (State.Health?.Status !== "unhealthy") return undefined;
  const said = State.Health.Log?.at(-1)?.Output.trim().slice(-300) ?? "";
  return `is unhealthy${said === "" ? "" : `: ${said}`}`;
}

function isReady({ facts: { State } }: Member): boolean {
  if (State.Status === "exited") return true;
  const health = State.Health?.Status ?? "none";
  return State.Status === "running" && (health === "healthy" || health === "none");
}

/** Before an agent was there it is nobody's fault but the machine's or the task's: another try may do better. */
async function notReady(
  docker: Dockerode,
  { service, facts }: Member,
  trouble: string,
  signal: AbortSignal,
): Promise<HarnessError> {
  const said = await endOfLog(docker.getContainer(facts.Id), signal).catch(() => "");
  return new HarnessError({
    fault: "infrastructure",
    code: "service-not-ready",
    message: `The service ${service} ${trouble}.${said === "" ? "" : ` It said at last:\n${said}`}`,
    context: { service, beforeAgent: true },
  });
}

async function endOfLog(container: Dockerode.Container, signal: AbortSignal): Promise<string> {
  const options = { stdout: true, stderr: true, follow: true as const, tail: logLines };
  const source = (await engineCall("read a service's log", () => container.logs(options), { signal })) as Readable;
  let text = "";
  const limit = setTimeout(() => source.destroy(), 3_000);
  try {
    await readFrames(source, (_stream, chunk) => {
      text += chunk.toString("utf8");
      return undefined;
    });
  } catch {
    // What was read by then will do.
  } finally {
    clearTimeout(limit);
  }
  return text.trim().slice(-2000);
}
