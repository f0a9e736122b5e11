// What an environment has on the server: the administrator's connections, group roles, a base copy of every template.

import { AdminConnection } from "./admin-connection.ts";
import { baseSql } from "./base-sql.ts";
import { ClonePool } from "./clone-pool.ts";
import { Names } from "./names.ts";
import { type ConnectionTo, identifier, isServerError, type Login, type Server } from "./server.ts";
import { SessionRoles } from "./session-roles.ts";
import { holdLock, removeRun, sweepDead } from "./sweep.ts";

export interface ServerDatabasesOptions {
  server: Server & Login;
  /** Names of databases whose <name>_template the server must have. */
  databases: readonly string[];
  clonePool: number;
  statementTimeoutMs: number;
  /** What one submission may make a database grow by. */
  maxGrowthMb: number;
  say: (line: string) => void;
  signal: AbortSignal;
}

const maintenance = "postgres";

export class ServerDatabases implements AsyncDisposable {
  readonly server: Server;
  readonly admin: AdminConnection;
  readonly names: Names;
  readonly roles: SessionRoles;
  readonly pool: ClonePool;
  readonly version: string;
  readonly maxGrowthMb: number;
  /** Settles when one of the administrator's connections has ended: there is no use in going on. */
  readonly lost: Promise<void>;
  readonly #undo: AsyncDisposableStack;

  /** Throws MissingTemplates, what the server says, infrastructure "postgres-lost". */
  static async open(options: ServerDatabasesOptions): Promise<ServerDatabases> {
    const { server, databases, clonePool, statementTimeoutMs, maxGrowthMb, say, signal } = options;
    await using undo = new AsyncDisposableStack();
    const names = new Names();
    const to: ConnectionTo = { ...server, database: maintenance };
    const admin = undo.use(await AdminConnection.open(to));
    const builder = undo.use(await AdminConnection.open(to));
    const dropper = undo.use(await AdminConnection.open(to));
    await holdLock(admin, names.run, { signal });
    const removed = await sweepDead(admin, { signal });
    if (removed > 0) say(`removed ${removed} databases and roles that a dead environment left`);
    const present = await admin.run("SELECT datname FROM pg_database", { signal });
    const missing = databases.filter((name) => !present.some(({ datname }) => datname === `${name}_template`));
    if (missing.length > 0) throw new MissingTemplates(missing);
    const patient = { signal: new AbortController().signal };
    undo.defer(async () => await removeRun(admin, names.run, patient));
    await closeToPublic(admin, present, { signal });
    const { readers, owners } = names;
    await admin.run(`CREATE ROLE ${identifier(readers)} NOLOGIN; CREATE ROLE ${identifier(owners)} NOLOGIN`, {
      signal,
    });
    const bases = new Map<string, string>();
    for (const name of databases) bases.set(name, await makeBase(admin, to, name, names, { signal }));
    const onFailure = (what: string, error: unknown) =>
      say(`could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
    const [row] = await admin.run(
      "SELECT current_setting('server_version') AS words, current_setting('server_version_num') AS number",
      { signal },
    );
    // Copying files instead of pages makes a clone in half the time and drops it in a third; 15 brought the choice.
    const createOptions = Number(row?.["number"]) >= 150_000 ? " STRATEGY file_copy" : "";
    const pool = new ClonePool({ builder, dropper, names, bases, createOptions, size: clonePool, onFailure });
    undo.defer(async () => await pool.close());
    const roles = new SessionRoles(admin, names, { statementTimeoutMs });
    const lost = Promise.race([admin.lost, builder.lost, dropper.lost]);
    const parts = { lost, server: { host: server.host, port: server.port }, admin, names, roles, pool, maxGrowthMb };
    return new ServerDatabases({ ...parts, version: row?.["words"] ?? "unknown" }, undo.move());
  }

  private constructor(
    parts: Pick<ServerDatabases, "server" | "admin" | "names" | "roles" | "pool" | "version" | "maxGrowthMb" | "lost">,
    undo: AsyncDisposableStack,
  ) {
    this.server = parts.server;
    this.admin = parts.admin;
    this.names = parts.names;
    this.roles = parts.roles;
    this.pool = parts.pool;
    this.version = parts.version;
    this.maxGrowthMb = parts.maxGrowthMb;
    this.lost = parts.lost;
    this.#undo = undo;
  }

  connectionTo(database: string, login: Login): ConnectionTo {
    return { ...this.server, ...login, database };
  }

  /** Throws infrastructure "postgres-lost" unless the server still answers. */
  async checkAlive({ signal }: { signal: AbortSignal }): Promise<void> {
    await this.admin.run("SELECT 1", { signal, urgent: true });
  }

  /** Everything of this environment is gone from the server afterwards. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#undo.disposeAsync();
  }
}

export class MissingTemplates extends Error {
  override readonly name = "MissingTemplates";

  constructor(databases: readonly string[]) {
    super(`Postgres has no template database of: ${databases.join(", ")}`);
  }
}

/** Everybody may connect to a new database, and make temporary tables there. */
async function closeToPublic(
  admin: AdminConnection,
  databases: ReadonlyArray<Record<string, string | null>>,
  options: { signal: AbortSignal },
): Promise<void> {
  for (const { datname } of databases) {
    if (datname === undefined || datname === null) continue;
    try {
      await admin.run(`REVOKE ALL ON DATABASE ${identifier(datname)} FROM PUBLIC`, options);
    } catch (error) {
      // Another environment has just dropped it, or is doing the same.
      if (!isServerError(error)) throw error;
    }
  }
}

async function makeBase(
  admin: AdminConnection,
  to: ConnectionTo,
  name: string,
  names: Names,
  options: { signal: AbortSignal },
): Promise<string> {
  const base = names.next("base");
  await admin.run(`CREATE DATABASE ${identifier(base)} TEMPLATE ${identifier(`${name}_template`)}`, options);
  await admin.run(`REVOKE ALL ON DATABASE ${identifier(base)} FROM PUBLIC`, options);
  {
    await using inside = await AdminConnection.open({ ...to, database: base });
    await inside.run(baseSql(names), options);
  }
  // A clone can't be made while anybody is connected to what it is made of.
  await admin.run(`ALTER DATABASE ${identifier(base)} ALLOW_CONNECTIONS false`, options);
  return base;
}
