import { describe, expect, test } from "vitest";
import { allowedHostProblem, isAllowedHost, parseAllowedHosts } from "../../../src/lib/allowed-hosts.ts";
import { addressListOf, contains, isPublicAddress } from "../../../src/lib/public-address.ts";

describe("an entry of allowed hosts", () => {
  test.each(["pypi.org", "PyPI.org.", "*.pythonhosted.org", "localhost", "10.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"])(
    "%s is one",
    (entry) => expect(allowedHostProblem(entry)).toBeUndefined(),
  );

  test.each([
    ...["", "*", "*.", "a.*.b", "*.*.b", "https://pypi.org", "pypi.org:443", "pypi.org/simple", "user@host", "a b"],
    ...[
      "-a.b",
      "a..b",
      "10.0.0.0/33",
      "10.0.0/8",
      "fd00::/129",
      "fe80::1%eth0",
      "[::1]",
      "a_b.c",
      `${"a".repeat(64)}.b`,
    ],
    // Some resolvers take these for addresses.
    ...["127.1", "2130706433", "0x7f000001", "0x7f.0.0.0x1", "*.10.0.0.1"],
  ])("%j is none", (entry) => expect(allowedHostProblem(entry)).toEqual(expect.any(String)));
});

test("names go by name, addresses by address, and what is below *.name is not the name itself", () => {
  const rules = parseAllowedHosts(["Pypi.org", "*.below.test", "10.1.0.0/16", "192.0.2.7", "fd00::/8"]);
  const allowed = ["pypi.org", "PYPI.ORG.", "a.below.test", "a.b.below.test", "10.1.255.1", "192.0.2.7", "fd00::1"];
  const refused = ["files.pypi.org", "below.test", "xbelow.test", ".below.test", "pypi.org.evil.test", "10.2.0.1"];
  expect(allowed.filter((host) => !isAllowedHost(rules, host))).toEqual([]);
  expect([...refused, "::ffff:10.1.0.1", "10.1.0.1.", ""].filter((host) => isAllowedHost(rules, host))).toEqual([
    "10.1.0.1.",
  ]);
});

test("addresses that are not the public internet's are told", () => {
  const open = ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2606:4700::1", "2a00::1"];
  const closed = [
    ...["0.0.0.0", "10.0.0.1", "100.100.100.200", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.17.0.1"],
    ...["192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8"],
    ...["::8.8.8.8", "64:ff9b::808:808", "2002:a00:1::", "2001::1", "2001:db8::1", "fc00::1", "fd00:ec2::254"],
    ...["fe80::1", "fec0::1", "ff02::1", "no address", ""],
  ];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(closed.filter(isPublicAddress)).toEqual([]);
});

test("a list holds one family's addresses apart from the other's", () => {
  const list = addressListOf(["::/0", "10.0.0.0/8"]);
  expect([contains(list, "8.8.8.8"), contains(list, "10.0.0.1"), contains(list, "2606::1")]).toEqual([
    false,
    true,
    true,
  ]);
});
