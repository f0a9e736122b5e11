// The bodies that upstream's orchestrator sends. Keys that are not named here are taken and, in the state, kept.

import { z } from "zod";

/** A task's own name and its longest message are far below. */
const taskId = z.string().min(1).max(500);
const mode = z.enum(["a-interact", "c-interact"]);
const list = z.array(z.unknown()).optional();

/** Of the keys that this side reads or writes, the types; the rest comes back as it was. */
const state = z.looseObject({
  budget_remaining: z.number().optional(),
  initial_budget: z.number().optional(),
  total_reward: z.number().optional(),
  max_turn: z.number().optional(),
  model_turns: z.number().optional(),
  phase1_completed: z.boolean().optional(),
  phase2_completed: z.boolean().optional(),
  task_done: z.boolean().optional(),
  dialogue_history: list,
  tool_trajectory: list,
});

export const initSession = z.object({
  task_id: taskId,
  mode: mode.default("a-interact"),
  state: state.default({}),
  reset: z.boolean().default(true),
});

export const runSession = z.object({
  task_id: taskId,
  mode: mode.default("a-interact"),
  message: z.string().max(1_000_000),
});

export type UpstreamState = z.output<typeof state>;
export type InitSession = z.output<typeof initSession>;
export type RunSession = z.output<typeof runSession>;
