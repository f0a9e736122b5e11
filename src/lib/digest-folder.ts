import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "./digest.ts";

/** Hex SHA-256 over sorted lines `relpath NUL mode NUL sha256(content or link target) LF`; empty folders do not count. */
export async function digestFolder(folder: string): Promise<string> {
  const lines: string[] = [];
  async function visit(relative: string): Promise<void> {
    const entries = await readdir(join(folder, relative), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      const full = join(folder, path);
      if (entry.isDirectory()) {
        await visit(path);
      } else if (entry.isSymbolicLink()) {
        lines.push(`${path}\0link\0${sha256(await readlink(full))}\n`);
      } else {
        const executable = ((await lstat(full)).mode & 0o100) !== 0;
        lines.push(`${path}\0${executable ? "x" : "-"}\0${sha256(await readFile(full))}\n`);
      }
    }
  }
  await visit("");
  return sha256(lines.join(""));
}
