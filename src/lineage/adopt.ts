// Brings the incumbent's agent.ts into the person's branch.

import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../core/fault.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { commitOnePath, headBlob, isIgnored, refuseIfBusy, stagedBlob } from "./commit-one-path.ts";
import { findRepository } from "./find-repository.ts";
import { git } from "./git.ts";
import { agentPath, type Lineage, writeBlob } from "./open-lineage.ts";

export interface AdoptOptions {
  /** The person's clone. */
  root: string;
  lineage: Lineage;
  /** The commit's title. */
  message: string;
  /** Overwrites local edits of agent/agent.ts. */
  force: boolean;
  signal: AbortSignal;
}

export type Adoption =
  /** `branch` is null on a detached head. */
  | { how: "committed"; commit: string; branch: string | null }
  /** The branch holds the incumbent already. */
  | { how: "unchanged" }
  /** Only the file was written: no repository starts at `root`, or it ignores the file. */
  | { how: "written"; reason: string };

/**
 * One commit of one path: other changes, staged or not, stay as they are; no hook runs. Local edits are content of
 * agent/agent.ts, in the folder or staged, that neither the branch nor the lineage holds. Throws config
 * "nothing-to-adopt", "agent-has-local-edits", "git-busy" (a merge or rebase is under way).
 */
export async function adopt({ root, lineage, message, force, signal }: AdoptOptions): Promise<Adoption> {
  const head = await lineage.head();
  if (head === null) {
    throw new HarnessError({
      fault: "config",
      code: "nothing-to-adopt",
      message: "No candidate has been accepted in this experiment yet. Run `auto-harness loop` first.",
    });
  }
  const source = await lineage.read(head.commit);
  const file = join(root, agentPath);
  const local = await readAgent(file);
  const repository = await findRepository(root, { signal });
  if (repository === null || (await isIgnored(repository, agentPath, signal))) {
    if (!force) await refuseLocalEdits(lineage, [local]);
    await writeAtomic(file, source);
    const reason =
      repository === null
        ? `${root} is not the top of a git repository; keep ${agentPath} in your own way`
        : `git ignores ${agentPath} here; \`git add -f ${agentPath}\` would keep it`;
    return { how: "written", reason };
  }
  await refuseIfBusy(repository);
  const place = { gitFolder: repository.gitFolder };
  const readBlob = async (blob: string | null): Promise<string | null> =>
    blob === null ? null : (await git(place, ["cat-file", "blob", blob], { signal })).stdout;
  const committed = await headBlob(repository, agentPath, signal);
  const staged = await stagedBlob(repository, agentPath, signal);
  if (!force) await refuseLocalEdits(lineage, [local, await readBlob(staged)], await readBlob(committed));
  const blob = await writeBlob(repository.gitFolder, source, signal);
  const result: Adoption =
    committed === blob && staged === blob
      ? { how: "unchanged" }
      : await commitOnePath(repository, { path: agentPath, blob, message, signal });
  if (local !== source) await writeAtomic(file, source);
  return result;
}

async function readAgent(file: string): Promise<string | null> {
  const stats = await lstat(file).catch(() => null);
  if (stats === null) return null;
  if (!stats.isFile()) {
    throw new HarnessError({
      fault: "config",
      code: "agent-not-a-file",
      message: `${file} is not a regular file; move it away and run the command again.`,
    });
  }
  return await readFile(file, "utf8");
}

async function refuseLocalEdits(
  lineage: Lineage,
  contents: ReadonlyArray<string | null>,
  inBranch: string | null = null,
): Promise<void> {
  const known = new Set(inBranch === null ? [] : [withUnixLines(inBranch)]);
  for (const { commit } of await lineage.history()) known.add(withUnixLines(await lineage.read(commit)));
  if (contents.every((content) => content === null || known.has(withUnixLines(content)))) return;
  throw new HarnessError({
    fault: "config",
    code: "agent-has-local-edits",
    message: `${agentPath} has edits that are nowhere else. Commit or undo them, or overwrite them with --force.`,
  });
}

/** A checkout with autocrlf is no edit. */
function withUnixLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
