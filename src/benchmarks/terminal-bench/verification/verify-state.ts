// Judges the state that an agent has left: chooses where, and has it done.

import type { Verification } from "../../../core/verification.ts";
import { judgeEveryWay, learnFromOracle } from "./judge-oracle.ts";
import { copyOf, judgeCopy, judgeInPlace, notCopyable, restarted, type State } from "./judge-state.ts";
import { chooseMode } from "./verification-mode.ts";
import { stageTests } from "./verify.ts";

/** The box may be stopped afterwards, unless it goes on; copies end with it. Throws infrastructure faults only. */
export async function verifyState(state: State, options: { signal: AbortSignal }): Promise<Verification> {
  const { judging, box } = state;
  // What can only be judged in place needs its tests there whatever is found: a round trip less.
  const [left = [], staged] = await Promise.all([
    box.main.processes?.(options),
    box.main.copy === undefined ? stageTests(state.spec, box.main.session, options) : undefined,
  ]);
  if (box.main.copy !== undefined && judging.everyWay) return await judgeEveryWay(state, left, options);
  const learns = box.main.copy !== undefined && judging.agent === "oracle" && judging.known === null;
  if (learns && state.policy === "auto") return await learnFromOracle(state, left, options);
  const choice = chooseMode({
    ...{ policy: state.policy, copyable: box.main.copy !== undefined, known: judging.known },
    ...{ processesLeft: left.length > 0, goesOn: state.goesOn || box.composed },
  });
  if (choice.mode === "shared") return await judgeInPlace(state, left, choice, { ...options, staged });
  if (choice.mode === "fresh" && (await restarted(box.main, options))) {
    return await judgeCopy(state, box.main, left, choice, options);
  }
  const copy = await copyOf(box.main, choice.mode === "fresh" ? "nothing" : "network", options);
  if (copy === null) return await judgeInPlace(state, left, notCopyable, options);
  return await judgeCopy(state, copy, left, choice, options);
}
