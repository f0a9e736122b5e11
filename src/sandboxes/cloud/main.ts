// The attached main process of a sandbox at a cloud: a spooled command whose output is heard and whose input is sent.

import { PassThrough, Writable } from "node:stream";
import { feed } from "../../lib/feed.ts";
import type { CloudBox } from "./box.ts";
import type { OpenedMain } from "./sandbox.ts";
import type { SpooledCommand } from "./spool.ts";

export interface AttachedMainParts {
  /** The stream of its input; the signal is aborted when the process has ended. */
  openInput: (signal: AbortSignal) => Writable;
  /** Whether it was killed for want of memory, where it was killed. */
  wasShort: () => boolean | Promise<boolean>;
  onClose?: () => void;
}

export function attachMain(
  box: CloudBox,
  command: SpooledCommand,
  { openInput, wasShort, onClose }: AttachedMainParts,
): OpenedMain {
  const { closed } = box;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const gone = new AbortController();
  const stdin = openInput(AbortSignal.any([closed, gone.signal]));
  const close = () => {
    stdout.end();
    stderr.end();
    gone.abort(new Error("the main process has ended"));
    stdin.destroy();
    onClose?.();
  };
  const running = box.runSpooled(command, {
    signal: closed,
    onChunk: (name, bytes) => feed(name === "stdout" ? stdout : stderr, Buffer.from(bytes)),
  });
  const exited = running
    .then(async (exitCode) => ({ exitCode, outOfMemory: exitCode === 137 && (await wasShort()) }))
    .catch((error: unknown) => {
      // One that the service has lost was nobody's doing in there: no end of a process.
      if (closed.aborted) return { exitCode: 137, outOfMemory: false };
      throw error;
    })
    .finally(close);
  exited.catch(() => undefined);
  return { main: { stdin, stdout, stderr, exited }, close };
}

/**
 * Sends in order what is written; what was written in the same turn, or has gathered while a request was under way,
 * travels as one: a message of the channel is several writes.
 */
export function inputStream(parts: { send: (bytes: Buffer) => Promise<void>; end: () => Promise<void> }): Writable {
  let held: Buffer | undefined;
  const settle = (work: Promise<void>, done: (error?: Error | null) => void) => {
    work.then(
      () => done(),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
  const sendAll = (chunks: readonly Buffer[], done: (error?: Error | null) => void) => {
    const all = held === undefined ? chunks : [held, ...chunks];
    held = undefined;
    settle(parts.send(all.length === 1 && all[0] !== undefined ? all[0] : Buffer.concat(all)), done);
  };
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (held !== undefined) sendAll([chunk], done);
      else {
        setImmediate(() => {
          if (stream.writableLength === chunk.length) sendAll([chunk], done);
          else {
            // More was written meanwhile: it comes next.
            held = chunk;
            done();
          }
        });
      }
    },
    writev: (chunks, done) =>
      sendAll(
        chunks.map(({ chunk }) => chunk as Buffer),
        done,
      ),
    // A process that has ended needs no end of its input.
    final: (done) =>
      void parts.end().then(
        () => done(),
        () => done(),
      ),
  });
  // Whoever writes learns of a failure from the callback; it must not end the host.
  stream.on("error", () => undefined);
  return stream;
}
