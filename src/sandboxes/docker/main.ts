// The attached main process: its streams over one hijacked connection that is there before the process starts.

import { type Duplex, type PassThrough, Writable } from "node:stream";
import { json } from "node:stream/consumers";
import type Dockerode from "dockerode";
import type { MainProcess } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { connectionLost, engineCall } from "./call.ts";
import { dial } from "./dial.ts";
import { demultiplex } from "./frames.ts";
import { wasOutOfMemory } from "./out-of-memory.ts";

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
  const exited = watchExit(container, streams, closed);
  exited.catch(() => undefined);
  return { stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, exited };
}

/**
 * Rejects only when the engine itself can't be asked any more, or the connection to it was lost; a container removed
 * under it was killed: 137. A process whose streams were cut off reads the end of its input and ends as if it had
 * wanted to, so how it ended is not asked then. That is told by the connection on which we wait here, which nothing in
 * the container can break; the attached one may be broken by the process.
 */
async function watchExit(
  container: Dockerode.Container,
  { stdout }: AttachedStreams,
  closed: AbortSignal,
): Promise<{ exitCode: number; outOfMemory: boolean }> {
  const killed = { exitCode: 137, outOfMemory: false };
  const options = { signal: closed, idempotent: true };
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const reject = () => lost.reject(connectionLost("ran the main process"));
  const onTrouble = () => void (stdout.writableEnded ? reject() : stdout.once("finish", reject));
  try {
    const wait = (abortSignal: AbortSignal) => waitFor(container, abortSignal);
    const waiting = engineCall("wait for the main process", wait, {
      ...{ ...options, timeoutMs: 2 ** 31 - 1, onTrouble },
    });
    const exitCode = await abortable(Promise.race([waiting, lost.promise]), closed);
    const outOfMemory = await abortable(wasOutOfMemory(container, exitCode, options), closed);
    return { exitCode, outOfMemory };
  } catch (error) {
    if (closed.aborted || isGone(error)) return killed;
    throw error;
  }
}

/** dockerode's own never settles when the connection breaks after the engine's first bytes, which come at once. */
async function waitFor(container: Dockerode.Container, abortSignal: AbortSignal): Promise<number> {
  const body = await dial(container, { path: `/containers/${container.id}/wait`, method: "POST" }, abortSignal);
  const { StatusCode } = (await json(body)) as { StatusCode: number };
  return StatusCode;
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
