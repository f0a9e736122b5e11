import { expect, test } from "vitest";
import { mergedChanges } from "../../../src/sandboxes/docker/changes.ts";
import { hostsOfCopy, isEdited } from "../../../src/sandboxes/docker/hosts.ts";

test("what differs from the image is what differed when the copy was made, and since", () => {
  const then = [
    { path: "/added", kind: "added" },
    { path: "/changed", kind: "changed" },
    { path: "/deleted", kind: "deleted" },
    { path: "/added-then-gone", kind: "added" },
  ] as const;
  const since = [
    { path: "/added", kind: "changed" },
    { path: "/deleted", kind: "added" },
    { path: "/added-then-gone", kind: "deleted" },
    { path: "/late", kind: "added" },
  ] as const;
  expect(mergedChanges(then, since)).toEqual([
    { path: "/added", kind: "added" },
    { path: "/changed", kind: "changed" },
    { path: "/deleted", kind: "changed" },
    { path: "/late", kind: "added" },
  ]);
});

const engine = [
  ...["127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback", "fe00::0\tip6-localnet"],
  ...["ff00::0\tip6-mcastprefix", "ff02::1\tip6-allnodes", "ff02::2\tip6-allrouters", ""],
];

test.each([
  ["the engine's own", engine.join("\n"), false],
  ["with its address", [...engine, "172.17.0.2\tbox", ""].join("\n"), false],
  ["none", "", false],
  ["with a line more", [...engine, "10.0.0.1 db", ""].join("\n"), true],
  ["with a line less", engine.slice(1).join("\n"), true],
])("a hosts file: %s", (_what, hosts, edited) => expect(isEdited(hosts, { hostname: "box" })).toBe(edited));

test("in a copy's hosts file its own line has its own address", () => {
  const hosts = "127.0.0.1\tlocalhost\n172.17.0.2\tbox\n10.0.0.1 db\n";
  const lines = (address: string) => hostsOfCopy(hosts, { hostname: "box", address }).split("\n");
  expect(lines("172.17.0.9")).toEqual(["127.0.0.1\tlocalhost", "172.17.0.9\tbox", "10.0.0.1 db"]);
  expect(lines("")[1]).toBe("172.17.0.2\tbox");
});
