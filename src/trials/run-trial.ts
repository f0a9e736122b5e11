// One execution of one trial: agent phase, agent gone, verify, outcome. Boxes come open and are closed by the caller.

import type { ModelLease } from "../core/model.ts";
import type { Sandbox } from "../core/sandbox.ts";
import type { AgentEnd, Outcome, TraceEvent } from "../core/trial.ts";
import { classifyVerification } from "./classify.ts";
import type { Boxes } from "./open-boxes.ts";
import { limitsOf, type TrialContext, type TrialPlan } from "./trial-context.ts";

export interface Execution {
  outcome: Outcome | "ask";
  agentEnd: AgentEnd;
  notes: string[];
  events: TraceEvent[];
  agentMs: number;
  verifyMs: number;
  verifierOutput: string;
}

const notRun: AgentEnd = { how: "none", code: "nop", detail: "" };

/** Throws infrastructure faults of the boxes; what the agent does never throws. */
export async function runTrial(
  plan: TrialPlan,
  boxes: Boxes,
  lease: ModelLease,
  context: TrialContext,
  { signal }: { signal: AbortSignal },
): Promise<Execution> {
  const { task } = plan;
  const events: TraceEvent[] = [];
  const started = performance.now();
  const ended = await runAgentPhase(plan, boxes, lease, context, { signal, events });
  const agentMs = performance.now() - started;
  // The agent is gone before anything of the verifier enters the task's box.
  await boxes.agent?.[Symbol.asyncDispose]();

  const agentEnd = limitedEnd(ended, lease);
  const fault = lease.fault();
  const common = { agentEnd, events, agentMs };
  if (fault !== null) {
    const outcome: Outcome = { status: "void", reason: `${fault.code}: ${fault.message}` };
    return { ...common, outcome, notes: [...lease.notes()], verifyMs: 0, verifierOutput: "" };
  }
  const left = await leftovers(boxes.task, signal);
  const verifyStarted = performance.now();
  const verification = await context.benchmark.verify(task, boxes.task.session, { signal });
  return {
    ...common,
    outcome: classifyVerification(verification, plan.agent.kind),
    notes: [...boxes.task.imageNotes, ...lease.notes(), ...left, ...verification.notes],
    verifyMs: performance.now() - verifyStarted,
    verifierOutput: verification.output,
  };
}

async function runAgentPhase(
  plan: TrialPlan,
  { task: taskBox, agent: agentBox }: Boxes,
  lease: ModelLease,
  context: TrialContext,
  { signal, events }: { signal: AbortSignal; events: TraceEvent[] },
): Promise<AgentEnd> {
  const { task, agent } = plan;
  const { benchmark, model } = context;
  switch (agent.kind) {
    case "nop":
      return notRun;
    case "oracle":
      return await benchmark.runOracle(task, taskBox.session, { signal });
    case "candidate": {
      if (agentBox?.main === undefined) throw new Error("the agent's box has no attached main process");
      return await benchmark.run({
        task,
        session: taskBox.session,
        agent: agentBox.main,
        candidate: agent.code,
        model: { name: model.model, reasoningEffort: model.reasoningEffort ?? null, handler: lease.handler },
        limits: limitsOf(task, context),
        onEvent: (event) => events.push(event),
        signal,
      });
    }
  }
}

/** A limit of the gateway's explains how the agent ended better than the agent's own words. */
function limitedEnd(end: AgentEnd, lease: ModelLease): AgentEnd {
  const limit = lease.limit();
  return limit === null || end.how === "limit" ? end : { how: "limit", code: limit, detail: end.detail };
}

async function leftovers(box: Sandbox, signal: AbortSignal): Promise<string[]> {
  const processes = (await box.processes?.({ signal })) ?? [];
  return processes.length === 0 ? [] : [`shared, processes left: ${processes.slice(0, 5).join("; ").slice(0, 300)}`];
}
