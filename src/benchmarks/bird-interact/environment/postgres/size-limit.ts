// What a database may grow by. Postgres has no such limit, and its data are in memory that all sessions share.

import { setTimeout as sleep } from "node:timers/promises";
import { literal } from "./server.ts";
import type { ServerDatabases } from "./server-databases.ts";

/** Looked at so often; between two looks a statement may go over by what it can write meanwhile. */
const lookMs = 200;

export class DatabaseTooLarge extends Error {
  override readonly name = "DatabaseTooLarge";

  constructor(database: string, maxGrowthMb: number) {
    super(`${database} has grown by more than ${maxGrowthMb} MB`);
  }
}

/**
 * Does `work`, whose statements run in the database. Throws DatabaseTooLarge where it has grown by more at its end, or
 * at any look before, when whoever is connected to it is thrown out; else what `work` throws.
 */
export async function withinSize<T>(
  databases: Pick<ServerDatabases, "admin" | "maxGrowthMb">,
  database: string,
  work: () => Promise<T>,
  { signal }: { signal: AbortSignal },
): Promise<T> {
  const { admin, maxGrowthMb } = databases;
  const name = literal(database);
  const ask = async (sql: string) => await admin.run(sql, { signal: patient, urgent: true });
  const size = async () => Number((await ask(`SELECT pg_database_size(${name}) AS bytes`))[0]?.["bytes"]);
  signal.throwIfAborted();
  const most = (await size()) + maxGrowthMb * 1024 ** 2;
  const over = new AbortController();
  let tooLarge = false;
  const look = async () => {
    if (tooLarge || (await size()) <= most) return;
    tooLarge = true;
    await ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`);
  };
  const looking = (async () => {
    while (!tooLarge && (await slept(over.signal))) await look();
  })();
  // What it fails with is met again below.
  looking.catch(() => {});
  try {
    const result = await work();
    await look();
    if (!tooLarge) return result;
  } catch (error) {
    if (!tooLarge) throw error;
  } finally {
    over.abort();
    await looking.catch(() => {});
  }
  signal.throwIfAborted();
  throw new DatabaseTooLarge(database, maxGrowthMb);
}

const patient = new AbortController().signal;

/** False when it was woken. */
async function slept(signal: AbortSignal): Promise<boolean> {
  return await sleep(lookMs, true, { signal }).catch(() => false);
}
