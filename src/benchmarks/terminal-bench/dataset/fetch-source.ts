// Tasks of one commit of one repository, as folders.

import type { InvalidTask } from "../../../core/benchmark.ts";
import type { CachePlaces } from "./cache-places.ts";
import type { FrozenSource } from "./dataset-lock.ts";
import { listTree, rootTree } from "./list-tree.ts";
import { type Repository, withRepository } from "./repository.ts";
import { type CachedTasks, cacheTasks } from "./task-cache.ts";
import { findTaskPaths, taskTrees } from "./task-tree.ts";

export interface FetchSourceOptions {
  places: CachePlaces;
  /** Which of the tasks are needed at all; the others are not fetched. */
  choose: (ids: readonly string[]) => readonly string[];
  say: (line: string) => void;
  signal: AbortSignal;
}

export interface FetchedTask {
  id: string;
  folder: string;
  /** In the repository. */
  path: string;
}

export interface FetchedSource {
  tasks: FetchedTask[];
  invalid: InvalidTask[];
  /** How many tasks the source has, wanted or not. */
  count: number;
}

/** Throws what the repository throws; what is wrong with a task by itself is told of in `invalid`. */
export async function fetchSource(source: FrozenSource, options: FetchSourceOptions): Promise<FetchedSource> {
  const { places, say, signal } = options;
  return await withRepository(
    { folder: places.repositories, cacheFolder: places.cacheFolder, url: source.url, say, signal },
    async (repository) => await fetchFrom(repository, source, options),
  );
}

async function fetchFrom(
  repository: Repository,
  { url, commit, path, tasks: listed }: FrozenSource,
  { places, choose, signal }: FetchSourceOptions,
): Promise<FetchedSource> {
  const { gitFolder } = repository;
  await repository.requireCommit(commit);
  const at = listed === undefined ? [path ?? ""] : Object.values(listed);
  const entries = await listTree(gitFolder, commit, { paths: at, signal });
  const name = url.slice(url.lastIndexOf("/") + 1).replace(/\.git$/, "");
  const all =
    listed === undefined
      ? findTaskPaths(entries, { path, repository: { name, said: `${url} at ${commit.slice(0, 12)}` } })
      : new Map(Object.entries(listed));
  const chosen = new Set(choose([...all.keys()]));
  const paths = new Map([...all].filter(([id]) => chosen.has(id)));
  const trees = taskTrees(entries, { paths, root: await rootTree(gitFolder, commit, { signal }) });
  const cached: CachedTasks = await cacheTasks([...trees.values()], {
    ...{ repository, commit, folder: places.tasks, signal },
  });
  const absent = [...paths].filter(([id]) => !trees.has(id));
  return {
    tasks: cached.tasks.map((task) => ({ ...task, path: all.get(task.id) ?? "" })),
    invalid: [
      ...cached.invalid,
      ...absent.map(([id, folder]) => ({
        ...{ id, file: null },
        problem: `${id}: ${url} has no folder ${folder} at ${commit}`,
      })),
    ],
    count: all.size,
  };
}
