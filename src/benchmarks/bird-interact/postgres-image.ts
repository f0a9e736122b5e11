import { copyFile, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contextByDigest } from "../../channel/context-by-digest.ts";
import type { ImageSource } from "../../core/sandbox.ts";

/** In a clone as in an installed package. */
const folder = fileURLToPath(new URL("../../../images/bird-postgres", import.meta.url));

/** Postgres that makes a template of each dump when it starts. `dumps`: files by database. */
export async function birdPostgresImage(
  dumps: ReadonlyMap<string, string>,
  { cacheFolder }: { cacheFolder: string },
): Promise<ImageSource> {
  return await contextByDigest("bird-postgres", {
    cacheFolder,
    async fill(context) {
      await cp(folder, context, { recursive: true });
      await mkdir(join(context, "dumps"));
      for (const [database, file] of dumps) await copyFile(file, join(context, "dumps", `${database}.sql`));
    },
  });
}
