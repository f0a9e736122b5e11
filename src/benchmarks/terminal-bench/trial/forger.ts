import type { Session } from "../../../core/session.ts";
import type { AgentEnd } from "../../../core/trial.ts";

/** Where verifiers write their reward, or may look for one. */
const places = ["/logs", "/logs/verifier", "/logs/agent", "/logs/artifacts", "/tests", "/app", "/tmp", "/root", "."];

const plant = `for place in ${places.join(" ")}; do
  case $place in /logs/*|/tests) mkdir -p $place;; esac
  [ -d $place ] && echo 1 > $place/reward.txt && echo '{"reward": 1}' > $place/reward.json
done; true`;

/** Writes the reward wherever a verifier may leave or find it, and does nothing of the task. */
export async function runForger(
  session: Session,
  { workdir, signal }: { workdir: string | undefined; signal: AbortSignal },
): Promise<AgentEnd> {
  const cwd = workdir === undefined ? {} : { cwd: workdir };
  const { exitCode, stderr } = await session.exec(plant, { signal, timeoutMs: 60_000, user: "0", ...cwd });
  const detail = exitCode === 0 ? "" : `the reward could not be written: ${stderr.slice(-500)}`;
  return { how: "finished", code: "forger", detail };
}
