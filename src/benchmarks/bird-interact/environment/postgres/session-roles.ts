// Roles that log in, each to one clone. Passwords are random; a role can change its own, so they are renewed before use.

import { randomBytes } from "node:crypto";
import type { AdminConnection } from "./admin-connection.ts";
import type { Names } from "./names.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { identifier, type Login, literal } from "./server.ts";

/** Of each of its processes: sorts and the like that do not fit in memory. */
const tempFileMb = 256;

export interface RoleLimits {
  statementTimeoutMs: number;
}

/**
 * reader: may only look. gold: the same, for ground truth, in a clone that no session is let in to. owner: all that is in
 * the clone. tester: what an owner may, and what that owner has made.
 */
export type RoleKind = "reader" | "gold" | "owner" | "tester";

interface NewRole {
  kind: RoleKind;
  database: string;
  /** Roles whose rights it has, beside those of its kind. */
  memberOf?: readonly string[];
}

export class SessionRoles {
  readonly #admin: AdminConnection;
  readonly #names: Names;
  readonly #limits: RoleLimits;

  constructor(admin: AdminConnection, names: Names, limits: RoleLimits) {
    this.#admin = admin;
    this.#names = names;
    this.#limits = limits;
  }

  async create({ kind, database, memberOf = [] }: NewRole, { signal }: { signal: AbortSignal }): Promise<Login> {
    const login = { user: this.#names.next(kind), password: newPassword() };
    const role = identifier(login.user);
    const group = looksOnly(kind) ? this.#names.readers : this.#names.owners;
    const sql = [
      `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT CONNECTION LIMIT 8
       PASSWORD ${literal(scramVerifier(login.password))}`,
      `GRANT ${[group, ...memberOf].map(identifier).join(", ")} TO ${role}`,
      `GRANT ${rightsOf(kind)} ON DATABASE ${identifier(database)} TO ${role}`,
      ...this.#settings(role, kind),
    ].join("; ");
    await this.#admin.run(sql, { signal, urgent: true });
    return login;
  }

  /** A new password, its way in and the settings of its kind again: what the role did to itself is undone. */
  async renew(
    { user, kind, database }: { user: string; kind: RoleKind; database: string },
    { signal }: { signal: AbortSignal },
  ): Promise<Login> {
    const login = { user, password: newPassword() };
    const role = identifier(user);
    const sql = [
      `GRANT ${rightsOf(kind)} ON DATABASE ${identifier(database)} TO ${role}`,
      `ALTER ROLE ${role} PASSWORD ${literal(scramVerifier(login.password))}`,
      `ALTER ROLE ${role} RESET ALL`,
      ...this.#settings(role, kind),
    ].join("; ");
    await this.#admin.run(sql, { signal, urgent: true });
    return login;
  }

  /** After its clone. */
  async drop(user: string, { signal }: { signal: AbortSignal }): Promise<void> {
    await this.#admin.run(`DROP ROLE IF EXISTS ${identifier(user)}`, { signal });
  }

  #settings(role: string, kind: RoleKind): string[] {
    const settings = {
      statement_timeout: this.#limits.statementTimeoutMs,
      idle_in_transaction_session_timeout: 600_000,
      // Only the administrator can set it, and so only he can raise it.
      temp_file_limit: `'${tempFileMb}MB'`,
      ...(looksOnly(kind) ? { default_transaction_read_only: "on" } : {}),
    };
    return Object.entries(settings).map(([name, value]) => `ALTER ROLE ${role} SET ${name} = ${value}`);
  }
}

/** On its own clone, as a database. */
function rightsOf(kind: RoleKind): string {
  return looksOnly(kind) ? "CONNECT" : "CONNECT, CREATE, TEMPORARY";
}

function looksOnly(kind: RoleKind): boolean {
  return kind === "reader" || kind === "gold";
}

function newPassword(): string {
  return randomBytes(24).toString("hex");
}
