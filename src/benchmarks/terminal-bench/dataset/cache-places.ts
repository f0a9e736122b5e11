import { join } from "node:path";

/** Where what datasets need is kept between starts, outside of every project. */
export interface CachePlaces {
  /** For locks. */
  cacheFolder: string;
  repositories: string;
  /** Of tasks as folders. */
  tasks: string;
}

export function cachePlaces(cacheFolder: string): CachePlaces {
  const folder = join(cacheFolder, "datasets");
  return { cacheFolder, repositories: join(folder, "repositories"), tasks: join(folder, "tasks") };
}
