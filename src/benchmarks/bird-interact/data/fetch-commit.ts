import { mkdir } from "node:fs/promises";
import { HarnessError } from "../../../core/fault.ts";
import { type GitOptions, gitAnswer, runGit } from "./git.ts";

export interface FetchCommitOptions extends GitOptions {
  /** Becomes a repository if it is none; what else is in it stays. */
  folder: string;
  /** An address, or a folder of this machine. */
  repository: string;
  /** Full hash; null for whatever the repository's HEAD is now. */
  commit: string | null;
  /** What a person without a network does instead, in a sentence. */
  offline: string;
}

/**
 * Sees to it that the repository in `folder` has the commit, and returns its full hash. A commit that is there is not
 * fetched again. Throws infrastructure "bird-fetch-failed", config "bird-commit-missing" and "git-missing".
 */
export async function fetchCommit(options: FetchCommitOptions): Promise<string> {
  const { folder, repository, commit, signal, onLine } = options;
  const git = { signal, ...(onLine === undefined ? {} : { onLine }) };
  await mkdir(folder, { recursive: true });
  if ((await gitAnswer(folder, ["rev-parse", "--resolve-git-dir", ".git"], { signal })) === undefined) {
    await expectDone(options, await runGit(folder, ["init", "--quiet"], git));
  }
  if (commit !== null && (await hasCommit(folder, commit, { signal }))) return commit;
  const fetched = await runGit(folder, ["fetch", ...quiet, "--depth=1", "--", repository, commit ?? "HEAD"], git);
  // Some servers give no single commit: then everything that they have.
  if (
    fetched.exitCode !== 0 &&
    commit !== null &&
    /not our ref|unadvertised|couldn't find remote ref/i.test(fetched.stderr)
  ) {
    await expectDone(
      options,
      await runGit(folder, ["fetch", ...quiet, "--", repository, "+refs/*:refs/fetched/*"], git),
    );
  } else {
    await expectDone(options, fetched);
  }
  if (commit === null) return ((await gitAnswer(folder, ["rev-parse", "FETCH_HEAD"], { signal })) ?? "").trim();
  if (await hasCommit(folder, commit, { signal })) return commit;
  throw new HarnessError({
    fault: "config",
    code: "bird-commit-missing",
    message: `${repository} does not have the commit ${commit} that this version is made for.`,
  });
}

const quiet = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-commit-graph"];

async function hasCommit(folder: string, commit: string, options: GitOptions): Promise<boolean> {
  return (
    (await gitAnswer(folder, ["rev-list", "--objects", "--quiet", "--max-count=1", commit], options)) !== undefined
  );
}

async function expectDone(
  { repository, offline }: FetchCommitOptions,
  { exitCode, stderr }: { exitCode: number; stderr: string },
): Promise<void> {
  if (exitCode === 0) return;
  const said = stderr.trim().split("\n").at(-1) ?? "";
  throw new HarnessError({
    fault: "infrastructure",
    code: "bird-fetch-failed",
    message: `${repository} could not be fetched: ${said || `git ended with ${exitCode}`}. What has arrived is kept; the same command goes on. Without a network: ${offline}`,
  });
}
