// What is known of the incumbent on the test split: complete runs that no verdict looked at (GATE.md, Definitions).

import { dueRuns } from "../gate/history.ts";
import type { Rewards } from "../workspace/rewards.ts";
import { splitRuns } from "./agent-runs.ts";
import type { Experiment } from "./experiment.ts";
import type { Candidate } from "./freeze-candidate.ts";
import { runStep } from "./run-trials.ts";

export interface HistoryRequest {
  incumbent: Candidate;
  /** The decision that is about to begin. */
  decision: string;
  test: readonly string[];
  signal: AbortSignal;
}

/** Complete runs of the test split, oldest first. */
export function heldRuns(experiment: Experiment, agent: string, test: readonly string[]): Rewards[] {
  return splitRuns(experiment, { agent, steps: ["baseline", "score"], tasks: test });
}

/**
 * The incumbent's rewards by test task, oldest first, once the runs that are due have been made. `stopped`: why not all
 * of them could be.
 */
export async function incumbentHistory(
  experiment: Experiment,
  { incumbent, decision, test, signal }: HistoryRequest,
): Promise<{ history: Record<string, Array<number | null>>; stopped: string | null }> {
  const { journal } = experiment.context;
  let held = heldRuns(experiment, incumbent.digest, test);
  let stopped: string | null = null;
  if (dueRuns({ held: held.length, decisions: refusedDecisions(journal, incumbent.digest).length }) > 0) {
    experiment.onEvent({ type: "phase", text: `the incumbent once more on the test split: ${test.length} tasks` });
    const agent = { kind: "candidate", code: incumbent.code, digest: incumbent.digest } as const;
    ({ stopped } = await runStep(experiment, { step: "score", decision, tasks: test, agent, signal }));
    held = heldRuns(experiment, incumbent.digest, test);
  }
  const history = Object.fromEntries(test.map((task) => [task, held.map((rewards) => rewards[task] ?? null)] as const));
  return { history, stopped };
}

/** Remembers a decision against this incumbent that accepted nothing; once more is no more. */
export function noteRefusedDecision(
  journal: Experiment["context"]["journal"],
  { incumbent, decision }: { incumbent: string; decision: string },
): void {
  const decisions = refusedDecisions(journal, incumbent);
  if (!decisions.includes(decision)) journal.write(`${prefix}${incumbent}`, [...decisions, decision]);
}

const prefix = "refused-decisions/";

function refusedDecisions(journal: Experiment["context"]["journal"], incumbent: string): string[] {
  const known = journal.read(`${prefix}${incumbent}`);
  return Array.isArray(known) ? known.map(String) : [];
}
