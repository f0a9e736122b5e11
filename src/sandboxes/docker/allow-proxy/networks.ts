// The networks that the proxy serves, and what is open on each. A connection belongs to the network of the proxy's own
// address that it was made to, and only if it comes from there: a box can make up addresses of others.

import type { Socket } from "node:net";
import { type HostRules, parseAllowedHosts } from "../../../lib/allowed-hosts.ts";
import { type AddressList, addressListOf, contains } from "../../../lib/public-address.ts";
import type { ServedNetwork } from "./protocol.ts";
import { Uses } from "./uses.ts";

/** Connections that one network may have open at once. */
const maxOpen = 512;

export class Network {
  readonly address: string;
  readonly subnet: string;
  readonly uses: Uses;
  readonly rules: HostRules | null;
  readonly #senders: AddressList;
  readonly #open = new Set<Socket>();

  /** `uses`: of what the network was before. */
  constructor({ address, subnet, allow }: ServedNetwork, uses: Uses) {
    this.address = address;
    this.subnet = subnet;
    this.uses = uses;
    this.rules = allow === null ? null : parseAllowedHosts(allow);
    this.#senders = addressListOf([subnet]);
  }

  has(address: string): boolean {
    return contains(this.#senders, address);
  }

  /** False, and the socket is gone, where too much is open. */
  admit(socket: Socket): boolean {
    if (this.#open.size >= maxOpen) {
      socket.destroy();
      return false;
    }
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
    return true;
  }

  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }
}

export class Networks {
  readonly #byAddress = new Map<string, Network>();
  /** All of them together: no box reaches another one. */
  closed = addressListOf([]);

  serve(served: ServedNetwork): void {
    const before = this.#byAddress.get(served.address);
    this.#byAddress.set(served.address, new Network(served, before?.uses ?? new Uses()));
    this.#replaced(before);
  }

  forget(address: string): void {
    const network = this.#byAddress.get(address);
    this.#byAddress.delete(address);
    this.#replaced(network);
  }

  forgetAll(): void {
    for (const address of [...this.#byAddress.keys()]) this.forget(address);
  }

  at(address: string): Network | undefined {
    return this.#byAddress.get(address);
  }

  /** undefined for who is none of ours; such a socket is to be closed. */
  ofSocket({ localAddress = "", remoteAddress = "" }: Socket): Network | undefined {
    const network = this.#byAddress.get(plain(localAddress));
    return network?.has(plain(remoteAddress)) ? network : undefined;
  }

  ofSender(address: string): Network | undefined {
    return [...this.#byAddress.values()].find((network) => network.has(address));
  }

  #replaced(before: Network | undefined): void {
    this.closed = addressListOf([...this.#byAddress.values()].map(({ subnet }) => subnet));
    before?.cut();
  }
}

/** A listener for both families gives IPv4 addresses in IPv6's clothes. */
function plain(address: string): string {
  return address.replace(/^::ffff:/, "");
}
