// The attached main process of a Daytona sandbox: its input travels as numbered files, its output as a command's does.

import { PassThrough, Writable } from "node:stream";
import { feed } from "../../lib/feed.ts";
import type { OpenedMain } from "../cloud/sandbox.ts";
import { type SpooledCommand, spoolRoot } from "../cloud/spool.ts";
import { type DaytonaBox, execute } from "./process.ts";
import { feedScript } from "./scripts.ts";

/** Of one file of input; smaller ones travel within a command. */
const pieceBytes = 1024 * 1024;
const inlineBytes = 40 * 1024;
/** Pieces that may wait inside for the process. */
const ahead = 3;

export function startMain(box: DaytonaBox, command: SpooledCommand): OpenedMain {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const gone = new AbortController();
  const input = new Input(box, command.id, AbortSignal.any([box.closed, gone.signal]));
  let kills = 0;
  box.listeners.set(command.id, (answer) => {
    kills = answer.kills;
    input.progress(answer.fed);
  });
  const running = box.runSpooled(command, {
    signal: box.closed,
    onChunk: (name, bytes) => feed(name === "stdout" ? stdout : stderr, Buffer.from(bytes)),
  });
  const close = () => {
    stdout.end();
    stderr.end();
    gone.abort(new Error("the main process has ended"));
    input.stream.destroy();
    box.listeners.delete(command.id);
  };
  const exited = running
    .then((exitCode) => ({ exitCode, outOfMemory: exitCode === 137 && kills > 0 }))
    .catch((error: unknown) => {
      if (box.closed.aborted || isGone(error)) return { exitCode: 137, outOfMemory: false };
      throw error;
    })
    .finally(close);
  exited.catch(() => undefined);
  return { main: { stdin: input.stream, stdout, stderr, exited }, close };
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "sandbox-gone";
}

class Input {
  readonly stream: Writable;
  readonly #box: DaytonaBox;
  readonly #id: string;
  readonly #signal: AbortSignal;
  /** The process is there. */
  readonly #begun = Promise.withResolvers<void>();
  #number = 0;
  #fed = 0;
  #onFed = Promise.withResolvers<void>();

  constructor(box: DaytonaBox, id: string, signal: AbortSignal) {
    this.#box = box;
    this.#id = id;
    this.#signal = signal;
    const leave = () => {
      this.#begun.resolve();
      this.#onFed.resolve();
    };
    signal.addEventListener("abort", leave, { once: true });
    const settle = (work: Promise<void>, done: (error?: Error | null) => void) => {
      work.then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    };
    this.stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => settle(this.#send(chunk), done),
      // What has gathered while a request was under way travels as one.
      writev: (chunks, done) => settle(this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer))), done),
      // One that has ended needs no end of its input.
      final: (done) =>
        void this.#end().then(
          () => done(),
          () => done(),
        ),
    });
    // Whoever writes learns of a failure from the callback; it must not end the host.
    this.stream.on("error", () => undefined);
  }

  /** How many pieces the process has taken. */
  progress(fed: number): void {
    this.#begun.resolve();
    if (fed === this.#fed) return;
    this.#fed = fed;
    this.#onFed.resolve();
    this.#onFed = Promise.withResolvers();
  }

  async #send(bytes: Buffer): Promise<void> {
    await this.#begun.promise;
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      const number = this.#number + 1;
      this.#number = number;
      const small = piece.length <= inlineBytes;
      if (!small) await this.#box.upload(`${spoolRoot}/${this.#id}/in.${number}.new`, piece, this.#signal);
      await execute(this.#box, feedScript(this.#id, number, small ? piece : "uploaded"), this.#signal);
      while (this.#fed < number - ahead) {
        this.#signal.throwIfAborted();
        await this.#onFed.promise;
      }
    }
  }

  async #end(): Promise<void> {
    await this.#begun.promise;
    await execute(this.#box, feedScript(this.#id, this.#number + 1, "end"), this.#signal);
  }
}
