/**
 * What is measured: tau2 alone in one process; the same tasks through the bridge with an agent that knows its actions;
 * the agent that is shipped, with a model in the host that knows them.
 */
export const arms = ["alone", "bridge", "template"] as const;

export type Arm = (typeof arms)[number];

/** Of the bridge's time to that of tau2 alone. */
export const targetRatio = 1.3;
/** The median turn, as the conversation in tau2's container waits for it. */
export const targetTurnMs = 5;

export interface Request {
  /** How many of the tasks, from the first. */
  tasks: number;
  atOnce: number;
}

export interface Measured {
  /** From the first conversation's start to the last reward. */
  wallMs: number;
  bridge?: Bridge;
}

export interface Bridge {
  /** Each turn of the agent's, in milliseconds. */
  turns: number[];
  memory: Memory;
}

/** In MB. */
export interface Memory {
  /** An agent's box in the middle of its conversation: the largest of some. */
  agentBox: number;
  /** tau2's container when it was ready, and how much its processes have grown at most since then. */
  driver: { ready: number; grown: number };
  /** The process that runs the trials: before the boxes were opened, and at the last reward. */
  host: { before: number; after: number };
}

export interface Setup {
  tasks: number;
  userLatencyMs: number;
}
