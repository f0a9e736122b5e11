// Building an image: through the buildx plugin where it answers, else the engine's classic builder.

import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type Dockerode from "dockerode";
import { execa } from "execa";
import { HarnessError } from "../../core/fault.ts";
import { abortable } from "../../lib/abortable.ts";
import { runCommand } from "../../lib/run-command.ts";
import { isBuildTrouble } from "../build-trouble.ts";
import { hereDocument, needsOfBuildKit } from "../dockerfile.ts";
import { messageOf } from "./call.ts";

/** Docker's command line program, needed for buildx only. */
export interface DockerCli {
  file: string;
  /** What points it at the same engine as dockerode, such as DOCKER_HOST. */
  env: Readonly<Record<string, string>>;
}

/** What a Dockerfile may mount with `RUN --mount=type=secret,id=…`; it is in no layer, no history and no cache key. */
export type BuildSecret = { file: string } | { value: string };

export interface BuildRequest {
  /** For messages. */
  name: string;
  tag: string;
  labels: Readonly<Record<string, string>>;
  dockerfile: string;
  /** Its path in the context; default "Dockerfile". */
  file?: string;
  /** The stage that is wanted. */
  target?: string;
  context: () => Readable;
  buildArgs: Readonly<Record<string, string>>;
  /** By id. */
  secrets: Readonly<Record<string, BuildSecret>>;
  timeoutMs: number;
}

interface BuildEnd {
  ok: boolean;
  reason: string;
}

const tailLines = 60;

/**
 * Builds go over the engine's default network, never the host's: a task's Dockerfile is somebody else's program and
 * must not reach what listens on the host's loopback. Throws task "image-build-failed" with the log's end,
 * infrastructure "image-build-trouble" or "image-build-timeout", config "buildx-needed".
 */
export async function buildImage(
  docker: Dockerode,
  cli: DockerCli,
  request: BuildRequest,
  { signal, onLog }: { signal: AbortSignal; onLog: (line: string) => void },
): Promise<void> {
  const log: string[] = [];
  const keep = (line: string) => {
    log.push(line);
    if (log.length > tailLines) log.shift();
    onLog(line);
  };
  const useBuildx = await hasBuildx(cli, signal);
  if (!useBuildx) refuseWhatNeedsBuildKit(request);
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const options = { signal: AbortSignal.any([signal, timeout]), onLog: keep };
  let end: BuildEnd;
  try {
    end = useBuildx ? await buildWithBuildx(cli, request, options) : await buildClassic(docker, request, options);
  } catch (error) {
    signal.throwIfAborted();
    if (!timeout.aborted) throw error;
    throw timeoutFault(request, log);
  }
  signal.throwIfAborted();
  if (!end.ok) throw timeout.aborted ? timeoutFault(request, log) : buildFault(request, end.reason, log);
}

const answers = new Map<string, Promise<boolean>>();

/** Asked once per program, under a time limit of its own: one caller's abort is not another's answer. */
async function hasBuildx(cli: DockerCli, signal: AbortSignal): Promise<boolean> {
  const known = answers.get(cli.file);
  if (known !== undefined) return await abortable(known, signal);
  const limit = AbortSignal.timeout(20_000);
  const asked = runCommand([cli.file, "buildx", "version"], { signal: limit }).then(
    (result) => result.exitCode === 0,
    () => false,
  );
  answers.set(cli.file, asked);
  return await abortable(asked, signal);
}

type Progress = { signal: AbortSignal; onLog: (line: string) => void };

