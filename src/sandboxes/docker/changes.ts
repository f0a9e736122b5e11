import type Dockerode from "dockerode";
import type { FileChange } from "../../core/sandbox.ts";
import { engineCall } from "./call.ts";

const kinds = ["changed", "added", "deleted"] as const;

/** The engine mounts its init there, and makes the folders on the way. */
const mountedByEngine = new Set(["/sbin/docker-init", "/usr/sbin/docker-init"]);

/** What differs from the container's image; files in volumes and in memory are not among it. */
export async function listChanges(
  container: Dockerode.Container,
  { signal }: { signal: AbortSignal },
): Promise<FileChange[]> {
  const list = (abortSignal: AbortSignal) => container.changes({ abortSignal });
  // The engine says null where there is none.
  const found: unknown = await engineCall("list changed files", list, { signal, idempotent: true });
  const changes = Array.isArray(found) ? (found as Array<{ Path: string; Kind: number }>) : [];
  return changes.flatMap(({ Path: path, Kind }) => {
    const kind = kinds[Kind];
    return kind === undefined || mountedByEngine.has(path) ? [] : [{ path, kind }];
  });
}

/** Of a box whose image is itself a box as it was: what differed then, and what differs since. */
export function mergedChanges(then: readonly FileChange[], since: readonly FileChange[]): FileChange[] {
  const merged = new Map(then.map((change) => [change.path, change]));
  for (const change of since) {
    const before = merged.get(change.path)?.kind;
    if (before === "added" && change.kind === "deleted") merged.delete(change.path);
    else if (before === "added") continue;
    else
      merged.set(
        change.path,
        before === "deleted" && change.kind === "added" ? { ...change, kind: "changed" } : change,
      );
  }
  return [...merged.values()];
}
