// One execution per key however many ask for it at once; its result is kept, its failure is not.

import { abortable } from "../lib/abortable.ts";

interface Entry<T> {
  promise: Promise<T>;
  controller: AbortController;
  waiting: number;
  settled: boolean;
  listeners: Set<(line: string) => void>;
}

export type KeyedStart<T> = (context: { signal: AbortSignal; onLog: (line: string) => void }) => Promise<T>;

export class OncePerKey<T> {
  readonly #entries = new Map<string, Entry<T>>();

  /** The work is aborted only when nobody waits for it any more. Late callers hear the lines from then on. */
  async run(
    key: string,
    start: KeyedStart<T>,
    { signal, onLog }: { signal: AbortSignal; onLog?: (line: string) => void },
  ): Promise<T> {
    signal.throwIfAborted();
    const entry = this.#entries.get(key) ?? this.#begin(key, start);
    if (onLog !== undefined) entry.listeners.add(onLog);
    entry.waiting += 1;
    try {
      return await abortable(entry.promise, signal);
    } finally {
      if (onLog !== undefined) entry.listeners.delete(onLog);
      entry.waiting -= 1;
      if (entry.waiting === 0 && !entry.settled) {
        this.#drop(key, entry);
        entry.controller.abort(signal.reason);
      }
    }
  }

  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry?.settled) this.#entries.delete(key);
  }

  #begin(key: string, start: KeyedStart<T>): Entry<T> {
    const controller = new AbortController();
    const listeners = new Set<(line: string) => void>();
    const onLog = (line: string) => {
      for (const listener of listeners) listener(line);
    };
    const promise = start({ signal: controller.signal, onLog });
    const entry: Entry<T> = { promise, controller, waiting: 0, settled: false, listeners };
    this.#entries.set(key, entry);
    promise.then(
      () => {
        entry.settled = true;
      },
      () => {
        entry.settled = true;
        this.#drop(key, entry);
      },
    );
    return entry;
  }

  #drop(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
