// What every trial of a job shares. Plug-ins arrive here as arguments.

import type { Benchmark, Judging, Task } from "../core/benchmark.ts";
import type { ModelGateway, PinnedModel } from "../core/model.ts";
import type { ImageSource, SandboxProvider, SandboxSpec } from "../core/sandbox.ts";
import type { TrialKeyParts, TrialLimits, TrialStep } from "../core/trial.ts";
import type { Journal } from "./journal.ts";
import { judgingOf, verificationPart } from "./judging.ts";
import type { ProviderWatch } from "./provider-watch.ts";
import type { SharedServices } from "./shared-services.ts";
import type { Trace } from "./trace.ts";
import type { TrialPlayer } from "./trial-player.ts";
import type { TrialRecorder } from "./trial-recorder.ts";

export type TrialAgent =
  | { kind: "candidate"; code: string; digest: string }
  | { kind: "oracle" }
  | { kind: "nop" }
  | { kind: "forger" };

export interface TrialPlan {
  task: Task;
  agent: TrialAgent;
  step: TrialStep;
  /** Such as it-3; "" outside the gate. */
  decision: string;
  index: number;
  /** A test task in a step that names its tasks: it is not to be named where a coding agent may read. */
  hidden?: boolean;
  /** Its state is judged in every way there is, for a check. */
  everyWay?: boolean;
}

export interface TrialContext {
  benchmark: Benchmark;
  provider: SandboxProvider;
  gateway: ModelGateway;
  upstreamDigest: string;
  /** What the agent's box is made of. */
  agentBox: Omit<SandboxSpec, "labels" | "image"> & { image: Extract<ImageSource, { kind: "build" }> };
  model: PinnedModel;
  /** The simulated user's; null where the benchmark has no such user. */
  user: { model: PinnedModel; upstreamDigest: string } | null;
  owner: string;
  /** Limits of a trial; a task's own time limits replace the two of them. */
  limits: {
    maxModelCalls: number;
    maxOutputTokens: number | null;
    maxCostUsd: number | null;
    timeoutMultiplier: number;
  };
  journal: Journal;
  /** Services that live as long as the experiment does. */
  services: SharedServices;
  /** Takes the trace of a trial whose step allows one: train and baseline steps of train tasks, never a test's. */
  onTrace: (plan: TrialPlan, key: string, trace: Trace) => Promise<void>;
  /** Waits for a provider that is lost; where nobody is to wait for one there is none. */
  watch?: ProviderWatch;
  /** Keeps the channels of trials; where nobody asked for it there is none. */
  recorder?: TrialRecorder;
  /** Gives trials their recorded ends: nothing but agents' boxes is opened then, and no model is asked. */
  player?: TrialPlayer;
}

export function limitsOf(task: Task, { limits }: TrialContext): TrialLimits {
  return {
    agentTimeoutMs: Math.round(task.agentTimeoutMs * limits.timeoutMultiplier),
    verifierTimeoutMs: task.verifierTimeoutMs,
    maxModelCalls: limits.maxModelCalls,
    maxOutputTokens: limits.maxOutputTokens,
    maxCostUsd: limits.maxCostUsd,
  };
}

/** `environment` names the images as prepared: a replaced base image has another reference. */
export function keyPartsOf(
  plan: TrialPlan,
  context: TrialContext,
  environment: string,
  judging: Judging = judgingOf(plan, context.journal),
): TrialKeyParts {
  const { task, agent, step, decision, index } = plan;
  const { placed } = context.provider;
  return {
    benchmark: context.benchmark.name,
    task: task.id,
    taskDigest: task.digest,
    agent: agent.kind === "candidate" ? agent.digest : agent.kind,
    agentImage: context.agentBox.image.digest,
    environment,
    ...(placed === undefined || agent.kind !== "candidate" ? {} : { agentProvider: placed.agents.name }),
    model: context.model.model,
    reasoningEffort: context.model.reasoningEffort ?? null,
    upstream: context.upstreamDigest,
    ...(context.user === null
      ? {}
      : { user: { model: context.user.model.model, upstream: context.user.upstreamDigest } }),
    limits: limitsOf(task, context),
    verification: verificationPart(task, judging),
    step,
    decision,
    index,
  };
}
