// Removing what dead owners left, told by labels alone.

import type Dockerode from "dockerode";
import type { SweepResult } from "../core/sandbox.ts";
import { engineCall, statusOf } from "./docker-call.ts";
import { removeContainer } from "./docker-sandbox.ts";
import { ownerState, parseOwnerLabels } from "./owner.ts";

export interface SweepOptions {
  signal: AbortSignal;
  /** The container that this process runs in; "" where it runs in none. */
  container: string;
  /** Everything of this owner, alive or not. */
  owner?: string;
  /** Also what belongs to owners of whom nothing is known (another host), however young it is. */
  all?: boolean;
  say: (line: string) => void;
}

interface Leftover {
  labels: Readonly<Record<string, string>>;
  createdMs: number;
  what: string;
  remove: (options: { signal: AbortSignal }) => Promise<void>;
}

const unknownOwnerMs = 24 * 3600_000;

/** Containers first: a network can't go while they hang on it. What can't be removed is said, not thrown. */
export async function sweepDocker(docker: Dockerode, options: SweepOptions): Promise<SweepResult> {
  const result = { removed: 0, alive: 0 };
  const verdicts = new Map<string, Promise<"alive" | "dead" | "unknown">>();
  const asker = {
    container: options.container,
    lookAt: async (container: string) => await stateOf(docker, container, options),
  };
  const isLeft = async ({ labels, createdMs }: Leftover): Promise<boolean> => {
    const owner = parseOwnerLabels(labels);
    if (options.owner !== undefined) return owner?.id === options.owner;
    if (owner === undefined) return false;
    const verdict = verdicts.get(owner.id) ?? ownerState(owner, asker);
    verdicts.set(owner.id, verdict);
    const state = await verdict;
    return (
      state === "dead" || (state === "unknown" && (options.all === true || Date.now() - createdMs > unknownOwnerMs))
    );
  };
  for (const list of [listContainers, listNetworks]) {
    for (const leftover of await list(docker, options)) {
      if (!(await isLeft(leftover))) {
        if (options.owner === undefined) result.alive += 1;
        continue;
      }
      try {
        await leftover.remove(options);
        result.removed += 1;
      } catch (error) {
        options.signal.throwIfAborted();
        options.say(`could not remove ${leftover.what}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  return result;
}

async function stateOf(
  docker: Dockerode,
  container: string,
  { signal }: { signal: AbortSignal },
): Promise<"running" | "ended"> {
  const inspect = (abortSignal: AbortSignal) => docker.getContainer(container).inspect({ abortSignal });
  try {
    const { State } = await engineCall("look at an owner's container", inspect, { signal, idempotent: true });
    return State.Running ? "running" : "ended";
  } catch (error) {
    if (statusOf(error) === 404) return "ended";
    throw error;
  }
}

const filters = { label: ["auto-harness.owner"] };

async function listContainers(docker: Dockerode, { signal }: { signal: AbortSignal }): Promise<Leftover[]> {
  const list = (abortSignal: AbortSignal) => docker.listContainers({ all: true, filters, abortSignal });
  const containers = await engineCall("list containers", list, { signal, idempotent: true });
  return containers.map((info) => ({
    labels: info.Labels,
    createdMs: info.Created * 1000,
    what: `container ${info.Id.slice(0, 12)}`,
    remove: (options) => removeContainer(docker.getContainer(info.Id), options),
  }));
}

async function listNetworks(docker: Dockerode, { signal }: { signal: AbortSignal }): Promise<Leftover[]> {
  const list = (abortSignal: AbortSignal) => docker.listNetworks({ filters, abortSignal });
  const networks = await engineCall("list networks", list, { signal, idempotent: true });
  return networks.map((info) => ({
    labels: info.Labels ?? {},
    createdMs: Date.parse(info.Created),
    what: `network ${info.Name}`,
    remove: (options) => removeNetwork(docker, info.Id, options),
  }));
}

async function removeNetwork(docker: Dockerode, id: string, { signal }: { signal: AbortSignal }): Promise<void> {
  try {
    await engineCall("remove a network", (s) => docker.getNetwork(id).remove({ abortSignal: s }), { signal });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
