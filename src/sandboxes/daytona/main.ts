// The attached main process of a Daytona sandbox: its input travels as numbered files, its output as a command's does.

import type { Writable } from "node:stream";
import { attachMain, inputStream } from "../cloud/main.ts";
import type { OpenedMain } from "../cloud/sandbox.ts";
import type { SpooledCommand } from "../cloud/spool.ts";
import { spoolRoot } from "../cloud/spool-folder.ts";
import { type DaytonaBox, execute } from "./process.ts";
import { feedScript } from "./scripts.ts";

/** Of one file of input; smaller ones travel within a command. */
const pieceBytes = 1024 * 1024;
const inlineBytes = 40 * 1024;
/** Pieces that may wait inside for the process. */
const ahead = 3;

export function startMain(box: DaytonaBox, command: SpooledCommand): OpenedMain {
  let kills = 0;
  return attachMain(box, command, {
    openInput: (signal) => {
      const input = new Input(box, command.id, signal);
      box.listeners.set(command.id, (answer) => {
        kills = answer.kills;
        input.progress(answer.fed);
      });
      return input.stream;
    },
    wasShort: () => kills > 0,
    onClose: () => void box.listeners.delete(command.id),
  });
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
    this.stream = inputStream({
      send: async (bytes) => await this.#send(bytes),
      end: async () => await this.#end(),
    });
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
