// A session role's connection: what it may take in time and in bytes is limited on this side, whatever the role does to
// its own settings. After a limit or an abort the connection is gone and the server's process is ended.

import type pg from "pg";
import type { AdminConnection } from "./admin-connection.ts";
import { type ConnectionTo, connect } from "./server.ts";

export class GuardedConnection implements AsyncDisposable {
  readonly client: pg.Client;
  readonly #admin: AdminConnection;
  readonly #processId: number;
  #bytes = 0;
  #maxBytes = Number.POSITIVE_INFINITY;
  #failure: Error | undefined;

  static async open(to: ConnectionTo, admin: AdminConnection): Promise<GuardedConnection> {
    return new GuardedConnection(await connect(to), admin);
  }

  private constructor(client: pg.Client, admin: AdminConnection) {
    this.client = client;
    this.#admin = admin;
    const { connection, processID } = client as unknown as { connection: pg.Connection; processID: number };
    this.#processId = processID;
    connection.stream.on("data", (chunk: Buffer) => {
      this.#bytes += chunk.byteLength;
      if (this.#bytes > this.#maxBytes) this.#break(new LimitError("too-large"));
    });
  }

  /** True when it can't be used any more. */
  get broken(): boolean {
    return this.#failure !== undefined;
  }

  /** Throws LimitError, the signal's reason, or what `work` throws. */
  async within<T>(
    limits: { timeoutMs: number; maxBytes: number; signal: AbortSignal },
    work: (client: pg.Client) => Promise<T>,
  ): Promise<T> {
    const { timeoutMs, maxBytes, signal } = limits;
    signal.throwIfAborted();
    this.#bytes = 0;
    this.#maxBytes = maxBytes;
    const timer = setTimeout(() => this.#break(new LimitError("timeout")), timeoutMs);
    const onAbort = () => this.#break(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await work(this.client);
    } catch (error) {
      throw this.#failure ?? error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      this.#maxBytes = Number.POSITIVE_INFINITY;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.broken) await this.client.end().catch(() => {});
  }

  #break(failure: Error): void {
    if (this.broken) return;
    this.#failure = failure;
    const { connection } = this.client as unknown as { connection: pg.Connection };
    connection.stream.destroy();
    const patient = { signal: new AbortController().signal, urgent: true };
    this.#admin.run(`SELECT pg_terminate_backend(${this.#processId})`, patient).catch(() => {});
  }
}

export class LimitError extends Error {
  override readonly name = "LimitError";
  readonly limit: "timeout" | "too-large";

  constructor(limit: "timeout" | "too-large") {
    super(limit);
    this.limit = limit;
  }
}
