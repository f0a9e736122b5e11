import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BirdOptions } from "../options.ts";
import { type PublishedDataset, upstream } from "./upstream.ts";

/** Our own dataset, in a clone as in an installed package. */
const syntheticFolder = fileURLToPath(new URL("../../../../datasets/bird-synthetic", import.meta.url));

/** Where what is fetched is kept: below the state folder, outside of every project. */
export function birdPlaces(stateFolder: string) {
  const folder = join(stateFolder, "bird");
  return {
    folder,
    dataset: (name: PublishedDataset) => join(folder, `bird-interact-${name}`),
    /** Upstream's repository; nothing is checked out. */
    repository: join(folder, "upstream"),
    promptPack: join(folder, `prompts-${upstream.commit.slice(0, 12)}.json`),
    lock: join(folder, "lock.json"),
  };
}

export type BirdPlaces = ReturnType<typeof birdPlaces>;

/** Where the config's dataset is; `root` is the config's folder. */
export function datasetFolder(
  { dataset, bird_data_path }: Pick<BirdOptions, "dataset" | "bird_data_path">,
  { root, places }: { root: string; places: BirdPlaces },
): string {
  if (dataset === "synthetic") return syntheticFolder;
  return bird_data_path === undefined ? places.dataset(dataset) : resolve(root, bird_data_path);
}
