// What a Dockerfile copies, as archives in a folder from which they are uploaded.

import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path/posix";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pack } from "tar-fs";
import { readFirstEntry } from "../../lib/tar-file.ts";
import { parseDockerIgnore } from "../build-ignore.ts";
import { boxFolder } from "../cloud/spool-folder.ts";
import { type CopiedArchive, type PlannedCopy, type StageBase, unsupported } from "./dockerfile.ts";

/** Writes a tar archive of a path in a template to a file. */
export type ReadStageFiles = (reference: string, path: string, file: string, signal: AbortSignal) => Promise<void>;

export interface StageCopiesContext {
  /** The build context, and what of it is sent. */
  folder: string;
  entries: readonly string[];
  /** Where the archives go. */
  target: string;
  prefix: string;
  /** For messages. */
  name: string;
  signal: AbortSignal;
  readStageFiles: (base: StageBase, path: string, file: string) => Promise<void>;
}

/** `file` is the archive's name in `target`. Throws config "image-unsupported" where nothing is to be copied. */
export async function stageCopies(
  copy: PlannedCopy,
  context: StageCopiesContext,
): Promise<Array<CopiedArchive & { file: string }>> {
  const copies: Array<CopiedArchive & { file: string }> = [];
  const next = () => {
    const file = `${context.prefix}-${copies.length}.tar`;
    return { file, path: `${boxFolder}/${file}` };
  };
  for (const path of copy.paths) {
    if (copy.from.kind !== "context") {
      const { file, path: inside } = next();
      const clean = join("/", path).replace(/(.)\/$/, "$1");
      const full = join(context.target, file);
      await context.readStageFiles(copy.from, clean, full);
      copies.push({ file, path: inside, top: basename(clean), folder: await beginsWithFolder(full) });
      continue;
    }
    for (const found of matching(path, context)) {
      const { file, path: inside } = next();
      copies.push({ file, path: inside, ...(await packEntry(found, join(context.target, file), context)) });
    }
  }
  return copies;
}

function matching(path: string, { entries, name }: StageCopiesContext): string[] {
  const clean = normalize(path).replace(/^\/+/, "").replace(/\/$/, "");
  if (clean === "." || clean === "") return [""];
  if (entries.includes(clean)) return [clean];
  const matches = parseDockerIgnore(clean);
  // A wildcard also matches ".", the folder of what is at the top.
  const isTop = (entry: string) => dirname(entry) === "." || !matches(dirname(entry));
  const found = entries.filter((entry) => matches(entry) && isTop(entry));
  if (found.length === 0) throw unsupported(name, `COPY ${path}, which is not in its context`);
  return found;
}

async function packEntry(
  entry: string,
  file: string,
  { folder, entries, signal }: StageCopiesContext,
): Promise<{ top: string; folder: boolean }> {
  const all = entry === "";
  const top = all ? "context" : basename(entry);
  const parent = all ? "" : dirname(entry);
  // The Dockerfile is part of its context.
  const wanted = all
    ? [...entries, "Dockerfile"]
    : entries.filter((one) => one === entry || one.startsWith(`${entry}/`));
  const archive = pack(folder, {
    entries: wanted,
    // Folders are in the list only for their modes: what is in them is listed too.
    ignore: () => true,
    strict: false,
    map: (header) => ({
      ...{ ...header, uid: 0, gid: 0 },
      name: all ? join(top, header.name) : header.name.slice(parent === "." ? 0 : parent.length + 1),
    }),
  });
  await pipeline(Readable.from(archive, { objectMode: false }), createWriteStream(file), { signal });
  return { top, folder: all || (await stat(join(folder, entry))).isDirectory() };
}

async function beginsWithFolder(file: string): Promise<boolean> {
  const first = await readFirstEntry(createReadStream(file), 0);
  return first?.type === "other" && first.kind === "directory";
}
