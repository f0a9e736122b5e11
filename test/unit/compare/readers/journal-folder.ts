// An experiment's folder with a journal of its own, written as a host writes it.

import { join } from "node:path";
import type { Outcome, TrialStep } from "../../../../src/core/trial.ts";
import { openJournal } from "../../../../src/trials/journal.ts";
import { saveSplit } from "../../../../src/workspace/split.ts";
import { trialRecord } from "../../../helpers/fake-trials.ts";

export interface JournalRun {
  agent: string;
  step: TrialStep;
  decision?: string;
  /** By task; null is a void trial, "invalid" a task's own fault. */
  rewards: Readonly<Record<string, number | null | "invalid">>;
  index?: number;
  model?: string;
  /** Tells a run apart that was made again under other limits. */
  maxModelCalls?: number;
}

export interface JournalContent {
  runs: readonly JournalRun[];
  /** Decision → verdict, as the loop (it-n) or a person (hand-n) left it. */
  verdicts?: Readonly<Record<string, string>>;
  split?: { train: string[]; test: string[]; holdout?: string[] };
}

export async function writeJournal(folder: string, { runs, verdicts = {}, split }: JournalContent): Promise<void> {
  using journal = openJournal(join(folder, "journal.sqlite"), join(folder, "lock.sqlite"));
  for (const [at, run] of runs.entries()) {
    const { agent, step, decision = "", index = 0, rewards } = run;
    for (const [task, reward] of Object.entries(rewards)) {
      const record = trialRecord({ task, step, agent, decision, outcome: outcomeOf(reward) });
      const limits = { ...record.parts.limits, maxModelCalls: run.maxModelCalls ?? 50 };
      const parts = { ...record.parts, index, limits, model: run.model ?? record.parts.model };
      journal.finishTrial({ ...record, parts, key: `${at} ${task}` });
    }
  }
  for (const [decision, verdict] of Object.entries(verdicts)) {
    const value = { verdict: { decision, verdict, reason: "of the test" } };
    const [kind, number] = decision.split("-");
    journal.write(kind === "it" ? `iteration/00000${number}` : `hand/${decision}`, value);
  }
  journal.write("iteration/000099", { iteration: 99, phase: "proposing", verdict: null });
  if (split !== undefined) {
    await saveSplit(join(folder, "split.json"), { version: 1, seed: 1, train_fraction: 0.5, ...split, left_out: [] });
  }
}

function outcomeOf(reward: number | null | "invalid"): Outcome {
  if (reward === null) return { status: "void", reason: "engine gone" };
  return reward === "invalid" ? { status: "invalid", reason: "verifier broken" } : { status: "scored", reward };
}
