// An archive of packTree's as a folder. The archive may come from somebody who is not trusted: nothing lands outside the
// folder, no link is followed, nothing becomes a program that runs as its owner.

import { chmod, lstat, mkdir, open, symlink } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Header } from "tar-stream";
import { HarnessError } from "../core/fault.ts";
import { type ArchiveEntry, readArchive } from "./read-archive.ts";

export interface UnpackTreeOptions {
  /** Files, folders and links; default 20,000. */
  maxEntries?: number;
  /** Of the archive once it is not compressed any more; default 256 MiB. */
  maxBytes?: number;
}

/** What stands, as the target of a link that leads nowhere, for whatever is no plain file, folder or link. */
export const noPlainFile = "(not a plain file)";

/**
 * Unpacks into a folder that exists; folders may be there already, files may not. Folders stay open to their owner,
 * whatever the archive says. Throws agent "tree-too-large" and "tree-malformed", and leaves what it has made then.
 */
export async function unpackTree(archive: Uint8Array, folder: string, options: UnpackTreeOptions = {}): Promise<void> {
  const { maxEntries = 20_000, maxBytes = 256 * 1024 * 1024 } = options;
  const folders = new Map<string, number>();
  let entries = 0;
  try {
    await readArchive([Readable.from([archive]), createGunzip(), limited(maxBytes)], async (entry) => {
      entries += 1;
      if (entries > maxEntries) throw tooLarge(`more than ${maxEntries} files`);
      await unpackEntry(entry, folder, folders);
      return undefined;
    });
  } catch (error) {
    throw error instanceof HarnessError || isOfThisMachine(error) ? error : unreadable(error);
  }
  // Last, the deepest first: a folder that is closed takes no files.
  for (const [path, mode] of [...folders].reverse()) await chmod(join(folder, path), mode | 0o700);
}

async function unpackEntry(entry: ArchiveEntry, folder: string, folders: Map<string, number>): Promise<void> {
  const { header } = entry;
  const path = pathOf(header, folders);
  const full = join(folder, path);
  const mode = (header.mode ?? 0) & 0o7777;
  if (header.type === "directory") {
    await mkdir(full, { mode: 0o700 }).catch(async (error: unknown) => {
      if (!(await lstat(full)).isDirectory()) throw error;
    });
    folders.set(path, mode);
    entry.resume();
  } else if (header.type === "file" && (mode & 0o7000) === 0) {
    // Neither an existing file nor a link is opened by this.
    await using file = await open(full, "wx", 0o600);
    for await (const chunk of entry) await file.writeFile(chunk as Uint8Array);
    await file.chmod(mode);
  } else {
    const target = header.type === "symlink" ? (header.linkname ?? "") : noPlainFile;
    await symlink(target === "" || target.length > 4000 ? noPlainFile : target, full);
    entry.resume();
  }
}

/** Below folders that this archive has brought: not below a link of its own making. */
function pathOf({ name }: Header, folders: ReadonlyMap<string, number>): string {
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".." || part.includes("\0"))) throw malformed(name);
  const parent = parts.slice(0, -1).join("/");
  if (parent !== "" && !folders.has(parent)) throw malformed(name);
  return parts.join("/");
}

function limited(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      done(bytes > maxBytes ? tooLarge(`more than ${maxBytes} bytes`) : null, chunk);
    },
  });
}

/** A full disk is not the archive's doing. */
function isOfThisMachine(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(ENOSPC|EDQUOT|EIO|EMFILE|ENFILE|EROFS)$/.test(`${error.code}`);
}

function tooLarge(what: string): HarnessError {
  return new HarnessError({
    fault: "agent",
    code: "tree-too-large",
    message: `The tree that came back holds ${what}.`,
  });
}

function malformed(name: string): HarnessError {
  const message = `The tree that came back has an entry that is not below it: ${JSON.stringify(name).slice(0, 200)}.`;
  return new HarnessError({ fault: "agent", code: "tree-malformed", message });
}

function unreadable(cause: unknown): HarnessError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `The tree that came back could not be unpacked: ${why}.`;
  return new HarnessError({ fault: "agent", code: "tree-malformed", message, cause });
}
