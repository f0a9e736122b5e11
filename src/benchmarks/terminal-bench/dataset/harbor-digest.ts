// The digest by which Harbor names a task's content (`task.digest` of its lock.json), so that results can be matched.

import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../../lib/digest.ts";
import { ignoredBy } from "./gitignore.ts";

const singleFiles = ["task.toml", "instruction.md", "README.md", "trajectory.json"];
const folders = ["environment", "tests", "solution", "steps"];
/** Where a task has no .gitignore of its own. */
const usuallyIgnored = ["__pycache__/", "*.pyc", ".DS_Store", "*.swp", "*.swo", "*~"];

/** `sha256:` over sorted lines `relpath NUL sha256(content) LF` of a task's files. */
export async function harborDigest(folder: string): Promise<string> {
  const paths = await filesOf(folder);
  const ignores = ignoredBy(await ignoreLines(folder));
  const lines = await Promise.all(
    paths
      .filter((path) => !ignores(path))
      .sort(compareBytes)
      .map(async (path) => `${path}\0${sha256(await readFile(join(folder, path)))}\n`),
  );
  return `sha256:${sha256(lines.join(""))}`;
}

async function ignoreLines(folder: string): Promise<readonly string[]> {
  try {
    return (await readFile(join(folder, ".gitignore"), "utf8")).split(/\r\n|\n|\r/);
  } catch {
    return usuallyIgnored;
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of singleFiles) if (await isKind(join(folder, name), "file")) found.push(name);
  for (const name of folders) {
    if (await isKind(join(folder, name), "folder")) await collect(folder, name, found);
  }
  return found;
}

/** Links to files count as files; links to folders are not entered. */
async function collect(folder: string, path: string, found: string[]): Promise<void> {
  for (const name of await readdir(join(folder, path))) {
    const below = `${path}/${name}`;
    if ((await lstat(join(folder, below))).isDirectory()) await collect(folder, below, found);
    else if (await isKind(join(folder, below), "file")) found.push(below);
  }
}

async function isKind(path: string, kind: "file" | "folder"): Promise<boolean> {
  return await stat(path).then(
    (stats) => (kind === "file" ? stats.isFile() : stats.isDirectory()),
    () => false,
  );
}

/** As Python sorts text: by code points. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
