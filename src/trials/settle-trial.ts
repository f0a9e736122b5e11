// A trial from plan to record: journal first, then up to three executions where infrastructure fails.

import { randomBytes } from "node:crypto";
import type { ModelLease } from "../core/model.ts";
import { addUsage, noUsage } from "../core/model.ts";
import type { AgentEnd, Outcome, TrialKeyParts, TrialRecord } from "../core/trial.ts";
import { classifyError } from "./classify.ts";
import type { Boxes } from "./open-boxes.ts";
import { type Execution, runTrial } from "./run-trial.ts";
import { buildTrace } from "./trace.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";
import { trialSeed } from "./trial-key.ts";

export interface SettleOptions {
  key: string;
  parts: TrialKeyParts;
  /** Boxes for the first execution may have been opened ahead. */
  open: () => Promise<Boxes>;
  /**
   * Whether the task's verifier gives a reward to a state that no candidate left; may run a nop trial. With `fresh` it
   * runs one now, whatever is known.
   */
  verifierWorks: (options?: { fresh: string }) => Promise<boolean>;
  onRetry: (attempt: number, reason: string) => void;
  /** Where a closed box's removal is waited for, off the critical path. */
  background: (work: Promise<void>) => void;
  signal: AbortSignal;
}

const attemptsAtMost = 3;
const boxStopped: AgentEnd = {
  how: "crashed",
  code: "task-box-stopped",
  detail: "the task's box stopped under the agent",
};
const noEnd: AgentEnd = { how: "none", code: "not-run", detail: "" };

/** Throws config faults and aborts; every other end is a record, and it stands in the journal when this returns. */
export async function settleTrial(
  plan: TrialPlan,
  context: TrialContext,
  options: SettleOptions,
): Promise<TrialRecord> {
  const { key, parts, signal, onRetry } = options;
  const startedAt = new Date().toISOString();
  const started = performance.now();
  context.journal.startTrial(key, parts.task, parts.step);
  let usage = noUsage;
  for (let attempt = 1; ; attempt++) {
    const lease = context.gateway.lease({ pinned: context.model, seed: trialSeed(parts), limits: parts.limits });
    const execution = await executeOnce(plan, context, lease, options);
    usage = addUsage(usage, lease.usage());
    const broken = context.gateway.broken();
    if (broken !== null) throw broken;
    let outcome = await settled(execution.outcome, options);
    if (outcome.status === "void" && attempt < attemptsAtMost && context.gateway.exhausted() === null) {
      onRetry(attempt, outcome.reason);
      signal.throwIfAborted();
      continue;
    }
    // Boxes that break under one agent three times, while nop fares well in a new one, are broken by that agent.
    const suspect = outcome.status === "void" && execution.inBox && lease.fault() === null;
    if (suspect && plan.agent.kind === "candidate" && (await options.verifierWorks({ fresh: key }))) {
      outcome = { status: "scored", reward: 0 };
    }
    const { agentEnd, notes, agentMs, verifyMs, verifierOutput } = execution;
    const totalMs = performance.now() - started;
    const base = { key, parts, outcome, agentEnd, usage, notes, attempts: attempt, startedAt };
    const record: TrialRecord = { ...base, agentMs, verifyMs, totalMs, verifierOutput };
    if (tracedSteps.has(plan.step) && plan.agent.kind === "candidate") {
      await context.onTrace(plan, key, buildTrace(plan.task.id, execution.events));
    }
    context.journal.finishTrial(record);
    return record;
  }
}

/** Traces of suite and test steps are never written: their trials stay out of the coding agent's reach. */
const tracedSteps: ReadonlySet<string> = new Set(["baseline", "train"]);

async function executeOnce(
  plan: TrialPlan,
  context: TrialContext,
  lease: ModelLease,
  { open, background, signal }: SettleOptions,
): Promise<Execution & { inBox: boolean }> {
  let inBox = false;
  try {
    const boxes = await open();
    inBox = true;
    try {
      return { ...(await runTrial(plan, boxes, lease, context, { signal })), inBox: false };
    } finally {
      background(Promise.resolve(boxes[Symbol.asyncDispose]()));
    }
  } catch (error) {
    signal.throwIfAborted();
    const outcome = classifyError(error, { agent: plan.agent.kind, inBox });
    const agentEnd = outcome.status === "scored" ? boxStopped : noEnd;
    return { outcome, agentEnd, notes: [], events: [], agentMs: 0, verifyMs: 0, verifierOutput: "", inBox };
  }
}

async function settled(outcome: Outcome | "ask", { verifierWorks }: SettleOptions): Promise<Outcome> {
  if (outcome !== "ask") return outcome;
  return (await verifierWorks())
    ? { status: "scored", reward: 0 }
    : { status: "invalid", reason: "the verifier gave no reward, nor for nop" };
}

/** A name for the trial's boxes that tells nothing of the task to who reads it in a box. */
export function newTrialName(): string {
  return randomBytes(6).toString("hex");
}
