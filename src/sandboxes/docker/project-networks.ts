// A project's networks where it has no free way out: internal ones of ours in their place, with the proxy or without.

import { randomBytes } from "node:crypto";
import type Dockerode from "dockerode";
import type { ProjectSpec } from "../../core/sandbox-group.ts";
import { type ComposeModel, tableOf } from "../../services/compose/compose-model.ts";
import { type HeldNetwork, networksOf } from "../../services/compose/final-compose.ts";
import type { AllowNetwork } from "./allow-networks.ts";
import { attempt } from "./attempt.ts";
import { createInternalNetwork, noNameServer, removeNetwork } from "./network.ts";
import { type DockerNetworks, rulesOf } from "./place.ts";

export interface HeldProject {
  /** By the compose file's name; empty where the project has a way out. */
  networks: ReadonlyMap<string, HeldNetwork>;
  /** Names of the engine's networks. */
  names: ReadonlySet<string>;
  allowed: readonly AllowNetwork[];
}

export interface HoldNetworksContext {
  docker: Dockerode;
  networks: DockerNetworks;
  labels: Record<string, string>;
  signal: AbortSignal;
  undo: AsyncDisposableStack;
  onCleanupFailure: (what: string, error: unknown) => void;
}

export async function holdNetworks(
  model: ComposeModel,
  { main: { network, networkChanges = false } }: ProjectSpec,
  context: HoldNetworksContext,
): Promise<HeldProject> {
  const { docker, networks, labels, signal, undo, onCleanupFailure } = context;
  if (network === "internal") throw new Error("a project's network is none, open or allowed hosts");
  const held = new Map<string, HeldNetwork>();
  const allowed: AllowNetwork[] = [];
  const siblings = siblingsOf(model);
  for (const name of network === "open" && !networkChanges ? [] : networksOf(model)) {
    if (network === "none" && !networkChanges) {
      const own = `auto-harness-${randomBytes(8).toString("hex")}`;
      undo.defer(() => attempt(onCleanupFailure, `network ${own}`, (limit) => removeNetwork(docker, own, limit)));
      await createInternalNetwork(docker, own, labels);
      held.set(name, { name: own, nameServer: noNameServer, environment: {} });
    } else {
      const one = undo.use(await networks.allowed.open(rulesOf(network), { labels, signal, siblings }));
      allowed.push(one);
      const environment = typeof network === "string" ? {} : one.environment();
      held.set(name, { name: one.name, nameServer: one.address, environment });
    }
  }
  return { networks: held, names: new Set([...held.values()].map(({ name }) => name)), allowed };
}

/** What services call each other. */
function siblingsOf({ services }: ComposeModel): string[] {
  const aliases = Object.values(services).flatMap((service) => [
    ...(typeof service["hostname"] === "string" ? [service["hostname"]] : []),
    ...Object.values(tableOf(service["networks"])).flatMap((entry) => {
      const { aliases: names } = tableOf(entry);
      return Array.isArray(names) ? names.map(String) : [];
    }),
  ]);
  return [...new Set([...Object.keys(services), ...aliases])];
}
