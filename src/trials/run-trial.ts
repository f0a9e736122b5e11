// One execution of one trial: agent phase, agent gone, verify, outcome. Boxes come open and are closed by the caller.

import type { TrialEnvironment } from "../core/benchmark.ts";
import type { AgentEnd, Outcome, TraceEvent } from "../core/trial.ts";
import type { Verification } from "../core/verification.ts";
import { classifyVerification, voidOf } from "./classify.ts";
import type { Boxes } from "./open-boxes.ts";
import { type Leases, leaseFault, leaseLimit, leaseNotes } from "./open-leases.ts";
import { limitsOf, type TrialContext, type TrialPlan } from "./trial-context.ts";
import type { TrialRecording } from "./trial-recorder.ts";

type Kept = "details" | "conversation" | "verification" | "rewards" | "steps" | "artifacts";

export interface Execution extends Pick<Verification, Kept> {
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
  { environment, agent: firstAgent, nextAgent }: Boxes,
  leases: Leases,
  context: TrialContext,
  { signal, recording = null }: { signal: AbortSignal; recording?: TrialRecording | null },
): Promise<Execution> {
  const events: TraceEvent[] = [];
  const started = performance.now();
  let agentBox = firstAgent;
  const replaceAgent = async () => {
    await agentBox?.[Symbol.asyncDispose]();
    agentBox = await nextAgent();
    return agentBox;
  };
  const boxes = { environment, agentBox, replaceAgent };
  const ended = await runAgentPhase(plan, boxes, leases, context, { signal, events, recording });
  const agentMs = performance.now() - started;
  // The agent is gone before anything is judged.
  await agentBox?.[Symbol.asyncDispose]();

  const agentEnd = limitedEnd(ended, leases);
  const fault = leaseFault(leases);
  const common = { agentEnd, events, agentMs };
  if (fault !== null) {
    return { ...common, outcome: voidOf(fault), notes: leaseNotes(leases), verifyMs: 0, verifierOutput: "" };
  }
  const verifyStarted = performance.now();
  const verification = await environment.verify({ signal });
  const { details, conversation, verification: how, rewards, steps, artifacts } = verification;
  return {
    ...common,
    outcome: classifyVerification(verification, plan.agent.kind),
    notes: [...environment.notes, ...leaseNotes(leases), ...verification.notes],
    verifyMs: performance.now() - verifyStarted,
    verifierOutput: verification.output,
    ...(details === undefined ? {} : { details }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(how === undefined ? {} : { verification: how }),
    ...(rewards === undefined ? {} : { rewards }),
    ...(steps === undefined ? {} : { steps }),
    ...(artifacts === undefined ? {} : { artifacts }),
  };
}

async function runAgentPhase(
  { task, agent }: TrialPlan,
  boxes: { environment: TrialEnvironment; agentBox: Boxes["agent"]; replaceAgent: Boxes["nextAgent"] },
  leases: Leases,
  context: TrialContext,
  { signal, events, recording }: { signal: AbortSignal; events: TraceEvent[]; recording: TrialRecording | null },
): Promise<AgentEnd> {
  const { model, user } = context;
  const { environment } = boxes;
  const mainOf = (box: Boxes["agent"]) => {
    if (box?.main === undefined) throw new Error("the agent's box has no attached main process");
    return recording?.watch(box.main) ?? box.main;
  };
  switch (agent.kind) {
    case "nop":
      return notRun;
    case "oracle": {
      if (environment.runOracle === undefined) throw new Error(`${task.id} has no reference solution to run`);
      return await environment.runOracle({ signal });
    }
    case "forger": {
      if (environment.runForger === undefined) throw new Error(`${task.id} has no reward that could be written`);
      return await environment.runForger({ signal });
    }
    case "candidate": {
      const userHandler = leases.user?.handler;
      return await environment.run({
        agent: mainOf(boxes.agentBox),
        nextAgent: async () => mainOf(await boxes.replaceAgent()),
        candidate: agent.code,
        model: { name: model.model, reasoningEffort: model.reasoningEffort ?? null, handler: leases.agent.handler },
        user: user === null || userHandler === undefined ? null : { name: user.model.model, handler: userHandler },
        limits: limitsOf(task, context),
        waitedMs: leases.waitedMs,
        onEvent: (event) => events.push(event),
        signal,
      });
    }
  }
}

/** A limit of the gateway's explains how the agent ended better than the agent's own words. */
function limitedEnd(end: AgentEnd, leases: Leases): AgentEnd {
  const limit = leaseLimit(leases);
  return limit === null || end.how === "limit" ? end : { how: "limit", code: limit, detail: end.detail };
}
