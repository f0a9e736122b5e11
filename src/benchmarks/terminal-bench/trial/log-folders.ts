// Harbor's folders for what an agent, a verifier and a reward leave.

import type { SandboxFolder } from "../../../core/sandbox.ts";
import type { Session } from "../../../core/session.ts";
import { folderArchive } from "../../../lib/folder-archive.ts";

/** There from the start, and open to every user, as Harbor's mounts are. */
export const logFolders: readonly SandboxFolder[] = [
  { path: "/logs", mode: 0o755 },
  ...["agent", "verifier", "artifacts"].map((name) => ({ path: `/logs/${name}`, mode: 0o777 })),
];

/** Where they are not made with the box, or were taken away. */
export async function makeLogFolders(session: Session, { signal }: { signal: AbortSignal }): Promise<void> {
  await session.putArchive("/", await folderArchive(logFolders), { signal });
}
