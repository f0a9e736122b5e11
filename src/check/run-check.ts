// Oracle and nop on every task, as often as asked, in one job.

import type { Task } from "../core/benchmark.ts";
import type { TrialRecord } from "../core/trial.ts";
import type { JobOptions } from "../trials/job.ts";
import { runJob } from "../trials/run-job.ts";
import type { TrialContext, TrialPlan } from "../trials/trial-context.ts";
import { admitTask, type ReferenceAgent, type ReferenceRecords, type TaskAdmission } from "./admission.ts";

export interface CheckRequest {
  tasks: readonly Task[];
  agents: readonly ReferenceAgent[];
  /** Of each agent on each task, from 1. */
  trials: number;
}

/** One admission per task, in the order given. Throws config faults and aborts; all else is an admission. */
export async function runCheck(
  { tasks, agents, trials }: CheckRequest,
  context: TrialContext,
  options: JobOptions,
): Promise<TaskAdmission[]> {
  const plans = tasks.flatMap((task) =>
    agents
      .filter((kind) => kind === "nop" || task.oracle)
      .flatMap((kind) =>
        Array.from({ length: trials }, (_, index): TrialPlan => {
          return { task, agent: { kind }, step: "check", decision: "", index };
        }),
      ),
  );
  const { records } = await runJob(plans, context, options);
  const settled = plans.map((plan, at) => ({ plan, record: records[at] }));
  return tasks.map((task) => {
    const of = (kind: ReferenceAgent): TrialRecord[] =>
      settled.flatMap(({ plan, record }) =>
        plan.task === task && plan.agent.kind === kind && record !== undefined ? [record] : [],
      );
    return admitTask(task, Object.fromEntries(agents.map((kind) => [kind, of(kind)])) as ReferenceRecords);
  });
}
