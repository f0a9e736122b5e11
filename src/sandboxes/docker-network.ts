// Networks for siblings only: one per trial, made when its first sandbox wants one, removed with its last.

import type Dockerode from "dockerode";
import type { SandboxLabels } from "../core/sandbox.ts";
import { abortable } from "../lib/abortable.ts";
import { sha256 } from "../lib/digest.ts";
import { engineCall, statusOf } from "./docker-call.ts";

interface Shared {
  /** Its identifier. */
  created: Promise<string>;
  users: number;
}

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
    const shared = this.#shared.get(name) ?? { created: this.#create(name, labels), users: 0 };
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

  async #create(name: string, labels: Record<string, string>): Promise<string> {
    const create = (abortSignal: AbortSignal) =>
      this.#docker.createNetwork({
        Name: name,
        CheckDuplicate: true,
        Driver: "bridge",
        Internal: true,
        Labels: labels,
        // Without an address of its own the bridge leads to no service of the host.
        Options: { "com.docker.network.bridge.inhibit_ipv4": "true" },
        abortSignal,
      });
    // Others wait for it too, so no caller's signal cuts it short.
    const { signal } = new AbortController();
    return (await engineCall(`make the network ${name}`, create, { signal })).id;
  }

  /** A user may have left before it was made. */
  async #remove(shared: Shared, signal: AbortSignal): Promise<void> {
    const id = await shared.created.catch(() => undefined);
    if (id === undefined) return;
    const remove = (abortSignal: AbortSignal) => this.#docker.getNetwork(id).remove({ abortSignal });
    try {
      await engineCall("remove a network", remove, { signal, idempotent: true });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
}

export function networkName({ owner, job, trial }: SandboxLabels): string {
  return `auto-harness-${sha256(JSON.stringify([owner, job, trial])).slice(0, 16)}`;
}
