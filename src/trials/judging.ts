// What a trial's state may be judged by, and how that stands in its key.

import type { Judging, Task } from "../core/benchmark.ts";
import type { OracleFacts } from "../core/trial.ts";
import type { Journal } from "./journal.ts";
import type { TrialPlan } from "./trial-context.ts";

/**
 * For a candidate: what its dataset has kept of the reference solution, else what its trials of this task digest in the
 * journal have shown. null: nothing. Reference agents are what shows it, and nothing is known to them, but to the
 * second and later trials of the same reference solution, which are judged as a candidate's would be.
 */
export function judgingOf({ task, agent, index, everyWay = false }: TrialPlan, journal: Journal): Judging {
  const candidate = agent.kind === "candidate" || (agent.kind === "oracle" && index > 0);
  return { agent: agent.kind, known: candidate ? knownOf(task, journal) : null, everyWay };
}

/** `Judging` as a part of the key. Only what can change a reward: not what would be flagged. */
export function verificationPart({ verification }: Task, { known, everyWay }: Judging): string {
  if (verification === undefined) return "shared";
  const way = everyWay ? ", every way" : "";
  if (verification !== "auto" || known === null) return `${verification}${way}`;
  return `auto, oracle ${known.needsBox ? "needs its box" : "judged alike in a copy"}${way}`;
}

function knownOf({ id, digest, verification, oracleFacts }: Task, journal: Journal): OracleFacts | null {
  if (verification === undefined) return null;
  if (oracleFacts !== undefined) return oracleFacts;
  const shown = journal
    .trials({ task: id, agent: "oracle" })
    .filter(({ parts }) => parts.taskDigest === digest)
    .flatMap(({ verification }) => (verification?.oracle === undefined ? [] : [verification.oracle]));
  if (shown.length === 0) return null;
  return {
    leavesProcesses: shown.some(({ leavesProcesses }) => leavesProcesses),
    needsBox: shown.some(({ needsBox }) => needsBox),
    changes: [...new Set(shown.flatMap(({ changes }) => changes))].sort(),
  };
}
