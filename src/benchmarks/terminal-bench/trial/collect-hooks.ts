// Commands that a task has run in its services once the agent is gone: they put into files what lives in memory.

import type { Session } from "../../../core/session.ts";
import type { CollectHook } from "../format/task-schema-parts.ts";

/** One that fails stops nothing, as in Harbor; it is noted. */
export async function runCollectHooks(
  hooks: readonly CollectHook[],
  sessionOf: (service: string) => Session,
  { signal }: { signal: AbortSignal },
): Promise<string[]> {
  const notes: string[] = [];
  for (const { command, service, timeout_sec: seconds, user } of hooks) {
    const run = await sessionOf(service).exec(["sh", "-c", command], {
      ...{ signal, timeoutMs: seconds * 1000, maxOutputBytes: 4096 },
      ...(user === undefined ? {} : { user: String(user) }),
    });
    if (run.exitCode === 0) continue;
    const how = run.timedOut ? `took longer than ${seconds} s` : `exited ${run.exitCode}`;
    notes.push(`collect hook in ${service} ${how}: ${command.slice(0, 100)}`);
  }
  return notes;
}
