// The files of one iteration as the built-in coding agent sees them: everything below the tree can be read, two files
// can be written, links are never followed.

import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { writeAtomic } from "../../lib/write-atomic.ts";

export const writableFiles: readonly string[] = ["agent/agent.ts", "workspace/learnings.md"];

const maxFileBytes = 512 * 1024;
const maxListed = 500;

/** What the coding agent asked for is not allowed or does not fit; its message is for the coding agent. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

export interface TreeFiles {
  /** Paths below a folder, files with their sizes. Throws Refusal, as all of these. */
  list(path: string): Promise<string>;
  read(path: string): Promise<string>;
  /** Replaces `old`, which must stand in the file exactly once. */
  replace(path: string, old: string, replacement: string): Promise<void>;
  write(path: string, content: string): Promise<void>;
}

export async function openTreeFiles(tree: string): Promise<TreeFiles> {
  const root = await realpath(tree);

  async function inside(path: string): Promise<{ relative: string; full: string }> {
    const relative = normalize(path.replace(/^\.?\/+/, "").replaceAll("\\", "/")).replace(/[/\\]$/, "");
    if (path.startsWith("/") || path.includes("\0") || relative === ".." || relative.startsWith(`..${sep}`)) {
      throw new Refusal(`${path} is outside of the tree; paths are relative to it, such as agent/agent.ts`);
    }
    let full = root;
    for (const part of relative === "." ? [] : relative.split(sep)) {
      full = join(full, part);
      const stats = await lstat(full).catch(() => null);
      if (stats?.isSymbolicLink()) throw new Refusal(`${path} goes through a link, which is not followed`);
    }
    return { relative: relative.split(sep).join("/"), full };
  }

  async function writable(path: string): Promise<string> {
    const { relative, full } = await inside(path);
    if (writableFiles.includes(relative)) return full;
    throw new Refusal(`${path} is read-only; only ${writableFiles.join(" and ")} may be written`);
  }

  async function read(path: string): Promise<string> {
    const { full } = await inside(path);
    const stats = await lstat(full).catch(() => null);
    if (stats === null) throw new Refusal(`${path} does not exist`);
    if (!stats.isFile()) throw new Refusal(`${path} is not a file; use list_files`);
    return readFile(full, "utf8");
  }

  async function write(path: string, content: string): Promise<void> {
    const full = await writable(path);
    if (Buffer.byteLength(content) > maxFileBytes)
      throw new Refusal(`${path} would be larger than ${maxFileBytes} bytes`);
    await writeAtomic(full, content);
  }

  return {
    read,
    write,
    async list(path) {
      const { relative, full } = await inside(path);
      const lines: string[] = [];
      await listInto(lines, full, relative === "." ? "" : relative);
      if (lines.length === 0) return "(empty)";
      return lines.length < maxListed
        ? lines.join("\n")
        : `${lines.join("\n")}\n(more is not shown: list a folder below)`;
    },
    async replace(path, old, replacement) {
      await writable(path);
      const content = await read(path);
      const count = old === "" ? 0 : content.split(old).length - 1;
      if (count !== 1)
        throw new Refusal(`the old text stands in ${path} ${count} times; it must stand there exactly once`);
      await write(
        path,
        content.replace(old, () => replacement),
      );
    },
  };
}

async function listInto(lines: string[], folder: string, relative: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Refusal(`${relative} is not a folder`);
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (lines.length >= maxListed) return;
    const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory()) await listInto(lines, join(folder, entry.name), path);
    else if (entry.isFile()) lines.push(`${path} (${(await lstat(join(folder, entry.name))).size} bytes)`);
    else lines.push(`${path} (not a file)`);
  }
}
