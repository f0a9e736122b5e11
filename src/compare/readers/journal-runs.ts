// Which of an agent's trials say how good it is: whole runs of the tasks in question, and if possible none that was
// chosen by its result.

import type { TrialRecord } from "../../core/trial.ts";
import { listed } from "../source.ts";
import { runName } from "./journal-agent.ts";

export interface ChosenRuns {
  records: readonly TrialRecord[];
  /** Names of the runs, in the order in which they began to end. */
  runs: readonly string[];
  notes: readonly string[];
}

/**
 * A run is one trial of each task: the same step, decision and index. Runs that leave a task of `tasks` out (a suite, one
 * that was cut off) are left out, and a decision's re-runs of what was unstable; so are those that decided on the agent
 * itself, as long as there are others. Without a whole run: no records.
 */
export function wholeRuns(
  records: readonly TrialRecord[],
  tasks: ReadonlySet<string>,
  decided: ReadonlyMap<string, string>,
): ChosenRuns {
  const own = records.filter(({ parts }) => tasks.has(parts.task) && parts.step !== "fresh");
  const runs = [...Map.groupBy(own, ({ parts }) => `${runName(parts)}/${parts.index}`).values()];
  const whole = runs.filter((run) => new Set(run.map(({ parts }) => parts.task)).size === tasks.size);
  const isDeciding = (run: readonly TrialRecord[]) =>
    run.some(({ parts }) => parts.step === "test" && decided.has(parts.decision));
  const unselected = whole.filter((run) => !isDeciding(run));
  const chosen = unselected.length > 0 ? unselected : whole;
  const deciding = new Set(chosen.flat().map(({ parts }) => parts.decision));
  const selected = unselected.length > 0 ? [] : [...decided].filter(([decision]) => deciding.has(decision));
  const notes = selected.map(decidedNote);
  const names = chosen.map(([first]) => (first === undefined ? "" : runName(first.parts)));
  return { records: chosen.flat(), runs: [...new Set(names)], notes };
}

function decidedNote([decision, verdict]: readonly [string, string]): string {
  const which =
    verdict === "accepted" ? "accepted it: its score is optimistic" : `ended ${verdict}: its score is pessimistic`;
  return `has no run but the one by which ${decision} ${which}`;
}

/** Where a trial was run again under other limits or images, the last one. */
export function lastOfEach(records: readonly TrialRecord[]): { records: TrialRecord[]; notes: string[] } {
  const last = new Map(records.map((record) => [trialName(record), record] as const));
  const kept = new Set(last.values());
  const older = records.length - kept.size;
  const tasks = [...new Set(records.filter((record) => !kept.has(record)).map(({ parts }) => parts.task))];
  return {
    records: records.filter((record) => kept.has(record)),
    notes:
      older === 0
        ? []
        : [`has trials that were run again under other limits or images (${older}), the last counts: ${listed(tasks)}`],
  };
}

/** One of its task's: the task, run and repetition. */
export function trialName({ parts }: TrialRecord): string {
  return `${parts.task} ${runName(parts)}/${parts.index}`;
}
