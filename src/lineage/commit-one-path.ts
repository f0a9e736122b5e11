import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HarnessError } from "../core/fault.ts";
import type { Repository } from "./find-repository.ts";
import { git, gitLine, ownIdentity } from "./git.ts";

export interface OnePathCommit {
  /** Relative to the work tree, with forward slashes. */
  path: string;
  blob: string;
  message: string;
  signal: AbortSignal;
}

/**
 * Commits HEAD's tree with one path replaced, on whatever HEAD is (a branch, detached, no commit yet), and gives the
 * person's index the same entry. The author is the person's own identity where git knows one.
 */
export async function commitOnePath(
  repository: Repository,
  { path, blob, message, signal }: OnePathCommit,
): Promise<{ how: "committed"; commit: string; branch: string | null }> {
  const place = { gitFolder: repository.gitFolder };
  const parent = await revision(repository, "HEAD^{commit}", signal);
  const tree = await treeWith(repository, parent, path, blob, signal);
  const identity = (await hasIdentity(repository, signal)) ? {} : { env: ownIdentity(new Date()) };
  const commit = await gitLine(
    place,
    ["commit-tree", "--no-gpg-sign", tree, ...(parent === null ? [] : ["-p", parent])],
    { signal, input: message, ...identity },
  );
  // The index first: if another git holds its lock, nothing has happened yet.
  // In the work tree: git looks at files as young as the index, and hides their edits where it doesn't find them.
  const inTree = { folder: repository.root };
  await git(inTree, ["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`], { signal });
  const reason = `auto-harness adopt: ${message.split("\n", 1)[0] ?? ""}`;
  await git(place, ["update-ref", "-m", reason, "HEAD", commit, parent ?? ""], { signal });
  const branch = await git(place, ["symbolic-ref", "--quiet", "--short", "HEAD"], { signal, accept: [0, 1] });
  return { how: "committed", commit, branch: branch.exitCode === 0 ? branch.stdout.trim() : null };
}

/** The blob of a path in HEAD; null where there is none. */
export async function headBlob(repository: Repository, path: string, signal: AbortSignal): Promise<string | null> {
  return await revision(repository, `HEAD:${path}`, signal);
}

/** The staged blob of a path; null where there is none. Throws config "git-busy" when it is unmerged. */
export async function stagedBlob(repository: Repository, path: string, signal: AbortSignal): Promise<string | null> {
  const { stdout } = await git({ gitFolder: repository.gitFolder }, ["ls-files", "--stage", "-z", "--", path], {
    signal,
  });
  const [entry = ""] = stdout.split("\0");
  const match = /^\d+ ([0-9a-f]+) (\d)\t/.exec(entry);
  if (match === null) return null;
  if (match[2] !== "0") throw busy(repository.root, `${path} is unmerged`);
  return match[1] ?? null;
}

/** Whether git would not take the path: ignored and not tracked. */
export async function isIgnored(repository: Repository, path: string, signal: AbortSignal): Promise<boolean> {
  const check = await git({ folder: repository.root }, ["check-ignore", "--quiet", "--", path], {
    signal,
    accept: [0, 1],
  });
  return check.exitCode === 0;
}

/** Throws config "git-busy" in the middle of a merge, rebase, cherry-pick or revert. */
export async function refuseIfBusy(repository: Repository): Promise<void> {
  for (const [name, what] of Object.entries(underWay)) {
    const found = await access(join(repository.gitFolder, name)).then(
      () => true,
      () => false,
    );
    if (found) throw busy(repository.root, `${what} is under way`);
  }
}

const underWay: Readonly<Record<string, string>> = {
  MERGE_HEAD: "a merge",
  "rebase-merge": "a rebase",
  "rebase-apply": "a rebase",
  CHERRY_PICK_HEAD: "a cherry-pick",
  REVERT_HEAD: "a revert",
};

async function treeWith(
  repository: Repository,
  parent: string | null,
  path: string,
  blob: string,
  signal: AbortSignal,
): Promise<string> {
  const place = { gitFolder: repository.gitFolder };
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-index-"));
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  const env = { GIT_INDEX_FILE: join(folder, "index") };
  if (parent !== null) await git(place, ["read-tree", parent], { signal, env });
  await git(place, ["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`], { signal, env });
  return await gitLine(place, ["write-tree"], { signal, env });
}

async function revision(repository: Repository, name: string, signal: AbortSignal): Promise<string | null> {
  const place = { gitFolder: repository.gitFolder };
  const found = await git(place, ["rev-parse", "--verify", "--quiet", name], { signal, accept: [0, 1, 128] });
  return found.exitCode === 0 ? found.stdout.trim() : null;
}

async function hasIdentity(repository: Repository, signal: AbortSignal): Promise<boolean> {
  for (const who of ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"]) {
    const ask = ["-c", "user.useConfigOnly=true", "var", who];
    const found = await git({ gitFolder: repository.gitFolder }, ask, { signal, accept: [0, 128] });
    if (found.exitCode !== 0) return false;
  }
  return true;
}

function busy(root: string, reason: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "git-busy",
    message: `${reason} in ${root}. Finish it, then run the command again.`,
  });
}
