import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
  path: string;
}

/** Somebody may still be at work in it, and ends when he finds that it goes. */
export const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 } as const;

/** An empty folder of its own, removed with everything in it. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "auto-harness-test-")));
  return { path, [Symbol.asyncDispose]: () => rm(path, removal) };
}
