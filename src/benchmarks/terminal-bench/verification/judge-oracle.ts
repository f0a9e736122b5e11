// What the reference solution's state teaches: whether a copy of its box is judged as the box itself is.

import type { Sandbox } from "../../../core/sandbox.ts";
import type { OracleFacts, VerificationRecord } from "../../../core/trial.ts";
import type { Verification } from "../../../core/verification.ts";
import { copyOf, judgeCopy, judgeInPlace, notCopyable, type State, systemChanges } from "./judge-state.ts";
import type { ModeChoice } from "./verification-mode.ts";

const beside: ModeChoice = {
  mode: "fresh, network shared",
  reasons: ["it is to be seen whether the reference solution needs its box"],
};
const inBox: ModeChoice = { mode: "shared", reasons: ["the reference solution's own box is the measure"] };

type Wait = { signal: AbortSignal };

/**
 * Where nothing was left running the copy alone will do, unless it is not given 1. Else the box is judged first, as if
 * there were no copy: what a verifier does to a service must not reach the reward that counts.
 */
export async function learnFromOracle(state: State, left: readonly string[], options: Wait): Promise<Verification> {
  const copy = await copyOf(state.box.main, "network", options);
  if (copy === null) return await judgeInPlace(state, left, notCopyable, options);
  const changes = await systemChanges(state, copy, options);
  const facts = (needsBox: boolean): OracleFacts => ({ leavesProcesses: left.length > 0, needsBox, changes });
  if (left.length === 0) {
    const copied = await judgeCopy(state, copy, left, beside, options);
    if (copied.reward === 1) return learned(copied, facts(false));
    const own = await judgeInPlace(state, left, inBox, options);
    return (own.reward ?? 0) > (copied.reward ?? 0) ? learned(own, facts(true)) : learned(copied, facts(false));
  }
  const own = await judgeInPlace(state, left, inBox, options);
  const copied = await judgeCopy(state, copy, left, beside, options);
  return learned(own, facts(copied.reward !== own.reward));
}

/** In its own box, and in two copies of one state. What counts is the reward in its own box. */
export async function judgeEveryWay(state: State, left: readonly string[], options: Wait): Promise<Verification> {
  const copies: Sandbox[] = [];
  for (let n = 0; n < 2; n += 1) {
    const copy = await copyOf(state.box.main, "network", options);
    if (copy === null) return await judgeInPlace(state, left, notCopyable, options);
    copies.push(copy);
  }
  const changes = copies[0] === undefined ? [] : await systemChanges(state, copies[0], options);
  const own = await judgeInPlace(state, left, inBox, options);
  const rewards: Array<number | null> = [];
  for (const copy of copies) rewards.push((await judgeCopy(state, copy, left, beside, options)).reward);
  const needsBox = rewards.some((reward) => reward !== own.reward);
  const judged = learned(own, { leavesProcesses: left.length > 0, needsBox, changes });
  return extended(judged, { rewards: { shared: own.reward, copies: rewards } });
}

/** Whatever it changes and leaves is what the task is about: no flag. */
function learned(verification: Verification, oracle: OracleFacts): Verification {
  return extended(verification, { oracle, flags: [] });
}

function extended(verification: Verification, more: Partial<VerificationRecord>): Verification {
  const { verification: record } = verification;
  return record === undefined ? verification : { ...verification, verification: { ...record, ...more } };
}
