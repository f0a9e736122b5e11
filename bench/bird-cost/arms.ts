/**
 * What is measured: trials whose agent.ts knows what is expected and asks no model, and trials of the agent that is
 * shipped with a model in the host that knows it; each with clones made ahead, as a command has it, and with none.
 */
export const arms = ["gold", "template", "gold-no-pool", "template-no-pool"] as const;

export type Arm = (typeof arms)[number];

/** A task, when one trial runs after the other. */
export const targetSeconds = 0.9;
/** Of the trials in a given time, those at `manyAtOnce` to those one after the other. */
export const targetGain = 1.6;
export const manyAtOnce = 6;

/** In place of a number at once: one after the other, and a trial's boxes are opened when the one before has gone. */
export const nothingAhead = 0;

export interface Request {
  /** `nothingAhead`, or how many trials at once, each with the next one's boxes opened meanwhile. */
  atOnce: number;
  /** Looks at what an agent's box holds meanwhile, which costs time. */
  weighs: boolean;
}

export interface Measured {
  /** From the job's start to the last removal. */
  wallMs: number;
  /** Medians over the trials: of the agent's phase, and from a trial's first box to its record. */
  agentMs: number;
  totalMs: number;
  /** Of containers, in MB, after the last trial. */
  memory: Record<ServiceName, number>;
  agentBoxMb: number | null;
  /** Processor seconds of all trials together. */
  cpu: CpuSeconds;
}

/** `machine`: all that ran on it, the agents' boxes, the engine and whoever else was there included. */
export type CpuSeconds = Record<ServiceName | "host" | "machine", number>;

export const serviceNames = ["postgres", "environment", "judge"] as const;

export type ServiceName = (typeof serviceNames)[number];

export interface Setup {
  tasks: number;
  mode: string;
  /** That the models take to answer, in milliseconds. */
  latencyMs: number;
}
