import type { Session } from "../../../core/session.ts";
import type { AgentEnd } from "../../../core/trial.ts";
import { packFolder } from "../../../lib/tar-folder.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";

/** Applies a step's solve.sh in place of an agent; its exit code is recorded, the verifier decides. */
export async function runOracle(
  { toml }: Pick<TerminalTask, "toml">,
  { solution, agentUser, agentTimeoutMs }: TaskStep,
  session: Session,
  { signal }: { signal: AbortSignal },
): Promise<AgentEnd> {
  if (solution === null) throw new Error("there is no reference solution to run");
  await session.putArchive("/", packFolder(solution, { prefix: "solution", executable: "solve.sh" }), { signal });
  // A shell runs what has no #! line too.
  const run = await session.exec(["sh", "-c", "exec /solution/solve.sh"], {
    ...{ signal, timeoutMs: agentTimeoutMs },
    env: { DEBIAN_FRONTEND: "noninteractive", ...toml.solution.env },
    ...(agentUser === undefined ? {} : { user: agentUser }),
    ...(toml.environment.workdir === undefined ? {} : { cwd: toml.environment.workdir }),
  });
  if (run.timedOut) return { how: "limit", code: "time-limit", detail: "solve.sh ran out of time" };
  const detail = run.exitCode === 0 ? "" : `solve.sh exited ${run.exitCode}: ${run.stderr.slice(-1000)}`;
  return { how: "finished", code: "oracle", detail };
}
