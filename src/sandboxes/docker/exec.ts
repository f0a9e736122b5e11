// One command in a container: create, start, read, one look at its exit code.

import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import type { ExecOptions, ExecResult } from "../../core/session.ts";
import { abortable } from "../../lib/abortable.ts";
import { isConnectionTrouble } from "../../lib/retry.ts";
import { CommandOutput } from "../capped-output.ts";
import { marker } from "../kill-script.ts";
import { unstartable } from "../unstartable.ts";
import { connectionLost, engineCall, messageOf } from "./call.ts";
import { exitCodeOf } from "./exit-code.ts";
import { readFrames } from "./frames.ts";
import { killMarked } from "./kill.ts";

/** For the streams to end after a kill. */
const graceMs = 3_000;
/** For a start under way: the engine goes on with it also where nobody waits for its answer. */
const startGraceMs = 10_000;

/**
 * A command that cannot be started (no such program, folder or user) is a result with exit code 126, as a shell's
 * would be: what is inside the sandbox is its owner's doing. A child left in the background that holds the
 * command's streams keeps them open for two seconds more; the engine then closes them.
 */
export async function runExec(
  container: Dockerode.Container,
  command: string | readonly string[],
  options: ExecOptions,
  { say, closed }: { say: (line: string) => void; closed: AbortSignal },
): Promise<ExecResult> {
  const { signal, timeoutMs, maxOutputBytes } = options;
  signal.throwIfAborted();
  closed.throwIfAborted();
  const id = randomBytes(8).toString("hex");
  const deadline = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const until = AbortSignal.any([signal, closed, ...(deadline === undefined ? [] : [deadline])]);
  const output = new CommandOutput(maxOutputBytes);
  const refused = unstartable(command, options.env ?? {}, output);
  if (refused !== undefined) return refused;
  let exec: Dockerode.Exec | undefined;
  let starting: Promise<Readable> | undefined;
  let reading: Promise<void> | undefined;
  const leave = () => void starting?.then((stream) => stream.destroy()).catch(() => undefined);
  try {
    exec = await createExec(container, command, options, id, until);
    starting = startExec(exec, closed);
    reading = starting.then((stream) =>
      readFrames(stream, (name, chunk) => {
        output[name].write(chunk);
        return undefined;
      }),
    );
    await abortable(reading, until);
    let troubled = false;
    const exitCode = await exitCodeOf(exec, until, () => {
      troubled = true;
    });
    // A stream that was cut off looks like one that has ended.
    if (troubled) throw connectionLost("ran a command");
    return output.result(exitCode, false);
  } catch (error) {
    if (!until.aborted) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw isConnectionTrouble(error) ? connectionLost("ran a command", error) : error;
      output.stderr.write(Buffer.from(refusal));
      return output.result(126, false);
    }
    if (closed.aborted) {
      leave();
      throw closed.reason;
    }
    // What is about to start can only be killed once it is there.
    await Promise.race([starting?.catch(() => undefined), sleep(startGraceMs, undefined, { ref: false })]);
    if (exec !== undefined) await killMarked(container, id, { user: options.user, say });
    if (reading !== undefined) await Promise.race([reading.catch(() => undefined), sleep(graceMs)]);
    leave();
    signal.throwIfAborted();
    return output.result(null, true);
  }
}

async function createExec(
  container: Dockerode.Container,
  command: string | readonly string[],
  { user, cwd, env = {} }: ExecOptions,
  id: string,
  signal: AbortSignal,
): Promise<Dockerode.Exec> {
  const create = (abortSignal: AbortSignal) =>
    container.exec({
      Cmd: typeof command === "string" ? ["sh", "-c", command] : [...command],
      AttachStdout: true,
      AttachStderr: true,
      Env: [...Object.entries(env).map(([name, value]) => `${name}=${value}`), `${marker}=${id}`],
      ...(user === undefined ? {} : { User: user }),
      ...(cwd === undefined ? {} : { WorkingDir: cwd }),
      abortSignal,
    });
  return await engineCall("run a command", create, { signal });
}

async function startExec(exec: Dockerode.Exec, signal: AbortSignal): Promise<Readable> {
  return await engineCall("run a command", (abortSignal) => exec.start({ abortSignal }), { signal });
}

function refusalOf(error: unknown): string | undefined {
  const message = messageOf(error);
  const refused =
    /OCI runtime exec failed|unable to find user|no matching entries in (?:passwd|group)|executable file/i;
  return refused.test(message) ? message.replace(/^\(HTTP code \d+\) [^-]*- /, "") : undefined;
}
