// What dead environments left on this server. A living one holds a lock named after its run.

import type { AdminConnection } from "./admin-connection.ts";
import { dropDatabase } from "./clone-pool.ts";
import { lockKeyOf, runOfName } from "./names.ts";
import { identifier, isServerError } from "./server.ts";

/** Held until the connection ends, however that happens. */
export async function holdLock(admin: AdminConnection, run: string, options: { signal: AbortSignal }): Promise<void> {
  await admin.run(`SELECT pg_advisory_lock(${lockKeyOf(run)})`, options);
}

/** Databases first: a role goes only when nothing refers to it. Returns how many of both are gone. */
export async function sweepDead(admin: AdminConnection, options: { signal: AbortSignal }): Promise<number> {
  const names = await admin.run(
    "SELECT datname AS name, 'database' AS kind FROM pg_database UNION ALL SELECT rolname, 'role' FROM pg_roles",
    options,
  );
  const byRun = Map.groupBy(names, ({ name }) => runOfName(name ?? ""));
  let removed = 0;
  for (const [run, left] of byRun) {
    if (run === null) continue;
    const [taken] = await admin.run(`SELECT pg_try_advisory_lock(${lockKeyOf(run)})::text AS mine`, options);
    if (taken?.["mine"] !== "true") continue;
    removed += await removeAll(admin, left, options);
    await admin.run(`SELECT pg_advisory_unlock(${lockKeyOf(run)})`, options);
  }
  return removed;
}

/** Of one run, whatever is there. */
export async function removeRun(admin: AdminConnection, run: string, options: { signal: AbortSignal }): Promise<void> {
  const names = await admin.run(
    `SELECT datname AS name, 'database' AS kind FROM pg_database WHERE datname LIKE 'bird\\_${run}\\_%'
     UNION ALL SELECT rolname, 'role' FROM pg_roles WHERE rolname LIKE 'bird\\_${run}\\_%'`,
    options,
  );
  await removeAll(admin, names, options);
}

async function removeAll(
  admin: AdminConnection,
  names: ReadonlyArray<Record<string, string | null>>,
  options: { signal: AbortSignal },
): Promise<number> {
  const of = (wanted: string) => names.flatMap(({ name, kind }) => (kind === wanted && name ? [name] : []));
  let removed = 0;
  for (const name of of("database")) {
    await dropDatabase(admin, name);
    removed += 1;
  }
  for (const name of of("role")) {
    try {
      await admin.run(`DROP ROLE IF EXISTS ${identifier(name)}`, options);
      removed += 1;
    } catch (error) {
      // Another environment sweeps the same dead one, or something of a person's own refers to it.
      if (!isServerError(error)) throw error;
    }
  }
  return removed;
}
