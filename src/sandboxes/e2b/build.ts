// One build of a template: asked for, watched step by step, and begun once more where it was wedged.

import type { BuildInfo, TemplateClass } from "e2b";
import { HarnessError } from "../../core/fault.ts";
import { type Clock, steadyClock } from "../../lib/clock.ts";
import { wait } from "../../lib/wait.ts";
import { buildFailed } from "../cloud/build-failed.ts";
import { callFailed } from "../cloud/retry.ts";
import { type E2bClient, serviceName } from "./client.ts";
import type { E2bSize } from "./images.ts";
import { troubleOf } from "./trouble.ts";

export interface E2bBuildRequest {
  name: string;
  size: E2bSize;
  /** Of one build. */
  timeoutMs: number;
  signal: AbortSignal;
  onLog: (line: string) => void;
}

/** Of one host. An account has 20 at once on the usual plans, and others build in it too; more are refused with 429. */
export const buildsAtOnce = 10;

const buildsAtMost = 2;
/** A row of requests, all of which must succeed: more tries, each after a short wait. What was uploaded stays so. */
const beginning = { attempts: 40, longestWaitMs: 2_000 } as const;
/** While E2B builds enough already: the builds before ours may take as long as they are let. */
const refused = { firstWaitMs: 1_000, longestWaitMs: 30_000, patienceMs: 1_800_000 } as const;
const tailLines = 60;
const uploadMs = 1_800_000;

export async function templateIsReady(
  client: E2bClient,
  name: string,
  { signal }: { signal: AbortSignal },
): Promise<boolean> {
  const look = (limit: AbortSignal) => client.Template.getTags(name, { signal: limit });
  try {
    return (await client.call(`look for the template ${name}`, look, { signal })).some(({ tag }) => tag === "ready");
  } catch (error) {
    if (!signal.aborted && !(error instanceof HarnessError) && troubleOf(error).kind === "gone") return false;
    throw error;
  }
}

type Keep = (line: string) => void;

/**
 * Throws infrastructure "image-build-timeout"; task "image-build-failed" where a build was begun and failed, or
 * infrastructure "image-build-trouble" where its log tells of a registry or a network; and of E2B's own answers
 * infrastructure "cloud-call-failed" or "cloud-rate-limited" and config "cloud-key-refused".
 */
export async function runBuild(
  client: E2bClient,
  template: TemplateClass,
  request: E2bBuildRequest,
  clock: Clock = steadyClock,
): Promise<void> {
  const { name, signal, onLog } = request;
  for (let build = 1; ; build += 1) {
    const log: string[] = [];
    const keep: Keep = (line) => {
      log.push(line);
      if (log.length > tailLines) log.shift();
      onLog(line);
    };
    let end: string;
    try {
      const info = await begin(client, template, { ...request, onLog: keep }, clock);
      end = await watch(client, info, request, keep);
      if (end === "ready") {
        const mark = (limit: AbortSignal) => client.Template.assignTags(name, ["ready"], { signal: limit });
        await client.call(`name the template ${name}`, mark, { signal });
        return;
      }
    } catch (error) {
      if (error instanceof HarnessError || signal.aborted) throw error;
      throw callFailed(`build the template ${name}`, serviceName, troubleOf(error), 1, error);
    }
    if (end !== "wedged") {
      const reason = end.trim();
      throw buildFailed({ service: serviceName, kind: "template", name, reason, log: log.join("\n") });
    }
    if (build >= buildsAtMost) throw wedged(request, log);
    onLog(`the build of ${name} took longer than ${Math.round(request.timeoutMs / 1000)} s and is begun anew`);
  }
}

/** Sent again, it is another build of the same name: what was uploaded before is there already. */
async function begin(
  client: E2bClient,
  template: TemplateClass,
  { name, size, timeoutMs, signal, onLog }: E2bBuildRequest,
  clock: Clock,
): Promise<BuildInfo> {
  const what = `build the template ${name}`;
  const patienceMs = Math.max(timeoutMs, refused.patienceMs);
  let refusedSince: number | undefined;
  const ask = async (limit: AbortSignal): Promise<BuildInfo> => {
    for (let refusals = 1, waitMs: number = refused.firstWaitMs; ; refusals += 1) {
      try {
        return await client.Template.buildInBackground(template, name, {
          ...{ cpuCount: size.cpus, memoryMB: size.memoryMb, signal: limit },
          onBuildLogs: ({ message }) => onLog(message),
        });
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind !== "rate-limited") throw error;
        refusedSince ??= clock.now();
        if (clock.now() - refusedSince >= patienceMs) throw callFailed(what, serviceName, trouble, refusals, error);
        const wanted = Math.max(waitMs, trouble.retryAfterMs ?? 0);
        await clock.sleep(wanted * (1 + Math.random() / 2), { signal: limit });
        waitMs = Math.min(refused.longestWaitMs, waitMs * 2);
      }
    }
  };
  return await client.call(what, ask, { signal, timeoutMs: patienceMs + uploadMs, ...beginning });
}

/** "ready", "wedged", or why it failed. */
async function watch(
  client: E2bClient,
  info: BuildInfo,
  { name, timeoutMs, signal }: E2bBuildRequest,
  keep: Keep,
): Promise<string> {
  const end = performance.now() + timeoutMs;
  let logsOffset = 0;
  for (let waitMs = 200; performance.now() < end; waitMs = Math.min(2_000, waitMs * 1.3)) {
    const offset = logsOffset;
    const look = (limit: AbortSignal) => client.Template.getBuildStatus(info, { logsOffset: offset, signal: limit });
    const status = await client.call(`look at the build of ${name}`, look, { signal });
    logsOffset += status.logEntries.length;
    for (const { message } of status.logEntries) for (const line of message.split("\n")) keep(line.trimEnd());
    if (status.status === "ready") return "ready";
    // The last lines come in pages.
    if (status.status === "error" && status.logEntries.length === 0) return status.reason?.message ?? "no reason given";
    if (status.status !== "error") await wait(waitMs, signal);
  }
  return "wedged";
}

function wedged({ name, timeoutMs }: E2bBuildRequest, log: readonly string[]): HarnessError {
  const end = log.join("\n");
  const message = `E2B did not build the template ${name} within ${Math.round(timeoutMs / 1000)} s, tried ${buildsAtMost} times. The log's end:\n${end}`;
  return new HarnessError({
    fault: "infrastructure",
    code: "image-build-timeout",
    message,
    context: { name, log: end },
  });
}
