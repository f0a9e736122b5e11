// Tasks of a dataset, and what all of them need: images, and the data that the environment is given.

import { contextsFolder } from "../../channel/context-by-digest.ts";
import { pythonImage } from "../../channel/python-image.ts";
import type { LoadContext, Task } from "../../core/benchmark.ts";
import { canonicalJson, sha256 } from "../../lib/digest.ts";
import type { BirdImages, BirdSettings } from "./bird-service.ts";
import { birdPlaces, datasetFolder } from "./data/places.ts";
import { loadPromptPack, promptFacts } from "./data/prompt-pack.ts";
import { readDataset, requireDumps } from "./data/read-dataset.ts";
import { published } from "./data/upstream.ts";
import { birdEnvironmentImage } from "./environment-image.ts";
import { type BirdOptions, notesOf } from "./options.ts";
import { birdPostgresImage } from "./postgres-image.ts";

/** What a dataset's tasks have in common. */
export interface BirdSetting {
  /** Hex SHA-256: one service for all tasks of one setting. The stack changes no result, and so is not in it. */
  digest: string;
  images: BirdImages;
  settings: BirdSettings;
  /** The compose project that is used in place of containers of the experiment's own. */
  stack: string | null;
  /** JSON for the environment: rows with ground truth, databases, prompts. */
  data: Uint8Array;
  datasetDigest: string;
  prompts: Readonly<Record<string, string>>;
}

export interface BirdTask extends Task {
  mode: BirdOptions["mode"];
  management: boolean;
  setting: BirdSetting;
}

/** Databases made ready ahead, per template. */
const clonePool = 2;
/** Grading runs queries of a minute at most, and test cases. */
const verifierTimeoutMs = 300_000;

/** Throws config faults that say what is missing and the command that brings it. */
export async function loadBirdTasks(
  options: BirdOptions,
  { root, cacheFolder, say, wanted, signal }: LoadContext,
): Promise<BirdTask[]> {
  const places = birdPlaces(cacheFolder);
  const folder = datasetFolder(options, { root, places });
  const dataset = await readDataset(folder, { dataset: options.dataset, wanted });
  const image = options.dataset === "synthetic" ? "" : published[options.dataset].postgresImage;
  const dumps = requireDumps(dataset, { folder, image });
  const pack = await loadPromptPack(options.dataset, places);
  const contexts = { cacheFolder: contextsFolder(cacheFolder) };
  const prompts = promptFacts(pack, options.prompt_version);
  const { patience, limits, prompt_version: promptVersion, mode } = options;
  const settings = { patience, limits, promptVersion, clonePool };
  const setting: BirdSetting = {
    digest: sha256(canonicalJson({ dataset: dataset.digest, settings, prompts })),
    images: {
      postgres: await birdPostgresImage(dumps, contexts),
      environment: await birdEnvironmentImage({ ...contexts, signal }),
      judge: await pythonImage({ image: "bird-judge", ...contexts }),
    },
    settings,
    stack: options.bird_stack ?? null,
    data: Buffer.from(JSON.stringify({ rows: dataset.rows, databases: dataset.databases, prompts: pack })),
    ...{ datasetDigest: dataset.digest, prompts },
  };
  for (const note of [...notesOf(options), ...dataset.notes]) say(note);
  return dataset.rows.map((row) => ({
    id: row.instance_id,
    digest: sha256(
      canonicalJson({
        row: dataset.digests.get(row.instance_id),
        database: dataset.databases[row.selected_database]?.digest,
        ...{ mode, patience, limits, prompts },
      }),
    ),
    agentTimeoutMs: options.per_task_timeout * 1000,
    verifierTimeoutMs,
    oracle: true,
    notes: [],
    floor: 0,
    ...{ mode, management: row.category === "Management", setting },
  }));
}
