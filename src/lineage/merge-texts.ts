import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "./git.ts";

export interface Texts {
  ours: string;
  /** What both of the others came from. */
  base: string;
  theirs: string;
}

/** `ours` with what leads from `base` to `theirs`; null where both changed the same lines. Throws as git() does. */
export async function mergeTexts(texts: Texts, { signal }: { signal: AbortSignal }): Promise<string | null> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-merge-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const names = ["ours", "base", "theirs"] as const;
  for (const name of names) await writeFile(join(folder, name), texts[name]);
  const { exitCode, stdout } = await git({ folder }, ["merge-file", "-p", "-q", ...names], {
    signal,
    // The number of conflicts, 127 at most.
    accept: Array.from({ length: 127 }, (_, count) => count),
  });
  return exitCode === 0 ? stdout : null;
}
