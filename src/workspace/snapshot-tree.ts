import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { constants } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../core/fault.ts";

export type TreeEntry =
  /** `digest` is the hex SHA-256, null over the size limit; `links` counts hard links. */
  | { kind: "file"; mode: number; bytes: number; links: number; digest: string | null }
  | { kind: "folder"; mode: number }
  | { kind: "link"; mode: number; target: string }
  /** A pipe, socket, device, or something that can't be read. */
  | { kind: "other"; mode: number };

/** Paths relative to the tree, with forward slashes; the tree itself is not in it. */
export type TreeSnapshot = ReadonlyMap<string, TreeEntry>;

export interface SnapshotOptions {
  /** Relative paths that are left out with everything below, such as `.git`. */
  ignore?: readonly string[];
  /** Default 100,000. */
  maxEntries?: number;
  /** Larger files are not read; default 32 MiB. */
  maxFileBytes?: number;
}

/**
 * Reads a tree that untrusted code may have left, without following links. Throws agent "tree-too-large" over
 * `maxEntries`, and config "tree-missing" when `folder` is not a folder.
 */
export async function snapshotTree(folder: string, options: SnapshotOptions = {}): Promise<TreeSnapshot> {
  const { maxEntries = 100_000, maxFileBytes = 32 * 1024 * 1024 } = options;
  const ignored = new Set(options.ignore ?? []);
  const entries = new Map<string, TreeEntry>();

  async function visit(relative: string): Promise<void> {
    for (const name of await readdir(join(folder, relative))) {
      const path = relative === "" ? name : `${relative}/${name}`;
      if (ignored.has(path)) continue;
      if (entries.size >= maxEntries) throw tooLarge(folder, maxEntries);
      const entry = await readEntry(join(folder, path), maxFileBytes);
      entries.set(path, entry);
      if (entry.kind !== "folder") continue;
      try {
        await visit(path);
      } catch (error) {
        if (!isDenied(error)) throw error;
        entries.set(path, { kind: "other", mode: entry.mode });
      }
    }
  }

  const stats = await lstat(folder).catch(() => null);
  if (stats === null || !stats.isDirectory()) {
    throw new HarnessError({ fault: "config", code: "tree-missing", message: `${folder} is not a folder.` });
  }
  await visit("");
  return entries;
}

async function readEntry(path: string, maxFileBytes: number): Promise<TreeEntry> {
  try {
    const stats = await lstat(path);
    const mode = stats.mode & 0o7777;
    if (stats.isDirectory()) return { kind: "folder", mode };
    if (stats.isSymbolicLink()) return { kind: "link", mode, target: await readlink(path) };
    if (!stats.isFile()) return { kind: "other", mode };
    const digest = stats.size > maxFileBytes ? null : await digestFile(path, stats);
    return { kind: "file", mode, bytes: stats.size, links: stats.nlink, digest };
  } catch (error) {
    // A name that is not UTF-8 can't be looked up again; it still stands in the snapshot as something foreign.
    if (isDenied(error) || isGone(error)) return { kind: "other", mode: 0 };
    throw error;
  }
}

async function digestFile(path: string, stats: Stats): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const hash = createHash("sha256");
  if (stats.size > 0)
    for await (const chunk of file.createReadStream({ end: stats.size - 1, autoClose: false })) hash.update(chunk);
  return hash.digest("hex");
}

function tooLarge(folder: string, maxEntries: number): HarnessError {
  return new HarnessError({
    fault: "agent",
    code: "tree-too-large",
    message: `${folder} holds more than ${maxEntries} files; a candidate is one file.`,
  });
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ELOOP");
}
