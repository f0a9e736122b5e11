// From what the config says to folders on this machine, one per task that is wanted.

import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { InvalidTask, LoadContext } from "../../../core/benchmark.ts";
import { HarnessError } from "../../../core/fault.ts";
import { canonicalJson, sha256 } from "../../../lib/digest.ts";
import { exists } from "../../../lib/exists.ts";
import { cachePlaces } from "./cache-places.ts";
import type { FrozenDataset } from "./dataset-lock.ts";
import type { DatasetSource } from "./dataset-source.ts";
import { fetchSource } from "./fetch-source.ts";
import { freezeDataset } from "./freeze-dataset.ts";
import { knownDatasets } from "./known-datasets.ts";
import { readRegistryFile } from "./registry.ts";

export interface LocatedTask {
  id: string;
  folder: string;
  /** Where it is from, by name; nothing of a folder of the person's own. */
  facts: Readonly<Record<string, string>>;
}

export interface LocatedTasks {
  tasks: LocatedTask[];
  invalid: InvalidTask[];
  /** For messages. */
  where: string;
}

/** Which of a dataset's tasks are needed at all: the others are neither fetched nor read. */
export type Choose = (ids: readonly string[]) => readonly string[];

/** In a folder: the task that it is, its tasks, or those in its tasks/. Throws config "dataset-missing" and "dataset-invalid". */
export async function locateInFolder(folder: string, choose: Choose): Promise<LocatedTasks> {
  const root = resolve(folder);
  if (!(await exists(root))) {
    throw new HarnessError({
      fault: "config",
      code: "dataset-missing",
      message: `dataset ${folder}: there is no such folder; expected \`starter\`, a folder of tasks with a task.toml each, <name>@<version>, or a git repository such as github:<owner>/<repository>@<ref>#<path>`,
    });
  }
  if (await exists(join(root, "task.toml"))) {
    return {
      tasks: [{ id: basename(root), folder: root, facts: {} }],
      invalid: [],
      where: root,
    };
  }
  const inside = join(root, "tasks");
  const place = !(await holdsTask(root)) && (await holdsTask(inside)) ? inside : root;
  const names = await foldersOf(place);
  if (names.length === 0) {
    throw new HarnessError({
      fault: "config",
      code: "dataset-invalid",
      message: `${place} holds no task: expected folders with a task.toml`,
      context: { invalid: [] },
    });
  }
  const tasks = choose(names).map((id) => ({ id, folder: join(place, id), facts: {} }));
  return { tasks, invalid: [], where: place };
}

export interface LocateOptions extends Pick<LoadContext, "root" | "cacheFolder" | "say" | "signal"> {
  /** As the config has them. */
  dataset: string;
  registry: string | undefined;
  choose: Choose;
}

/** Throws what `freezeDataset` and `fetchSource` throw. */
export async function locateElsewhere(
  source: Extract<DatasetSource, { kind: "git" | "name" }>,
  { dataset, registry, root, cacheFolder, choose, say, signal }: LocateOptions,
): Promise<LocatedTasks> {
  const places = cachePlaces(cacheFolder);
  const frozen = await freezeDataset(source, { dataset, registry, root, places, say, signal });
  const shared = { dataset, dataset_revision: revisionOf(frozen) };
  const located: LocatedTasks = { tasks: [], invalid: [], where: dataset };
  const chosen = chooseListed(frozen, choose);
  for (const frozenSource of frozen.sources) {
    const { url, commit, tasks: listed } = frozenSource;
    // Nothing is asked of a repository that nothing is needed of.
    if (listed !== undefined && chosen(Object.keys(listed)).length === 0) continue;
    const { tasks, invalid, count } = await fetchSource(frozenSource, { places, choose: chosen, say, signal });
    for (const { id, folder, path } of tasks) {
      located.tasks.push({ id, folder, facts: { ...shared, git_url: url, git_commit_id: commit, path } });
    }
    located.invalid.push(...invalid);
    if (source.kind === "name" && registry === undefined) sayCount(source, count, say);
  }
  const beside = chosen(Object.keys(frozen.folders ?? {}));
  if (beside.length > 0) {
    const base = dirname((await readRegistryFile(registry ?? "", root)).file);
    for (const id of beside) {
      located.tasks.push({ id, folder: join(base, frozen.folders?.[id] ?? ""), facts: shared });
    }
  }
  located.tasks.sort((a, b) => (a.id < b.id ? -1 : 1));
  return located;
}

/** Where names are known before anything is fetched, the choice is made among all of them together. */
function chooseListed({ sources, folders }: FrozenDataset, choose: Choose): Choose {
  if (sources.some(({ tasks }) => tasks === undefined)) return choose;
  const all = [...sources.flatMap(({ tasks }) => Object.keys(tasks ?? {})), ...Object.keys(folders ?? {})];
  const chosen = new Set(choose(all));
  return (ids) => ids.filter((id) => chosen.has(id));
}

/** One name for all commits together. */
function revisionOf({ sources, folders }: FrozenDataset): string {
  const [only] = sources;
  if (only !== undefined && sources.length === 1 && folders === undefined && only.tasks === undefined)
    return only.commit;
  return `sha256:${sha256(canonicalJson({ sources, folders }))}`;
}

function sayCount(
  { name, version }: Extract<DatasetSource, { kind: "name" }>,
  count: number,
  say: (line: string) => void,
): void {
  const known = knownDatasets.find((entry) => entry.name === name && entry.version === version);
  if (known !== undefined && known.tasks !== count) {
    say(`dataset: ${name}@${version} has ${count} tasks there; ${known.tasks} were expected`);
  }
}

async function holdsTask(folder: string): Promise<boolean> {
  for (const name of await foldersOf(folder)) if (await exists(join(folder, name, "task.toml"))) return true;
  return false;
}

async function foldersOf(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return [];
  return (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
}
