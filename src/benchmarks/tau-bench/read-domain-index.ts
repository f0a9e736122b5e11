import { readAll } from "../../channel/byte-stream.ts";
import type { Peer } from "../../channel/peer.ts";
import type { DomainIndex } from "./tau-index.ts";
import { description, type Ready, runResult } from "./wire.ts";

/** Asks a driver for what the index holds of its domain; takes some seconds. Rejects with what the channel throws. */
export async function readDomainIndex(
  peer: Pick<Peer, "request">,
  { data, dataHash, guidelinesHash }: Ready,
  { signal }: { signal: AbortSignal },
): Promise<DomainIndex> {
  const { result } = await peer.request("describe", {}, { signal });
  const tasks: DomainIndex["tasks"] = [];
  for (const task of description.parse(result).base) {
    const idle = await peer.request("idle", { taskId: task.id }, { signal });
    await readAll(idle.body);
    const { status, reward } = runResult.parse(idle.result);
    if (status !== "ended") throw new Error(`${task.id}: doing nothing ended as ${status}`);
    tasks.push({ ...task, floor: reward === 1 ? 1 : 0 });
  }
  return { dataHash, guidelinesHash, files: data, tasks };
}
