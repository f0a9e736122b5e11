// A tar archive of one file, and the first entry of an archive.

import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Header, pack } from "tar-stream";
import { readArchive } from "./read-archive.ts";

/** `path` is relative to where the archive is unpacked; missing parents are the unpacker's business. */
export async function tarOfFile(path: string, content: Uint8Array | string, mode = 0o644): Promise<Buffer> {
  const archive = pack();
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  archive.entry({ name: path, mode, mtime: new Date() }, bytes);
  archive.finalize();
  return await buffer(archive);
}

export type FirstEntry =
  | { type: "file"; content: Buffer }
  | { type: "too-large"; bytes: number }
  | { type: "other"; kind: string };

/** Reads the first entry only, and no more than `maxBytes` of it; the rest of the stream is destroyed. */
export async function readFirstEntry(tar: Readable, maxBytes: number): Promise<FirstEntry | undefined> {
  let first: FirstEntry | undefined;
  await readArchive([tar], async (entry) => {
    first = await readEntry(entry, entry.header, maxBytes);
    return "enough";
  });
  return first;
}

async function readEntry(entry: AsyncIterable<unknown>, header: Header, maxBytes: number): Promise<FirstEntry> {
  if (header.type !== "file" && header.type !== "contiguous-file")
    return { type: "other", kind: header.type ?? "unknown" };
  const size = header.size ?? 0;
  if (size > maxBytes) return { type: "too-large", bytes: size };
  return { type: "file", content: await buffer(Readable.from(entry)) };
}
