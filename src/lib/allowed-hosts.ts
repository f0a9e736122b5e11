// Entries of an allowlist as Harbor has them: a name, `*.name` (what is below it, not itself), an address, a CIDR range;
// no URL, no port, no path.

import { isIP } from "node:net";
import { type AddressList, addressListOf, contains } from "./public-address.ts";

export interface HostRules {
  names: ReadonlySet<string>;
  /** With their leading dot. */
  suffixes: readonly string[];
  addresses: AddressList;
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What is wrong with an entry; undefined if nothing is. */
export function allowedHostProblem(entry: string): string | undefined {
  const host = normalHost(entry);
  if (host.includes("/")) return isRange(host) ? undefined : "is no CIDR range such as 10.1.0.0/16";
  if (isIP(host) !== 0) return host.includes("%") ? "has a zone" : undefined;
  const name = host.startsWith("*.") ? host.slice(2) : host;
  if (name.includes("*")) return 'has a * that is not its leading "*."';
  const labels = name.split(".");
  if (name.length > 253 || !labels.every((part) => label.test(part))) {
    return "is no name, *.name, address or CIDR range (no URL, no port, no path)";
  }
  // What some resolvers take for an address in other clothes: 127.1, 0x7f000001.
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? "")) return "is neither an address nor a name";
  return undefined;
}

/** Throws for an entry that has a problem. */
export function parseAllowedHosts(entries: readonly string[]): HostRules {
  const names = new Set<string>();
  const suffixes: string[] = [];
  const addresses: string[] = [];
  for (const entry of entries) {
    const problem = allowedHostProblem(entry);
    if (problem !== undefined) throw new Error(`allowed host "${entry}" ${problem}`);
    const host = normalHost(entry);
    if (host.includes("/") || isIP(host) !== 0) addresses.push(host);
    else if (host.startsWith("*.")) suffixes.push(host.slice(1));
    else names.add(host);
  }
  return { names, suffixes, addresses: addressListOf(addresses) };
}

/** By name for a name, by address for an address: a name is not looked up to find out. */
export function isAllowedHost({ names, suffixes, addresses }: HostRules, asked: string): boolean {
  const host = normalHost(asked);
  if (isIP(host) !== 0) return contains(addresses, host);
  return names.has(host) || suffixes.some((suffix) => host.endsWith(suffix) && host.length > suffix.length);
}

/** As it is compared: small letters, without the final dot. */
export function normalHost(host: string): string {
  return host.trim().toLowerCase().replace(/\.+$/, "");
}

function isRange(host: string): boolean {
  const [, address = "", prefix = ""] = /^([^/]+)\/(\d{1,3})$/.exec(host) ?? [];
  const family = isIP(address);
  return family !== 0 && !address.includes("%") && Number(prefix) <= (family === 4 ? 32 : 128);
}
