// Terminal-Bench and any dataset in Harbor's format: tasks in a folder, judged by tests/test.sh in the task's box.

import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { defineBenchmark } from "../../core/benchmark.ts";
import { type DatasetSource, parseDatasetSource } from "./dataset/dataset-source.ts";
import { loadDataset } from "./dataset/load-dataset.ts";
import { harborOptions, taskSettings } from "./format/harbor-options.ts";
import type { TerminalTask } from "./format/load-task.ts";
import { outOfQuarantine, readTaskNotes } from "./format/task-notes.ts";
import { readTaskTexts } from "./format/task-texts.ts";
import { boxOf, imagesOf } from "./trial/task-box.ts";
import { openTerminalTrial } from "./trial/terminal-trial.ts";
import { verifierTasks } from "./verification/separate-verifier.ts";
import { verificationOptions, withVerification } from "./verification/verification-options.ts";

const options = z.strictObject({
  dataset: z.string().trim().min(1).default("starter").meta({
    description:
      "Tasks in Harbor's format: a folder relative to this file, a published `<name>@<version>`, or a git repository `github:<owner>/<repository>@<ref>#<path>`; `starter` is the bundled one (docs/datasets.md).",
  }),
  registry: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({
      description:
        "Where `<name>@<version>` is looked up: a registry.json as a file, an https address, or in a git repository. Left out: the few names that are built in.",
      examples: ["./registry.json"],
    }),
  max_tasks: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({
      description: "Only the first so many tasks by name, of those that task_ids and exclude_task_ids leave.",
      examples: [20],
    }),
  ...harborOptions,
  ...verificationOptions,
});

/** The bundled tasks, in a clone as in an installed package. */
const starterFolder = fileURLToPath(new URL("../../../datasets/starter", import.meta.url));

/** Where a dataset's tasks are, relative to the config's folder; null for one that is fetched. */
export function datasetFolder(dataset: string, root: string): string | null {
  const source = parseDatasetSource(dataset);
  if (source.kind === "starter") return starterFolder;
  return source.kind === "folder" ? resolve(root, source.folder) : null;
}

function nameOf(source: DatasetSource): string {
  switch (source.kind) {
    case "starter":
      return "starter";
    case "folder":
      return basename(source.folder);
    case "git":
      return basename(source.url).replace(/\.git$/, "");
    case "name":
      return source.name;
  }
}

export const terminalBench = defineBenchmark<z.output<typeof options>, TerminalTask>({
  name: "terminal-bench",
  options,
  agentImage: "agent",
  simulatesUser: false,
  ownBox: true,

  async load(config, { root, cacheFolder, say, wanted, checking = false, variable, signal }) {
    const { dataset, registry, max_tasks: maxTasks } = config;
    const folder = datasetFolder(dataset, root);
    const { quarantine, facts } = await readTaskNotes(folder === null ? [root] : [folder, root]);
    const left = checking ? wanted : outOfQuarantine(wanted, { quarantine, say });
    const tasks = await loadDataset({
      ...{ dataset, registry, maxTasks, starterFolder, source: parseDatasetSource(dataset) },
      ...{ root, cacheFolder, say, wanted: left, signal, settings: taskSettings(config, variable) },
    });
    return withVerification(tasks, { policy: config.verification, facts: checking ? new Map() : facts });
  },

  images: (task) => [task, ...verifierTasks(task)].flatMap(imagesOf),
  boxes: (task) => ({ boxes: [task, ...verifierTasks(task)].map(boxOf), project: task.compose !== null }),
  texts: readTaskTexts,
  ownName: ({ dataset }) => nameOf(parseDatasetSource(dataset)),
  open: openTerminalTrial,

  /** A folder of the person's own may change: its tasks' digests tell. What is frozen must stay what it was. */
  scoreFacts(_options, [task]) {
    const { dataset, dataset_revision } = task?.facts ?? {};
    if (dataset === undefined || dataset_revision === undefined) return { label: "", facts: {} };
    return { label: "", facts: { dataset, dataset_revision } };
  },
});
