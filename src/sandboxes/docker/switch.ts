// The network of a container while it lives. It always stands on an internal network with the proxy, whose rules are
// what it may reach; only where that is everything is the engine's own network there too.

import type Dockerode from "dockerode";
import type { NetworkUse, SandboxNetwork } from "../../core/sandbox.ts";
import type { AllowNetwork } from "./allow-networks.ts";
import { connectContainer, disconnectContainer } from "./network.ts";
import { rulesOf } from "./place.ts";

type Switchable = Exclude<SandboxNetwork, "internal">;

const wayOut = "bridge";
const cutMs = 60_000;

export interface SwitchedNetworkParts {
  docker: Dockerode;
  /** Ids or names of those that are switched together: a sandbox's, or a project's. */
  containers: readonly string[];
  allowed: readonly AllowNetwork[];
  /** What the containers were made for. */
  first: SandboxNetwork;
}

export class SwitchedNetwork {
  readonly #parts: SwitchedNetworkParts;
  #now: SandboxNetwork;

  constructor(parts: SwitchedNetworkParts, now: SandboxNetwork = parts.first) {
    this.#parts = parts;
    this.#now = now;
  }

  /** For another container that was made like these, on the same internal network. */
  of(container: Dockerode.Container): SwitchedNetwork {
    return new SwitchedNetwork({ ...this.#parts, containers: [container.id] }, this.#now);
  }

  /** Cut first: a failure leaves it with less than before. */
  async set(network: Switchable, { signal }: { signal: AbortSignal }): Promise<void> {
    const { docker, containers, allowed } = this.#parts;
    // Not cut short by the caller's signal: what was begun must end closed.
    const limit = AbortSignal.timeout(cutMs);
    if (this.#now === "open") {
      for (const container of containers) await disconnectContainer(docker, wayOut, { container, signal: limit });
    }
    this.#now = "none";
    for (const one of allowed) await one.allow([], { signal: limit });
    signal.throwIfAborted();
    if (network !== "none") for (const one of allowed) await one.allow(rulesOf(network), { signal });
    this.#now = network;
    await this.join({ signal });
  }

  /** After they were started. */
  async join({ signal }: { signal: AbortSignal }): Promise<void> {
    if (this.#now !== "open") return;
    const { docker, containers } = this.#parts;
    for (const container of containers) await connectContainer(docker, wayOut, { container, signal });
  }

  async uses(options: { signal: AbortSignal }): Promise<NetworkUse[]> {
    return (await Promise.all(this.#parts.allowed.map(async (one) => await one.uses(options)))).flat();
  }

  /** What commands need beside the container's own environment, which is as it was at first. */
  environment(): Record<string, string> {
    const needed = typeof this.#now !== "string";
    if (needed === (typeof this.#parts.first !== "string")) return {};
    const proxied = this.#parts.allowed[0]?.environment() ?? {};
    return needed ? proxied : Object.fromEntries(Object.keys(proxied).map((name) => [name, ""]));
  }
}
