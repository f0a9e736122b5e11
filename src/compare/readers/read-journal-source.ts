// An experiment's journal as one side: one agent's trials.

import { rewardOf, type TrialRecord } from "../../core/trial.ts";
import { type Journal, readJournal } from "../../trials/journal.ts";
import { readSplit, type Split } from "../../workspace/split.ts";
import type { Selectors, TaskChoice } from "../selectors.ts";
import { badSelection, invalidSource, listed, type TrialReward } from "../source.ts";
import { chooseAgent, runName } from "./journal-agent.ts";
import { lastOfEach, wholeRuns } from "./journal-runs.ts";

export interface JournalSide {
  trials: TrialReward[];
  description: string;
  notes: string[];
}

/**
 * Without selectors: the incumbent's whole runs of the test split. `splitFile` may be missing: then every task counts.
 * With `step` or `decision`: exactly those trials, of all tasks unless `tasks` says which. Throws config "no-journal",
 * "compare-source-invalid" for a database that is no journal, "compare-selection" when nothing fits or it isn't one thing.
 */
export async function readJournalSide(
  file: string,
  splitFile: string,
  selectors: Selectors,
  name: string,
): Promise<JournalSide> {
  const { records, states } = readAll(file);
  if (records.length === 0) throw invalidSource(file, null, "holds no trial yet");
  const agent = chooseAgent(records, states, { wanted: selectors.agent, decision: selectors.decision, name });
  const own = records.filter(({ parts }) => parts.agent === agent.digest);
  const split = await readSplit(splitFile);
  const exact = selectors.steps !== undefined || selectors.decision !== undefined;
  const which = selectors.tasks ?? (exact || split === null ? "all" : "test");
  const tasks = tasksOf(which, split, own, name);
  const asked = own.filter(
    ({ parts }) =>
      tasks.has(parts.task) &&
      (selectors.steps === undefined || selectors.steps.includes(parts.step)) &&
      (selectors.decision === undefined || parts.decision === selectors.decision) &&
      (selectors.model === undefined || parts.model === selectors.model),
  );
  const runs = exact
    ? { records: asked, runs: [...new Set(asked.map(({ parts }) => runName(parts)))], notes: [] }
    : wholeRuns(asked, tasks, agent.decided);
  if (runs.records.length === 0) throw nothing(own, which, name);
  refuseSeveralModels(runs.records, name);
  const last = lastOfEach(runs.records);
  const short = agent.digest.slice(0, 12);
  const model = last.records[0]?.parts.model;
  const of = which === "all" ? "" : `, ${which} split`;
  return {
    trials: last.records.map(trialOf),
    description: `agent ${short}${agent.role === "" ? "" : ` (${agent.role})`}, ${model}${of}, ${listed(runs.runs, 4)}`,
    notes: [...runs.notes, ...last.notes],
  };
}

function readAll(file: string): { records: TrialRecord[]; states: unknown[] } {
  using journal = readJournal(file);
  try {
    return { records: journal.trials(), states: [...decisions(journal, "iteration/"), ...decisions(journal, "hand/")] };
  } catch (error) {
    throw invalidSource(
      file,
      null,
      `is no journal of ours (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

function decisions(journal: Journal, prefix: string): unknown[] {
  return journal.list(prefix).map(({ value }) => value);
}

function tasksOf(which: TaskChoice, split: Split | null, own: readonly TrialRecord[], name: string): Set<string> {
  if (which === "all") return new Set(own.map(({ parts }) => parts.task));
  if (split === null) throw badSelection(name, `tasks=${which}: there is no split.json beside its journal`);
  const tasks = split[which] ?? [];
  if (tasks.length === 0) throw badSelection(name, `tasks=${which}: its split has none`);
  return new Set(tasks);
}

function nothing(own: readonly TrialRecord[], which: string, name: string): Error {
  const there = [...Map.groupBy(own, ({ parts }) => runName(parts))].map(([run, list]) => `${run} (${list.length})`);
  const of = which === "all" ? "its tasks" : `the ${which} split`;
  const problem = `no whole run of ${of} by this agent fits; its trials are ${listed(there)}. #step=NAME takes a step as it is`;
  return badSelection(name, problem);
}

function refuseSeveralModels(records: readonly TrialRecord[], name: string): void {
  const models = [...new Set(records.map(({ parts }) => parts.model))].sort();
  if (models.length > 1)
    throw badSelection(name, `its trials have several models: ${listed(models)}; choose with #model=NAME`);
}

function trialOf(record: TrialRecord): TrialReward {
  const { parts, outcome } = record;
  const note = outcome.status === "scored" ? {} : { note: `${outcome.status}: ${outcome.reason}` };
  const trial = `${runName(parts)}/${parts.index}`;
  return { task: parts.task, trial, reward: rewardOf(record), version: parts.taskDigest, ...note };
}
