// The split: made once from the baseline, then frozen.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { passes } from "../core/trial.ts";
import { sha256 } from "../lib/digest.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { readJson } from "./read-json.ts";
import type { Rewards } from "./rewards.ts";

const ids = z.array(z.string().min(1));

export const splitSchema = z
  .strictObject({
    version: z.literal(1),
    /** Whose it is; left out: made from the baseline. */
    by: z.literal("benchmark").optional(),
    seed: z.number().int(),
    train_fraction: z.number().gt(0).lt(1),
    train: ids,
    test: ids,
    /** Tasks that had no reward in the baseline. */
    left_out: ids,
    /** Tasks that nothing runs before the claim; left out: none. */
    holdout: ids.optional(),
  })
  .refine(({ train, test, left_out, holdout = [] }) => {
    const all = [...train, ...test, ...left_out, ...holdout];
    return new Set(all).size === all.length;
  }, "a task is named twice");

/** Frozen task ids, each list sorted. */
export type Split = z.output<typeof splitSchema>;

export interface SplitOptions {
  seed: number;
  /** Above 0, below 1. */
  trainFraction: number;
}

/**
 * Passed and failed tasks of the baseline are shuffled apart: ordered by the hex SHA-256 of `seed|split|task` (UTF-8,
 * ties by task). The first floor(trainFraction · count + 1e-9) of each are train, the rest test; tasks without a reward
 * are left out. Depends on the set of rewards only, never on their order. Throws config "split-too-small" when train
 * or test would be empty.
 */
export function makeSplit(results: Rewards, { seed, trainFraction }: SplitOptions): Split {
  const train: string[] = [];
  const test: string[] = [];
  const entries = Object.entries(results);
  for (const pass of [true, false]) {
    const group = entries.filter(([, reward]) => reward !== null && passes(reward) === pass).map(([task]) => task);
    const shuffled = shuffle(group, seed, "split");
    const count = Math.floor(trainFraction * group.length + 1e-9);
    train.push(...shuffled.slice(0, count));
    test.push(...shuffled.slice(count));
  }
  if (train.length === 0 || test.length === 0) {
    throw tooSmall(train.length + test.length, entries.length, `with train_fraction ${trainFraction}`);
  }
  return { version: 1, seed, train_fraction: trainFraction, ...sorted({ train, test, left_out: leftOut(results) }) };
}

/**
 * The hold-out: the first floor(share · count + 1e-9) of the tasks, ordered by the hex SHA-256 of `seed|holdout|task`.
 * It is drawn before anything has run, so that no result can bear on it. Sorted.
 */
export function drawHoldout(tasks: readonly string[], { seed, share }: { seed: number; share: number }): string[] {
  const count = Math.floor(share * tasks.length + 1e-9);
  return shuffle(tasks, seed, "holdout").slice(0, count).toSorted();
}

/** The benchmark's own split of these tasks; those without a reward are left out. Throws as makeSplit does. */
export function benchmarkSplit(
  results: Rewards,
  sides: ReadonlyMap<string, "train" | "test">,
  { seed, trainFraction }: SplitOptions,
): Split {
  const tasks = Object.keys(results);
  const scored = tasks.filter((task) => (results[task] ?? null) !== null);
  const [train, test] = (["train", "test"] as const).map((side) => scored.filter((task) => sides.get(task) === side));
  if (train === undefined || test === undefined || train.length === 0 || test.length === 0) {
    throw tooSmall(scored.length, tasks.length, "that is the benchmark's own");
  }
  const lists = sorted({ train, test, left_out: leftOut(results) });
  return { version: 1, by: "benchmark", seed, train_fraction: trainFraction, ...lists };
}

function leftOut(results: Rewards): string[] {
  return Object.entries(results)
    .filter(([, reward]) => reward === null)
    .map(([task]) => task);
}

function sorted<T extends Pick<Split, "train" | "test" | "left_out">>(lists: T): T {
  return { ...lists, train: lists.train.toSorted(), test: lists.test.toSorted(), left_out: lists.left_out.toSorted() };
}

function tooSmall(scored: number, all: number, which: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "split-too-small",
    message: `${scored} of ${all} tasks have a reward: too few for a train and a test split ${which}. Use more tasks.`,
  });
}

/** null when there is none yet. Throws config "workspace-file-invalid". */
export async function readSplit(path: string): Promise<Split | null> {
  return await readJson(path, splitSchema);
}

/** Saves a new split; the same one again is fine, another one is refused with config "split-frozen". */
export async function saveSplit(path: string, split: Split): Promise<void> {
  const parsed = splitSchema.parse(split);
  const before = await readSplit(path);
  if (before !== null) {
    if (JSON.stringify(before) === JSON.stringify(parsed)) return;
    throw frozen(`${path} holds another split already, and a split is frozen once it is made`);
  }
  await writeAtomic(path, `${JSON.stringify(parsed, null, 2)}\n`, 0o600);
}

/** Throws config "split-frozen", naming the tasks, when the dataset's tasks are not those of the split. */
export function checkSplitTasks(split: Split, taskIds: readonly string[]): void {
  const known = new Set([...split.train, ...split.test, ...split.left_out, ...(split.holdout ?? [])]);
  const present = new Set(taskIds);
  const gone = [...known].filter((id) => !present.has(id)).sort();
  const added = [...present].filter((id) => !known.has(id)).sort();
  if (gone.length === 0 && added.length === 0) return;
  const parts = [
    ...(gone.length === 0 ? [] : [`no longer there: ${listNames(gone)}`]),
    ...(added.length === 0 ? [] : [`new: ${listNames(added)}`]),
  ];
  throw frozen(`the tasks are not those the split was made from (${parts.join("; ")})`);
}

function frozen(reason: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "split-frozen",
    message: `${reason}. Bring the dataset and task_ids back, or start a new experiment (\`experiment:\` in the config).`,
  });
}

function shuffle(tasks: readonly string[], seed: number, purpose: "split" | "holdout"): string[] {
  return tasks
    .map((task) => ({ task, order: sha256(`${seed}|${purpose}|${task}`) }))
    .sort((a, b) => (a.order === b.order ? (a.task < b.task ? -1 : 1) : a.order < b.order ? -1 : 1))
    .map(({ task }) => task);
}

function listNames(names: readonly string[]): string {
  return names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
}
