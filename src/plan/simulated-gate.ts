// The gate as a simulation asks it: which runs it needs, which idle slots may take meanwhile, or its verdict.

import { decideDefault, decideRemoval } from "../gate/decide.ts";
import { defaultRequest, type GateRun, type StrictSeedRun, strictSeedRequest } from "../gate/protocol.ts";
import { runsAhead } from "../gate/runs-ahead.ts";
import { decideStrictSeed } from "../gate/strict-seed.ts";

export type AnyRun = GateRun | StrictSeedRun;
export type FoundRun = AnyRun & { reward: number | null };

export type GateStep =
  | { need: readonly AnyRun[]; ahead: () => readonly AnyRun[] }
  | { verdict: "accepted" | "rejected" | "inconclusive"; reason: string };

/** What a decision would be asked with, its runs aside. */
export interface GateScene {
  mode: "default" | "strict-seed";
  /** By the default gate's rules of a removal (docs/prune.md). */
  removal?: boolean;
  seed: string;
  threshold: number;
  suite: readonly string[];
  test: readonly string[];
  /** By test task, the incumbent's rewards of whole runs of the split, oldest first. */
  history: Readonly<Record<string, ReadonlyArray<number | null>>>;
  /** Scores as they stand in results.tsv. */
  best: readonly string[];
  /** The incumbent's last rewards by train task. */
  trainResults: Readonly<Record<string, number | null>>;
}

export type Gate = (runs: readonly FoundRun[]) => GateStep;

/** One decision of the real gate, by name: the name sets the order of tasks. */
export function openGate(scene: GateScene, decision: string): Gate {
  const { mode, seed, threshold, suite, test } = scene;
  const base = { protocol: "gate/1", op: "decide", mode, seed, decision, suite, test, config: { threshold } };
  if (mode === "strict-seed") {
    const request = strictSeedRequest.parse({ ...base, best: scene.best, train_results: scene.trainResults });
    return (runs) => {
      const answer = decideStrictSeed({ ...request, runs: runs.filter(isStrict) });
      return answer.action === "verdict" ? answer : { need: answer.need, ahead: () => [] };
    };
  }
  const request = defaultRequest.parse({ ...base, history: scene.history });
  return (runs) => {
    const asked = { ...request, runs: runs.filter(isDefault) };
    const answer = scene.removal === true ? decideRemoval(asked) : decideDefault(asked);
    if (answer.action === "verdict") return answer;
    return { need: answer.need, ahead: () => (scene.removal === true ? [] : runsAhead(asked)) };
  };
}

function isDefault(run: FoundRun): run is GateRun & { reward: number | null } {
  return "arm" in run;
}

function isStrict(run: FoundRun): run is StrictSeedRun & { reward: number | null } {
  return !("arm" in run);
}
