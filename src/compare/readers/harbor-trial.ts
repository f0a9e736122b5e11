// One trial's folder of a Harbor job (Harbor 0.24): result.json, or what a trial that was cut off has left.

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";
import { invalidSource } from "../source.ts";

const rewardsSchema = z.record(z.string(), z.number());
const exceptionSchema = z.looseObject({ exception_type: z.string() }).nullish();

/** The part of Harbor's trial result that is looked at; the rest may be anything. */
const resultSchema = z.looseObject({
  task_name: z.string().min(1),
  trial_name: z.string().min(1).nullish(),
  source: z.string().nullish(),
  task_id: z.looseObject({ path: z.string().nullish() }).nullish(),
  task_checksum: z.string().nullish(),
  agent_info: z.looseObject({ name: z.string(), model_info: z.looseObject({ name: z.string() }).nullish() }).nullish(),
  verifier_result: z.looseObject({ rewards: rewardsSchema.nullish() }).nullish(),
  exception_info: exceptionSchema,
  step_results: z.array(z.looseObject({ exception_info: exceptionSchema })).nullish(),
  /** Jobs of ours have the task's id as its name. */
  auto_harness: z.unknown().optional(),
});

const configSchema = z.looseObject({
  task: z.looseObject({ path: z.string().nullish(), name: z.string().nullish() }),
});

export interface HarborTrial {
  folder: string;
  /** The name of the task's folder, by which an experiment and a trial that was cut off know it, where it has one. */
  task: string;
  /** As its task.toml names it; for a trial that was cut off the same as above. */
  name: string;
  /** Unique within a job. */
  trial: string;
  /** Of the dataset; null where unknown. */
  source: string | null;
  /** Digest of the task; null where unknown. */
  version: string | null;
  /** null for a trial that was cut off. */
  agent: string | null;
  model: string | null;
  /** By key; null where there are none. */
  rewards: Readonly<Record<string, number>> | null;
  exception: string | null;
  /** Has no result.json: it runs still, or was cut off. */
  unfinished: boolean;
}

/**
 * null when the folder is no trial's: neither result.json nor config.json, or another's. Throws config
 * "compare-source-invalid" for a file that is broken.
 */
export async function readHarborTrial(folder: string): Promise<HarborTrial | null> {
  const file = join(folder, "result.json");
  const value = await readJsonFile(file);
  if (value === undefined) return await unfinishedTrial(folder);
  if (value === null || typeof value !== "object" || !("task_name" in value)) return null;
  const parsed = resultSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidSource(file, null, `${issue?.path.map(String).join(".")}: ${issue?.message}`);
  }
  const { task_name, trial_name, source, task_checksum, agent_info, verifier_result, exception_info } = parsed.data;
  // A step that fails ends the trial, whose own exception is left out then.
  const stepException = parsed.data.step_results?.findLast((step) => step.exception_info)?.exception_info;
  const path = parsed.data.auto_harness === undefined ? parsed.data.task_id?.path : undefined;
  return {
    folder,
    task: path ? basename(path) : task_name,
    name: task_name,
    trial: trial_name ?? basename(folder),
    source: source ?? null,
    version: task_checksum || null,
    agent: agent_info?.name ?? null,
    model: agent_info?.model_info?.name ?? null,
    rewards: verifier_result?.rewards ?? null,
    exception: (exception_info ?? stepException)?.exception_type ?? null,
    unfinished: false,
  };
}

/** The verifier may have been done when it was cut off. */
async function unfinishedTrial(folder: string): Promise<HarborTrial | null> {
  const config = configSchema.safeParse(await readJsonFile(join(folder, "config.json")));
  if (!config.success) return null;
  const { name, path } = config.data.task;
  const task =
    name ?? (path === null || path === undefined ? basename(folder).replace(/__[^_]*$/, "") : basename(path));
  return {
    ...{
      folder,
      task,
      name: task,
      trial: basename(folder),
      source: null,
      version: null,
      agent: null,
      model: null,
      exception: null,
    },
    rewards: await verifierRewards(join(folder, "verifier")),
    unfinished: true,
  };
}

/** reward.json wins over reward.txt, as in Harbor. */
async function verifierRewards(folder: string): Promise<Record<string, number> | null> {
  const map = rewardsSchema.safeParse(await readJsonFile(join(folder, "reward.json")));
  if (map.success) return map.data;
  const text = (await readOrUndefined(join(folder, "reward.txt")))?.trim();
  const reward = text === undefined || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(reward) ? { reward } : null;
}

/** undefined when there is no such file. */
async function readJsonFile(file: string): Promise<unknown> {
  const text = await readOrUndefined(file);
  if (text === undefined) return undefined;
  const value = jsonOrUndefined(text);
  if (value === undefined) throw invalidSource(file, null, "not JSON: a trial that was cut off while it wrote?");
  return value;
}

async function readOrUndefined(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}
