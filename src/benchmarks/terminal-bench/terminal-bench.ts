// Terminal-Bench and any dataset in Harbor's format: tasks in a folder, judged by tests/test.sh in the task's box.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { defineBenchmark } from "../../core/benchmark.ts";
import { loadTasks } from "./load-dataset.ts";
import type { TerminalTask } from "./load-task.ts";
import { boxOf, imageOf } from "./task-box.ts";
import { readTaskTexts } from "./task-texts.ts";
import { TerminalTrial } from "./terminal-trial.ts";

const options = z.strictObject({
  dataset: z.string().trim().min(1).default("starter").meta({
    description: "A folder of tasks in Harbor's format, relative to this file; `starter` is the bundled one.",
  }),
});

/** The bundled tasks, in a clone as in an installed package. */
const starterFolder = fileURLToPath(new URL("../../../datasets/starter", import.meta.url));

/** Where a dataset's tasks are; relative to the config's folder. */
export function datasetFolder(dataset: string, root: string): string {
  return dataset === "starter" ? starterFolder : resolve(root, dataset);
}

export const terminalBench = defineBenchmark<z.output<typeof options>, TerminalTask>({
  name: "terminal-bench",
  options,
  agentImage: "agent",
  simulatesUser: false,
  ownBox: true,

  async load({ dataset }, { root, wanted }) {
    return await loadTasks(datasetFolder(dataset, root), { wanted });
  },

  images: (task) => [imageOf(task)],
  texts: readTaskTexts,
  open: async (task, context) => new TerminalTrial(task, await context.openBox(boxOf(task), "task")),
});
