import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { engineCall } from "./call.ts";

/** A command may close its streams before it ends: then we wait here. */
export async function exitCodeOf(
  exec: Dockerode.Exec,
  signal: AbortSignal,
  onTrouble: () => void = () => undefined,
): Promise<number> {
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 250)) {
    const inspect = (abortSignal: AbortSignal) => exec.inspect({ abortSignal });
    const state = await engineCall("read a command's exit code", inspect, {
      signal,
      idempotent: true,
      onTrouble,
    });
    if (!state.Running && state.ExitCode !== null) return state.ExitCode;
    await sleep(waitMs, undefined, { signal });
  }
}
