// Removing what dead owners left, told by labels alone.

import type Dockerode from "dockerode";
import type { SweepResult } from "../../core/sandbox.ts";
import { ownerState, parseOwnerLabels } from "../owner.ts";
import { engineCall, statusOf } from "./call.ts";
import { removeImage } from "./copy.ts";
import { removeNetwork, removeVolume } from "./network.ts";
import { removeContainer } from "./sandbox.ts";

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

/** Containers first: a network or an image can't go while they hang on it. What can't be removed is said, not thrown. */
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
  for (const list of [listContainers, listNetworks, listVolumes, listCopies]) {
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

/** Images of sandboxes as they were: they have the labels of the container that was copied. */
async function listCopies(docker: Dockerode, { signal }: { signal: AbortSignal }): Promise<Leftover[]> {
  const list = (abortSignal: AbortSignal) => docker.listImages({ filters: JSON.stringify(filters), abortSignal });
  const images = await engineCall("list images", list, { signal, idempotent: true });
  return images.map((info) => ({
    labels: info.Labels ?? {},
    createdMs: info.Created * 1000,
    what: `image ${info.RepoTags?.[0] ?? info.Id}`,
    remove: (options) => removeImage(docker, info.Id, options),
  }));
}

async function listVolumes(docker: Dockerode, { signal }: { signal: AbortSignal }): Promise<Leftover[]> {
  const list = (abortSignal: AbortSignal) => docker.listVolumes({ filters, abortSignal });
  const { Volumes } = await engineCall("list volumes", list, { signal, idempotent: true });
  return (Volumes ?? []).map((info) => ({
    labels: info.Labels ?? {},
    createdMs: "CreatedAt" in info ? Date.parse(String(info.CreatedAt)) : 0,
    what: `volume ${info.Name}`,
    remove: (options) => removeVolume(docker, info.Name, options),
  }));
}
