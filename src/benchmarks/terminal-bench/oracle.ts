import { join } from "node:path";
import type { Session } from "../../core/sandbox.ts";
import type { AgentEnd } from "../../core/trial.ts";
import { packFolder } from "../../lib/tar-folder.ts";
import type { TerminalTask } from "./load-task.ts";

/** Applies solution/solve.sh in place of an agent; its exit code is recorded, the verifier decides. */
export async function runOracle(
  task: TerminalTask,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<AgentEnd> {
  await session.putArchive("/", packFolder(join(task.folder, "solution"), { prefix: "solution" }), { signal });
  const run = await session.exec(["sh", "-c", "chmod +x /solution/solve.sh && exec /solution/solve.sh"], {
    signal,
    timeoutMs: task.agentTimeoutMs,
    env: task.toml.solution.env,
    ...(task.toml.environment.workdir === undefined ? {} : { cwd: task.toml.environment.workdir }),
  });
  if (run.timedOut) return { how: "limit", code: "time-limit", detail: "solve.sh ran out of time" };
  return {
    how: "finished",
    code: "oracle",
    detail: run.exitCode === 0 ? "" : `solve.sh exited ${run.exitCode}: ${run.stderr.slice(-1000)}`,
  };
}
