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
      if (closed.aborted || isGone(error)) return { exitCode: 137, outOfMemory: false };
      throw error;
    })
    .finally(close);
  exited.catch(() => undefined);
  return { main: { stdin, stdout, stderr, exited }, close };
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "sandbox-gone";
}

/** Sends in order what is written; what has gathered while a request was under way travels as one. */
export function inputStream(parts: { send: (bytes: Buffer) => Promise<void>; end: () => Promise<void> }): Writable {
  const settle = (work: Promise<void>, done: (error?: Error | null) => void) => {
    work.then(
      () => done(),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => settle(parts.send(chunk), done),
    writev: (chunks, done) => settle(parts.send(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer))), done),
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
