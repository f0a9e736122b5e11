// Clones of templates, some made ahead, dropped in the background. A clone is used once.

import type { AdminConnection } from "./admin-connection.ts";
import type { Names } from "./names.ts";
import { identifier } from "./server.ts";

export interface ClonePoolOptions {
  /** Two connections for nothing else, since both take long: drops never wait for what is made, nor the reverse. */
  builder: AdminConnection;
  dropper: AdminConnection;
  names: Names;
  /** The copy that each database's clones are made of. */
  bases: ReadonlyMap<string, string>;
  /** Such as " STRATEGY file_copy". */
  createOptions: string;
  /** Kept ready of each database. */
  size: number;
  /** A clone that could not be made ahead or dropped. */
  onFailure: (what: string, error: unknown) => void;
}

export class ClonePool {
  readonly #options: ClonePoolOptions;
  readonly #ready = new Map<string, string[]>();
  readonly #making = new Map<string, number>();
  readonly #background = new Set<Promise<void>>();
  readonly #closed = new AbortController();

  constructor(options: ClonePoolOptions) {
    this.#options = options;
    for (const database of options.bases.keys()) this.#refill(database);
  }

  /** The name of a fresh clone, whose owner-to-be and readers have no right on it yet. */
  async take(database: string, { signal }: { signal: AbortSignal }): Promise<string> {
    this.#closed.signal.throwIfAborted();
    const ready = this.#ready.get(database)?.shift();
    this.#refill(database);
    return ready ?? (await this.#create(database, { signal, urgent: true }));
  }

  /** In the background: whoever is connected to it is thrown out; `after` comes when it is gone. */
  drop(clone: string, after: () => Promise<void> = async () => {}): void {
    this.#inBackground(`drop ${clone}`, async () => {
      await dropDatabase(this.#options.dropper, clone);
      await after();
    });
  }

  /** Makes nothing new, and waits for what is under way; drops what was ready. */
  async close(): Promise<void> {
    this.#closed.abort(new DOMException("the clone pool is closed", "AbortError"));
    while (this.#background.size > 0) await Promise.all(this.#background);
    for (const clone of [...this.#ready.values()].flat()) this.drop(clone);
    this.#ready.clear();
    while (this.#background.size > 0) await Promise.all(this.#background);
  }

  #refill(database: string): void {
    const lacks = () => (this.#ready.get(database)?.length ?? 0) + (this.#making.get(database) ?? 0);
    while (lacks() < this.#options.size && !this.#closed.signal.aborted) {
      this.#making.set(database, (this.#making.get(database) ?? 0) + 1);
      this.#inBackground(`make a clone of ${database} ahead`, async () => {
        try {
          const clone = await this.#create(database, { signal: this.#closed.signal, urgent: false });
          this.#ready.set(database, [...(this.#ready.get(database) ?? []), clone]);
        } finally {
          this.#making.set(database, (this.#making.get(database) ?? 1) - 1);
        }
      });
    }
  }

  async #create(database: string, options: { signal: AbortSignal; urgent: boolean }): Promise<string> {
    const { bases, builder, names, createOptions } = this.#options;
    const base = bases.get(database);
    if (base === undefined) throw new Error(`there is no template of ${database}`);
    const clone = names.next("clone");
    try {
      await builder.run(`CREATE DATABASE ${identifier(clone)} TEMPLATE ${identifier(base)}${createOptions}`, options);
      await builder.run(`REVOKE ALL ON DATABASE ${identifier(clone)} FROM PUBLIC`, options);
    } catch (error) {
      // Whoever waited has left, and it may be there all the same.
      this.drop(clone);
      throw error;
    }
    return clone;
  }

  #inBackground(what: string, work: () => Promise<void>): void {
    const task: Promise<void> = work()
      .catch((error: unknown) => {
        if (!this.#closed.signal.aborted) this.#options.onFailure(what, error);
      })
      .finally(() => this.#background.delete(task));
    this.#background.add(task);
  }
}

const patient = { signal: new AbortController().signal };

export async function dropDatabase(admin: AdminConnection, name: string): Promise<void> {
  await admin.run(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`, patient);
}
