import type { Socket } from "node:net";
import type { NetworkUse } from "../../../core/sandbox.ts";

const maxUses = 300;
const others = "(others)";

/** What one network asked for, added up and bounded: names are the box's to choose. */
export class Uses {
  readonly #uses = new Map<string, NetworkUse>();
  readonly #open = new Map<Socket, NetworkUse>();

  note(asked: string, port: number | null, refused: string | null): NetworkUse {
    const host = asked.replaceAll(/[^\x21-\x7e]/g, "?").slice(0, 253);
    const wanted = { host, port, refused };
    const known = this.#uses.get(JSON.stringify(wanted));
    const key = known === undefined && this.#uses.size >= maxUses ? { ...wanted, host: others, port: null } : wanted;
    const use = this.#uses.get(JSON.stringify(key)) ?? { ...key, count: 0, bytes: 0 };
    use.count += 1;
    this.#uses.set(JSON.stringify(key), use);
    return use;
  }

  /** Counts what goes through it. */
  watch(use: NetworkUse, upstream: Socket): void {
    this.#open.set(upstream, use);
    upstream.once("close", () => {
      this.#open.delete(upstream);
      use.bytes += bytesOf(upstream);
    });
  }

  list(): NetworkUse[] {
    const running = new Map<NetworkUse, number>();
    for (const [socket, use] of this.#open) running.set(use, (running.get(use) ?? 0) + bytesOf(socket));
    return [...this.#uses.values()].map((use) => ({ ...use, bytes: use.bytes + (running.get(use) ?? 0) }));
  }
}

function bytesOf(socket: Socket): number {
  return socket.bytesRead + socket.bytesWritten;
}
