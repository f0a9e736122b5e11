// Which addresses belong to the public internet, by the special-purpose registries of IANA (RFC 6890 and its successors).

import { BlockList, isIP } from "node:net";

const special4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  // Carriers' own; a cloud's metadata service is there too.
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Those that carry an IPv4 address in them are among them: whoever needs one names it. */
const special6 = [
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

const special = addressListOf([...special4, ...special6]);

/** False for whatever is no address. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !contains(special, address);
}

/** Addresses and ranges. Node's own list takes an IPv4 address for one of IPv6's ::ffff:0:0/96: hence one per family. */
export interface AddressList {
  4: BlockList;
  6: BlockList;
}

/** Of addresses and CIDR ranges; throws for anything else. */
export function addressListOf(entries: readonly string[]): AddressList {
  const list = { 4: new BlockList(), 6: new BlockList() };
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const [family, type] = isIP(address) === 6 ? ([6, "ipv6"] as const) : ([4, "ipv4"] as const);
    if (prefix === undefined) list[family].addAddress(address, type);
    else list[family].addSubnet(address, Number(prefix), type);
  }
  return list;
}

export function contains(list: AddressList, address: string): boolean {
  return isIP(address) === 6 ? list[6].check(address, "ipv6") : list[4].check(address, "ipv4");
}
