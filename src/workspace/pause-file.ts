// Whether an experiment is paused: a file, so that it survives every process and can be set from another one.

import { rm } from "node:fs/promises";
import { z } from "zod";
import { writeAtomic } from "../lib/write-atomic.ts";
import type { HostLayout } from "./layout.ts";
import { readJson } from "./read-json.ts";

const pauseSchema = z.strictObject({ version: z.literal(1), since: z.iso.datetime() });

type PauseFile = Pick<HostLayout, "pauseFile">;

/** Since when (ISO, UTC); null when it is not paused. Throws config "workspace-file-invalid". */
export async function pausedSince({ pauseFile }: PauseFile): Promise<string | null> {
  return (await readJson(pauseFile, pauseSchema))?.since ?? null;
}

/** Since when; what is paused already stays as it is. */
export async function pause(host: PauseFile, now: Date = new Date()): Promise<string> {
  const before = await pausedSince(host);
  if (before !== null) return before;
  const since = now.toISOString();
  await writeAtomic(host.pauseFile, `${JSON.stringify({ version: 1, since })}\n`, 0o600);
  return since;
}

/** Since when it was paused; null when it was not. */
export async function resume(host: PauseFile): Promise<string | null> {
  const since = await pausedSince(host);
  await rm(host.pauseFile, { force: true });
  return since;
}
