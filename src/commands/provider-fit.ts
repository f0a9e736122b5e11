// Which tasks a provider can run, told before anything is paid for.

import type { Benchmark, Task } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import type { SandboxProvider } from "../core/sandbox.ts";

export interface UnfitTask {
  task: Task;
  /** In words. */
  why: string;
}

/** Opens and builds nothing. Throws config "provider-unfit" for a benchmark whose services need an engine. */
export async function unfitTasks(
  benchmark: Pick<Benchmark, "name" | "boxes" | "engineOnly">,
  provider: Pick<SandboxProvider, "name" | "openProject" | "refusalOf">,
  tasks: readonly Task[],
): Promise<UnfitTask[]> {
  const { refusalOf } = provider;
  if (refusalOf === undefined) return [];
  if (benchmark.engineOnly !== undefined) {
    throw unfit(`${benchmark.name} can't run on ${provider.name}: ${benchmark.engineOnly}. Use env_provider: docker.`);
  }
  const found: UnfitTask[] = [];
  for (const task of tasks) {
    const { boxes, project } = benchmark.boxes?.(task) ?? { boxes: [], project: false };
    if (project && provider.openProject === undefined) {
      found.push({ task, why: `it is a compose project, which ${provider.name} can't start` });
      continue;
    }
    for (const box of boxes) {
      const why = await refusalOf(box);
      if (why === null) continue;
      found.push({ task, why });
      break;
    }
  }
  return found;
}

/** Throws config "provider-unfit" with every task that can't be run, and why. */
export async function requireFit(...given: Parameters<typeof unfitTasks>): Promise<void> {
  const [, { name }, tasks] = given;
  const found = await unfitTasks(...given);
  if (found.length === 0) return;
  const lines = found.map(({ task, why }) => `  ${task.id}: ${why}`);
  const what = `${found.length} of ${tasks.length} tasks can't run on ${name}`;
  throw unfit([`${what}; exclude them with exclude_task_ids, or use env_provider: docker:`, ...lines].join("\n"));
}

function unfit(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "provider-unfit", message });
}
