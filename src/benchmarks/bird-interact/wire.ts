// What the host and the environment say to each other. The environment is ours and trusted; what it is asked on behalf
// of an agent is checked there.

import { z } from "zod";

/** How a session begins for the agent: nothing else of the task reaches its box. */
export const opened = z.object({
  database: z.string(),
  start: z.object({ mode: z.string(), message: z.string(), state: z.record(z.string(), z.unknown()) }),
});

export const toolAnswer = z.object({
  /** What the agent sees. */
  result: z.union([z.string(), z.record(z.string(), z.unknown())]),
  /** Coins. */
  cost: z.number(),
  budgetBefore: z.number(),
  budgetAfter: z.number(),
  refused: z.string().nullable(),
  ended: z.boolean(),
});

export const turnAnswer = z.union([
  z.object({ message: z.string() }),
  z.object({ done: z.literal(true), why: z.string() }),
]);

const phase = z.object({ passed: z.boolean(), after: z.enum(["first", "debug"]).nullable() });

export const score = z.object({
  reward: z.number().min(0).max(1),
  phase1: phase,
  phase2: phase,
  /** Of each phase that the task has: rows or test-cases. */
  basis: z.array(z.string()),
  budgetUsed: z.number(),
  toolCalls: z.number().int(),
  questions: z.number().int(),
  submissions: z.number().int(),
  notes: z.array(z.string()),
});

export const record = z.object({
  dialogue: z.array(z.object({ role: z.string(), content: z.string() })),
  trajectory: z.array(z.record(z.string(), z.unknown())),
});

export const ready = z.object({ protocol: z.literal(1) });

export const setUp = z.object({
  tasks: z.number().int(),
  databases: z.number().int(),
  versions: z.object({ postgres: z.string(), promptPack: z.string(), digest: z.string() }),
});

export type Opened = z.output<typeof opened>;
export type ToolAnswer = z.output<typeof toolAnswer>;
export type TurnAnswer = z.output<typeof turnAnswer>;
export type Score = z.output<typeof score>;
export type SessionRecord = z.output<typeof record>;
