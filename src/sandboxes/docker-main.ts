// The attached main process: its streams over one hijacked connection that is there before the process starts.

import { type Duplex, type PassThrough, Writable } from "node:stream";
import type Dockerode from "dockerode";
import type { MainProcess } from "../core/sandbox.ts";
import { engineCall } from "./docker-call.ts";
import { demultiplex } from "./docker-frames.ts";

export interface AttachedStreams extends Disposable {
  readonly stdin: Writable;
  readonly stdout: PassThrough;
  readonly stderr: PassThrough;
}

/** Before the container starts, so that nothing is missed. */
export async function attachMain(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<AttachedStreams> {
  const flags = { stream: true, hijack: true, stdin: true, stdout: true, stderr: true };
  const attach = (abortSignal: AbortSignal) => container.attach({ ...flags, abortSignal });
  return streamsOf((await engineCall("attach to the main process", attach, { signal })) as Duplex);
}

/** Of one hijacked connection, which they own. */
export function streamsOf(socket: Duplex): AttachedStreams {
  // A connection that breaks ends the streams; what became of the process is told by `exited`.
  socket.on("error", () => undefined);
  const { stdout, stderr } = demultiplex(socket);
  const stdin = inputOf(socket);
  return {
    stdin,
    stdout,
    stderr,
    [Symbol.dispose]() {
      socket.destroy();
      stdin.destroy();
      stdout.end();
      stderr.end();
    },
  };
}

export function mainProcess(
  container: Dockerode.Container,
  streams: AttachedStreams,
  { closed }: { closed: AbortSignal },
): MainProcess {
  const exited = watchExit(container, closed);
  exited.catch(() => undefined);
  return { stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, exited };
}

/** Rejects only when the engine itself can't be asked any more; a container removed under it was killed: 137. */
async function watchExit(
  container: Dockerode.Container,
  closed: AbortSignal,
): Promise<{ exitCode: number; outOfMemory: boolean }> {
  const killed = { exitCode: 137, outOfMemory: false };
  const options = { signal: closed, idempotent: true };
  try {
    const wait = (abortSignal: AbortSignal) => container.wait({ abortSignal });
    const end: { StatusCode: number } = await engineCall("wait for the main process", wait, {
      ...options,
      timeoutMs: 2 ** 31 - 1,
    });
    const inspect = (abortSignal: AbortSignal) => container.inspect({ abortSignal });
    const { State } = await engineCall("read the main process's end", inspect, options).catch(() => ({
      State: { OOMKilled: false },
    }));
    return { exitCode: end.StatusCode, outOfMemory: State.OOMKilled };
  } catch (error) {
    if (closed.aborted || isGone(error)) return killed;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "sandbox-gone";
}

/** Only the writing half, so that whoever destroys it doesn't cut the reading half. */
function inputOf(socket: Duplex): Writable {
  const stdin = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (socket.destroyed || socket.writableEnded) done(new Error("the main process's input is closed"));
      else socket.write(chunk, done);
    },
    final: (done) => {
      if (socket.destroyed) done();
      else socket.end(() => done());
    },
  });
  // Whoever writes learns of a failure from the callback; it must not end the host.
  stdin.on("error", () => undefined);
  return stdin;
}
