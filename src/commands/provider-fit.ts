// Which tasks a provider can run, told before anything is paid for.

import type { Benchmark, Task } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import type { SandboxProvider } from "../core/sandbox.ts";

export interface UnfitTask {
  task: Task;
  /** In words. */
  why: string;
}

type Provider = Pick<SandboxProvider, "name" | "openProject" | "refusalOf" | "placed">;

/** Opens and builds nothing. Throws config "provider-unfit" for a benchmark whose services need an engine. */
export async function unfitTasks(
  benchmark: Pick<Benchmark, "name" | "boxes" | "engineOnly">,
  provider: Provider,
  tasks: readonly Task[],
): Promise<UnfitTask[]> {
  const { refusalOf, openProject, placed } = provider;
  if (refusalOf === undefined) return [];
  const { name } = placed?.tasks ?? provider;
  if (benchmark.engineOnly !== undefined && openProject === undefined) {
    const agents = `agents' boxes alone can be there, with agent_provider: ${name}`;
    throw unfit(
      `${benchmark.name} can't run on ${name}: ${benchmark.engineOnly}. Use env_provider: docker; ${agents}.`,
    );
  }
  const found: UnfitTask[] = [];
  for (const task of tasks) {
    const { boxes, project, agentInside } = benchmark.boxes?.(task) ?? { boxes: [], project: false };
    if (agentInside !== undefined && placed !== undefined) {
      const where = `its agent runs in the task's box, at ${name} (${agentInside})`;
      throw unfit(`${benchmark.name}: ${where}, so agent_provider: ${placed.agents.name} can't hold. Leave it out.`);
    }
    if (project && openProject === undefined) {
      found.push({ task, why: `it is a compose project, which ${name} can't start` });
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
  const [, provider, tasks] = given;
  const { name } = provider.placed?.tasks ?? provider;
  const found = await unfitTasks(...given);
  if (found.length === 0) return;
  const lines = found.map(({ task, why }) => `  ${task.id}: ${why}`);
  const what = `${found.length} of ${tasks.length} tasks can't run on ${name}`;
  throw unfit([`${what}; exclude them with exclude_task_ids, or use env_provider: docker:`, ...lines].join("\n"));
}

export function unfit(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "provider-unfit", message });
}
