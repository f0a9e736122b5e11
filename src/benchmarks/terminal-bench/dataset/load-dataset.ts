// Reads the tasks of a dataset in Harbor's format, wherever it is. An invalid task is reported by name, never skipped.

import { join, resolve } from "node:path";
import type { InvalidTask, LoadContext } from "../../../core/benchmark.ts";
import { HarnessError, harnessErrorOf } from "../../../core/fault.ts";
import { defaultSettings, type TaskSettings } from "../format/harbor-options.ts";
import { loadTask, type TerminalTask } from "../format/load-task.ts";
import type { DatasetSource } from "./dataset-source.ts";
import { harborDigest } from "./harbor-digest.ts";
import { type Choose, type LocatedTasks, locateElsewhere, locateInFolder } from "./locate-tasks.ts";

export interface LoadDatasetOptions extends Pick<LoadContext, "root" | "cacheFolder" | "say" | "wanted" | "signal"> {
  /** As the config has them. */
  dataset: string;
  registry: string | undefined;
  source: DatasetSource;
  /** Of the bundled tasks. */
  starterFolder: string;
  /** Only the first by name of those that are wanted; undefined for all of them. */
  maxTasks: number | undefined;
  settings: TaskSettings;
}

/** Throws config "dataset-…", "registry-…", "git-missing" and infrastructure "dataset-fetch-failed". */
export async function loadDataset(options: LoadDatasetOptions): Promise<TerminalTask[]> {
  const { source, root, starterFolder, maxTasks, wanted, settings } = options;
  const choose = chooser(wanted, maxTasks);
  switch (source.kind) {
    case "starter":
      return await readTasks(await locateInFolder(starterFolder, choose), settings);
    case "folder":
      return await readTasks(await locateInFolder(resolve(root, source.folder), choose), settings);
    default:
      return await readTasks(await locateElsewhere(source, { ...options, choose }), settings);
  }
}

/** `wanted` leaves tasks out by id before anything of them is read, all of them maybe. */
export async function loadTasks(
  folder: string,
  { wanted, settings = defaultSettings }: { wanted: (id: string) => boolean; settings?: TaskSettings },
): Promise<TerminalTask[]> {
  return await readTasks(await locateInFolder(folder, chooser(wanted)), settings);
}

function chooser(wanted: (id: string) => boolean, maxTasks?: number): Choose {
  return (ids) => ids.filter(wanted).sort().slice(0, maxTasks);
}

async function readTasks({ tasks: located, invalid: absent, where }: LocatedTasks, settings: TaskSettings) {
  const invalid: InvalidTask[] = [...absent];
  const tasks: TerminalTask[] = [];
  for (const { id, folder, facts } of located) {
    try {
      const { file = "", ...task } = await loadTask(folder, settings);
      const digest = await harborDigest(folder);
      tasks.push({ ...task, ...(isOwn(facts) ? { file } : {}), id, facts: { ...facts, harbor_digest: digest } });
    } catch (error) {
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      invalid.push({ id, file: isOwn(facts) ? join(folder, "task.toml") : null, problem: known.message });
    }
  }
  if (invalid.length === 0) return tasks;
  throw new HarnessError({
    fault: "config",
    code: "dataset-invalid",
    message: `${invalid.length} of ${tasks.length + invalid.length} tasks in ${where} can't be run; exclude them with exclude_task_ids or mend them:\n  ${invalid.map(({ problem }) => problem).join("\n  ")}`,
    context: { invalid },
  });
}

/** Nobody mends a copy in the cache. */
function isOwn(facts: Readonly<Record<string, string>>): boolean {
  return facts["git_url"] === undefined;
}
