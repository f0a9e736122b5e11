// One connection of a box, handed through to where it may go.

import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Networks } from "./networks.ts";
import { Refused, reach } from "./reach.ts";

export interface Asked {
  host: string;
  port: number;
}

const idleMs = 15 * 60_000;

/**
 * The connection, watched and ended with the box's one; undefined where it is refused or fails, which is noted. What the
 * box hears of it is the same for both: reasons are for the record.
 */
export async function openTunnel(
  networks: Networks,
  client: Socket,
  { host, port }: Asked,
): Promise<Socket | undefined> {
  const network = networks.ofSocket(client);
  if (network === undefined) return undefined;
  try {
    const upstream = await reach(host, port, { rules: network.rules, closed: networks.closed });
    upstream.on("error", () => upstream.destroy());
    upstream.setTimeout(idleMs, () => upstream.destroy());
    // The rules may have changed, or the box may have left, meanwhile.
    if (client.destroyed || networks.ofSocket(client) !== network) {
      upstream.destroy();
      return undefined;
    }
    const onClose = () => upstream.destroy();
    client.once("close", onClose);
    upstream.once("close", () => client.off("close", onClose));
    network.uses.watch(network.uses.note(host, port, null), upstream);
    return upstream;
  } catch (error) {
    const why = error instanceof Refused ? error.message : `failed: ${codeOf(error)}`;
    network.uses.note(host, port, why);
    return undefined;
  }
}

export async function join(client: Duplex, upstream: Socket): Promise<void> {
  await Promise.allSettled([pipeline(client, upstream), pipeline(upstream, client)]);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? String(error.code) : error.message;
}
