// One bare repository per address in the cache: commits by themselves, their trees, and the files that were needed.

import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../../../core/fault.ts";
import { sha256 } from "../../../lib/digest.ts";
import { exists } from "../../../lib/exists.ts";
import { openHostLock } from "../../../lib/host-lock.ts";
import type { CommandResult } from "../../../lib/run-command.ts";
import { fetchFault, runDatasetGit, runRemoteGit } from "./dataset-git.ts";

export interface RepositoryOptions {
  /** Below the cache; holds the repositories of all datasets. */
  folder: string;
  /** The cache itself, where its locks are. */
  cacheFolder: string;
  url: string;
  signal: AbortSignal;
  say: (line: string) => void;
}

/** Hashes of git's. */
export interface WantedFiles {
  trees?: readonly string[];
  files?: readonly string[];
}

/** Held by one process at a time. */
export interface Repository {
  /** Of the bare repository. */
  readonly gitFolder: string;
  readonly url: string;
  /**
   * Sees to it that the commit and its trees are here; one that is needs no network. Throws what `fetchFault` says and
   * config "dataset-commit-missing".
   */
  requireCommit(commit: string): Promise<void>;
  /** Sees to it that these files, and all files of these trees, are here. Throws what `fetchFault` says. */
  requireFiles(commit: string, wanted: WantedFiles): Promise<void>;
  /** Begins anew with nothing. */
  remake(): Promise<void>;
}

/** Lends the repository; where what is cached turns out to be damaged, once more with a new one. */
export async function withRepository<T>(
  options: RepositoryOptions,
  use: (repository: Repository) => Promise<T>,
): Promise<T> {
  const { folder, cacheFolder, url, signal, say } = options;
  const name = sha256(url).slice(0, 20);
  const gitFolder = join(folder, `${name}.git`);
  await mkdir(folder, { recursive: true });
  using _lock = await openHostLock({
    ...{ signal, folder: cacheFolder, name: `dataset-${name}` },
    onWait: () => say(`dataset: another process is at ${url}; waiting for it`),
  });
  await removeUnfinished(gitFolder);
  const repository = new CachedRepository({ gitFolder, url, signal, say });
  try {
    return await use(repository);
  } catch (error) {
    if (!(error instanceof BrokenRepository)) throw error;
    say(`dataset: the cached copy of ${url} is damaged and is made anew`);
    await repository.remake();
  }
  try {
    return await use(repository);
  } catch (error) {
    throw error instanceof BrokenRepository ? stillBroken(repository, error) : error;
  }
}

class CachedRepository implements Repository {
  readonly gitFolder: string;
  readonly url: string;
  readonly #signal: AbortSignal;
  readonly #say: (line: string) => void;

  constructor({
    gitFolder,
    url,
    signal,
    say,
  }: Omit<RepositoryOptions, "folder" | "cacheFolder"> & { gitFolder: string }) {
    this.gitFolder = gitFolder;
    this.url = url;
    this.#signal = signal;
    this.#say = say;
  }

