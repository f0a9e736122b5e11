import type pg from "pg";
import { SerialQueue } from "../serial-queue.ts";
import { type ConnectionTo, connect, isServerError, postgresLost } from "./server.ts";

/** One connection of the administrator's. Statements run one after the other, urgent ones first. */
export class AdminConnection implements AsyncDisposable {
  readonly #client: pg.Client;
  readonly #queue = new SerialQueue();
  /** Settles when the connection has ended without having been disposed of. */
  readonly lost: Promise<void>;
  #disposed = false;

  /** Throws infrastructure "postgres-lost", also where the administrator is not let in. */
  static async open(to: ConnectionTo): Promise<AdminConnection> {
    try {
      return new AdminConnection(await connect(to));
    } catch (error) {
      throw isServerError(error) ? postgresLost(`the administrator is not let in to ${to.database}`, error) : error;
    }
  }

  private constructor(client: pg.Client) {
    this.#client = client;
    this.lost = new Promise((resolve) => {
      client.once("end", () => {
        if (!this.#disposed) resolve();
      });
    });
  }

  /**
   * Rows of the last statement, as text. Throws what the server says (pg.DatabaseError), infrastructure "postgres-lost"
   * or the signal's reason; a statement that has begun is not cut short.
   */
  async run(
    sql: string,
    options: { signal: AbortSignal; urgent?: boolean },
  ): Promise<Array<Record<string, string | null>>> {
    return await this.#queue.run(async () => {
      try {
        const results: pg.QueryResult[] = [await this.#client.query(sql)].flat();
        return results.at(-1)?.rows ?? [];
      } catch (error) {
        if (isServerError(error)) throw error;
        throw postgresLost("the administrator's connection failed", error);
      }
    }, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#queue.idle();
    this.#disposed = true;
    await this.#client.end().catch(() => {});
  }
}
