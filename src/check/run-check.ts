// Oracle, nop and forger on every task, as often as asked, in one job.

import type { Task } from "../core/benchmark.ts";
import type { OracleFacts, TrialRecord } from "../core/trial.ts";
import type { JobOptions } from "../trials/job.ts";
import { runJob } from "../trials/run-job.ts";
import type { TrialContext, TrialPlan } from "../trials/trial-context.ts";
import { admitTask, type ReferenceAgent, type ReferenceRecords, type TaskAdmission } from "./admission.ts";

export interface CheckRequest {
  tasks: readonly Task[];
  agents: readonly ReferenceAgent[];
  /** Of oracle and nop on each task, from 1. A forger either scores or doesn't: it runs once. */
  trials: number;
}

export interface CheckResult {
  /** One per task, in the order given. */
  admissions: TaskAdmission[];
  /** What reference solutions have shown, by task. */
  facts: Map<string, { digest: string; facts: OracleFacts }>;
}

/** Throws config faults and aborts; all else is an admission. */
export async function runCheck(
  { tasks, agents, trials }: CheckRequest,
  context: TrialContext,
  options: JobOptions,
): Promise<CheckResult> {
  const plans = tasks.flatMap((task) => agents.flatMap((kind) => plansOf(task, kind, trials)));
  const { records } = await runJob(plans, context, options);
  const settled = plans.map((plan, at) => ({ plan, record: records[at] }));
  const admissions: TaskAdmission[] = [];
  const facts: CheckResult["facts"] = new Map();
  for (const task of tasks) {
    const of = (kind: ReferenceAgent): TrialRecord[] =>
      settled.flatMap(({ plan, record }) =>
        plan.task === task && plan.agent.kind === kind && record !== undefined ? [record] : [],
      );
    const asked = agents.filter((kind) => kind !== "forger" || canForge(task));
    const own = Object.fromEntries(asked.map((kind) => [kind, of(kind)])) as ReferenceRecords;
    admissions.push(admitTask(task, own, { imageMb: await imageMb(task, context, options) }));
    const shown = own.oracle?.find(({ verification }) => verification?.oracle !== undefined)?.verification?.oracle;
    if (shown !== undefined) facts.set(task.id, { digest: task.digest, facts: shown });
  }
  return { admissions, facts };
}

/** The first of an oracle's trials is judged in every way, the others as a candidate's are. */
function plansOf(task: Task, kind: ReferenceAgent, trials: number): TrialPlan[] {
  if (kind === "oracle" && !task.oracle) return [];
  if (kind === "forger" && !canForge(task)) return [];
  return Array.from({ length: kind === "forger" ? 1 : trials }, (_, index) => ({
    ...{ task, agent: { kind }, step: "check", decision: "", index },
    everyWay: kind === "oracle" && index === 0 && task.verification !== undefined,
  }));
}

/** Where the verifier works in a box that an agent has had. */
function canForge({ verification }: Task): boolean {
  return verification !== undefined;
}

async function imageMb(
  task: Task,
  { benchmark, provider }: TrialContext,
  { signal }: JobOptions,
): Promise<number | null> {
  try {
    const sizes = await Promise.all(benchmark.images(task).map((image) => provider.imageBytes?.(image, { signal })));
    const known = sizes.flatMap((bytes) => bytes ?? []);
    return known.length === 0 ? null : Math.round(known.reduce((sum, bytes) => sum + bytes, 0) / 1e6);
  } catch {
    // One that can't be had: its trials have said so.
    signal.throwIfAborted();
    return null;
  }
}
