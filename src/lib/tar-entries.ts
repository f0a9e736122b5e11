// Files, folders and links of a tar archive, read within bounds and packed again.

import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Header, pack } from "tar-stream";
import { HarnessError } from "../core/fault.ts";
import { type ArchiveEntry, readArchive } from "./read-archive.ts";

export interface TarEntry {
  /** Relative, without `..` and without a slash at the end. */
  path: string;
  type: "file" | "folder" | "link";
  mode: number;
  /** Of a file; empty for others. */
  content: Buffer;
  /** Of a link; "" for others. */
  linkTarget: string;
}

/**
 * Devices, pipes and second names of a file are left out, and so is what does not lie below the archive. Throws task
 * "file-too-large" over the bounds, where the rest of the stream is destroyed, and task "archive-malformed".
 */
export async function readTarEntries(
  tar: Readable,
  { maxBytes, maxEntries }: { maxBytes: number; maxEntries: number },
): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  let [bytes, count] = [0, 0];
  const read = async (entry: ArchiveEntry) => {
    const { header } = entry;
    bytes += header.size ?? 0;
    count += 1;
    if (bytes > maxBytes) throw tooLarge(`more than ${maxBytes} bytes`);
    if (count > maxEntries) throw tooLarge(`more than ${maxEntries} files`);
    const known = typeOf(header);
    const path = pathOf(header);
    const content = known === "file" ? await buffer(entry) : Buffer.alloc(0);
    if (known !== "file") entry.resume();
    if (known === null || path === null) return undefined;
    const linkTarget = known === "link" ? (header.linkname ?? "") : "";
    entries.push({ path, type: known, mode: (header.mode ?? 0o644) & 0o777, content, linkTarget });
    return undefined;
  };
  try {
    await readArchive([tar], read);
  } catch (error) {
    throw isMalformed(error) ? malformed(error) : error;
  }
  return entries;
}

/** Owned by root. */
export async function packTarEntries(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const archive = pack();
  const packed = buffer(archive);
  for (const { path: name, type, mode, content, linkTarget } of entries) {
    if (type === "file") archive.entry({ name, mode }, content);
    else if (type === "folder") archive.entry({ name, mode, type: "directory" });
    else archive.entry({ name, mode, type: "symlink", linkname: linkTarget });
  }
  archive.finalize();
  return await packed;
}

function typeOf({ type }: Header): TarEntry["type"] | null {
  if (type === "file" || type === "contiguous-file") return "file";
  if (type === "directory") return "folder";
  return type === "symlink" ? "link" : null;
}

function pathOf({ name }: Header): string | null {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 || parts.includes("..") || name.includes("\0") ? null : parts.join("/");
}

/** As tar-stream says it. */
function isMalformed(error: unknown): error is Error {
  return (
    error instanceof Error &&
    !(error instanceof HarnessError) &&
    /^(?:Invalid (?:tar )?header|Header exceeds max size|Unexpected end of data)/.test(error.message)
  );
}

function malformed(cause: Error): HarnessError {
  const message = `the archive can't be read: ${cause.message}`;
  return new HarnessError({ fault: "task", code: "archive-malformed", message, cause });
}

function tooLarge(what: string): HarnessError {
  return new HarnessError({ fault: "task", code: "file-too-large", message: `the archive holds ${what}` });
}
