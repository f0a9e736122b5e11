// A recorded trial: its channel and its reward. No times and no box names: the same trial gives the same text.

import { z } from "zod";
import type { AgentEnd, TrialKeyParts, TrialRecord } from "../core/trial.ts";

export type CassetteSplit = "train" | "test";

/** One thing that the box asked of the host, and what it was told. */
export interface RecordedCall {
  /** model, exec, upload, download, turn, tool. */
  method: string;
  params: unknown;
  body: Uint8Array;
  /** null: the box hung up, or the phase was over, before there was one. */
  answer: RecordedAnswer | null;
}

export type RecordedAnswer =
  | {
      result: unknown;
      body: Uint8Array;
      /** whole; cut: nobody waited for the rest of the body; else the error that the body broke off with. */
      end: "whole" | "cut" | CallFailure;
    }
  | { error: CallFailure };

export interface CallFailure {
  code: string;
  message: string;
}

/** What happened to which call (0-based), in the order in which the host saw it. An answer counts from its first byte. */
export interface TapeEvent {
  kind: "ask" | "answer";
  call: number;
}

export interface Tape {
  /** What the interface was started with; the candidate's code is kept apart. */
  start: Readonly<Record<string, unknown>>;
  calls: readonly RecordedCall[];
  events: readonly TapeEvent[];
  /** What the box itself said of its end; null where the host or the engine ended it. */
  boxEnd: Pick<AgentEnd, "how" | "code"> | null;
}

export interface Cassette extends Tape, Pick<TrialRecord, "parts" | "agentEnd" | "notes"> {
  split: CassetteSplit;
  reward: number;
  /** Counts and US dollars. */
  usage: z.output<typeof usageSchema>;
}

/** Of Usage what is the same when the same is asked again: no times. */
export const usageSchema = z.strictObject({
  ...{ calls: z.number(), refused: z.number(), inputTokens: z.number(), cachedTokens: z.number() },
  ...{ outputTokens: z.number(), costUsd: z.number().exactOptional() },
});

export const keyPartsSchema = z.object({
  benchmark: z.string(),
  task: z.string(),
  taskDigest: z.string(),
  agent: z.string(),
  agentImage: z.string(),
  environment: z.string(),
  model: z.string(),
  reasoningEffort: z.string().nullable(),
  upstream: z.string(),
  user: z.object({ model: z.string(), upstream: z.string() }).exactOptional(),
  limits: z.object({
    agentTimeoutMs: z.number(),
    verifierTimeoutMs: z.number(),
    maxModelCalls: z.number(),
    maxOutputTokens: z.number().nullable(),
    maxCostUsd: z.number().nullable(),
  }),
  verification: z.string(),
  step: z.enum([
    ...["baseline", "train", "suite", "test", "fresh", "score", "recheck", "screen", "claim", "noise", "check"],
  ] as const),
  decision: z.string(),
  index: z.int().min(0),
}) satisfies z.ZodType<TrialKeyParts>;
