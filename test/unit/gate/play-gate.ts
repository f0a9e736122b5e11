// A decision from its first request to its verdict: whatever the gate asks for is answered.

import { decideDefault } from "../../../src/gate/decide.ts";
import { type DefaultAnswer, type DefaultRequest, defaultRequest, type GateRun } from "../../../src/gate/protocol.ts";

export type Verdict = Extract<DefaultAnswer, { action: "verdict" }>;
export type RewardOf = (run: GateRun) => number | null;

/** As it arrives by the protocol; history is one run of 0 for every task where none is given. */
export function requestOf(scene: Partial<Record<keyof DefaultRequest, unknown>> & { test: readonly string[] }) {
  const history = Object.fromEntries(scene.test.map((task) => [task, [0]]));
  return defaultRequest.parse({ protocol: "gate/1", op: "decide", decision: "it-1", history, ...scene });
}

/** Runs are answered by `rewardOf`; `asked` are the blocks, one after the other. */
export function playGate(request: DefaultRequest, rewardOf: RewardOf): { verdict: Verdict; asked: GateRun[][] } {
  const runs = [...request.runs];
  const asked: GateRun[][] = [];
  for (let step = 0; step < 20; step++) {
    const answer = decideDefault({ ...request, runs });
    if (answer.action === "verdict") return { verdict: answer, asked };
    if (answer.need.length === 0) throw new Error("the gate asks for nothing and gives no verdict");
    asked.push([...answer.need]);
    for (const run of answer.need) runs.push({ ...run, reward: rewardOf(run) });
  }
  throw new Error("no verdict after twenty blocks");
}

/** `count` names that sort as they are numbered. */
export function tasks(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `t${String(index + 1).padStart(2, "0")}`);
}
