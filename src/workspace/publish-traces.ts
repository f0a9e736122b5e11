// Train traces for the coding agent: traces/latest is replaced as one set, traces/baseline is the first set for ever.

import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists } from "../lib/exists.ts";
import { safeName } from "./safe-name.ts";

export interface PublishedTrial {
  /** A train task's id. */
  task: string;
  /** 0-based, where a task was tried several times: later ones lie in trial-2, trial-3, … below the first. */
  index?: number;
  /** trace.json: the conversation with its tool calls and outputs. */
  trace: { readonly messages: readonly unknown[] } & Readonly<Record<string, unknown>>;
  /** result.json: reward, duration, config; the task's id is added. */
  result: Readonly<Record<string, unknown>>;
}

export interface TraceFolders {
  latestTraces: string;
  baselineTraces: string;
}

/**
 * Writes `<task>/trace.json` and `<task>/result.json` for every trial, then swaps the whole folder in. The first call
 * also makes the baseline. Refuses (a bug of the caller) a trial twice. One writer at a time.
 */
export async function publishTraces(folders: TraceFolders, trials: readonly PublishedTrial[]): Promise<void> {
  const names = new Set(trials.map(({ task, index = 0 }) => `${index} ${task}`));
  if (names.size !== trials.length) throw new Error("publishTraces got one trial twice");
  const { latestTraces, baselineTraces } = folders;
  await mkdir(dirname(latestTraces), { recursive: true });
  await removeLeftovers(latestTraces);
  if (!(await exists(baselineTraces))) await rename(await writeSet(baselineTraces, trials), baselineTraces);
  await replaceFolder(latestTraces, await writeSet(latestTraces, trials));
}

/** Where a trial's files lie below the folder of its set, with forward slashes. */
export function traceFolder({ task, index = 0 }: Pick<PublishedTrial, "task" | "index">): string {
  return index === 0 ? safeName(task) : `${safeName(task)}/trial-${index + 1}`;
}

/** Writes a set beside its target and returns where. */
async function writeSet(target: string, trials: readonly PublishedTrial[]): Promise<string> {
  const folder = join(dirname(target), `${temporaryPrefix}${basename(target)}-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(folder);
    for (const { task, index = 0, trace, result } of trials) {
      const own = join(folder, traceFolder({ task, index }));
      await mkdir(own, { recursive: true });
      await writeFile(join(own, "trace.json"), toJson({ task, ...trace }));
      await writeFile(join(own, "result.json"), toJson({ task, ...result }));
    }
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function replaceFolder(target: string, replacement: string): Promise<void> {
  const old = join(dirname(target), `${temporaryPrefix}old-${randomBytes(6).toString("hex")}`);
  if (await exists(target)) await rename(target, old);
  await rename(replacement, target);
  await rm(old, { recursive: true, force: true });
}

async function removeLeftovers(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(temporaryPrefix)) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const temporaryPrefix = ".publishing-";
