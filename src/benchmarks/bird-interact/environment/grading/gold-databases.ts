import { SharedWork } from "../../../../lib/shared-work.ts";
import type { ConnectionTo } from "../postgres/server.ts";
import type { ServerDatabases } from "../postgres/server-databases.ts";

/**
 * Where ground truth that only reads is run: a clone of each database, with a role of its own. No session's role is let
 * in, so none can read from statistics or running statements what the ground truth looks at. They live as long as the
 * environment does.
 */
export class GoldDatabases {
  readonly #databases: ServerDatabases;
  readonly #open = new Map<string, ConnectionTo>();
  readonly #opening = new SharedWork<ConnectionTo>();

  constructor(databases: ServerDatabases) {
    this.#databases = databases;
  }

  /** Made when it is asked for first. `of` names the template's database. */
  async connectionTo(of: string, options: { signal: AbortSignal }): Promise<ConnectionTo> {
    return this.#open.get(of) ?? (await this.#opening.run(of, async (signal) => await this.#make(of, signal), options));
  }

  async #make(of: string, signal: AbortSignal): Promise<ConnectionTo> {
    const { pool, roles } = this.#databases;
    const database = await pool.take(of, { signal });
    try {
      const login = await roles.create({ kind: "gold", database }, { signal });
      const connection = this.#databases.connectionTo(database, login);
      this.#open.set(of, connection);
      return connection;
    } catch (error) {
      pool.drop(database);
      throw error;
    }
  }
}
