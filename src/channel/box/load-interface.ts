// Finds an interface by name: in the runtime, or among the image's packages. One that needs a package which not every
// image holds is bundled with the packages of those images, and shares their classes with the candidate.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CallError } from "../channel-error.ts";
import { type BoxInterface, interfaces } from "./interfaces.ts";

export type LoadInterface = (name: string) => Promise<BoxInterface>;

/**
 * Starts to load what `folder` holds, so that a waiting box has done it when it is needed. The function that comes back
 * throws CallError "unknown-interface".
 */
export function preloadInterfaces(folder: string): LoadInterface {
  const files: Record<string, string> = JSON.parse(readFileSync(join(folder, "interfaces.json"), "utf8"));
  const packaged = new Map(
    Object.entries(files).map(([name, file]) => [name, loadQuietly(pathToFileURL(join(folder, file)).href, name)]),
  );
  return async (name) => {
    const found = Object.hasOwn(interfaces, name) ? interfaces[name] : await packaged.get(name);
    if (found !== undefined) return found;
    const known = [...Object.keys(interfaces), ...packaged.keys()].join(", ");
    throw new CallError("unknown-interface", `there is no interface ${name} in this image; known: ${known}`);
  };
}

/** What a bundled package uses of Node's old parts is nothing that the candidate could mend. */
async function loadQuietly(url: string, name: string): Promise<BoxInterface | undefined> {
  process.noDeprecation = true;
  try {
    const module: Record<string, BoxInterface | undefined> = await import(url);
    return module[name];
  } finally {
    process.noDeprecation = false;
  }
}
