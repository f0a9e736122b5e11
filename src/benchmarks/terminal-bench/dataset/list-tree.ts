import { runDatasetGit } from "./dataset-git.ts";
import { BrokenRepository } from "./repository.ts";
import { parseTreeListing, type TreeEntry } from "./task-tree.ts";

/** Everything of a commit, or what is at the paths and below them; folders too. Throws BrokenRepository. */
export async function listTree(
  gitFolder: string,
  commit: string,
  { paths, signal }: { paths: readonly string[]; signal: AbortSignal },
): Promise<TreeEntry[]> {
  const all = paths.length === 0 || paths.includes("");
  const args = ["ls-tree", "-r", "-t", "-z", "--full-tree", commit, "--", ...(all ? [] : paths)];
  const listed = await runDatasetGit(gitFolder, args, { signal });
  if (listed.exitCode !== 0) throw new BrokenRepository(listed.stderr);
  return parseTreeListing(listed.stdout);
}

/** Hash of the commit's own tree. Throws BrokenRepository. */
export async function rootTree(
  gitFolder: string,
  commit: string,
  { signal }: { signal: AbortSignal },
): Promise<string> {
  const found = await runDatasetGit(gitFolder, ["rev-parse", "--verify", "--quiet", `${commit}^{tree}`], { signal });
  if (found.exitCode !== 0) throw new BrokenRepository(found.stderr);
  return found.stdout.trim();
}
