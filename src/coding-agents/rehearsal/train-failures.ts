import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const trainResults = z.looseObject({ results: z.record(z.string(), z.number().nullable()) });

export interface TrainFailures {
  tasks: number;
  /** Ids, sorted. */
  failed: string[];
  /** Of the first failed task whose trace is there. */
  trace: { task: string; messages: number } | null;
}

/** What a coding agent reads first: the train results, and one trace of a failure. Nothing there is nothing failed. */
export async function readTrainFailures(tree: string): Promise<TrainFailures> {
  const results =
    trainResults.safeParse(await readJson(join(tree, "workspace", "train_results.json"))).data?.results ?? {};
  const failed = Object.keys(results).filter((task) => (results[task] ?? 1) < 0.5);
  return { tasks: Object.keys(results).length, failed: failed.sort(), trace: await readTrace(tree, failed) };
}

async function readTrace(tree: string, failed: readonly string[]): Promise<TrainFailures["trace"]> {
  const latest = join(tree, "workspace", "traces", "latest");
  const folders = await readdir(latest).catch(() => []);
  const task = folders.sort().find((folder) => failed.includes(folder));
  if (task === undefined) return null;
  const trace = z
    .looseObject({ messages: z.array(z.unknown()) })
    .safeParse(await readJson(join(latest, task, "trace.json")));
  return trace.success ? { task, messages: trace.data.messages.length } : null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
