import type { JobOptions } from "./job.ts";
import type { ProviderWatch } from "./provider-watch.ts";

/**
 * Waits while the experiment is paused or its provider is lost. What ends the job, `over`, ends the waiting too; an
 * abort throws, and so does a provider that is given up.
 */
export async function holdJob(
  { hold, signal }: Pick<JobOptions, "hold" | "signal">,
  { over, watch }: { over: AbortSignal; watch: ProviderWatch | undefined },
): Promise<void> {
  const lost = () => watch !== undefined && !watch.serves;
  if (hold === undefined && !lost()) return;
  const until = { signal: AbortSignal.any([signal, over]) };
  try {
    do await hold?.(until);
    while (lost() && (await watch?.ready(until)) === true);
  } catch (error) {
    if (!over.aborted) throw error;
  }
}
