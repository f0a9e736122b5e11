import { z } from "zod";
import { endingSchema } from "./ending.ts";
import { sayingSchema } from "./verifier-says.ts";

const counts = z.strictObject({ passed: z.number().int(), runs: z.number().int() });

const step = z.strictObject({
  /** Where in trace.json, such as events[12]. */
  at: z.string(),
  what: z.string(),
  why: z.string(),
});

const trial = z.strictObject({
  /** Relative to the root; result.json lies beside it. */
  trace: z.string(),
  reward: z.number().nullable(),
  ending: endingSchema,
  verifier: sayingSchema,
  firstFailure: step.nullable(),
  repeated: z.array(z.strictObject({ what: z.string(), count: z.number().int(), at: z.string() })),
  unfinished: z.array(z.string()),
  /** Parts of the reward, in words. */
  parts: z.array(z.string()),
  steps: z.number().int(),
  failedSteps: z.number().int(),
  seconds: z.number(),
  modelCalls: z.number().int(),
  tokens: z.number().int(),
  costUsd: z.number().nullable(),
});

export const changes = ["fixed", "broken", "still-failing", "still-passing", "new", "missing"] as const;

const task = z.strictObject({
  task: z.string(),
  /** Mean of its trials; null where the infrastructure left none. */
  reward: z.number().nullable(),
  /** The reference's; null where it has none. */
  before: z.number().nullable(),
  change: z.enum(changes),
  /** Of this agent in all its runs of the task, and of all agents. */
  own: counts,
  all: counts,
  /** This agent has passed it and failed it. */
  flaky: z.boolean(),
  trials: z.array(trial),
});

/** `workspace/analysis.json`: the last train run, train tasks only. Texts of traces and verifiers in it are quoted. */
export const trainAnalysisSchema = z.strictObject({
  version: z.literal(1),
  /** UTC, ISO 8601. */
  at: z.string(),
  /** Digest of the agent that ran, 12 hex digits, and of the accepted one that it is compared with. */
  agent: z.string(),
  reference: z.string().nullable(),
  /** Such as "rehearsal"; "" where there is nothing to say. */
  label: z.string(),
  score: z.number().nullable(),
  clusters: z.array(z.strictObject({ end: z.string(), says: z.array(z.string()), tasks: z.array(z.string()) })),
  tasks: z.array(task),
});

export type TrainAnalysis = z.output<typeof trainAnalysisSchema>;
export type AnalysedTask = z.output<typeof task>;
export type AnalysedTrial = z.output<typeof trial>;
export type Change = AnalysedTask["change"];
