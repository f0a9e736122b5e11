// datasets.lock.json, beside the config and committed with it: what a dataset's name stands for here, down to commits.

import { join } from "node:path";
import { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";
import { sha256 } from "../../../lib/digest.ts";
import { openHostLock } from "../../../lib/host-lock.ts";
import { textIfThere } from "../../../lib/text-if-there.ts";
import { writeAtomic } from "../../../lib/write-atomic.ts";
import { parseGitUrl, parsePath } from "./dataset-source.ts";

/** As strict as for a config: somebody else may have written the file. */
const url = z
  .string()
  .refine((text) => holds(() => parseGitUrl(text) === text), "is no git address that is fetched from");
const path = z.string().refine((text) => holds(() => parsePath(text) === text), "is no path below a root");
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "is no full commit");
/** Path by task's name. */
const tasks = z.record(z.string().min(1), path);

const frozenSource = z.strictObject({
  url,
  /** What was asked for; null for the repository's HEAD. */
  ref: z.string().nullable(),
  commit,
  /** A task or a folder of tasks; null for `tasks` or the root. Not where tasks are listed. */
  path: path.nullable(),
  tasks: tasks.optional(),
});

const frozenDataset = z.strictObject({
  /** As the config named it; left out where the name is one that is built in. */
  registry: z.string().optional(),
  sources: z.array(frozenSource),
  /** Tasks beside the registry's own file, which are as that folder is. */
  folders: tasks.optional(),
});

const datasetLock = z.strictObject({ version: z.literal(1), datasets: z.record(z.string(), frozenDataset) });

export type FrozenSource = z.output<typeof frozenSource>;
export type FrozenDataset = z.output<typeof frozenDataset>;

export const lockName = "datasets.lock.json";

/** What is frozen of a dataset; undefined where nothing is yet. Throws config "dataset-lock-invalid". */
export async function readFrozen(root: string, dataset: string): Promise<FrozenDataset | undefined> {
  const { datasets } = await readLock(root);
  return Object.hasOwn(datasets, dataset) ? datasets[dataset] : undefined;
}

/** Keeps what another process has frozen meanwhile, and returns what holds now. Throws config "dataset-lock-unwritable". */
export async function writeFrozen(
  root: string,
  dataset: string,
  { frozen, cacheFolder, signal }: { frozen: FrozenDataset; cacheFolder: string; signal: AbortSignal },
): Promise<FrozenDataset> {
  const file = join(root, lockName);
  using _lock = await openHostLock({ signal, folder: cacheFolder, name: `datasets-${sha256(file).slice(0, 20)}` });
  const known = await readLock(root);
  const before = Object.hasOwn(known.datasets, dataset) ? known.datasets[dataset] : undefined;
  if (before !== undefined) return before;
  const datasets = Object.entries({ ...known.datasets, [dataset]: frozen }).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = datasetLock.parse({ version: 1, datasets: Object.fromEntries(datasets) });
  try {
    await writeAtomic(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new HarnessError({
      fault: "config",
      code: "dataset-lock-unwritable",
      message: `${file} can't be written, which keeps what ${dataset} stands for: ${error instanceof Error ? error.message : error}`,
      cause: error,
    });
  }
  return frozen;
}

async function readLock(root: string): Promise<z.output<typeof datasetLock>> {
  const file = join(root, lockName);
  const text = await textIfThere(file);
  if (text === null) return { version: 1, datasets: {} };
  try {
    return datasetLock.parse(JSON.parse(text));
  } catch (error) {
    const said = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new HarnessError({
      fault: "config",
      code: "dataset-lock-invalid",
      message: `${file} can't be read: ${said}. Put it back from git, or delete it to freeze the datasets anew.`,
      cause: error,
    });
  }
}

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
