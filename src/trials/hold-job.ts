import type { JobOptions } from "./job.ts";

/** Waits while the experiment is paused. What ends the job, `over`, ends the waiting too; an abort throws. */
export async function holdJob(
  { hold, signal }: Pick<JobOptions, "hold" | "signal">,
  { over }: { over: AbortSignal },
): Promise<void> {
  if (hold === undefined) return;
  try {
    await hold({ signal: AbortSignal.any([signal, over]) });
  } catch (error) {
    if (!over.aborted) throw error;
  }
}
