// What a trial's judgement is made of: that of its only step, or of all its steps together.

import type { AgentEnd, VerificationFlag, VerificationRecord } from "../../../core/trial.ts";
import type { StepResult, Verification } from "../../../core/verification.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";
import { combineRewards } from "../trial/step-rewards.ts";
import { pickReward } from "./reward.ts";

export interface JudgedStep {
  step: TaskStep;
  /** null: no agent worked on it. */
  agentEnd: AgentEnd | null;
  verification: Verification;
}

const outputTail = 4000;
/** A verifier may name as many rewards as it likes; a record keeps these. */
const maxNames = 50;

/** Of a step that no verifier has seen. */
export function unjudged(why: string): Verification {
  return { reward: null, output: "", notes: [why], timedOut: false };
}

export function trialVerification(
  { toml, rewardKey }: Pick<TerminalTask, "toml" | "rewardKey">,
  judged: readonly JudgedStep[],
): Verification {
  const [first] = judged;
  if (first === undefined) throw new Error("no step was judged");
  if (toml.steps.length === 0) return withDetails(first.verification);
  const rewards = combineRewards(
    judged.map(({ verification }) => verification.rewards ?? null),
    toml.multi_step_reward_strategy,
  );
  const { reward, problem } =
    rewards === null ? { reward: null, problem: undefined } : pickReward(rewards, rewardKey, "what the steps earned");
  const records = judged.flatMap(({ verification }) => verification.verification ?? []);
  const notes = judged.flatMap(({ step, verification }) =>
    verification.notes.map((note) => `step ${step.name}: ${note}`),
  );
  return withDetails({
    reward,
    ...(rewards === null ? {} : { rewards }),
    output: judged.map(outputOf).join("\n").slice(-outputTail),
    notes: [...notes, ...(problem === undefined ? [] : [`verifier: ${problem}`])],
    timedOut: judged.some(({ verification }) => verification.timedOut),
    ...(records.length === 0 ? {} : { verification: together(records) }),
    steps: judged.map(resultOf),
  });
}

function resultOf({ step, agentEnd, verification }: JudgedStep): StepResult {
  const { rewards, output, artifacts } = verification;
  return {
    ...{ step: step.name, rewards: rewards === undefined ? null : bounded(rewards), agentEnd, output },
    ...(artifacts === undefined ? {} : { artifacts }),
  };
}

function outputOf({ step, verification }: JudgedStep): string {
  return `== ${step.name} ==\n${verification.output}`;
}

/** Rewards of several names, and those of steps, for whoever may read a train trial's. */
function withDetails(verification: Verification): Verification {
  const { rewards, steps } = verification;
  const several = rewards !== undefined && Object.keys(rewards).length > 1;
  const kept = rewards === undefined ? {} : { rewards: bounded(rewards) };
  if (!several && steps === undefined) return { ...verification, ...kept };
  const details = {
    ...verification.details,
    ...kept,
    ...(steps === undefined ? {} : { steps: Object.fromEntries(steps.map((step) => [step.step, step.rewards])) }),
  };
  return { ...verification, ...kept, details };
}

function bounded(rewards: Readonly<Record<string, number>>): Record<string, number> {
  const names = Object.entries(rewards).slice(0, maxNames);
  return Object.fromEntries(names.map(([name, reward]) => [name.slice(0, 100), reward]));
}

/** The least trusted way of all, with everything that is to be said of any; what an oracle showed counts for all. */
function together(records: readonly VerificationRecord[]): VerificationRecord {
  const order: ReadonlyArray<VerificationRecord["mode"]> = ["shared", "fresh, network shared", "separate", "fresh"];
  const mode = order.find((one) => records.some((record) => record.mode === one)) ?? "shared";
  const flags = [...new Set(records.flatMap((record): readonly VerificationFlag[] => record.flags))];
  const oracles = records.flatMap(({ oracle }) => oracle ?? []);
  return {
    ...{ mode, flags, reasons: [...new Set(records.flatMap(({ reasons }) => reasons))] },
    ...(oracles.length === 0
      ? {}
      : {
          oracle: {
            leavesProcesses: oracles.some(({ leavesProcesses }) => leavesProcesses),
            needsBox: oracles.some(({ needsBox }) => needsBox),
            changes: [...new Set(oracles.flatMap(({ changes }) => changes))].sort(),
          },
        }),
  };
}
