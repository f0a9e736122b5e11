import type { Benchmark, Task } from "../core/benchmark.ts";
import type { KnownTask } from "./finding.ts";

/** Tasks with their texts, where the benchmark gives any; those that are not of the train split are test tasks. */
export async function knownTasks(
  benchmark: Pick<Benchmark, "texts">,
  tasks: readonly Task[],
  train: readonly string[],
): Promise<KnownTask[]> {
  const own = new Set(train);
  return await Promise.all(
    tasks.map(async (task): Promise<KnownTask> => {
      const texts = (await benchmark.texts?.(task)) ?? {};
      return { id: task.id, side: own.has(task.id) ? "train" : "test", ...texts };
    }),
  );
}
