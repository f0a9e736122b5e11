import type { SimulationScene } from "./simulate-decision.ts";
import type { GateScene } from "./simulated-gate.ts";
import type { TaskTrials } from "./task-noise.ts";

/** By task; null for a run that the infrastructure lost. */
export type Rewards = Readonly<Record<string, number | null>>;

/** All that a plan is made from. */
export interface PlanInputs {
  experiment: string;
  label: string;
  gate: GateScene;
  scene: Pick<SimulationScene, "trials" | "concurrency">;
  trainTasks: number;
  /** Whole runs of the test split by the incumbent that no verdict looked at, oldest first. */
  unselectedRuns: readonly Rewards[];
  /** Those that won its decision. */
  selectedRuns: readonly Rewards[];
  /** The incumbent's, by task of either split; every task once, one without a trial too. */
  testTrials: readonly TaskTrials[];
  trainTrials: readonly TaskTrials[];
  /** Of the experiment, of whatever agent, as far as they have a reward. */
  trials: ReadonlyArray<{ task: string; costUsd: number | null; durationMs: number }>;
  /** Share of trials that the infrastructure lost, retries included. */
  lostShare: number;
  floor: number | null;
  /** What is left; null where there is no limit, or it is not known. */
  budgetUsd: number | null;
  maxHours: number | null;
  /** Iterations that were judged, the gate's part taken off. */
  iterations: ReadonlyArray<{ costUsd: number | null; durationMs: number }>;
  /** Simulated decisions per difference. */
  decisions: number;
}
