import { sha256 } from "../lib/digest.ts";

/** Test tasks sorted by the hex SHA-256 of `seed|decision|task`, ties by task: another order for each decision. */
export function orderTasks(seed: string, decision: string, tasks: readonly string[]): string[] {
  return sorted(tasks, (task) => `${seed}|${decision}|${task}`);
}

/** The suite sorted by the hex SHA-256 of `seed|decision|suite|task`, ties by task. */
export function orderSuite(seed: string, decision: string, tasks: readonly string[]): string[] {
  return sorted(tasks, (task) => `${seed}|${decision}|suite|${task}`);
}

function sorted(tasks: readonly string[], textOf: (task: string) => string): string[] {
  return tasks
    .map((task) => ({ task, digest: sha256(textOf(task)) }))
    .sort((a, b) => compare(a.digest, b.digest) || compare(a.task, b.task))
    .map(({ task }) => task);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
