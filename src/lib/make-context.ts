import { randomBytes } from "node:crypto";
import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "./digest.ts";
import { digestFolder } from "./digest-folder.ts";

export interface ContextPart {
  folder: string;
  /** Where its content goes in the context; "" is the root. */
  at: string;
}

/**
 * A build context made of several folders, kept below `cacheFolder` by its digest (hex SHA-256 of all parts and places).
 * Made once, whoever asks.
 */
export async function makeContext(
  name: string,
  parts: readonly ContextPart[],
  { cacheFolder }: { cacheFolder: string },
): Promise<{ context: string; digest: string }> {
  const digests = await Promise.all(parts.map(async ({ folder, at }) => `${at}\0${await digestFolder(folder)}`));
  const digest = sha256(digests.join("\n"));
  const context = join(cacheFolder, `${name}-context-${digest.slice(0, 16)}`);
  if (await exists(context)) return { context, digest };
  const temporary = `${context}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(temporary, { recursive: true });
    for (const { folder, at } of parts) {
      await cp(folder, join(temporary, at), { recursive: true, verbatimSymlinks: true });
    }
    await rename(temporary, context).catch(async (error: unknown) => {
      // Another process made the same one in the meantime.
      if (!(await exists(context))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return { context, digest };
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
