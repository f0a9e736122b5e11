// A trial's record as Harbor's result.json and config.json of a trial (Harbor 0.24), with what Harbor has no place for
// under `auto_harness`, which it ignores.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Usage } from "../../core/model.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { sha256 } from "../../lib/digest.ts";
import { infrastructureFault, taskFault } from "../../lib/harbor-faults.ts";
import { agentName, agentVersion, harborTime, isCandidate, jobNameOf, trialNameOf, uuidOf } from "./names.ts";

export interface TrialFolderOptions {
  /** The folder that holds the jobs, absolute. */
  jobs: string;
  /** Whether what agent and verifier said may stand there: a train task's, in a step whose trials are traced. */
  told: boolean;
}

interface Phases {
  started: number;
  agent: number;
  verifier: number;
  finished: number;
}

/** In milliseconds since the epoch: verification comes last, and the agent before it. */
export function phasesOf({ startedAt, totalMs, agentMs, verifyMs }: TrialRecord): Phases {
  const started = Date.parse(startedAt);
  const finished = started + totalMs;
  const verifier = finished - verifyMs;
  return { started, agent: verifier - agentMs, verifier, finished };
}

export function trialConfig({ key, parts }: TrialRecord, { jobs }: TrialFolderOptions): Record<string, unknown> {
  const { task, benchmark, model, reasoningEffort } = parts;
  const job = jobNameOf(parts);
  return {
    task: { path: task, source: benchmark },
    trial_name: trialNameOf({ key, parts }),
    trials_dir: join(jobs, job),
    agent: {
      name: agentName(parts),
      ...(isCandidate(parts.agent) ? { model_name: model } : {}),
      ...(reasoningEffort === null ? {} : { kwargs: { reasoning_effort: reasoningEffort } }),
    },
    job_id: uuidOf(sha256(job)),
  };
}

export function trialResult(record: TrialRecord, options: TrialFolderOptions): Record<string, unknown> {
  const { key, parts, outcome, agentEnd, attempts, notes, details, verification } = record;
  const { started, agent, verifier, finished } = phasesOf(record);
  const name = trialNameOf(record);
  const steps = record.steps ?? [];
  const rewards = rewardsOf(record);
  const asked = isCandidate(parts.agent) && steps.length === 0;
  return {
    id: uuidOf(key),
    task_name: parts.task,
    trial_name: name,
    trial_uri: pathToFileURL(join(options.jobs, jobNameOf(parts), name)).href,
    task_id: { path: parts.task },
    source: parts.benchmark,
    task_checksum: parts.taskDigest,
    config: trialConfig(record, options),
    agent_info: {
      name: agentName(parts),
      version: agentVersion(parts),
      model_info: isCandidate(parts.agent) ? modelInfo(parts.model) : null,
    },
    agent_result: asked ? agentResult(record) : null,
    verifier_result: rewards === null ? null : { rewards },
    verifier_environment_mode: verification?.mode === "separate" ? "separate" : "shared",
    exception_info: exceptionInfo(record, options, harborTime(finished)),
    started_at: harborTime(started),
    finished_at: harborTime(finished),
    environment_setup: phase(started, agent),
    agent_setup: null,
    agent_execution: phase(agent, verifier),
    verifier: phase(verifier, finished),
    step_results:
      steps.length === 0
        ? null
        : steps.map(({ step, rewards: own }) => ({
            step_name: step,
            agent_result: null,
            verifier_result: own === null ? null : { rewards: own },
            exception_info: null,
            agent_execution: null,
            verifier: null,
          })),
    auto_harness: {
      ...{ key, step: parts.step, decision: parts.decision, index: parts.index, attempts },
      traced: options.told,
      outcome: outcome.status,
      agent_end: options.told ? agentEnd : { how: agentEnd.how, code: agentEnd.code },
      ...(verification === undefined ? {} : { verification }),
      ...(options.told ? { notes, ...(details === undefined ? {} : { details }) } : {}),
    },
  };
}

function phase(from: number, to: number): Record<string, unknown> {
  return { started_at: harborTime(from), finished_at: harborTime(to) };
}

export function modelInfo(model: string): { name: string; provider: string | null } {
  const slash = model.indexOf("/");
  return slash === -1
    ? { name: model, provider: null }
    : { name: model.slice(slash + 1), provider: model.slice(0, slash) };
}

function agentResult({ parts, usage, userUsage }: TrialRecord): Record<string, unknown> {
  return {
    ...tokensOf(usage),
    model_usage: { [parts.model]: tokensOf(usage) },
    rollout_details: null,
    metadata: {
      ...{ model_calls: usage.calls, refused: usage.refused, retries: usage.retries },
      ...(userUsage === undefined ? {} : { user_model: tokensOf(userUsage) }),
    },
  };
}

function tokensOf(usage: Usage): Record<string, unknown> {
  return {
    n_input_tokens: usage.inputTokens,
    n_cache_tokens: usage.cachedTokens,
    n_output_tokens: usage.outputTokens,
    cost_usd: usage.costUsd ?? null,
  };
}

function exceptionInfo(
  record: TrialRecord,
  { told }: TrialFolderOptions,
  occurredAt: string,
): Record<string, unknown> | null {
  const raised = exceptionOf(record);
  if (raised === null) return null;
  const message = told && raised.detail !== "" ? `${raised.code}: ${raised.detail}` : raised.code;
  const base = { exception_type: raised.type, exception_message: message, exception_traceback: "" };
  return { ...base, occurred_at: occurredAt };
}

/** Under Harbor's name where it has one for the same thing; null where the agent came to its own end. */
export function exceptionOf({ outcome, agentEnd }: TrialRecord): { type: string; code: string; detail: string } | null {
  if (outcome.status === "void") return { type: infrastructureFault, code: "void", detail: outcome.reason };
  if (outcome.status === "invalid") return { type: taskFault, code: "invalid", detail: outcome.reason };
  const { how, code, detail } = agentEnd;
  if (how === "finished" || how === "none") return null;
  return { type: code === "time-limit" ? "AgentTimeoutError" : "NonZeroAgentExitCodeError", code, detail };
}

/** By name; null where the trial has none. */
export function rewardsOf({ outcome, rewards }: TrialRecord): Readonly<Record<string, number>> | null {
  return outcome.status === "scored" ? (rewards ?? { reward: outcome.reward }) : null;
}
