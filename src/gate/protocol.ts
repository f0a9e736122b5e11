// gate/1: one JSON object per line in, one out; no state between lines, no task is ever run (GATE.md, Protocol).

import { z } from "zod";

const reward = z.number().min(0).max(1).nullable();

const gateRun = z.object({ step: z.enum(["suite", "test", "recheck"]), task: z.string() });

export const gateRequest = z.object({
  protocol: z.literal("gate/1"),
  op: z.literal("decide"),
  mode: z.literal("strict-seed"),
  id: z.unknown().optional(),
  seed: z.string().default("42"),
  decision: z.string(),
  suite: z.array(z.string()).default([]),
  test: z.array(z.string()),
  /** Scores as they stand in results.tsv. */
  best: z.array(z.string().regex(/^\d+(?:\.\d+)?$/, "expected a score such as 0.5429")).default([]),
  /** The incumbent's last train results. */
  train_results: z.record(z.string(), reward).default({}),
  config: z.object({ threshold: z.number().min(0).max(1).default(0.8) }).prefault({}),
  /** A later run with the same key replaces an earlier one; runs not asked for are ignored. */
  runs: z.array(gateRun.extend({ reward })).default([]),
});

export type GateRequest = z.output<typeof gateRequest>;
export type GateRun = z.output<typeof gateRun>;

export interface GateNumbers {
  suite_rate: number;
  val_score: number;
  best: number | null;
  /** `val_score` as it is recorded: 4 decimals, half to even on the binary value. */
  record: string;
}

export type GateAnswer =
  | { action: "run"; step: GateRun["step"]; need: readonly GateRun[]; numbers: GateNumbers }
  | {
      action: "verdict";
      verdict: "accepted" | "rejected";
      /** improvement or first; suite or test. */
      reason: string;
      numbers: GateNumbers;
      promoted: readonly string[];
      suite: readonly string[];
    };

/** Answers one line; a line that can't be read is answered with what is wrong with it. */
export function answerLine(line: string, decide: (request: GateRequest) => GateAnswer): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return JSON.stringify({ action: "error", error: `not JSON: ${error instanceof Error ? error.message : error}` });
  }
  const parsed = gateRequest.safeParse(value);
  const id = value !== null && typeof value === "object" && "id" in value ? { id: value.id } : {};
  if (!parsed.success) {
    return JSON.stringify({ ...id, action: "error", error: z.prettifyError(parsed.error) });
  }
  return JSON.stringify({ ...id, ...decide(parsed.data) });
}
