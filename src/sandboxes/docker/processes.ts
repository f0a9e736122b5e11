import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { engineCall } from "./call.ts";

interface Row {
  pid: string;
  parent: string;
  age: number;
  /** As ps says it; zombies begin with Z. */
  state: string;
  command: string;
}

/** For one that was killed to be gone: on a busy machine it takes its turn. */
const longestWaitMs = 640;

/**
 * Commands of a container's processes without its init and its main process; empty once it has stopped. One that was just
 * killed may still be there, without a command line: there is another look then. Whoever hides his own stays.
 */
export async function listProcesses(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<string[]> {
  let rows = await look(container, signal);
  for (let waitMs = 40; rows.some(mayBeEnding) && waitMs <= longestWaitMs; waitMs *= 2) {
    await sleep(waitMs, undefined, { signal });
    rows = await look(container, signal);
  }
  return rows.map(({ command }) => command);
}

/** ps puts a name in brackets where there is no command line. */
function mayBeEnding({ command }: Row): boolean {
  return /^\[.*\]$/.test(command);
}

async function look(container: Dockerode.Container, signal: AbortSignal): Promise<Row[]> {
  const inspect = (abortSignal: AbortSignal) => container.inspect({ abortSignal });
  const { State } = await engineCall("look at the sandbox", inspect, { signal, idempotent: true });
  if (!State.Running) return [];
  // `start_time` sorts by nothing we need: ps lists by pid, and etimes tells the main process from later orphans.
  const top = (abortSignal: AbortSignal) => container.top({ ps_args: "-eo pid,ppid,etimes,stat,args", abortSignal });
  const { Processes } = (await engineCall("list processes", top, { signal, idempotent: true })) as {
    Processes: string[][] | null;
  };
  const init = String(State.Pid);
  const rows = (Processes ?? []).map(([pid = "", parent = "", age = "0", state = "", ...rest]) => ({
    ...{ pid, parent, age: Number(age), state },
    command: rest.join(" "),
  }));
  const main = oldest(rows.filter((row) => row.parent === init));
  return rows.filter(({ pid, state }) => pid !== init && pid !== main?.pid && !state.startsWith("Z"));
}

/** Init started the main process before it could adopt anything. */
function oldest(rows: readonly Row[]): Row | undefined {
  return rows.toSorted((a, b) => b.age - a.age || Number(a.pid) - Number(b.pid))[0];
}
