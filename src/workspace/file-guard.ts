// Step 0 of the gate: which files of a tree changed, as a pure comparison of two snapshots.

import type { TreeEntry, TreeSnapshot } from "./snapshot-tree.ts";

export type ViolationKind = "added" | "removed" | "changed" | "mode" | "link" | "kind" | "too-large";

export interface Violation {
  /** Relative to the tree, with forward slashes. */
  path: string;
  kind: ViolationKind;
}

/**
 * What changed outside `allowed`, sorted by path. Allowed files may change but stay what they were: single regular
 * files of at most `maxAllowedBytes` (default 512 KiB) that run as programs, or for another, no more than before.
 * Who else may read or write one is not looked at: editors that write a new file take that from the umask.
 */
export function compareTrees(
  before: TreeSnapshot,
  after: TreeSnapshot,
  allowed: readonly string[],
  { maxAllowedBytes = 512 * 1024 }: { maxAllowedBytes?: number } = {},
): Violation[] {
  const mayChange = new Set(allowed);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const old = before.get(path);
    const now = after.get(path);
    const kind = mayChange.has(path) ? judgeAllowed(old, now, maxAllowedBytes) : judge(old, now);
    return kind === null ? [] : [{ path, kind }];
  });
}

/** One line, such as `changed: PROGRAM.md`; control characters of a hostile name are escaped. */
export function describeViolation({ path, kind }: Violation): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const name = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(path) ? JSON.stringify(path) : path;
  return `${words[kind]}: ${name}`;
}

const words: Readonly<Record<ViolationKind, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  mode: "mode changed",
  link: "link changed",
  kind: "no longer the same kind of file",
  "too-large": "too large",
};

/** May be executed, by whom and as whom. */
const programBits = 0o7111;

function judge(old: TreeEntry | undefined, now: TreeEntry | undefined): ViolationKind | null {
  if (now === undefined) return "removed";
  if (old === undefined) return "added";
  if (old.kind !== now.kind) return "kind";
  if (old.kind === "link" && now.kind === "link") return old.target === now.target ? null : "link";
  if (old.kind === "file" && now.kind === "file") {
    if (now.digest === null) return "too-large";
    if (old.digest !== now.digest) return "changed";
    if (now.links > old.links) return "link";
  }
  return old.mode === now.mode ? null : "mode";
}

function judgeAllowed(old: TreeEntry | undefined, now: TreeEntry | undefined, maxBytes: number): ViolationKind | null {
  if (now === undefined) return "removed";
  if (now.kind !== "file") return "kind";
  const before = old?.kind === "file" ? old : { links: 1, mode: 0 };
  if (now.links > before.links) return "link";
  if ((now.mode & programBits) !== (before.mode & programBits)) return "mode";
  return now.bytes > maxBytes ? "too-large" : null;
}
