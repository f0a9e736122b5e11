// A session's own clone and the role that looks at it: every statement of the agent's runs here, in a transaction that
// can't write and is rolled back.

import { Throwaway } from "./grading/throwaway.ts";
import { failed } from "./grading/verdict.ts";
import { BoundedStatement } from "./postgres/bounded-statement.ts";
import { GuardedConnection, LimitError } from "./postgres/guarded-connection.ts";
import { type ConnectionTo, identifier, isServerError, type Login } from "./postgres/server.ts";
import type { ServerDatabases } from "./postgres/server-databases.ts";
import { DatabaseTooLarge, withinSize } from "./postgres/size-limit.ts";
import { resultLimits, resultText } from "./result-text.ts";

const maxResultBytes = 8 * 1024 * 1024;
const graceMs = 2000;
/** Postgres's code for a statement that its own time limit, or a cancel, has ended. */
const cancelled = "57014";

export interface TaskDatabaseOptions {
  databases: ServerDatabases;
  /** Whose template the clone is made of. */
  of: string;
  statementTimeoutMs: number;
}

export class TaskDatabase implements AsyncDisposable {
  readonly of: string;
  readonly #databases: ServerDatabases;
  readonly #statementTimeoutMs: number;
  readonly #clone: string;
  #reader: Login;
  /** Present once a change has been made for good. */
  #changed: Throwaway | undefined;
  #connection: GuardedConnection | undefined;

  static async open(options: TaskDatabaseOptions, { signal }: { signal: AbortSignal }): Promise<TaskDatabase> {
    const { databases, of } = options;
    const clone = await databases.pool.take(of, { signal });
    try {
      const reader = await databases.roles.create({ kind: "reader", database: clone }, { signal });
      return new TaskDatabase(options, clone, reader);
    } catch (error) {
      databases.pool.drop(clone);
      throw error;
    }
  }

  private constructor({ databases, of, statementTimeoutMs }: TaskDatabaseOptions, clone: string, reader: Login) {
    this.of = of;
    this.#databases = databases;
    this.#statementTimeoutMs = statementTimeoutMs;
    this.#clone = clone;
    this.#reader = reader;
  }

  /** The database that the session is in now. */
  get name(): string {
    return this.#changed?.database ?? this.#clone;
  }

  /** Rows or Postgres's words, as the agent sees them. Throws infrastructure "postgres-lost" and the signal's reason. */
  async explore(sql: string, { signal }: { signal: AbortSignal }): Promise<string> {
    const limits = { timeoutMs: this.#statementTimeoutMs + graceMs, maxBytes: maxResultBytes, signal };
    try {
      this.#connection ??= await this.#connect();
      return await this.#connection.within(limits, async (client) => {
        // A transaction with a snapshot can't be made writable any more.
        await client.query("BEGIN TRANSACTION READ ONLY; SELECT 1");
        try {
          return resultText(await client.query(new BoundedStatement(sql, resultLimits.rows + 1)).result);
        } finally {
          await client.query("ROLLBACK").catch(() => {});
        }
      });
    } catch (error) {
      signal.throwIfAborted();
      return await this.#problemText(error, signal);
    }
  }

  /** For the judge, with a password that nobody has seen. */
  async renewedReader({ signal }: { signal: AbortSignal }): Promise<ConnectionTo> {
    const role = { user: this.#reader.user, kind: "reader", database: this.name } as const;
    this.#reader = await this.#databases.roles.renew(role, { signal });
    return this.#databases.connectionTo(this.name, this.#reader);
  }

  /** The session goes on in a database where this has been done. False when not all of it can be done again. */
  async change(sqls: readonly string[], { signal }: { signal: AbortSignal }): Promise<boolean> {
    const { admin, pool } = this.#databases;
    const changed = await Throwaway.open(this.#databases, this.of, { signal });
    await using undo = new AsyncDisposableStack();
    undo.use(changed);
    const made = async () => await changed.run(sqls, { timeoutMs: this.#statementTimeoutMs, signal });
    const problem = await withinSize(this.#databases, changed.database, made, { signal }).catch((error: unknown) => {
      if (error instanceof DatabaseTooLarge) return failed("database-too-large");
      throw error;
    });
    const shared = await changed.share({ signal }).then(
      () => true,
      (error: unknown) => {
        if (isServerError(error)) return false;
        throw error;
      },
    );
    const grant = `GRANT CONNECT ON DATABASE ${identifier(changed.database)} TO ${identifier(this.#reader.user)}`;
    await admin.run(grant, { signal, urgent: true });
    await this.#disconnect();
    this.#changed = changed;
    undo.move();
    pool.drop(this.#clone);
    return problem === null && shared;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#disconnect();
    const { pool, roles } = this.#databases;
    const patient = { signal: new AbortController().signal };
    await this.#changed?.[Symbol.asyncDispose]();
    pool.drop(this.#clone, async () => await roles.drop(this.#reader.user, patient));
  }

  async #connect(): Promise<GuardedConnection> {
    return await GuardedConnection.open(this.#databases.connectionTo(this.name, this.#reader), this.#databases.admin);
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.[Symbol.asyncDispose]();
  }

  async #problemText(error: unknown, signal: AbortSignal): Promise<string> {
    const tooLong = `Error: the statement took longer than ${this.#statementTimeoutMs / 1000} s.`;
    if (isServerError(error)) {
      if (error.code === cancelled) return tooLong;
      return [`Error: ${error.message}`, error.detail, error.hint && `Hint: ${error.hint}`].filter(Boolean).join("\n");
    }
    await this.#disconnect();
    if (error instanceof LimitError) return error.limit === "timeout" ? tooLong : "Error: the result is too large.";
    // A session can end its own connection; only a server that is gone is nobody's doing here.
    await this.#databases.checkAlive({ signal });
    return `Error: the connection was ended: ${error instanceof Error ? error.message : String(error)}`;
  }
}
