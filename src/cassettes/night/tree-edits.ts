// What a coding agent did to its tree between two moments, compact enough to be read in a diff.

import { z } from "zod";
import { compareTrees } from "../../workspace/file-guard.ts";
import { ownedByCodingAgent } from "../../workspace/layout.ts";
import type { TreeState } from "./tree-state.ts";

/** Lines of a text that were replaced; `line` is 1-based. */
const replaced = z.strictObject({
  ...{ path: z.string(), line: z.int().min(1) },
  ...{ old: z.array(z.string()), new: z.array(z.string()) },
});
const added = z.strictObject({ path: z.string(), text: z.string() });
/** What is no edit of a text: of it only that it was done is kept, which is all that the guard looks at. */
const done = z.strictObject({
  path: z.string(),
  deed: z.enum(["added", "folder", "removed", "changed", "mode", "link", "kind", "too-large"]),
});

export const treeEditSchema = z.union([replaced, added, done]);

export type TreeEdit = z.output<typeof treeEditSchema>;
export type ReplacedLines = z.output<typeof replaced>;

/** By path; the two owned files may change their mode as the guard allows. */
export function editsBetween(before: TreeState, after: TreeState): TreeEdit[] {
  const foreign = compareTrees(before.snapshot, after.snapshot, ownedByCodingAgent).map(({ path, kind }): TreeEdit => {
    const [old, now] = [before.texts.get(path), after.texts.get(path)];
    if (kind === "changed" && old !== undefined && now !== undefined) return replacedLines(path, old, now);
    if (kind !== "added") return { path, deed: kind };
    if (now !== undefined) return { path, text: now };
    return { path, deed: after.snapshot.get(path)?.kind === "folder" ? "folder" : kind };
  });
  const known = new Set(foreign.map(({ path }) => path));
  const owned = ownedByCodingAgent.flatMap((path): TreeEdit[] => {
    const [old, now] = [before.texts.get(path), after.texts.get(path)];
    if (known.has(path) || now === undefined || old === now) return [];
    return [old === undefined ? { path, text: now } : replacedLines(path, old, now)];
  });
  return [...owned, ...foreign];
}

function replacedLines(path: string, before: string, after: string): ReplacedLines {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const shorter = Math.min(old.length, now.length);
  const first = lengthWhile(shorter, (at) => old[at] === now[at]);
  const last = lengthWhile(shorter - first, (at) => old[old.length - 1 - at] === now[now.length - 1 - at]);
  // A place is told by what stands there: lines that were only added are kept with the one before them.
  const from = first > 0 && first === old.length - last ? first - 1 : first;
  return { path, line: from + 1, old: old.slice(from, old.length - last), new: now.slice(from, now.length - last) };
}

function lengthWhile(atMost: number, same: (at: number) => boolean): number {
  const at = Array.from({ length: atMost }, (_, index) => index).find((index) => !same(index));
  return at ?? atMost;
}
