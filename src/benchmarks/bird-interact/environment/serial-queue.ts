import { abortable } from "../../../lib/abortable.ts";

/** One thing at a time, in the order of asking; urgent ones before the rest. */
export class SerialQueue {
  readonly #urgent: Array<() => Promise<void>> = [];
  readonly #waiting: Array<() => Promise<void>> = [];
  #running: Promise<void> | undefined;

  /** Rejects as `work` does. One whose signal is aborted before its turn is never started. */
  async run<T>(
    work: () => Promise<T>,
    { signal, urgent = false }: { signal: AbortSignal; urgent?: boolean },
  ): Promise<T> {
    signal.throwIfAborted();
    const done = Promise.withResolvers<T>();
    (urgent ? this.#urgent : this.#waiting).push(async () => {
      try {
        signal.throwIfAborted();
        done.resolve(await work());
      } catch (error) {
        done.reject(error);
      }
    });
    this.#running ??= this.#drain();
    return await abortable(done.promise, signal);
  }

  /** Settles when nothing waits or runs. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    for (;;) {
      const next = this.#urgent.shift() ?? this.#waiting.shift();
      if (next === undefined) break;
      await next();
    }
    this.#running = undefined;
  }
}
