import { HarnessError } from "../../../core/fault.ts";
import type { CachePlaces } from "./cache-places.ts";
import { listTree } from "./list-tree.ts";
import { withBlobs } from "./read-blobs.ts";
import { withRepository } from "./repository.ts";

export interface ReadRepositoryFileOptions {
  url: string;
  commit: string;
  places: CachePlaces;
  say: (line: string) => void;
  signal: AbortSignal;
}

/** A file's text at a commit. Throws config "dataset-missing" and what the repository throws. */
export async function readRepositoryFile(path: string, options: ReadRepositoryFileOptions): Promise<string> {
  const { url, commit, places, say, signal } = options;
  return await withRepository(
    { folder: places.repositories, cacheFolder: places.cacheFolder, url, say, signal },
    async (repository) => {
      await repository.requireCommit(commit);
      const entries = await listTree(repository.gitFolder, commit, { paths: [path], signal });
      const hash = entries.find((entry) => entry.path === path && entry.mode.startsWith("100"))?.hash;
      if (hash === undefined) throw missing(path, options);
      await repository.requireFiles(commit, { files: [hash] });
      return await withBlobs(repository.gitFolder, { signal }, async (read) => (await read(hash)).toString());
    },
  );
}

function missing(path: string, { url, commit }: ReadRepositoryFileOptions): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "dataset-missing",
    message: `${url} has no file ${path} at ${commit.slice(0, 12)}; name it behind a #`,
  });
}