  async requireCommit(commit: string): Promise<void> {
    if (await this.#has(commit)) return;
    await this.#fetchCommit(commit, ["--filter=blob:none"]);
  }

  async requireFiles(commit: string, wanted: WantedFiles): Promise<void> {
    const missing = await this.#missing(wanted);
    if (missing.length === 0) return;
    const startedAt = performance.now();
    this.#say(`dataset: fetching ${missing.length} files of ${this.url} at ${commit.slice(0, 12)}`);
    const fetched = await this.#remote(
      [
        ...["-c", "fetch.negotiationAlgorithm=noop", "fetch", "origin", "--no-tags", "--no-write-fetch-head"],
        ...["--recurse-submodules=no", "--filter=blob:none", "--stdin"],
      ],
      `${missing.join("\n")}\n`,
    );
    if (fetched.exitCode !== 0 || (await this.#missing(wanted)).length > 0) {
      // Some servers leave files out and don't give them by themselves: then the commit as a whole.
      await this.remake();
      await this.#fetchCommit(commit, []);
      if ((await this.#missing(wanted)).length > 0) throw fetchFault(this.url, `${missing.length} files`, fetched);
    }
    this.#say(`dataset: fetched in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }

  async remake(): Promise<void> {
    await rm(this.gitFolder, { recursive: true, force: true });
  }

  async #fetchCommit(commit: string, filter: readonly string[]): Promise<void> {
    await this.#init();
    this.#say(`dataset: fetching commit ${commit.slice(0, 12)} of ${this.url}`);
    const fetched = await this.#remote([...fetch, "--depth=1", ...filter, "origin", `+${commit}:${refOf(commit)}`]);
    if (fetched.exitCode === 0) return;
    if (!/not our ref|unadvertised object|find remote ref|bad object/i.test(fetched.stderr)) {
      throw fetchFault(this.url, `commit ${commit}`, fetched);
    }
    // Some servers give no commit by itself: then every branch and tag.
    const all = await this.#remote([
      ...[...fetch, ...filter, "origin"],
      ...["+refs/heads/*:refs/fetched/heads/*", "+refs/tags/*:refs/fetched/tags/*"],
    ]);
    if (all.exitCode !== 0) throw fetchFault(this.url, `commit ${commit}`, all);
    const kept = await this.#local(["update-ref", refOf(commit), commit]);
    if (kept.exitCode === 0) return;
    throw new HarnessError({
      fault: "config",
      code: "dataset-commit-missing",
      message: `${this.url} does not have the commit ${commit} on any branch or tag. Name one that it has; what datasets.lock.json has frozen moves on once its entry is deleted.`,
    });
  }

  async #init(): Promise<void> {
    if (await exists(join(this.gitFolder, "config"))) return;
    for (const args of [
      ["init", "--bare", "--quiet"],
      ["config", "remote.origin.url", this.url],
    ]) {
      const made = await this.#local(args);
      if (made.exitCode !== 0) throw fetchFault(this.url, "nothing", made);
    }
  }

  async #has(commit: string): Promise<boolean> {
    if (!(await exists(join(this.gitFolder, "config")))) return false;
    return (await this.#local(["show-ref", "--verify", "--quiet", refOf(commit)])).exitCode === 0;
  }

  /** Without asking the other side for any. */
  async #missing({ trees = [], files = [] }: WantedFiles): Promise<string[]> {
    const missing: string[] = [];
    for (const file of files) if ((await this.#reachable([file])) === null) missing.push(file);
    const below = trees.length === 0 ? "" : await this.#reachable(trees);
    if (below === null) throw new BrokenRepository(`${this.gitFolder} lacks a tree`);
    return [...missing, ...below.split("\n").flatMap((line) => (line.startsWith("?") ? [line.slice(1)] : []))];
  }

  /** One hash a line, those that are not here behind a ?; null where one of those asked for is not here itself. */
  async #reachable(hashes: readonly string[]): Promise<string | null> {
    const listed = await this.#local(
      ["rev-list", "--objects", "--missing=print", "--no-object-names", "--stdin"],
      `${hashes.join("\n")}\n`,
    );
    return listed.exitCode === 0 ? listed.stdout : null;
  }

  async #local(args: readonly string[], input?: string): Promise<CommandResult> {
    return await runDatasetGit(this.gitFolder, args, {
      signal: this.#signal,
      ...(input === undefined ? {} : { input }),
    });
  }

  async #remote(args: readonly string[], input?: string): Promise<CommandResult> {
    return await runRemoteGit(this.gitFolder, args, {
      signal: this.#signal,
      ...(input === undefined ? {} : { input }),
    });
  }
}

/** What is in the cache is not what git has put there. */
export class BrokenRepository extends Error {}

function stillBroken({ url, gitFolder }: Repository, cause: BrokenRepository): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "dataset-fetch-failed",
    message: `${url} was fetched and can't be read: ${cause.message.trim()}. Remove ${gitFolder} and try again; mind the disk's room.`,
    cause,
  });
}

const fetch = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"];

/** Made when the commit has arrived with all its trees. */
function refOf(commit: string): string {
  return `refs/commits/${commit}`;
}

/** What a killed fetch has left: nobody else is at it while we hold the lock. */
async function removeUnfinished(gitFolder: string): Promise<void> {
  const packs = join(gitFolder, "objects", "pack");
  for (const [folder, pattern] of [
    [gitFolder, /\.lock$/],
    [packs, /^(?:tmp_|\.tmp-)/],
  ] as const) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((entry) => pattern.test(entry))) await rm(join(folder, name), { force: true });
  }
}
