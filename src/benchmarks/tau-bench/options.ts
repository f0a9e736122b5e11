// The keys of the config that only tau-bench has.

import { z } from "zod";

export const tauOptions = z.strictObject({
  domain: z.enum(["retail", "airline", "telecom"]).meta({
    description: "Which of tau2's domains: its tasks, tools and policy.",
    examples: ["retail"],
  }),
  max_steps: z.number().int().min(1).max(10_000).default(200).meta({
    description: "Steps of one conversation: messages and tool results of both sides. Then it ends with reward 0.",
  }),
  max_errors: z.number().int().min(1).max(10_000).default(10).meta({
    description: "Tool errors of one conversation. Then it ends with reward 0.",
  }),
  trial_seed: z.number().int().min(0).default(300).meta({
    description:
      "Seed of the conversations: trial number k of a task gets tau2's k-th draw from it. 300 is tau2's own.",
  }),
  verified: z.boolean().default(false).meta({
    description: "Leave out the tasks known to be wrong in this data version.",
  }),
  turn_timeout_sec: z.number().positive().max(86_400).default(300).meta({
    description: "Seconds the agent may take for one turn.",
  }),
});

export type TauOptions = z.output<typeof tauOptions>;
