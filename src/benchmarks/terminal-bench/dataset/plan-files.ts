// The files of a task's folder as they will stand on the disk: links are replaced by what they point to, as Harbor does.

import { HarnessError } from "../../../core/fault.ts";
import type { TreeEntry } from "./task-tree.ts";

export interface PlannedFile {
  /** Relative, with forward slashes, without a way out. */
  path: string;
  hash: string;
  executable: boolean;
}

type Node =
  | { kind: "file"; hash: string; executable: boolean }
  | { kind: "link"; target: string }
  | { kind: "folder"; children: Map<string, Node> };

type Folder = Extract<Node, { kind: "folder" }>;

const mostFiles = 100_000;
const mostLinks = 40;

/** By hash the text of every link. Throws config "task-invalid" that names the entry. */
export function planFiles(
  entries: readonly TreeEntry[],
  { where, targets }: { where: string; targets: ReadonlyMap<string, string> },
): PlannedFile[] {
  const root: Folder = { kind: "folder", children: new Map() };
  for (const entry of entries) addEntry(root, entry, { where, targets });
  const planned: PlannedFile[] = [];
  emit({ node: root, stack: [] }, "", new Set());
  return planned;

  /** `stack`: the folders that the node lies in, from the root. */
  function emit({ node, stack }: Found, path: string, within: ReadonlySet<Node>): void {
    if (node.kind === "file") {
      if (planned.push({ path, hash: node.hash, executable: node.executable }) <= mostFiles) return;
      throw invalidEntry(where, path, `is file ${mostFiles + 1} of the task`);
    }
    if (node.kind === "link") {
      emit(follow(node.target, { stack, path, left: mostLinks }), path, within);
      return;
    }
    if (within.has(node)) throw invalidEntry(where, path, "is a link to a folder that it lies in");
    for (const [name, child] of node.children) {
      emit(
        { node: child, stack: [...stack, node] },
        path === "" ? name : `${path}/${name}`,
        new Set([...within, node]),
      );
    }
  }

  function follow(target: string, at: { stack: readonly Folder[]; path: string; left: number }): Found {
    const { path, left } = at;
    const wrong = (what: string) =>
      invalidEntry(
        where,
        path,
        `is a link that ${what} (${JSON.stringify(target)}); links must be relative and stay in the task's folder`,
      );
    if (left === 0) throw wrong("leads in a circle");
    if (target.startsWith("/") || target === "") throw wrong("points out of the task's folder");
    let found: Found = { node: at.stack.at(-1) ?? root, stack: at.stack.slice(0, -1) };
    for (const part of target.split("/")) {
      if (part === "" || part === ".") continue;
      const { node, stack }: Found = found;
      if (node.kind !== "folder") throw wrong("points through a file");
      if (part === "..") {
        const parent = stack.at(-1);
        if (parent === undefined) throw wrong("points out of the task's folder");
        found = { node: parent, stack: stack.slice(0, -1) };
        continue;
      }
      const child = node.children.get(part);
      if (child === undefined) throw wrong("points to nothing");
      found = { node: child, stack: [...stack, node] };
      if (child.kind === "link") found = follow(child.target, { stack: found.stack, path, left: left - 1 });
    }
    return found;
  }
}

interface Found {
  node: Node;
  stack: readonly Folder[];
}

function addEntry(
  root: Folder,
  { mode, path, hash }: TreeEntry,
  { where, targets }: { where: string; targets: ReadonlyMap<string, string> },
): void {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  let folder = root;
  for (const part of [...parts, name]) {
    if (/^(?:|\.|\.\.|\.git)$/i.test(part) || part.includes("\\"))
      throw invalidEntry(where, path, "has a name that is no file's");
  }
  for (const part of parts) {
    const known = folder.children.get(part);
    if (known !== undefined && known.kind !== "folder") throw invalidEntry(where, path, "lies below a file");
    const next: Folder = known ?? { kind: "folder", children: new Map() };
    folder.children.set(part, next);
    folder = next;
  }
  if (mode === "160000") {
    throw invalidEntry(
      where,
      path,
      "is a git submodule, which is not fetched; put the files themselves into the repository",
    );
  }
  folder.children.set(
    name,
    mode === "120000"
      ? { kind: "link", target: targets.get(hash) ?? "" }
      : { kind: "file", hash, executable: mode === "100755" },
  );
}

export function invalidEntry(where: string, path: string, problem: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "task-invalid",
    message: `${where}: ${path} ${problem}`,
    context: { path },
  });
}
