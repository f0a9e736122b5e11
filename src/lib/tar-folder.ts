import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { pack } from "tar-fs";
import { extract } from "tar-stream";
import { HarnessError } from "../core/fault.ts";

/** A tar stream of a folder's content below `prefix`, owned by root. */
export function packFolder(folder: string, { prefix }: { prefix: string }): Readable {
  const packed = pack(folder, { map: (header) => ({ ...header, name: join(prefix, header.name), uid: 0, gid: 0 }) });
  return Readable.from(packed, { objectMode: false });
}

/** Regular files by path; links and devices are left out. Throws task "file-too-large" over `maxBytes` together. */
export async function readTar(tar: Readable, { maxBytes }: { maxBytes: number }): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const parser = extract();
  const piped = pipeline(tar, parser);
  piped.catch(() => undefined);
  let total = 0;
  try {
    for await (const entry of parser) {
      total += entry.header.size ?? 0;
      if (total > maxBytes) {
        throw new HarnessError({
          fault: "task",
          code: "file-too-large",
          message: `the archive holds more than ${maxBytes} bytes`,
        });
      }
      if (entry.header.type === "file") files.set(entry.header.name, await buffer(entry));
      else entry.resume();
    }
    await piped;
    return files;
  } finally {
    parser.destroy();
    tar.destroy();
  }
}
