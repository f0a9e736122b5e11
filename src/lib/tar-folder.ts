import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pack } from "tar-fs";
import { readTarEntries } from "./tar-entries.ts";

/**
 * A tar stream of a folder's content below `prefix`, owned by root; the folder itself is not in it, so that one that is
 * there keeps its owner. `executable`: a file that everybody may run.
 */
export function packFolder(folder: string, { prefix, executable }: { prefix: string; executable?: string }): Readable {
  const packed = pack(folder, {
    entries: readdirSync(folder).sort(),
    map: (header) => ({
      ...header,
      name: join(prefix, header.name),
      ...(header.name === executable ? { mode: (header.mode ?? 0) | 0o555 } : {}),
      ...{ uid: 0, gid: 0 },
    }),
  });
  return Readable.from(packed, { objectMode: false });
}

const maxEntries = 20_000;

/**
 * Regular files by path; links and devices are left out. Throws task "file-too-large" over `maxBytes` together or 20,000
 * entries, and task "archive-malformed".
 */
export async function readTar(tar: Readable, { maxBytes }: { maxBytes: number }): Promise<Map<string, Buffer>> {
  const entries = await readTarEntries(tar, { maxBytes, maxEntries });
  return new Map(entries.flatMap(({ type, path, content }) => (type === "file" ? [[path, content]] : [])));
}
