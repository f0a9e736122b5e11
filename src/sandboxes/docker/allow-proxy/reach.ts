// From a host that a box asks for to a connection, or to why there is none. The name decides first and is not even
// looked up where it is not allowed; then its addresses do; and the connection goes to the address that was looked at.

import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import { type HostRules, isAllowedHost, normalHost } from "../../../lib/allowed-hosts.ts";
import { type AddressList, contains, isPublicAddress } from "../../../lib/public-address.ts";

export interface Reach {
  /** null: whatever is public. */
  rules: HostRules | null;
  /** The boxes' own networks, which are nobody's to reach. */
  closed: AddressList;
}

export class Refused extends Error {}

const connectMs = 10_000;
const maxAddresses = 4;

/** Throws Refused with the reason, or what the network says. */
export async function reach(asked: string, port: number, { rules, closed }: Reach): Promise<Socket> {
  const host = normalHost(asked);
  if (rules !== null && !isAllowedHost(rules, host)) throw new Refused("not allowed");
  const may = (address: string) =>
    !contains(closed, address) && (isPublicAddress(address) || (rules !== null && contains(rules.addresses, address)));
  const found = isIP(host) === 0 ? await addressesOf(host) : [host];
  const addresses = found.filter(may).slice(0, maxAddresses);
  if (addresses.length === 0) {
    throw new Refused(isIP(host) === 0 ? `leads to ${found[0]}, which is not public` : "not public");
  }
  let failure: unknown;
  for (const address of addresses) {
    try {
      return await connected(address, port);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

async function connected(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  return await new Promise((resolve, reject) => {
    socket.setTimeout(connectMs, () => socket.destroy(new Error(`no answer within ${connectMs / 1000} s`)));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
