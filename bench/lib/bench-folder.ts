import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder, removed with everything in it when the stack is disposed. */
export async function benchFolder(cleanUp: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-bench-"));
  cleanUp.defer(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}
