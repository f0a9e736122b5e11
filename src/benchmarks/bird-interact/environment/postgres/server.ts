// How Postgres is reached, and what its errors mean here.

import pg from "pg";
import { HarnessError } from "../../../../core/fault.ts";

export interface Server {
  host: string;
  port: number;
}

export interface Login {
  user: string;
  password: string;
}

/** As the judge takes it. */
export interface ConnectionTo extends Server, Login {
  database: string;
}

const connectMs = 15_000;
/** Of the infrastructure fault, and on the wire. */
export const postgresLostCode = "postgres-lost";

/**
 * Throws infrastructure "postgres-lost", or what the server says (pg.DatabaseError) where it lets this role not in, which
 * a role can bring about itself. Values come as Postgres writes them.
 */
export async function connect(to: ConnectionTo): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ host: to.host, port: to.port, database: to.database, user: to.user, password: to.password },
    ...{ ssl: false, connectionTimeoutMillis: connectMs, application_name: "environment", keepAlive: true },
    types: { getTypeParser: () => (text: string | Buffer) => text },
  });
  // A connection that breaks between two calls is met by the next one.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    if (isServerError(error)) throw error;
    throw postgresLost(`cannot connect to ${to.database}`, error);
  }
  return client;
}

export function postgresLost(what: string, cause: unknown): HarnessError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new HarnessError({
    ...{ fault: "infrastructure", code: postgresLostCode, cause },
    message: `Postgres: ${what}: ${words}`,
  });
}

/** What the server said about a statement; false where the connection failed. */
export function isServerError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && !endsConnection(error.code);
}

/** Class 57P: the server has ended the session. */
export function endsConnection(code: string | undefined): boolean {
  return code?.startsWith("57P") === true;
}

/** A name or value of our own making as an SQL literal. */
export function literal(text: string): string {
  return pg.escapeLiteral(text);
}

export function identifier(name: string): string {
  return pg.escapeIdentifier(name);
}
