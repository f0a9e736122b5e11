// Files that a repository keeps with Git LFS: what is in git is a pointer to them.

import { execa } from "execa";
import { sha256 } from "../../../lib/digest.ts";
import { endGroupOn } from "../../../lib/process-group.ts";
import { datasetGitEnvironment, fetchTimeoutMs, gitCommand, runDatasetGit } from "./dataset-git.ts";
import { invalidEntry } from "./plan-files.ts";
import type { Repository } from "./repository.ts";

/** Throws config "task-invalid" where the file can't be had, and the signal's reason. */
export type ReadLarge = (pointer: Buffer, at: { where: string; path: string }) => Promise<Buffer>;

/** Of the pointer's specification, version 1; no pointer is longer. */
const firstLine = "version https://git-lfs.github.com/spec/v1\n";
const longestPointer = 1024;
const largestFile = 2 ** 31;

export function isPointer(content: Buffer): boolean {
  return content.byteLength <= longestPointer && content.toString("latin1").startsWith(firstLine);
}

export function openLargeFiles(
  { gitFolder }: Pick<Repository, "gitFolder">,
  { signal }: { signal: AbortSignal },
): ReadLarge {
  let installed: Promise<boolean> | undefined;
  return async (pointer, { where, path }) => {
    installed ??= runDatasetGit(gitFolder, ["lfs", "version"], { signal }).then(({ exitCode }) => exitCode === 0);
    if (!(await installed)) {
      throw invalidEntry(
        where,
        path,
        "is kept with Git LFS, which is not installed here: install git-lfs and start again, or exclude the task",
      );
    }
    const wanted = /^oid sha256:([0-9a-f]{64})$/m.exec(pointer.toString("latin1"))?.[1];
    const [file = "", ...args] = gitCommand(gitFolder, ["lfs", "smudge", "--", path]);
    const child = execa(file, args, {
      ...{ encoding: "buffer", reject: false, input: pointer, detached: true, stripFinalNewline: false },
      ...{ cwd: gitFolder, env: { ...datasetGitEnvironment }, maxBuffer: largestFile },
    });
    using _group = endGroupOn(child, AbortSignal.any([signal, AbortSignal.timeout(fetchTimeoutMs)]));
    const result = await child;
    signal.throwIfAborted();
    const content = Buffer.from(result.stdout);
    if (result.exitCode === 0 && sha256(content) === wanted) return content;
    const said = Buffer.from(result.stderr).toString().trim().split("\n").at(-1) ?? "";
    throw invalidEntry(where, path, `is kept with Git LFS and could not be fetched from there: ${said}`);
  };
}
