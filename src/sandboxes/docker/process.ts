// A process beside a container's own, with its streams attached. Its input ends with us, however we end.

import { randomBytes } from "node:crypto";
import type { Duplex, PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { HarnessError } from "../../core/fault.ts";
import type { MainProcess } from "../../core/sandbox.ts";
import type { StackProcess } from "../../core/sandbox-group.ts";
import { marker } from "../kill-script.ts";
import { engineCall, isContainerGone } from "./call.ts";
import { exitCodeOf } from "./exit-code.ts";
import { killMarked } from "./kill.ts";
import { streamsOf } from "./main.ts";

export interface StartProcessOptions {
  imageNotes: readonly string[];
  say: (line: string) => void;
  signal: AbortSignal;
}

/** For what the process does at its end, such as leaving nothing on a server. */
const endMs = 30_000;
const killedMs = 5_000;

/** Throws infrastructure faults, also where the command can't be started. */
export async function startProcess(
  container: Dockerode.Container,
  command: readonly string[],
  { imageNotes, say, signal }: StartProcessOptions,
): Promise<StackProcess> {
  const id = randomBytes(8).toString("hex");
  const create = (abortSignal: AbortSignal) =>
    container.exec({
      ...{ Cmd: [...command], AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: false },
      ...{ Env: [`${marker}=${id}`], abortSignal },
    });
  const exec = await engineCall("prepare a process", create, { signal });
  const start = (abortSignal: AbortSignal) => exec.start({ hijack: true, stdin: true, abortSignal });
  const streams = streamsOf((await engineCall("start a process", start, { signal })) as Duplex);
  const left = new AbortController();
  const exited = watchExit(exec, streams.stdout, left.signal);
  exited.catch(() => undefined);
  let disposal: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    streams.stdin.end();
    // What nobody reads any more must not hold it back.
    streams.stdout.resume();
    streams.stderr.resume();
    const ended = exited.then(
      () => true,
      () => true,
    );
    const within = async (milliseconds: number) =>
      await Promise.race([ended, sleep(milliseconds, false, { ref: false })]);
    if (!(await within(endMs))) {
      await killMarked(container, id, { user: undefined, say });
      await within(killedMs);
    }
    left.abort(new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message: "The process was left." }));
    streams[Symbol.dispose]();
  };
  return {
    main: { stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, exited },
    imageNotes,
    [Symbol.asyncDispose]: async () => {
      disposal ??= end();
      await disposal;
    },
  };
}

/** Rejects only when the engine itself can't be asked any more. A container that is gone took its processes along. */
async function watchExit(exec: Dockerode.Exec, stdout: PassThrough, signal: AbortSignal): MainProcess["exited"] {
  const killed = { exitCode: 137, outOfMemory: false };
  await new Promise<void>((resolve) => {
    // All that came is there to be read; whether somebody reads it is another matter.
    stdout.once("finish", resolve).once("close", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  try {
    return { exitCode: await exitCodeOf(exec, signal), outOfMemory: false };
  } catch (error) {
    if (signal.aborted || isContainerGone(error) || isStopped(error)) return killed;
    throw error;
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof HarnessError && (error.code === "sandbox-gone" || error.code === "sandbox-stopped");
}
