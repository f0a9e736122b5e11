// Postgres as compose/bird-interact.yaml has it beside this container, and whether it answers.

import { readFile } from "node:fs/promises";
import { HarnessError } from "../../../core/fault.ts";
import { AdminConnection } from "./postgres/admin-connection.ts";
import type { Login, Server } from "./postgres/server.ts";

const passwordFile = "/run/bird/postgres-password";

/** Throws infrastructure "postgres-password-missing": Postgres makes it when it starts. */
export async function readStackServer(): Promise<Server & Login> {
  try {
    const password = (await readFile(passwordFile, "utf8")).trim();
    return { host: "bird-postgres", port: 5432, user: "postgres", password };
  } catch (cause) {
    const message = `there is no password of Postgres's in ${passwordFile}: has Postgres started?`;
    throw new HarnessError({ fault: "infrastructure", code: "postgres-password-missing", message, cause });
  }
}

/** That a host could be served now: the number of templates. Throws infrastructure "postgres-password-missing" and "postgres-lost". */
export async function checkStackServer({ signal }: { signal: AbortSignal }): Promise<number> {
  await using admin = await AdminConnection.open({ ...(await readStackServer()), database: "postgres" });
  const templates = await admin.run("SELECT FROM pg_database WHERE datname LIKE '%\\_template'", { signal });
  return templates.length;
}
