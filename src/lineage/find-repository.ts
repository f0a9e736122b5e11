import { realpath } from "node:fs/promises";
import { git, gitLine } from "./git.ts";

export interface Repository {
  /** The work tree's top. */
  root: string;
  /** Of this work tree: HEAD and index. */
  gitFolder: string;
  /** Shared by all work trees of the clone: objects and refs. */
  commonFolder: string;
}

/**
 * The repository whose work tree starts at `folder`; null where there is none, or where the folder only lies inside
 * somebody else's (a monorepo, a home folder under git): that one is none of our business.
 */
export async function findRepository(folder: string, { signal }: { signal: AbortSignal }): Promise<Repository | null> {
  const top = await git({ folder }, ["rev-parse", "--show-toplevel"], { signal, accept: [0, 128] });
  const root = top.exitCode === 0 ? top.stdout.replace(/\n$/, "") : "";
  if (root === "" || (await realpath(root)) !== (await realpath(folder))) return null;
  const gitFolder = await gitLine({ folder }, ["rev-parse", "--absolute-git-dir"], { signal });
  const common = ["rev-parse", "--path-format=absolute", "--git-common-dir"];
  return { root, gitFolder, commonFolder: await gitLine({ folder }, common, { signal }) };
}
