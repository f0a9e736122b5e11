// A folder as a compressed archive, as it is: modes, links, and what is no plain file as what it is.

import { constants } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip, constants as zlib } from "node:zlib";
import { type Pack, pack } from "tar-stream";

export interface PackTreeOptions {
  /** The one entry of the folder that is packed, with everything below; left out, all are. */
  only?: string;
  /** Relative paths that are left out with everything below. */
  ignore?: readonly string[];
  /** Larger files are told of, not packed; default 32 MiB. */
  maxFileBytes?: number;
}

/**
 * Packs a tree without following links. What is no file, folder or link of its own (a pipe, a socket, a second name of a
 * file, a file that can't be read or is too large) stands in the archive as a pipe.
 */
export async function packTree(folder: string, options: PackTreeOptions = {}): Promise<Uint8Array> {
  const { only, ignore = [], maxFileBytes = 32 * 1024 * 1024 } = options;
  const archive = pack();
  const ignored = new Set(ignore);
  const packed = buffer(archive.pipe(createGzip({ level: zlib.Z_BEST_SPEED })));
  try {
    await packFolder("");
    archive.finalize();
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    packed.catch(() => undefined);
    throw error;
  }
  return await packed;

  async function packFolder(relative: string): Promise<void> {
    for (const name of (await readdir(join(folder, relative))).sort()) {
      const path = relative === "" ? name : `${relative}/${name}`;
      if (ignored.has(path) || (relative === "" && only !== undefined && name !== only)) continue;
      const isFolder = await packEntry(archive, join(folder, path), path, maxFileBytes);
      // What can't be listed has nothing below it.
      if (isFolder) await packFolder(path).catch(unlessUnreadable);
    }
  }
}

async function packEntry(archive: Pack, full: string, name: string, maxFileBytes: number): Promise<boolean> {
  const stats = await lstat(full).catch(unlessUnreadable);
  const mode = (stats?.mode ?? 0) & 0o7777;
  if (stats?.isDirectory()) {
    archive.entry({ name, mode, type: "directory" });
    return true;
  }
  if (stats?.isSymbolicLink()) {
    archive.entry({ name, mode, type: "symlink", linkname: await readlink(full) });
    return false;
  }
  const plain = stats?.isFile() === true && stats.nlink === 1 && stats.size <= maxFileBytes;
  const content = plain ? await readPlain(full, maxFileBytes).catch(unlessUnreadable) : undefined;
  if (content === undefined) archive.entry({ name, mode, type: "fifo" });
  else archive.entry({ name, mode }, content);
  return false;
}

/** undefined where it has grown too large meanwhile. */
async function readPlain(path: string, maxFileBytes: number): Promise<Buffer | undefined> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const content = await file.readFile();
  return content.byteLength <= maxFileBytes ? content : undefined;
}

const unreadable = new Set(["EACCES", "EPERM", "ENOENT", "ELOOP", "ENOTDIR", "ENXIO"]);

function unlessUnreadable(error: unknown): undefined {
  if (error instanceof Error && "code" in error && unreadable.has(String(error.code))) return undefined;
  throw error;
}
