// One build of a template: asked for, watched step by step, and begun once more where it was wedged.

import type { BuildInfo, TemplateClass } from "e2b";
import { HarnessError } from "../../core/fault.ts";
import { wait } from "../../lib/wait.ts";
import type { E2bClient } from "./client.ts";
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

const buildsAtMost = 2;
/** A row of requests, all of which must succeed: more tries, each after a short wait. What was uploaded stays so. */
const beginning = { attempts: 40, longestWaitMs: 2_000 } as const;
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

/** Throws task "image-build-failed" with the log's end, infrastructure "image-build-timeout". */
export async function runBuild(client: E2bClient, template: TemplateClass, request: E2bBuildRequest): Promise<void> {
  const { name, size, signal, onLog } = request;
  for (let build = 1; ; build += 1) {
    const log: string[] = [];
    const keep = (line: string) => {
      log.push(line);
      if (log.length > tailLines) log.shift();
      onLog(line);
    };
    const begin = (limit: AbortSignal) =>
      client.Template.buildInBackground(template, name, {
        ...{ cpuCount: size.cpus, memoryMB: size.memoryMb, signal: limit },
        onBuildLogs: ({ message }) => keep(message),
      });
    try {
      // Sent again, it is another build of the same name: what was uploaded before is there already.
      const options = { signal, timeoutMs: uploadMs, ...beginning };
      const info = await client.call(`build the template ${name}`, begin, options);
      const end = await watch(client, info, request, keep);
      if (end === "ready") {
        const mark = (limit: AbortSignal) => client.Template.assignTags(name, ["ready"], { signal: limit });
        await client.call(`name the template ${name}`, mark, { signal });
        return;
      }
      if (end !== "wedged") throw failed(name, end, log);
    } catch (error) {
      if (error instanceof HarnessError || signal.aborted) throw error;
      throw failed(name, error instanceof Error ? error.message : String(error), log);
    }
    if (build >= buildsAtMost) throw wedged(request, log);
    onLog(`the build of ${name} took longer than ${Math.round(request.timeoutMs / 1000)} s and is begun anew`);
  }
}

/** "ready", "wedged", or why it failed. */
async function watch(
  client: E2bClient,
  info: BuildInfo,
  { name, timeoutMs, signal }: E2bBuildRequest,
  keep: (line: string) => void,
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

function failed(name: string, reason: string, log: readonly string[]): HarnessError {
  const end = log.join("\n");
  const message = `E2B could not build the template ${name} (${reason.trim()}). The log's end:\n${end}`;
  return new HarnessError({ fault: "task", code: "image-build-failed", message, context: { name, log: end } });
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
