// One holder on this host at a time. The lock is the operating system's, taken through SQLite, so that a killed
// holder leaves nothing behind that someone would have to judge stale.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 200;
const sqliteBusy = 5;

export interface HostLockOptions {
  signal: AbortSignal;
  /** The state folder; the lock is a file below it. */
  folder: string;
  name: string;
  /** Called once, if someone else holds the lock. */
  onWait?: () => void;
}

/** Waits for the lock; disposing gives it back. Throws the signal's reason when aborted. */
export async function openHostLock({ signal, folder, name, onWait }: HostLockOptions): Promise<Disposable> {
  const locks = join(folder, "locks");
  await mkdir(locks, { recursive: true });
  using undo = new DisposableStack();
  const database = undo.adopt(new DatabaseSync(join(locks, `${name}.lock`)), (it) => it.close());
  for (let first = true; !tryLock(database); first = false) {
    if (first) onWait?.();
    await sleep(pollMs, undefined, { signal });
  }
  signal.throwIfAborted();
  return undo.move();
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return false;
    throw error;
  }
}
