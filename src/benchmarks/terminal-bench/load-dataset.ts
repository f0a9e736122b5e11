// Reads a folder of tasks in Harbor's format, or one task. An invalid task is reported by name, never skipped.

import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { InvalidTask } from "../../core/benchmark.ts";
import { HarnessError, harnessErrorOf } from "../../core/fault.ts";
import { exists } from "../../lib/exists.ts";
import { loadTask, type TerminalTask } from "./load-task.ts";

/** `wanted` leaves tasks out by id before anything of them is read, all of them maybe. */
export async function loadTasks(
  folder: string,
  { wanted }: { wanted: (id: string) => boolean },
): Promise<TerminalTask[]> {
  const root = resolve(folder);
  if (!(await exists(root))) throw missingDataset(folder);
  if (await exists(join(root, "task.toml"))) return [await loadTask(root)];
  const all = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
  const names = all.filter(wanted).sort();
  const invalid: InvalidTask[] = [];
  const tasks: TerminalTask[] = [];
  for (const name of names) {
    try {
      tasks.push(await loadTask(join(root, name)));
    } catch (error) {
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      invalid.push({ id: name, file: join(root, name, "task.toml"), problem: known.message });
    }
  }
  if (invalid.length > 0 || all.length === 0) {
    throw new HarnessError({
      fault: "config",
      code: "dataset-invalid",
      message:
        all.length === 0
          ? `${root} holds no task: expected folders with a task.toml`
          : `${invalid.length} of ${names.length} tasks in ${root} can't be run; exclude them with exclude_task_ids or mend them:\n  ${invalid.map(({ problem }) => problem).join("\n  ")}`,
      context: { invalid },
    });
  }
  return tasks;
}

function missingDataset(name: string): HarnessError {
  const remote = /^[\w.-]+(\/[\w.-]+)?@[\w.:-]+$/.test(name);
  return new HarnessError({
    fault: "config",
    code: "dataset-missing",
    message: remote
      ? `dataset ${name}: this version reads folders only. Clone its tasks (each a folder with a task.toml) and name the folder in dataset:, or use dataset: starter`
      : `dataset ${name}: there is no such folder; expected \`starter\` or a folder of tasks with a task.toml each`,
  });
}
