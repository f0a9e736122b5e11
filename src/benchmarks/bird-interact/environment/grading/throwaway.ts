// A fresh clone with a one-time owner, for statements that change data. It is gone afterwards, with its roles.

import { GuardedConnection, LimitError } from "../postgres/guarded-connection.ts";
import type { ConnectionTo, Login } from "../postgres/server.ts";
import type { ServerDatabases } from "../postgres/server-databases.ts";
import { failed, type Verdict } from "./verdict.ts";

const maxReplayBytes = 64 * 1024 * 1024;
const replayGraceMs = 5000;

export class Throwaway implements AsyncDisposable {
  readonly database: string;
  readonly #databases: ServerDatabases;
  #owner: Login;
  readonly #others: string[] = [];

  static async open(databases: ServerDatabases, of: string, options: { signal: AbortSignal }): Promise<Throwaway> {
    const database = await databases.pool.take(of, options);
    try {
      return new Throwaway(databases, database, await databases.roles.create({ kind: "owner", database }, options));
    } catch (error) {
      databases.pool.drop(database);
      throw error;
    }
  }

  private constructor(databases: ServerDatabases, database: string, owner: Login) {
    this.#databases = databases;
    this.database = database;
    this.#owner = owner;
  }

  get owner(): ConnectionTo {
    return this.#databases.connectionTo(this.database, this.#owner);
  }

  /** A role with all rights of the owner's, which the owner has no say over. */
  async openTester(options: { signal: AbortSignal }): Promise<ConnectionTo> {
    const role = { kind: "tester", database: this.database, memberOf: [this.#owner.user] } as const;
    const login = await this.#databases.roles.create(role, options);
    this.#others.push(login.user);
    return this.#databases.connectionTo(this.database, login);
  }

  /**
   * Runs each string as a transaction of its own. Null when all went well; throws infrastructure "postgres-lost" and the
   * signal's reason only.
   */
  async run(
    sqls: readonly string[],
    { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
  ): Promise<Verdict | null> {
    await this.#renewOwner({ signal });
    const limits = { timeoutMs: timeoutMs * sqls.length + replayGraceMs, maxBytes: maxReplayBytes, signal };
    try {
      await using connection = await GuardedConnection.open(this.owner, this.#databases.admin);
      await connection.within(limits, async (client) => {
        for (const sql of sqls) await client.query(sql);
      });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LimitError) return failed(error.limit);
      await this.#databases.checkAlive({ signal });
      return failed("not-executable", error instanceof Error ? error.message : String(error));
    } finally {
      await this.#renewOwner({ signal: new AbortController().signal });
    }
    return null;
  }

  /**
   * Lets the readers see what the owner has made, as the owner, who can be no danger to itself. Throws what the server
   * says where the owner has shut itself out.
   */
  async share({ signal }: { signal: AbortSignal }): Promise<void> {
    const { readers } = this.#databases.names;
    const schemas = `SELECT quote_ident(nspname) AS schema FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND pg_catalog.pg_has_role(nspowner, 'USAGE')`;
    await using connection = await GuardedConnection.open(this.owner, this.#databases.admin);
    const limits = { timeoutMs: 30_000, maxBytes: maxReplayBytes, signal };
    await connection.within(limits, async (client) => {
      const { rows } = await client.query<{ schema: string }>(schemas);
      for (const { schema } of rows) {
        await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${readers};
          GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${readers};
          GRANT SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${readers}`);
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { pool, roles } = this.#databases;
    const patient = { signal: new AbortController().signal };
    pool.drop(this.database, async () => {
      for (const user of [...this.#others, this.#owner.user]) await roles.drop(user, patient);
    });
  }

  async #renewOwner(options: { signal: AbortSignal }): Promise<void> {
    const role = { user: this.#owner.user, kind: "owner", database: this.database } as const;
    this.#owner = await this.#databases.roles.renew(role, options);
  }
}
