// The private copy of the tree that a coding agent works in. What goes in goes in as a copy; two files come back.

import { cp, lstat, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomic } from "../lib/write-atomic.ts";
import { type Layout, layout, relativePaths } from "../workspace/layout.ts";

const maxLearningsBytes = 1024 * 1024;

export interface CandidateTree extends AsyncDisposable {
  folder: string;
  /** The same paths as the experiment's, inside the tree. */
  paths: Layout;
}

export async function openCandidateTree(from: Layout, name: string): Promise<CandidateTree> {
  const folder = join(from.host.candidates, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copied = [
    relativePaths.agentFolder,
    relativePaths.programFile,
    relativePaths.programTemplates,
    relativePaths.workspace,
  ];
  for (const part of copied) {
    await cp(join(from.root, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  }
  return {
    folder,
    paths: layout({ root: folder, experiment: "none" }),
    [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }),
  };
}

/** Brings learnings.md back if it is a file of sane size; says in a line why not. */
export async function takeLearnings(tree: CandidateTree, to: Layout): Promise<string | null> {
  const file = tree.paths.learningsFile;
  const stats = await lstat(file).catch(() => null);
  if (stats === null || !stats.isFile()) return "learnings.md was not taken back: it is no longer a file";
  if (stats.size > maxLearningsBytes) return `learnings.md was not taken back: ${stats.size} bytes`;
  await writeAtomic(to.learningsFile, await readFile(file));
  return null;
}
