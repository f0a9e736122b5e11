// Where a container stands: from a specification's network to the engine's, which is opened for it.

import type { SandboxSpec } from "../../core/sandbox.ts";
import type { AllowNetwork, AllowNetworks, AllowRules } from "./allow-networks.ts";
import { attempt } from "./attempt.ts";
import type { ContainerPlace } from "./container-options.ts";
import { type InternalNetworks, networkName, noNameServer } from "./network.ts";

export interface DockerNetworks {
  internal: InternalNetworks;
  allowed: AllowNetworks;
}

export interface Place extends ContainerPlace {
  allowed?: AllowNetwork;
}

export interface OpenPlaceContext {
  networks: DockerNetworks;
  labels: Record<string, string>;
  signal: AbortSignal;
  /** Gets what closes the place again. */
  undo: AsyncDisposableStack;
  onCleanupFailure: (what: string, error: unknown) => void;
}

export async function openPlace(
  spec: Pick<SandboxSpec, "network" | "networkChanges" | "labels">,
  { networks, labels, signal, undo, onCleanupFailure }: OpenPlaceContext,
): Promise<Place> {
  const { network, networkChanges = false } = spec;
  if (network === "internal") {
    const name = networkName(spec.labels);
    undo.defer(() => attempt(onCleanupFailure, "network", (limit) => networks.internal.release(name, limit)));
    await networks.internal.acquire(name, labels, { signal });
    return { networkMode: name, nameServer: noNameServer, environment: {} };
  }
  if (typeof network !== "string" || networkChanges) {
    const allowed = undo.use(await networks.allowed.open(rulesOf(network), { labels, signal }));
    const environment = typeof network === "string" ? {} : allowed.environment();
    return { networkMode: allowed.name, nameServer: allowed.address, environment, allowed };
  }
  return { networkMode: network === "none" ? "none" : "bridge", environment: {} };
}

export function rulesOf(network: Exclude<SandboxSpec["network"], "internal">): AllowRules {
  if (network === "none") return [];
  return network === "open" ? null : network.allow;
}
