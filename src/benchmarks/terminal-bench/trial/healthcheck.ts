// Waits until a box says that it is ready, as a task's healthcheck counts it.

import { setTimeout as sleep } from "node:timers/promises";
import { HarnessError } from "../../../core/fault.ts";
import type { ExecOptions, Session } from "../../../core/session.ts";
import type { Healthcheck } from "../format/task-schema-parts.ts";

/** Failures while the start period lasts don't count; then `retries` in a row are too many. Throws what `unhealthy` makes. */
export async function awaitHealthy(
  session: Session,
  check: Healthcheck,
  options: Pick<ExecOptions, "signal" | "user">,
  unhealthy: (why: string) => Error,
): Promise<void> {
  const startEnds = performance.now() + check.start_period_sec * 1000;
  for (let failures = 0; ; ) {
    const starting = performance.now() < startEnds;
    const { exitCode, timedOut, stdout, stderr } = await session.exec(["sh", "-c", check.command], {
      ...options,
      timeoutMs: check.timeout_sec * 1000,
      maxOutputBytes: 4096,
    });
    if (exitCode === 0) return;
    if (!starting) failures += 1;
    if (failures >= check.retries) {
      const how = timedOut ? `took longer than ${check.timeout_sec} s` : `exited ${exitCode}`;
      const said = `${stderr}${stdout}`.trim().slice(-300);
      throw unhealthy(
        `its healthcheck failed ${check.retries} times, at last it ${how}: ${check.command.slice(0, 200)}${said === "" ? "" : ` (${said})`}`,
      );
    }
    await sleep((starting ? check.start_interval_sec : check.interval_sec) * 1000, undefined, options);
  }
}

/** Of a box that no agent has been in: another one may do better. */
export function unhealthyBox(task: string, why: string): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "box-unhealthy",
    message: `the box of ${task} did not get ready: ${why}`,
    context: { beforeAgent: true },
  });
}
