import { z } from "zod";
import { signalKinds } from "../analysis/finding.ts";
import { predictionSchema, statementSchema } from "./statement.ts";

export const verdictSchema = z.object({
  decision: z.string(),
  verdict: z.enum(["accepted", "rejected", "inconclusive"]),
  /**
   * Of the default gate: improvement; suite, harm, futility, no-difference; missing, suite-missing, undecided. Of
   * strict-seed: improvement or first; suite or test. Where the gate was not asked: no-edit, no-change,
   * forbidden-file, syntax-error, duplicate, no-flip, coding-agent-failed. Of a removal: no-worse, harm, suite. budget
   * where the money ran out in the middle.
   */
  reason: z.string(),
  detail: z.string(),
  /**
   * Mean reward on the test split, unrounded. Default gate: of the new incumbent's fresh run, null without an
   * acceptance. strict-seed: of the candidate's run, null when there was none.
   */
  valScore: z.number().nullable(),
  /** strict-seed: the best score recorded so far. Default gate: the incumbent's mean over its history. */
  best: z.number().nullable(),
  /** Default gate: candidate less incumbent over the runs that decided, -1..1; selected, hence optimistic. */
  estimate: z.number().nullable().default(null),
  pUp: z.number().nullable().default(null),
  /** 0..7: the look that decided. */
  look: z.number().int().nullable().default(null),
  /** Static signals that are new, by kind, so far as a coding agent may know of them. */
  signals: z
    .array(z.object({ audience: z.literal("coding-agent"), kind: z.enum(signalKinds), count: z.number().int() }))
    .default([]),
  /** Suite tasks that failed every strike. */
  regressed: z.array(z.string()).default([]),
  suitePassed: z.number().int(),
  suiteTotal: z.number().int(),
  promoted: z.array(z.string()),
  /** Suite tasks that turned out to pass by luck, and left. */
  quarantined: z.array(z.string()).default([]),
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
  /** What the coding agent said of its candidate. */
  statement: statementSchema.nullable().default(null),
  /** What came of it; null where nothing was judged. */
  prediction: predictionSchema.nullable().default(null),
  /** agent.ts as frozen. */
  candidate: z.string().nullable(),
  verdict: verdictSchema.nullable(),
  /** Mean reward on the train split of the accepted candidate. */
  trainScore: z.number().nullable(),
  commit: z.string().nullable(),
  /** Money of the iteration as a whole, the coding agent's included; null when a price is unknown. */
  costUsd: z.number().nullable(),
  /** Milliseconds in which the iteration's calls waited for their provider, added up over trials. */
  throttledMs: z.number().default(0),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});

export type IterationRecord = z.output<typeof iterationSchema>;

/** Of an iteration whose host was killed while its candidate was judged: nobody could say more. */
export const cutOffSummary = "(judged after its session was cut off)";

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
    ...{ estimate: null, pUp: null, look: null, regressed: [], quarantined: [], signals: [] },
    ...{ suitePassed: 0, suiteTotal: 0, promoted: [], runs: 0, costUsd: 0, durationMs: 0 },
  };
}
