// What a trial is made of and what it leaves.

import type { Usage } from "./model.ts";

/**
 * Which question a trial answers; part of its key, so that selected runs are never taken for fresh ones. `fresh`: a
 * decision's re-runs of test tasks in both arms; `score`: a run of the test split that no verdict looks at; `recheck`:
 * train tasks that may enter the suite; `screen`: train tasks that a candidate should fix; `claim`: the report at the end; `noise`: the incumbent's test split again, for
 * `plan`; `check`: oracle and nop.
 */
export type TrialStep =
  | "baseline"
  | "train"
  | "suite"
  | "test"
  | "fresh"
  | "score"
  | "recheck"
  | "screen"
  | "claim"
  | "noise"
  | "check";

/** Steps that run test tasks only. */
export const testSteps: ReadonlySet<string> = new Set<TrialStep>(["test", "fresh", "score", "claim", "noise"]);

/** Everything that can change a trial's result. Its canonical JSON's SHA-256 is the trial's key. */
export interface TrialKeyParts {
  benchmark: string;
  task: string;
  taskDigest: string;
  /** Digest of agent.ts as it was sent, or "oracle" / "nop". */
  agent: string;
  /** Digests of the agent's image and of the environment as built (a replaced base image changes it). */
  agentImage: string;
  environment: string;
  /** The provider of the agent's box, where it is not the one of the task's: ways are longer, and machines differ. */
  agentProvider?: string;
  model: string;
  reasoningEffort: string | null;
  upstream: string;
  /** The simulated user's model and what serves it, where there is such a user. */
  user?: { model: string; upstream: string };
  limits: TrialLimits;
  /** "shared" where the benchmark has no other way; else the task's policy and what is known of its oracle. */
  verification: string;
  step: TrialStep;
  /** Decision the trial belongs to, such as it-3; "" outside the gate. */
  decision: string;
  /** 0-based index of the repetition within the step. */
  index: number;
}

export interface TrialLimits {
  agentTimeoutMs: number;
  verifierTimeoutMs: number;
  maxModelCalls: number;
  maxOutputTokens: number | null;
  maxCostUsd: number | null;
}

/** What the reference solution has shown of a task. */
export interface OracleFacts {
  /** Processes of it go on when it has ended. */
  leavesProcesses: boolean;
  /** Its state is judged otherwise in a copy of its box: something counts that is no file. */
  needsBox: boolean;
  /** Files of the system that it changes itself; absolute, sorted. */
  changes: readonly string[];
}

/**
 * shared: in the box that the agent had. fresh: in a copy of it, where none of its processes is. "fresh, network
 * shared": in a copy that reaches the ports of what was left running. separate: in a box that the task declares.
 */
export type VerificationMode = "shared" | "fresh" | "fresh, network shared" | "separate";

/**
 * processes-left: they were there while the verifier worked, and could write its reward. system-changed: what the
 * verifier's programs are made of is not what the image had, and the reference solution does not change it so.
 */
export type VerificationFlag = "processes-left" | "system-changed";

/** How a state was judged. */
export interface VerificationRecord {
  mode: VerificationMode;
  /** Why not in a fresh box; empty where it was. */
  reasons: readonly string[];
  flags: readonly VerificationFlag[];
  /** What an oracle's trial has shown. */
  oracle?: OracleFacts;
  /** Of one state judged in every way: null where the verifier gave none. */
  rewards?: { shared: number | null; copies: ReadonlyArray<number | null> };
}

/** How the agent's phase ended. Limits are not errors: the state is still verified. */
export interface AgentEnd {
  how: "finished" | "crashed" | "limit" | "protocol" | "none";
  /** Stable, such as "time-limit", "candidate-threw", "import-refused", "out-of-memory", "oracle". */
  code: string;
  detail: string;
}

export type Outcome =
  | { status: "scored"; reward: number }
  | { status: "invalid"; reason: string }
  | { status: "void"; reason: string };

export interface StepRecord {
  step: string;
  /** null: its verifier gave none. */
  rewards: Readonly<Record<string, number>> | null;
  /** null: no agent ran. */
  agentEnd: AgentEnd | null;
  /** The end of what its verifier printed; stays on the host for test trials. */
  output: string;
}

export interface TrialRecord {
  key: string;
  parts: TrialKeyParts;
  outcome: Outcome;
  agentEnd: AgentEnd;
  usage: Usage;
  /** Of the simulated user's model. */
  userUsage?: Usage;
  /** What may be told of a train trial's reward, such as its parts. */
  details?: Readonly<Record<string, unknown>>;
  /** Every reward by name, where the verifier names them. */
  rewards?: Readonly<Record<string, number>>;
  /** Of a task of several steps, in the order in which they ran. */
  steps?: readonly StepRecord[];
  /** Left out where the benchmark has one way only. */
  verification?: VerificationRecord;
  /** Of its task, by what others know it: see Task. */
  facts?: Readonly<Record<string, string>>;
  /** Flags and facts a reader must know: replaced base image, processes left, refused model. */
  notes: readonly string[];
  /** 1 for the first execution; more after infrastructure faults. */
  attempts: number;
  /** UTC, ISO 8601. */
  startedAt: string;
  agentMs: number;
  verifyMs: number;
  totalMs: number;
  /** The end of the verifier's output; stays on the host for test trials. */
  verifierOutput: string;
}

/** One step of a trial as the host saw it on the channel. */
export type TraceEvent =
  | {
      type: "model";
      atMs: number;
      request: unknown;
      status: number;
      response: unknown;
      durationMs: number;
      refused?: string;
    }
  | {
      type: "exec";
      atMs: number;
      command: string;
      exitCode: number | null;
      stdout: string;
      stderr: string;
      timedOut: boolean;
      durationMs: number;
    }
  | { type: "file"; atMs: number; direction: "upload" | "download"; path: string; bytes: number }
  | {
      /** What the other side of a conversation said, and what the agent answered; null when it gave none. */
      type: "turn";
      atMs: number;
      messages: readonly unknown[];
      reply: unknown;
      durationMs: number;
    }
  | {
      /** A call of the environment's own tools. */
      type: "tool";
      atMs: number;
      name: string;
      args: unknown;
      result: unknown;
      /** Coins, where tools have a price. */
      cost?: number;
      budgetAfter?: number;
      refused?: string;
      durationMs: number;
    }
  | { type: "log"; atMs: number; text: string }
  | { type: "end"; atMs: number; end: AgentEnd };

export function rewardOf(record: TrialRecord): number | null {
  return record.outcome.status === "scored" ? record.outcome.reward : null;
}

/** Pass means a reward of at least one half. */
export function passes(reward: number): boolean {
  return reward >= 0.5;
}

/**
 * The mean; null of none. Summed in order of size with compensation (Neumaier), so that the order of runs changes
 * nothing: what is printed, recorded and decided is one number.
 */
export function meanOf(rewards: readonly number[]): number | null {
  let sum = 0;
  let lost = 0;
  for (const reward of rewards.toSorted((a, b) => a - b)) {
    const next = sum + reward;
    lost += sum >= reward ? sum - next + reward : reward - next + sum;
    sum = next;
  }
  return rewards.length === 0 ? null : (sum + lost) / rewards.length;
}
