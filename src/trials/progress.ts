// How far the job under way is, in the journal, for those who look on from another process.

import { z } from "zod";
import type { JobEvent } from "./job.ts";
import type { Journal } from "./journal.ts";

const progressSchema = z.object({
  version: z.literal(1),
  /** Its name: a step, or a decision. */
  job: z.string(),
  /** Trials that have ended, those that an earlier run had paid among them. */
  done: z.number().int().min(0),
  /** Trials that it needs, so far as is known. */
  total: z.number().int().min(0),
  /** Trials that have begun and not ended. */
  underWay: z.number().int().min(0),
});

export type Progress = z.output<typeof progressSchema>;

const name = "progress";
const counted: ReadonlySet<string> = new Set(["job-start", "trial-start", "trial-end"]);

/** Events of other kinds than a job's begin and its trials' change nothing. */
export function noteProgress(journal: Pick<Journal, "read" | "write">, event: { type: string } | JobEvent): void {
  if (!counted.has(event.type)) return;
  const next = nextProgress(readProgress(journal), event);
  if (next !== null) journal.write(name, next);
}

function nextProgress(before: Progress | null, event: { type: string } | JobEvent): Progress | null {
  if (event.type === "job-start" && "trials" in event) {
    return { version: 1, job: event.job, done: 0, total: event.trials, underWay: 0 };
  }
  if (before === null) return null;
  if (event.type === "trial-start") return { ...before, underWay: before.underWay + 1 };
  if (event.type === "trial-end" && "done" in event) {
    const { done, total, cached } = event;
    return { ...before, done, total, underWay: Math.max(0, before.underWay - (cached ? 0 : 1)) };
  }
  return null;
}

/** Of the last job, which may have ended; null where none has begun. */
export function readProgress(journal: Pick<Journal, "read">): Progress | null {
  return progressSchema.safeParse(journal.read(name)).data ?? null;
}
