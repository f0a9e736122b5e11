import type { SandboxFolder } from "../core/sandbox.ts";
import { packTarEntries } from "./tar-entries.ts";

/** A tar that, unpacked at "/", makes the folders and gives those that are there their permission bits. */
export async function folderArchive(folders: readonly SandboxFolder[]): Promise<Uint8Array> {
  const entries = folders.map(({ path, mode }) => ({
    ...{ path: path.replace(/^\/+/, ""), type: "folder" as const, mode, content: Buffer.alloc(0), linkTarget: "" },
  }));
  return await packTarEntries(entries);
}
