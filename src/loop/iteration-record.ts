import { z } from "zod";

export const verdictSchema = z.object({
  decision: z.string(),
  verdict: z.enum(["accepted", "rejected", "inconclusive"]),
  /**
   * improvement or first; suite or test; or, where nothing was run: no-edit, forbidden-file, syntax-error,
   * coding-agent-failed; budget where the money ran out in the middle.
   */
  reason: z.string(),
  detail: z.string(),
  /** Mean reward of the candidate on the test split, unrounded; null when it was not run. */
  valScore: z.number().nullable(),
  best: z.number().nullable(),
  suitePassed: z.number().int(),
  suiteTotal: z.number().int(),
  promoted: z.array(z.string()),
  /** Trials that the decision asked for, and what they cost. */
  runs: z.number().int(),
  costUsd: z.number().nullable(),
  durationMs: z.number(),
});

/** What the gate says of one candidate. Names train tasks only. */
export type Verdict = z.output<typeof verdictSchema>;

export const iterationSchema = z.object({
  version: z.literal(1),
  iteration: z.number().int().min(1),
  /** proposing: the coding agent works; gating: the candidate is frozen; done: recorded. */
  phase: z.enum(["proposing", "gating", "done"]),
  summary: z.string(),
  /** agent.ts as frozen. */
  candidate: z.string().nullable(),
  verdict: verdictSchema.nullable(),
  /** Mean reward on the train split of the accepted candidate. */
  trainScore: z.number().nullable(),
  commit: z.string().nullable(),
  /** Money of the iteration as a whole, the coding agent's included; null when a price is unknown. */
  costUsd: z.number().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});

export type IterationRecord = z.output<typeof iterationSchema>;

const prefix = "iteration/";

export function iterationName(iteration: number): string {
  return `${prefix}${String(iteration).padStart(6, "0")}`;
}

/** All iterations of an experiment, first to last. */
export function readIterations(journal: { list(prefix: string): Array<{ value: unknown }> }): IterationRecord[] {
  return journal.list(prefix).map(({ value }) => iterationSchema.parse(value));
}

/** A verdict that cost no trial. */
export function refusal(decision: string, reason: string, detail: string): Verdict {
  return {
    ...{ decision, verdict: "rejected", reason, detail, valScore: null, best: null },
    ...{ suitePassed: 0, suiteTotal: 0, promoted: [], runs: 0, costUsd: 0, durationMs: 0 },
  };
}
