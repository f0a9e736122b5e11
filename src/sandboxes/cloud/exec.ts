import { setTimeout as sleep } from "node:timers/promises";
import type { ExecOptions, ExecResult } from "../../core/session.ts";
import { abortable } from "../../lib/abortable.ts";
import { CommandOutput, defaultOutputBytes } from "../capped-output.ts";
import { unstartable } from "../unstartable.ts";
import { type CloudBox, newId } from "./box.ts";
import { killSpooled } from "./kill.ts";

/** What commands get where nothing else is said. */
export interface CloudDefaults {
  /** "" is root. */
  user: string;
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** No capabilities. */
  bare: boolean;
}

/** For a stream to end after a kill. */
const graceMs = 10_000;

export async function runExec(
  box: CloudBox,
  command: string | readonly string[],
  { signal, timeoutMs, user, cwd, env = {}, maxOutputBytes = defaultOutputBytes }: ExecOptions,
  { defaults, say }: { defaults: CloudDefaults; say: (line: string) => void },
): Promise<ExecResult> {
  const { closed } = box;
  signal.throwIfAborted();
  closed.throwIfAborted();
  const id = newId();
  const output = new CommandOutput(maxOutputBytes);
  const refused = unstartable(command, env, output);
  if (refused !== undefined) return refused;
  const deadline = timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)];
  const until = AbortSignal.any([signal, closed, ...deadline]);
  const enough = new AbortController();
  const spooled = {
    id,
    command: typeof command === "string" ? ["sh", "-c", command] : command,
    ...{ user: user ?? defaults.user, cwd: cwd ?? defaults.cwd, env: { ...defaults.env, ...env } },
    ...{ bare: defaults.bare, stdin: false, ends: Math.max(2, maxOutputBytes) },
  };
  const running = box.runSpooled(spooled, {
    signal: AbortSignal.any([closed, enough.signal]),
    onChunk: (name, bytes) => {
      output[name].write(bytes);
      return undefined;
    },
    onDropped: (name, bytes) => output[name].skip(bytes),
  });
  try {
    return output.result(await abortable(running, until), false);
  } catch (error) {
    if (!until.aborted) throw error;
    if (closed.aborted) throw closed.reason;
    await killSpooled(box, id, say);
    await Promise.race([running.catch(() => undefined), sleep(graceMs)]);
    enough.abort(new Error("nobody waits for this command any more"));
    signal.throwIfAborted();
    return output.result(null, true);
  }
}
