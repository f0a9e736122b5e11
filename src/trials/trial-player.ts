// What gives trials their recorded ends instead of running them, where a night is replayed. It arrives as an argument.

import type { TrialRecord } from "../core/trial.ts";
import type { TrialPlan } from "./trial-context.ts";

export type PlayedTrial = Pick<TrialRecord, "outcome" | "agentEnd" | "usage" | "notes">;

export interface TrialPlayer {
  /** Where the trial's end stands among all recorded ones, 0-based; null: it was not recorded. */
  orderOf(plan: TrialPlan): number | null;
  /**
   * How the trial ended when it was recorded, once its agent has asked for the same as then. Throws config
   * "replay-diverged" where it has not, "cassette-missing", infrastructure faults of the agent's box, and aborts.
   */
  play(plan: TrialPlan, options: { signal: AbortSignal }): Promise<PlayedTrial>;
}
