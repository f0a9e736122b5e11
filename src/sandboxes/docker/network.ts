// Networks without a way out: an internal one of the engine, whose bridge has no address of its own.

import type Dockerode from "dockerode";
import type { SandboxLabels } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { sha256 } from "../../lib/digest.ts";
import { engineCall, removal, statusOf } from "./call.ts";

/**
 * Where look-ups of names that the engine does not know go: an address for documentation (RFC 5737), which no network
 * without a way out leads to. Left to itself an engine may ask the host's own name server on the box's behalf
 * (CVE-2024-29018), and a look-up is a message.
 */
export const noNameServer = "192.0.2.1";

/** Its identifier. `signal` does not cut it short: others may wait for it, and a lost answer would leave one behind. */
export async function createInternalNetwork(
  docker: Dockerode,
  name: string,
  labels: Readonly<Record<string, string>>,
): Promise<string> {
  const create = (abortSignal: AbortSignal) =>
    docker.createNetwork({
      Name: name,
      CheckDuplicate: true,
      Driver: "bridge",
      Internal: true,
      Labels: { ...labels },
      // Without an address of its own the bridge leads to no service of the host.
      Options: { "com.docker.network.bridge.inhibit_ipv4": "true" },
      abortSignal,
    });
  const { signal } = new AbortController();
  return (await engineCall(`make the network ${name}`, create, { signal })).id;
}

/** By name or identifier. */
export async function removeNetwork(
  docker: Dockerode,
  network: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  await removal("remove a network", (abortSignal) => docker.getNetwork(network).remove({ abortSignal }), { signal });
}

export async function removeVolume(
  docker: Dockerode,
  name: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const remove = (abortSignal: AbortSignal) => docker.getVolume(name).remove({ force: true, abortSignal });
  await removal("remove a volume", remove, { signal });
}

export async function connectContainer(
  docker: Dockerode,
  network: string,
  { container, signal }: { container: string; signal: AbortSignal },
): Promise<void> {
  const connect = (abortSignal: AbortSignal) => {
    const options = { Container: container, abortSignal };
    return docker.getNetwork(network).connect(options);
  };
  await engineCall("connect a container to a network", connect, { signal });
}

/** Neither of the two need be there any more. */
export async function disconnectContainer(
  docker: Dockerode,
  network: string,
  { container, signal }: { container: string; signal: AbortSignal },
): Promise<void> {
  const disconnect = (abortSignal: AbortSignal) =>
    docker.getNetwork(network).disconnect({ Container: container, Force: true, abortSignal });
  try {
    await engineCall("take a container off a network", disconnect, { signal });
  } catch (error) {
    if (statusOf(error) !== 404 && !/is not connected/i.test(String(error))) throw error;
  }
}

interface Shared {
  /** Its identifier. */
  created: Promise<string>;
  users: number;
}

/** For siblings only: one per trial, made when its first sandbox wants one, removed with its last. */
export class InternalNetworks {
  readonly #docker: Dockerode;
  readonly #shared = new Map<string, Shared>();
  /** The last user's removal, which a new first user waits for. */
  readonly #removals = new Map<string, Promise<void>>();

  constructor(docker: Dockerode) {
    this.#docker = docker;
  }

  /** Each acquire is followed by one release, also when it throws. */
  async acquire(name: string, labels: Record<string, string>, { signal }: { signal: AbortSignal }): Promise<void> {
    await this.#removals.get(name);
    const created = () => createInternalNetwork(this.#docker, name, labels);
    const shared = this.#shared.get(name) ?? { created: created(), users: 0 };
    shared.users += 1;
    this.#shared.set(name, shared);
    await abortable(shared.created, signal);
  }

  async release(name: string, { signal }: { signal: AbortSignal }): Promise<void> {
    const shared = this.#shared.get(name);
    if (shared === undefined) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    this.#shared.delete(name);
    const removal = this.#remove(shared, signal);
    const settled = removal.catch(() => undefined).then(() => void this.#removals.delete(name));
    this.#removals.set(name, settled);
    await removal;
  }

  /** A user may have left before it was made. */
  async #remove(shared: Shared, signal: AbortSignal): Promise<void> {
    const id = await shared.created.catch(() => undefined);
    if (id !== undefined) await removeNetwork(this.#docker, id, { signal });
  }
}

export function networkName({ owner, job, trial }: SandboxLabels): string {
  return `auto-harness-${sha256(JSON.stringify([owner, job, trial])).slice(0, 16)}`;
}
