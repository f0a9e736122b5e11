import type Dockerode from "dockerode";
import { engineCall } from "./call.ts";

interface Row {
  pid: string;
  parent: string;
  command: string;
}

/** Commands of a container's processes without its init and its main process; empty once it has stopped. */
export async function listProcesses(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<string[]> {
  const inspect = (abortSignal: AbortSignal) => container.inspect({ abortSignal });
  const { State } = await engineCall("look at the sandbox", inspect, { signal, idempotent: true });
  if (!State.Running) return [];
  // `start_time` sorts by nothing we need: ps lists by pid, and etimes tells the main process from later orphans.
  const top = (abortSignal: AbortSignal) => container.top({ ps_args: "-eo pid,ppid,etimes,args", abortSignal });
  const { Processes } = (await engineCall("list processes", top, { signal, idempotent: true })) as {
    Processes: string[][] | null;
  };
  const init = String(State.Pid);
  const rows = (Processes ?? []).map(([pid = "", parent = "", age = "0", ...rest]) => ({
    pid,
    parent,
    age: Number(age),
    command: rest.join(" "),
  }));
  const main = oldest(rows.filter((row) => row.parent === init));
  return rows.filter((row) => row.pid !== init && row.pid !== main?.pid).map((row) => row.command);
}

/** Init started the main process before it could adopt anything. */
function oldest<T extends Row & { age: number }>(rows: readonly T[]): T | undefined {
  return rows.toSorted((a, b) => b.age - a.age || Number(a.pid) - Number(b.pid))[0];
}
