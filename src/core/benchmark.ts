// The benchmark contract: a plug-in says which tasks there are, what they need, how an agent is run on one and judged.

import type { z } from "zod";
import type { ModelHandler } from "./model.ts";
import type { ImageSource, MainProcess, SandboxSpec, Session } from "./sandbox.ts";
import type { AgentEnd, TraceEvent } from "./trial.ts";

export interface Task {
  /** Stable and unique in its dataset. */
  id: string;
  /** Hex SHA-256 of everything the task's author wrote. */
  digest: string;
  instruction: string;
  agentTimeoutMs: number;
  verifierTimeoutMs: number;
  /** Has a reference solution. */
  oracle: boolean;
  /** What a reader must know of how the task was read, such as unknown keys by name. */
  notes: readonly string[];
}

/** What the task's box needs; the trial adds labels. */
export type TaskEnvironment = Omit<SandboxSpec, "labels" | "profile"> & { image: ImageSource };

export interface AgentPhase<T extends Task> {
  task: T;
  /** The task's box, lent. */
  session: Session;
  /** The agent's box, already open, its runtime waiting for the first message. */
  agent: MainProcess;
  /** agent.ts with its types stripped. */
  candidate: string;
  model: { name: string; reasoningEffort: string | null; handler: ModelHandler };
  limits: { agentTimeoutMs: number };
  onEvent: (event: TraceEvent) => void;
  signal: AbortSignal;
}

export interface Verification {
  /** null: the verifier gave none. */
  reward: number | null;
  /** The end of what the verifier printed. */
  output: string;
  notes: readonly string[];
  timedOut: boolean;
}

export interface LoadOptions {
  /** Where relative paths of the config start. */
  root: string;
  /** Ids the config leaves in; the others are not even read. */
  wanted: (id: string) => boolean;
  signal: AbortSignal;
}

export interface Benchmark<Options = unknown, T extends Task = Task> {
  readonly name: string;
  readonly options: z.ZodType<Options>;
  /** The folder of the dataset's agent's image below images/. */
  readonly agentImage: string;
  /** Throws config faults that name the task and the key. */
  load(options: Options, context: LoadOptions): Promise<T[]>;
  environment(task: T): TaskEnvironment;
  /** Runs the candidate to its end; throws infrastructure faults only. */
  run(phase: AgentPhase<T>): Promise<AgentEnd>;
  /** Applies the reference solution in place of an agent. */
  runOracle(task: T, session: Session, options: { signal: AbortSignal }): Promise<AgentEnd>;
  /** Judges the state in the task's box; throws infrastructure faults only. */
  verify(task: T, session: Session, options: { signal: AbortSignal }): Promise<Verification>;
}

export function defineBenchmark<Options, T extends Task>(benchmark: Benchmark<Options, T>): Benchmark<Options, T> {
  return benchmark;
}
