// What keeps a trial's channel for later, where somebody asked for it. It arrives as an argument.

import type { MainProcess } from "../core/sandbox.ts";
import type { TrialRecord } from "../core/trial.ts";
import type { TrialPlan } from "./trial-context.ts";

export interface TrialRecorder {
  /** null: this trial is not to be kept. */
  begin(plan: TrialPlan): TrialRecording | null;
}

export interface TrialRecording {
  /** The same process, watched. Called for each execution of the trial: the last one counts. */
  watch(main: MainProcess): MainProcess;
  /** The trial is in the journal. Never throws: what can't be kept is said, and the trial stands. */
  finish(record: TrialRecord): Promise<void>;
}
