import { randomBytes } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ImageSource } from "../core/sandbox.ts";
import { digestFolder } from "../lib/digest-folder.ts";

/** Where build contexts are kept between starts, below the state folder. */
export function contextsFolder(stateFolder: string): string {
  return join(stateFolder, "agent-images");
}

/** Has `fill` make a build context, which must be the same on every machine, and keeps it by its digest. */
export async function contextByDigest(
  name: string,
  { cacheFolder, fill }: { cacheFolder: string; fill: (folder: string) => Promise<void> },
): Promise<ImageSource> {
  const temporary = join(cacheFolder, `${name}-image-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(temporary, { recursive: true });
    await fill(temporary);
    const digest = await digestFolder(temporary);
    const context = join(cacheFolder, `${name}-image-${digest.slice(0, 16)}`);
    await rename(temporary, context).catch(async (error: unknown) => {
      // It is there already, whoever made it.
      if ((await digestFolder(context).catch(() => undefined)) !== digest) throw error;
    });
    return { kind: "build", name, context, digest };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
