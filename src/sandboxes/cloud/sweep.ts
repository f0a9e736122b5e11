// Removing what dead owners left at a cloud, told by labels alone.

import { HarnessError } from "../../core/fault.ts";
import type { SweepResult } from "../../core/sandbox.ts";
import { type Owner, ownerState, parseOwnerLabels } from "../owner.ts";
import type { CloudService } from "./machines.ts";

/** Every sandbox of ours has it. */
export const oursLabels = { "auto-harness": "sandbox" } as const;

export interface SweepCloudOptions {
  signal: AbortSignal;
  /** Everything of this owner, alive or not. */
  owner?: string;
  asker: Owner;
  say: (line: string) => void;
}

/**
 * A sandbox of an owner of whom nothing is known from here is left: it goes by its time-out unless somebody keeps it.
 * What can't be removed is said, not thrown.
 */
export async function sweepCloud<Sandbox>(
  service: CloudService<Sandbox>,
  options: SweepCloudOptions,
): Promise<SweepResult> {
  const { signal, owner: wanted, asker, say } = options;
  const result = { removed: 0, alive: 0 };
  const filter = wanted === undefined ? oursLabels : { "auto-harness.owner": wanted };
  for (const { id, labels } of await service.list({ ...filter }, { signal })) {
    if (wanted === undefined && !(await isLeft(labels, asker))) {
      result.alive += 1;
      continue;
    }
    const kill = (limit: AbortSignal) => service.remove(id, limit);
    try {
      if (await service.call("remove a sandbox", kill, { signal })) result.removed += 1;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof HarnessError) && service.troubleOf(error).kind === "gone") continue;
      say(`could not remove sandbox ${id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return result;
}

/** All of ours there, whoever opened them. */
export async function cloudCensus<Sandbox>(
  service: CloudService<Sandbox>,
  { signal, asker }: Pick<SweepCloudOptions, "signal" | "asker">,
): Promise<{ alive: number; left: number }> {
  const count = { alive: 0, left: 0 };
  for (const { labels } of await service.list({ ...oursLabels }, { signal })) {
    count[(await isLeft(labels, asker)) ? "left" : "alive"] += 1;
  }
  return count;
}

async function isLeft(labels: Readonly<Record<string, string>>, asker: Owner): Promise<boolean> {
  const owner = parseOwnerLabels(labels);
  // Whether a container of an owner has ended is for its engine to say, and there may be none here.
  const lookAt = async () => "running" as const;
  return owner !== undefined && (await ownerState(owner, { container: asker.container, lookAt })) === "dead";
}
