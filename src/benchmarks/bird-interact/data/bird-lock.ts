// What was fetched where no hash is known by heart: written down at the first time, held to ever after.

import { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";
import { textIfThere } from "../../../lib/text-if-there.ts";
import { writeAtomic } from "../../../lib/write-atomic.ts";

const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const entry = z.strictObject({ repository: z.string(), commit });
const prompts = z.strictObject({
  repository: z.string(),
  commit,
  sha256: z.string(),
  packDigest: z.string(),
});

export const birdLock = z.strictObject({
  version: z.literal(1),
  datasets: z.strictObject({ lite: entry.optional(), full: entry.optional() }).default({}),
  prompts: prompts.optional(),
});

export type BirdLock = z.output<typeof birdLock>;

/** An empty one where there is none. Throws config "bird-lock-invalid". */
export async function readLock(file: string): Promise<BirdLock> {
  const text = await textIfThere(file);
  if (text === null) return { version: 1, datasets: {} };
  try {
    return birdLock.parse(JSON.parse(text));
  } catch (error) {
    throw new HarnessError({
      fault: "config",
      code: "bird-lock-invalid",
      message: `${file} can't be read. Put it back, or remove it to pin what is fetched next.`,
      cause: error,
    });
  }
}

export async function writeLock(file: string, lock: BirdLock): Promise<void> {
  await writeAtomic(file, `${JSON.stringify(birdLock.parse(lock), null, 2)}\n`);
}
