// The boxes of one trial, opened together and ahead of time where a slot allows it.

import type { Sandbox, SandboxLabels } from "../core/sandbox.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";

export interface Boxes extends AsyncDisposable {
  task: Sandbox;
  /** Absent for oracle and nop, which need none. */
  agent: Sandbox | undefined;
}

export async function openBoxes(
  plan: TrialPlan,
  context: TrialContext,
  { job, trial, signal }: { job: string; trial: string; signal: AbortSignal },
): Promise<Boxes> {
  const labels = (role: SandboxLabels["role"]): SandboxLabels => ({ owner: context.owner, job, trial, role });
  const environment = context.benchmark.environment(plan.task);
  const opened = await Promise.allSettled([
    context.provider.open({ ...environment, profile: "task", labels: labels("task") }, { signal }),
    plan.agent.kind === "candidate"
      ? context.provider.open({ ...context.agentBox, labels: labels("agent") }, { signal })
      : undefined,
  ]);
  await using undo = new AsyncDisposableStack();
  for (const result of opened) if (result.status === "fulfilled" && result.value !== undefined) undo.use(result.value);
  const failed = opened.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const [task, agent] = opened.map((result) => (result.status === "fulfilled" ? result.value : undefined));
  if (task === undefined) throw new Error("the task's box was not opened");
  const owned = undo.move();
  return { task, agent, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}
