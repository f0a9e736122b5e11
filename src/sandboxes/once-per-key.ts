// One execution per key however many ask for it at once; its result is kept, its failure is not.

import { SharedWork } from "../lib/shared-work.ts";

type Listener = (line: string) => void;

export type KeyedStart<T> = (context: { signal: AbortSignal; onLog: Listener }) => Promise<T>;

export class OncePerKey<T> {
  readonly #running = new SharedWork<T>();
  readonly #kept = new Map<string, { result: T }>();
  readonly #listeners = new Map<string, Set<Listener>>();

  /** The work is aborted only when nobody waits for it any more. Late callers hear the lines from then on. */
  async run(
    key: string,
    start: KeyedStart<T>,
    { signal, onLog }: { signal: AbortSignal; onLog?: Listener },
  ): Promise<T> {
    signal.throwIfAborted();
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.result;
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners);
    if (onLog !== undefined) listeners.add(onLog);
    const work = async (inner: AbortSignal) => {
      const tell: Listener = (line) => {
        for (const listener of listeners) listener(line);
      };
      const result = await start({ signal: inner, onLog: tell });
      this.#kept.set(key, { result });
      return result;
    };
    try {
      return await this.#running.run(key, work, { signal });
    } finally {
      if (onLog !== undefined) listeners.delete(onLog);
    }
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
