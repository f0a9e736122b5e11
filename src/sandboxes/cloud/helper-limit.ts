// How long a command of ours in a sandbox may say nothing, and last.

import { filesFailed } from "./box-faults.ts";

const silentMs = 300_000;
const lastingMs = 3_600_000;

/** Its signal is aborted with infrastructure "files-failed". Time in which a reader is waited for is not silence. */
export class HelperLimit implements Disposable {
  readonly #over = new AbortController();
  readonly #lasting: NodeJS.Timeout;
  #silence: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor() {
    this.#lasting = this.#after(lastingMs, "it goes on and on");
    this.#listen();
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Something was heard, whose reader may have to be waited for. */
  heard(read: Promise<void> | undefined): Promise<void> | undefined {
    clearTimeout(this.#silence);
    if (read !== undefined) return read.finally(() => this.#listen());
    this.#listen();
    return undefined;
  }

  #listen(): void {
    if (!this.#disposed) this.#silence = this.#after(silentMs, "it says nothing any more");
  }

  #after(milliseconds: number, why: string): NodeJS.Timeout {
    return setTimeout(() => this.#over.abort(filesFailed("run a command of ours", why)), milliseconds);
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    clearTimeout(this.#lasting);
    clearTimeout(this.#silence);
  }
}
