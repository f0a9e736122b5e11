// A coding agent's tree at one moment: what is there, and the texts of which an edit is kept line by line.

import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { admitTrainRun, relativePaths } from "../../workspace/layout.ts";
import { snapshotTree, type TreeSnapshot } from "../../workspace/snapshot-tree.ts";

export interface TreeState {
  snapshot: TreeSnapshot;
  /** Of plain text files, but for traces: these are many, large, and nobody's to edit. */
  texts: ReadonlyMap<string, string>;
}

const textBytesAtMost = 512 * 1024;

/** Throws agent "tree-too-large". */
export async function readTree(folder: string): Promise<TreeState> {
  const snapshot = await snapshotTree(folder);
  const texts = new Map<string, string>();
  for (const [path, entry] of snapshot) {
    if (entry.kind !== "file" || entry.bytes > textBytesAtMost || path.startsWith(`${relativePaths.traces}/`)) continue;
    const text = await readText(join(folder, path));
    if (text !== null) texts.set(path, text);
  }
  return { snapshot, texts };
}

/** `state` with the host's own files as they are in `now`. */
export function admitHostFiles(state: TreeState, now: TreeState): TreeState {
  return { snapshot: admitTrainRun(state.snapshot, now.snapshot), texts: admitTrainRun(state.texts, now.texts) };
}

/** null for what is no text, or no plain file any more. */
async function readText(path: string): Promise<string | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.readFile());
  } catch {
    return null;
  }
}
