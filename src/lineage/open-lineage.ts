// The candidates of an experiment as commits that hold agent/agent.ts and nothing else.

import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { HarnessError } from "../core/fault.ts";
import { findRepository } from "./find-repository.ts";
import { git, gitLine, objectName, ownIdentity } from "./git.ts";

export interface Lineage {
  /** Where the commits are kept: the clone's git folder, or the bare repository. */
  readonly gitFolder: string;
  readonly ref: string;
  /**
   * Keeps a candidate. Accepted ones become the head; the others stay reachable beside it. Recording what is head
   * already (same content, same message) gives the head again, so a killed host may repeat it. Throws config
   * "lineage-moved" when somebody else moved the head in between.
   */
  record(candidate: NewCandidate): Promise<RecordedCandidate>;
  /** The incumbent; null before the first acceptance. */
  head(): Promise<RecordedCandidate | null>;
  /** agent.ts of a commit, by its full hash. */
  read(commit: string): Promise<string>;
  /** Unified diff of agent/agent.ts between two commits; empty when equal. */
  diff(from: string, to: string): Promise<string>;
  /** Accepted candidates, oldest first. */
  history(): Promise<RecordedCandidate[]>;
}

export interface NewCandidate {
  agentSource: string;
  message: string;
  /** Full hash; default: the head. An accepted candidate's parent is the head. */
  parent?: string;
  accepted: boolean;
  /** Default now; fixed dates make equal hashes. */
  at?: Date;
}

export interface RecordedCandidate {
  commit: string;
  /** At least 7 digits. */
  short: string;
}

export interface LineageOptions {
  /** A person's clone, or null to use the bare repository whatever there is. */
  repository: string | null;
  /** Made when needed, if the clone is not under git. */
  bareFolder: string;
  /** `refs/auto-harness/<experiment>`. */
  ref: string;
  signal: AbortSignal;
}

/** Throws config faults "git-missing", "git-failed" and "lineage-bad-ref". */
export async function openLineage(options: LineageOptions): Promise<Lineage> {
  const { repository, bareFolder, ref, signal } = options;
  if (!/^refs\/auto-harness\/[a-z0-9][a-z0-9-]*$/.test(ref)) {
    throw new HarnessError({ fault: "config", code: "lineage-bad-ref", message: `${ref} is no ref of ours.` });
  }
  const clone = repository === null ? null : await findRepository(repository, { signal });
  const gitFolder = clone === null ? await openBare(resolve(bareFolder), signal) : clone.commonFolder;
  return lineageIn(gitFolder, ref, signal);
}

/** Where agent.ts is in every tree of the lineage and in a person's clone. */
export const agentPath = "agent/agent.ts";

/** Stores agent.ts and returns its blob. */
export async function writeBlob(gitFolder: string, source: string, signal: AbortSignal): Promise<string> {
  return await gitLine({ gitFolder }, ["hash-object", "-w", "--stdin", "--no-filters"], { signal, input: source });
}

function lineageIn(gitFolder: string, ref: string, signal: AbortSignal): Lineage {
  const place = { gitFolder };

  async function named(commit: string): Promise<RecordedCandidate> {
    return { commit, short: await gitLine(place, ["rev-parse", "--short=7", commit], { signal }) };
  }
  async function head(): Promise<string | null> {
    const found = await git(place, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], { signal, accept: [0, 1] });
    return found.exitCode === 0 ? found.stdout.trim() : null;
  }
  async function makeTree(source: string): Promise<string> {
    const blob = await writeBlob(gitFolder, source, signal);
    const inner = await gitLine(place, ["mktree"], { signal, input: `100644 blob ${blob}\tagent.ts\n` });
    return await gitLine(place, ["mktree"], { signal, input: `040000 tree ${inner}\tagent\n` });
  }
  async function isSame(commit: string, tree: string, message: string): Promise<boolean> {
    const { stdout } = await git(place, ["log", "-1", "--no-show-signature", "--format=%T%n%B", commit], { signal });
    return stdout.trimEnd() === `${tree}\n${message}`.trimEnd();
  }

  return {
    gitFolder,
    ref,
    async record({ agentSource, message, parent, accepted, at = new Date() }) {
      const before = await head();
      const base = parent === undefined ? before : objectName(parent);
      if (accepted && base !== before) throw moved(ref);
      const tree = await makeTree(agentSource);
      if (accepted && before !== null && (await isSame(before, tree, message))) return await named(before);
      const commit = await gitLine(
        place,
        ["commit-tree", "--no-gpg-sign", tree, ...(base === null ? [] : ["-p", base])],
        { signal, input: message, env: ownIdentity(at) },
      );
      const target = accepted ? ref : `${ref}.candidates/${commit}`;
      const expected = accepted ? [before ?? ""] : [];
      const update = await git(place, ["update-ref", target, commit, ...expected], { signal, accept: [0, 128] });
      if (update.exitCode !== 0) {
        if ((await head()) !== before) throw moved(ref);
        throw new HarnessError({
          fault: "config",
          code: "git-failed",
          message: `git update-ref ${target} failed in ${gitFolder}: ${update.stderr.trim()}`,
        });
      }
      return await named(commit);
    },
    async head() {
      const commit = await head();
      return commit === null ? null : await named(commit);
    },
    async read(commit) {
      return (await git(place, ["cat-file", "blob", `${objectName(commit)}:${agentPath}`], { signal })).stdout;
    },
    async diff(from, to) {
      const commits = [objectName(from), objectName(to)];
      return (await git(place, [...diffCommand, ...commits, "--", agentPath], { signal })).stdout;
    },
    async history() {
      if ((await head()) === null) return [];
      const { stdout } = await git(place, ["rev-list", "--first-parent", "--reverse", ref], { signal });
      return await Promise.all(stdout.split("\n").filter(Boolean).map(named));
    },
  };
}

/** Every choice spelled out, because a person's settings and attributes change the defaults. */
const diffCommand = [
  "diff-tree",
  "-p",
  "-r",
  "--unified=3",
  "--diff-algorithm=myers",
  "--text",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

async function openBare(folder: string, signal: AbortSignal): Promise<string> {
  const there = await stat(`${folder}/HEAD`).catch(() => null);
  if (there !== null) return folder;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await git({ folder: dirname(folder) }, ["init", "--bare", "--quiet", "--template=", "--", folder], { signal });
  return folder;
}

function moved(ref: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "lineage-moved",
    message: `${ref} is not where this run left it: somebody else recorded a candidate. Run the command again.`,
  });
}
