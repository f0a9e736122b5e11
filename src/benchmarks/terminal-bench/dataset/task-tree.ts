// Which tasks a commit has and what is in their folders, from git's own listing.

import { HarnessError } from "../../../core/fault.ts";

export interface TreeEntry {
  /** Octal, as git has it: 040000 a folder, 120000 a link, 160000 a submodule. */
  mode: string;
  hash: string;
  /** From the repository's root, or from a task's folder. */
  path: string;
}

export interface TaskTree {
  id: string;
  /** From the repository's root. */
  path: string;
  /** Git's hash of the folder: of all names, modes and contents below it. */
  tree: string;
  /** Everything below it but folders; paths from the task's folder. */
  entries: readonly TreeEntry[];
}

/** What `git ls-tree -r -t -z` prints. */
export function parseTreeListing(text: string): TreeEntry[] {
  return text.split("\0").flatMap((line) => {
    const match = /^(\d{6}) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line);
    return match === null ? [] : [{ mode: match[1] ?? "", hash: match[2] ?? "", path: match[3] ?? "" }];
  });
}

/**
 * Path by task's id: the task at `path`, or those directly below it. Where no path is given: those below `tasks`, else
 * those at the root. Throws config "dataset-missing" that says where there are tasks.
 */
export function findTaskPaths(
  entries: readonly TreeEntry[],
  { path, repository }: { path: string | null; repository: { name: string; said: string } },
): Map<string, string> {
  const folders = entries.flatMap((entry) =>
    entry.mode !== folderMode && /(?:^|\/)task\.toml$/.test(entry.path)
      ? [entry.path.slice(0, -"/task.toml".length)]
      : [],
  );
  for (const place of path === null ? ["tasks", ""] : [path]) {
    // A repository that is one task is named by it.
    if (folders.includes(place)) return new Map([[baseName(place) || repository.name, place]]);
    const below = folders.filter((folder) => parentOf(folder) === place && !baseName(folder).startsWith("."));
    if (below.length > 0) return new Map(below.map((folder) => [baseName(folder), folder]));
  }
  const elsewhere = [...new Set(folders.map(parentOf))].slice(0, 10).map((folder) => `#${folder}`);
  const advice = elsewhere.length === 0 ? "It holds no task at all" : `There are tasks below ${elsewhere.join(", ")}`;
  throw new HarnessError({
    fault: "config",
    code: "dataset-missing",
    message: `${repository.said} has no folder with a task.toml in ${path === null ? "tasks/ or at its root" : JSON.stringify(path)}. ${advice}.`,
  });
}

/** By id; a task whose folder the commit does not have is left out. `root` is the hash of the root's own tree. */
export function taskTrees(
  entries: readonly TreeEntry[],
  { paths, root }: { paths: ReadonlyMap<string, string>; root: string },
): Map<string, TaskTree> {
  const hashes = new Map([["", root]]);
  for (const { mode, path, hash } of entries) if (mode === folderMode) hashes.set(path, hash);
  const wanted = new Set(paths.values());
  const below = new Map<string, TreeEntry[]>([...wanted].map((path) => [path, []]));
  for (const entry of entries) {
    if (entry.mode === folderMode) continue;
    for (let folder = entry.path; folder !== ""; ) {
      folder = parentOf(folder);
      const path = folder === "" ? entry.path : entry.path.slice(folder.length + 1);
      below.get(folder)?.push({ ...entry, path });
    }
  }
  return new Map(
    [...paths].flatMap(([id, path]) => {
      const tree = hashes.get(path);
      return tree === undefined ? [] : [[id, { id, path, tree, entries: below.get(path) ?? [] }] as const];
    }),
  );
}

const folderMode = "040000";

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function parentOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