async function buildWithBuildx(cli: DockerCli, request: BuildRequest, progress: Progress): Promise<BuildEnd> {
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const flags = ["--builder", "default", "--load", "--progress", "plain", "--tag", request.tag];
  if (request.file !== undefined) flags.push("--file", request.file);
  if (request.target !== undefined) flags.push("--target", request.target);
  const secrets = secretFlags(request.secrets);
  flags.push(...pairs("--label", request.labels), ...pairs("--build-arg", request.buildArgs), ...secrets.flags);
  const child = execa(cli.file, ["buildx", "build", ...flags, "-"], {
    stdin: "pipe",
    all: true,
    buffer: false,
    reject: false,
    cancelSignal: progress.signal,
    forceKillAfterDelay: 5_000,
    env: { ...cli.env, ...secrets.env, DOCKER_BUILDKIT: "1", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
  });
  const lines = createInterface({ input: child.all }).on("line", progress.onLog);
  const context = request.context();
  const sent = pipeline(context, child.stdin).then(
    () => undefined,
    (error: unknown) => error,
  );
  const result = await child;
  context.destroy();
  const sendError = await sent;
  lines.close();
  // A program that gave up early closes its input; only what reading the folder says is news.
  const unread =
    sendError instanceof Error && !/EPIPE|premature|ECONNRESET/i.test(`${sendError}`) ? `${sendError}` : "";
  const code = result.exitCode ?? result.signal ?? result.code;
  return { ok: result.exitCode === 0 && unread === "", reason: unread || `docker buildx build ended with ${code}` };
}

/** A value travels in the environment of the command line program: arguments are for everybody on the machine to see. */
export function secretFlags(secrets: Readonly<Record<string, BuildSecret>>): {
  flags: string[];
  env: Record<string, string>;
} {
  const flags: string[] = [];
  const env: Record<string, string> = {};
  for (const [index, [id, secret]] of Object.entries(secrets).entries()) {
    if ("file" in secret) {
      flags.push("--secret", csv([`id=${id}`, "type=file", `src=${secret.file}`]));
    } else {
      const variable = `AUTO_HARNESS_BUILD_SECRET_${index}`;
      env[variable] = secret.value;
      flags.push("--secret", csv([`id=${id}`, "type=env", `env=${variable}`]));
    }
  }
  return { flags, env };
}

/** The flag is a line of CSV, so that a path may hold a comma. */
function csv(fields: readonly string[]): string {
  return fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}

async function buildClassic(docker: Dockerode, request: BuildRequest, progress: Progress): Promise<BuildEnd> {
  try {
    const stream = await docker.buildImage(request.context(), {
      t: request.tag,
      labels: { ...request.labels },
      buildargs: { ...request.buildArgs },
      ...(request.file === undefined ? {} : { dockerfile: request.file }),
      ...(request.target === undefined ? {} : { target: request.target }),
      forcerm: true,
      abortSignal: progress.signal,
    });
    let failure: string | undefined;
    const onEvent = (event: { stream?: string; status?: string; error?: string }) => {
      failure ??= event.error;
      const text = event.stream ?? event.error ?? event.status ?? "";
      for (const line of text.split("\n")) if (line.trim() !== "") progress.onLog(line.trimEnd());
    };
    await new Promise<void>((resolve, reject) => {
      docker.modem.followProgress(stream, (error) => (error === null ? resolve() : reject(error)), onEvent);
    });
    return { ok: failure === undefined, reason: failure ?? "" };
  } catch (error) {
    progress.signal.throwIfAborted();
    return { ok: false, reason: messageOf(error) };
  }
}

function refuseWhatNeedsBuildKit({ name, dockerfile }: BuildRequest): void {
  const needs = needsOfBuildKit(dockerfile);
  if (needs.length === 0) return;
  throw new HarnessError({
    fault: "config",
    code: "buildx-needed",
    message: `The Dockerfile of ${name} uses ${needs.join(", ")}, which the engine's classic builder cannot do, and docker's buildx plugin does not answer. Install it (auto-harness doctor --fix).`,
    context: { name, needs },
  });
}

function buildFault({ name, dockerfile }: BuildRequest, reason: string, log: readonly string[]): HarnessError {
  const end = log.join("\n");
  const infrastructure = isBuildTrouble(`${end}\n${reason}`);
  const hint =
    hereDocument.test(dockerfile) && /unknown instruction/i.test(end)
      ? " This engine's BuildKit does not know here-documents; one of version 23 or later does."
      : "";
  const what = infrastructure ? "The engine or the network failed while building" : "Could not build";
  return new HarnessError({
    fault: infrastructure ? "infrastructure" : "task",
    code: infrastructure ? "image-build-trouble" : "image-build-failed",
    message: `${what} the image of ${name} (${reason.trim()}).${hint} The log's end:\n${end}`,
    context: { name, log: end },
  });
}

function timeoutFault({ name, timeoutMs }: BuildRequest, log: readonly string[]): HarnessError {
  const end = log.join("\n");
  return new HarnessError({
    fault: "infrastructure",
    code: "image-build-timeout",
    message: `Building the image of ${name} took longer than ${Math.round(timeoutMs / 1000)} s. The log's end:\n${end}`,
    context: { name, log: end },
  });
}
