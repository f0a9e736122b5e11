// Tasks of a repository as folders in the cache: one per content, checked each time before it is used.

import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { InvalidTask } from "../../../core/benchmark.ts";
import { harnessErrorOf } from "../../../core/fault.ts";
import { digestFolder } from "../../../lib/digest-folder.ts";
import { writeAtomic } from "../../../lib/write-atomic.ts";
import { isPointer, openLargeFiles, type ReadLarge } from "./large-files.ts";
import { invalidEntry, type PlannedFile, planFiles } from "./plan-files.ts";
import { type ReadBlob, withBlobs } from "./read-blobs.ts";
import type { Repository } from "./repository.ts";
import type { TaskTree } from "./task-tree.ts";

export interface CachedTask {
  id: string;
  folder: string;
}

export interface CachedTasks {
  tasks: CachedTask[];
  invalid: InvalidTask[];
}

/** Throws what the repository throws; a task that can't be written down is told of in `invalid`. */
export async function cacheTasks(
  trees: readonly TaskTree[],
  {
    repository,
    commit,
    folder,
    signal,
  }: { repository: Repository; commit: string; folder: string; signal: AbortSignal },
): Promise<CachedTasks> {
  const found: CachedTasks = { tasks: [], invalid: [] };
  const missing: TaskTree[] = [];
  for (const tree of trees) {
    const place = placeOf(folder, tree);
    if (await isWhole(place)) found.tasks.push({ id: tree.id, folder: place.content });
    else missing.push(tree);
  }
  if (missing.length === 0) return found;
  await repository.requireFiles(commit, { trees: missing.map(({ tree }) => tree) });
  const readLarge = openLargeFiles(repository, { signal });
  await withBlobs(repository.gitFolder, { signal }, async (read) => {
    for (const tree of missing) {
      const place = placeOf(folder, tree);
      const where = `${repository.url}@${commit.slice(0, 12)}#${tree.path}`;
      try {
        await writeTask(tree, place, { read, readLarge, where });
        found.tasks.push({ id: tree.id, folder: place.content });
      } catch (error) {
        const known = harnessErrorOf(error);
        if (known?.code !== "task-invalid") throw error;
        found.invalid.push({ id: tree.id, file: null, problem: known.message });
      }
    }
  });
  return found;
}

const mostBytes = 16 * 2 ** 30;

/** The digest stands beside the folder, which holds nothing but the task. */
interface Place {
  content: string;
  digest: string;
}

function placeOf(folder: string, { tree, path, id }: TaskTree): Place {
  const name = path.slice(path.lastIndexOf("/") + 1) || id;
  return { content: join(folder, "trees", tree, name), digest: join(folder, "digests", tree, `${name}.sha256`) };
}

async function isWhole({ content, digest }: Place): Promise<boolean> {
  try {
    return (await readFile(digest, "utf8")).trim() === (await digestFolder(content));
  } catch {
    return false;
  }
}

async function writeTask(
  { entries }: TaskTree,
  place: Place,
  { read, readLarge, where }: { read: ReadBlob; readLarge: ReadLarge; where: string },
): Promise<void> {
  const targets = new Map<string, string>();
  for (const { mode, hash } of entries) if (mode === "120000") targets.set(hash, (await read(hash)).toString());
  const files = planFiles(entries, { where, targets });
  await mkdir(dirname(place.content), { recursive: true });
  const temporary = join(dirname(place.content), `.${randomBytes(6).toString("hex")}.tmp`);
  try {
    let bytes = 0;
    for (const file of files) {
      bytes += await writeFileOf(file, temporary, { read, readLarge, where });
      // Links can name one file a thousand times.
      if (bytes > mostBytes) throw invalidEntry(where, file.path, `makes it larger than ${mostBytes / 2 ** 30} GiB`);
    }
    const digest = await digestFolder(temporary);
    await rm(place.content, { recursive: true, force: true });
    await writeAtomic(place.digest, `${digest}\n`);
    await rename(temporary, place.content);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // A repository with the same task, in another process, was faster.
    if (await isWhole(place)) return;
    throw error;
  }
}

/** Returns its length in bytes. */
async function writeFileOf(
  { path, hash, executable }: PlannedFile,
  folder: string,
  { read, readLarge, where }: { read: ReadBlob; readLarge: ReadLarge; where: string },
): Promise<number> {
  const stored = await read(hash);
  const content = isPointer(stored) ? await readLarge(stored, { where, path }) : stored;
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  try {
    await writeFile(full, content, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    throw invalidEntry(where, path, "has the name of another file, as this file system sees it");
  }
  await chmod(full, executable ? 0o755 : 0o644);
  return content.byteLength;
}
