// The build context as it is sent: the folder without what .dockerignore names, the Dockerfile possibly rewritten.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pack } from "tar-fs";
import { HarnessError } from "../core/fault.ts";
import { type Ignored, parseDockerIgnore } from "./build-ignore.ts";

export interface BuildContext {
  dockerfile: string;
  /** Its path in the folder. */
  name: string;
  /** Relative paths of what is sent, folders before what is in them, without the Dockerfile. */
  entries: readonly string[];
}

/** Throws task "dockerfile-missing". */
export async function readBuildContext(folder: string, name = "Dockerfile"): Promise<BuildContext> {
  const dockerfile = await readFile(join(folder, name), "utf8").catch((cause: unknown) => {
    const message = `No ${name} can be read in ${folder}: a build needs one there.`;
    throw new HarnessError({ fault: "task", code: "dockerfile-missing", message, cause, context: { folder } });
  });
  const rules =
    (await readOptional(join(folder, `${name}.dockerignore`))) ?? (await readOptional(join(folder, ".dockerignore")));
  return { dockerfile, name, entries: await listEntries(folder, name, parseDockerIgnore(rules ?? "")) };
}

/** `dockerfile` is sent in place of the one on disk, which is never written. */
export function packBuildContext(folder: string, { dockerfile, name, entries }: BuildContext): Readable {
  const archive = pack(folder, {
    entries: [...entries],
    // Folders are in the list only for their modes: what is in them is listed too.
    ignore: () => true,
    strict: false,
    map: (header) => ({ ...header, uid: 0, gid: 0 }),
    finalize: false,
    finish: (walked) => {
      walked.entry({ name, mode: 0o644 }, dockerfile);
      walked.finalize();
    },
  });
  return Readable.from(archive, { objectMode: false });
}

async function listEntries(folder: string, dockerfile: string, ignored: Ignored): Promise<string[]> {
  const paths: string[] = [];
  async function visit(parent: string): Promise<void> {
    const entries = await readdir(join(folder, parent), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = parent === "" ? entry.name : `${parent}/${entry.name}`;
      const unwanted = path === dockerfile || ignored(path);
      if (!unwanted) paths.push(path);
      if (entry.isDirectory() && (!unwanted || ignored.hasExceptions)) await visit(path);
    }
  }
  await visit("");
  return paths;
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
