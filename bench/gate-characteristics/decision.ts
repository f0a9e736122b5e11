import type { DefaultAnswer, DefaultRequest, GateRun } from "../../src/gate/protocol.ts";
import type { Simulated } from "./drive.ts";

export interface Played {
  verdict: "accepted" | "rejected" | "inconclusive";
  reason: string;
  look: number;
  /** Runs that were made, of both arms. */
  runs: number;
  /** Rewards of the suite, each task's last. */
  suiteRewards: ReadonlyMap<string, number | null>;
}

export interface DecisionScene {
  seed: string;
  decision: string;
  suite: readonly string[];
  test: readonly string[];
  history: Readonly<Record<string, readonly (number | null)[]>>;
  rewardOf: (run: GateRun) => number | null;
}

/** A decision by the default gate: what it asks for is run. */
export function* playDecision({ rewardOf, ...scene }: DecisionScene): Simulated<Played> {
  const runs: DefaultRequest["runs"] = [];
  const suiteRewards = new Map<string, number | null>();
  for (;;) {
    const asked = { protocol: "gate/1", op: "decide", mode: "default", ...scene, runs };
    const answer = (yield asked) as unknown as DefaultAnswer;
    if (answer.action === "verdict") {
      const { verdict, reason, look } = answer;
      return { verdict, reason, look, runs: runs.length, suiteRewards };
    }
    for (const run of answer.need) {
      const reward = rewardOf(run);
      runs.push({ ...run, reward });
      if (run.step === "suite") suiteRewards.set(run.task, reward);
    }
  }
}
