import type { Task } from "../../src/core/benchmark.ts";

/** Twelve tasks of a domain, spread over its whole list; some that pass when nothing is done are among them. */
export function sampleOf(tasks: readonly Task[]): string[] {
  const spread = Array.from({ length: 10 }, (_, index) => tasks[Math.floor((index * tasks.length) / 10)]?.id ?? "");
  const idle = tasks.filter(({ id, floor }) => floor === 1 && !spread.includes(id)).map(({ id }) => id);
  const rest = tasks.map(({ id }) => id).filter((id) => !spread.includes(id) && !idle.includes(id));
  return [...spread, ...idle, ...rest].slice(0, 12);
}
