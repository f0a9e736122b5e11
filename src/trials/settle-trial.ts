// A trial from plan to record: journal first, then up to three executions where infrastructure fails.

import { randomBytes } from "node:crypto";
import { harnessErrorOf } from "../core/fault.ts";
import type { AgentEnd, Outcome, TrialKeyParts, TrialRecord } from "../core/trial.ts";
import { classifyError, isBeforeAgent, voidOf } from "./classify.ts";
import type { Boxes } from "./open-boxes.ts";
import { type Leases, leaseFault, leaseLimit, leaseNotes, openLeases, UsageSum } from "./open-leases.ts";
import { type ProviderUse, putBacksAtMost } from "./provider-watch.ts";
import { type Execution, runTrial } from "./run-trial.ts";
import { buildTrace, isTraced } from "./trace.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";
import type { TrialRecording } from "./trial-recorder.ts";

export interface SettleOptions {
  key: string;
  parts: TrialKeyParts;
  /** Boxes for the first execution may have been opened ahead; the last one shares nothing with other trials. */
  open: (attempt: number) => Promise<Boxes>;
  /**
   * Whether the task's verifier gives a reward to a state that no candidate left; may run a nop trial. With `fresh` it
   * runs one now, whatever is known.
   */
  verifierWorks: (options?: { fresh: string }) => Promise<boolean>;
  onRetry: (attempt: number, reason: string) => void;
  /** The provider was lost under it: that execution counts for nothing, and another follows when it serves again. */
  onPutBack: () => void;
  /** Where a closed box's removal is waited for, off the critical path. */
  background: (work: Promise<void>) => void;
  signal: AbortSignal;
}

/** Executions of a trial where infrastructure fails. */
export const attemptsAtMost = 3;
/** The same where each time a box was lost: on a bad night at a cloud that comes to some trial three times by chance. */
const lossesAtMost = 6;
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
  const { key, parts, signal, onRetry, onPutBack } = options;
  let [startedAt, started] = [new Date().toISOString(), performance.now()];
  context.journal.startTrial(key, parts.task, parts.step);
  const recording = context.recorder?.begin(plan) ?? null;
  const usage = new UsageSum();
  let putBacks = 0;
  for (let attempt = 1; ; attempt++) {
    using use = context.watch?.use();
    const leases = openLeases(context, parts, use);
    const execution = await executeOnce(plan, context, { leases, attempt, recording }, options);
    usage.add(leases);
    const mayGoBack = putBacks < putBacksAtMost && leaseFault(leases) === null && context.gateway.exhausted() === null;
    if (mayGoBack && (await wasLost(execution, use, { signal }))) {
      putBacks += 1;
      attempt -= 1;
      onPutBack();
      await context.watch?.ready({ signal });
      [startedAt, started] = [new Date().toISOString(), performance.now()];
      continue;
    }
    let outcome = await settled(execution.outcome, options);
    // What came to its end all the same is paid and counts.
    const broken = outcome.status === "void" ? context.gateway.broken() : null;
    if (broken !== null) throw broken;
    const atMost = isLoss(execution.error) ? lossesAtMost : attemptsAtMost;
    if (outcome.status === "void" && attempt < atMost && context.gateway.exhausted() === null) {
      onRetry(attempt, outcome.reason);
      signal.throwIfAborted();
      continue;
    }
    // Boxes that break under one agent every time, while nop fares well in a new one, are broken by that agent.
    const suspect = outcome.status === "void" && execution.suspect && leaseFault(leases) === null;
    if (suspect && plan.agent.kind === "candidate" && (await options.verifierWorks({ fresh: key }))) {
      outcome = { status: "scored", reward: 0 };
    }
    const { agentEnd, notes, agentMs, verifyMs, verifierOutput, details, verification, rewards, steps } = execution;
    const totalMs = performance.now() - started;
    const times = `${putBacks} ${putBacks === 1 ? "time" : "times"}`;
    const lost = putBacks === 0 ? [] : [`put back ${times}, where ${context.provider.name} was lost`];
    const base = { key, parts, outcome, agentEnd, usage: usage.agent, attempts: attempt, startedAt };
    const record: TrialRecord = {
      ...{ ...base, notes: [...notes, ...lost], agentMs, verifyMs, totalMs, verifierOutput },
      ...(usage.user === undefined ? {} : { userUsage: usage.user }),
      ...(details === undefined ? {} : { details }),
      ...(verification === undefined ? {} : { verification }),
      // The one that is called so is the outcome's.
      ...(rewards === undefined || Object.keys(rewards).join() === "reward" ? {} : { rewards }),
      ...(plan.task.facts === undefined ? {} : { facts: plan.task.facts }),
      ...(steps === undefined ? {} : { steps: steps.map(({ artifacts: _, ...step }) => step) }),
    };
    if (isTraced(plan)) {
      await context.onTrace(plan, key, buildTrace(plan.task.id, execution));
    }
    // The journal's word comes last: a trial whose host is killed before it runs again, and is kept anew.
    await recording?.finish(record);
    context.journal.finishTrial(record);
    return record;
  }
}

interface ExecutedOnce extends Execution {
  suspect: boolean;
  /** What it failed with, where it was not run to its end. */
  error?: unknown;
}

/**
 * Whether its end may have come of the loss of the provider. What was judged after an agent that had finished stands,
 * as it was.
 */
async function wasLost(
  { outcome, agentEnd, error }: ExecutedOnce,
  use: ProviderUse | undefined,
  { signal }: { signal: AbortSignal },
): Promise<boolean> {
  if (use === undefined) return false;
  if (error !== undefined) return await use.wasLost(error, { signal });
  const whole = outcome !== "ask" && (agentEnd.how === "finished" || agentEnd.how === "none");
  return !whole && use.lostMs() > 0;
}

async function executeOnce(
  plan: TrialPlan,
  context: TrialContext,
  { leases, attempt, recording }: { leases: Leases; attempt: number; recording: TrialRecording | null },
  { open, background, signal }: SettleOptions,
): Promise<ExecutedOnce> {
  let inBox = false;
  try {
    const boxes = await open(attempt);
    inBox = boxes.attributable;
    try {
      return { ...(await runTrial(plan, boxes, leases, context, { signal, recording })), suspect: false };
    } finally {
      background(Promise.resolve(boxes[Symbol.asyncDispose]()));
    }
  } catch (error) {
    signal.throwIfAborted();
    const suspect = inBox && !isBeforeAgent(error);
    const nothing = { events: [], agentMs: 0, verifyMs: 0, verifierOutput: "", suspect, error };
    const notes = leaseNotes(leases);
    const fault = leaseFault(leases);
    if (fault !== null) return { ...nothing, notes, outcome: voidOf(fault), agentEnd: noEnd };
    const limit = leaseLimit(leases);
    if (limit !== null && plan.agent.kind === "candidate") {
      const agentEnd: AgentEnd = { how: "limit", code: limit, detail: "the conversation could not go on" };
      return { ...nothing, notes, outcome: { status: "scored", reward: 0 }, agentEnd };
    }
    const outcome = classifyError(error, { agent: plan.agent.kind, inBox, last: attempt >= attemptsAtMost });
    return { ...nothing, notes, outcome, agentEnd: outcome.status === "scored" ? boxStopped : noEnd };
  }
}

function isLoss(error: unknown): boolean {
  const code = harnessErrorOf(error)?.code;
  return code === "sandbox-gone" || code === "box-lost";
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
