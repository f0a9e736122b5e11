import type { SharedService } from "../core/benchmark.ts";

/** The services that a job's trials share, by key: one is opened at a time, and a lost one is replaced. */
export class SharedServices implements AsyncDisposable {
  readonly #open = new Map<string, Promise<SharedService>>();
  readonly #closing = new Set<Promise<void>>();
  readonly #onTrouble: (error: unknown) => void;

  /** `onTrouble` hears of a service that could not be closed. */
  constructor(onTrouble: (error: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  /** Callers of one key share what `open` gives, its failure too; after a failure or a loss the next caller opens. */
  async get<S extends SharedService>(key: string, open: () => Promise<S>): Promise<S> {
    for (;;) {
      const known = this.#open.get(key) as Promise<S> | undefined;
      if (known === undefined) break;
      const service = await known;
      if (service.lost === null) return service;
      if (this.#open.get(key) === known) {
        this.#open.delete(key);
        this.#close(service);
      }
    }
    const opening = open();
    this.#open.set(key, opening);
    try {
      return await opening;
    } catch (error) {
      if (this.#open.get(key) === opening) this.#open.delete(key);
      throw error;
    }
  }

  #close(service: SharedService): void {
    const closing: Promise<void> = Promise.resolve(service[Symbol.asyncDispose]())
      .catch(this.#onTrouble)
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = [...this.#open.values()];
    this.#open.clear();
    for (const opened of await Promise.allSettled(left)) if (opened.status === "fulfilled") this.#close(opened.value);
    await Promise.allSettled(this.#closing);
  }
}
