// Boxes on allowed hosts, against an outside of our own, which the proxy knows by names too.

import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NetworkUse, Sandbox, SandboxSpec } from "../../src/core/sandbox.ts";
import { resolveBaseImage } from "../../src/engine/base-images.ts";
import { openAllowNetworks } from "../../src/sandboxes/docker/allow-open.ts";
import { DockerImages } from "../../src/sandboxes/docker/images.ts";
import { InternalNetworks } from "../../src/sandboxes/docker/network.ts";
import type { DockerNetworks } from "../../src/sandboxes/docker/place.ts";
import { openContainer } from "../../src/sandboxes/docker/sandbox.ts";
import { ownerLabels } from "../../src/sandboxes/owner.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { client, type Outside, openOutside, outsideImage } from "../helpers/outside.ts";

const signal = new AbortController().signal;
let first: TestDocker;
let opened: TestDocker;
let outside: Outside;
/** Keeps the proxy there from test to test. */
let holder: Sandbox;

beforeAll(async () => {
  first = await openTestDocker();
  outside = await openOutside(first.provider, { docker: first.docker, spec: first.specOf(), signal });
  const names = ["allowed.test", "other.test", "below.test", "deep.below.test", "evil.test"];
  opened = await openTestDocker({ extraHosts: names.map((name) => `${name}:${outside.address}`) });
  holder = await openBox({ allow: [] });
});

afterAll(async () => {
  await holder?.[Symbol.asyncDispose]();
  const left = await opened.leftovers();
  await opened[Symbol.asyncDispose]();
  await outside[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
  expect([left, opened.provider.failedCleanups]).toEqual([[], 0]);
});

async function openBox(network: SandboxSpec["network"], extra: Partial<SandboxSpec> = {}): Promise<Sandbox> {
  const box = await opened.provider.open(opened.specOf({ image: outsideImage, network, ...extra }), { signal });
  await box.session.writeFile("/client.js", client, { signal });
  return box;
}

/** What comes of each way, in their order. */
async function tried(box: Sandbox, ways: readonly (readonly string[])[]): Promise<string[]> {
  const command = ["node", "/client.js", JSON.stringify(ways)];
  const run = await box.session.exec(command, { signal, timeoutMs: 60_000, env: { NODE_USE_ENV_PROXY: "1" } });
  expect(run.stderr.replaceAll(/^\(.*\n/gm, "")).toBe("");
  return JSON.parse(run.stdout) as string[];
}

async function refusedBy(box: Sandbox): Promise<string[]> {
  const uses: NetworkUse[] = (await box.networkUse?.({ signal })) ?? [];
  return uses.flatMap(({ host, port, refused }) => (refused === null ? [] : [`${host}:${port} ${refused}`])).sort();
}

async function proxies() {
  const label = [`auto-harness.owner=${opened.owner.id}`, "auto-harness.role=service"];
  return await opened.docker.listContainers({ filters: { label } });
}

describe("a box on allowed hosts", () => {
  test("reaches them by proxy and without, and nothing else by any way", async () => {
    await using box = await openBox({ allow: ["allowed.test", "*.below.test", outside.address] });
    const good = [
      ["env", "http://allowed.test/path?x=1"],
      ["proxied", "http://allowed.test/"],
      // The host that was looked at is the one that is asked.
      ["proxied", "http://allowed.test/", "evil.test"],
      ["connect", "allowed.test:80", "/tunnel"],
      ["connect", `${outside.address}:80`, "/address"],
      ["http", "allowed.test"],
      ["http", "deep.below.test"],
      ["tls", "allowed.test"],
      ["tls", "deep.below.test"],
    ];
    expect(await tried(box, good)).toEqual([
      "200 http GET allowed.test /path?x=1",
      "200 http GET allowed.test /",
      "200 http GET allowed.test /",
      "200 http GET allowed.test:80 /tunnel",
      `200 http GET ${outside.address}:80 /address`,
      "200 http GET allowed.test /",
      "200 http GET deep.below.test /",
      "tls allowed.test",
      "tls deep.below.test",
    ]);
    const bad = [
      ["proxied", "http://other.test/"],
      ["connect", "other.test:443", "/"],
      ["connect", "below.test:80", "/"],
      ["connect", "127.0.0.1:3128", "/"],
      ["connect", "169.254.169.254:80", "/"],
      ["http", "allowed.test", "other.test"],
      ["tls", "allowed.test", "other.test"],
      ["tls", "other.test"],
      ["lookup", "other.test"],
      ["lookup", "secret.of.the.box.evil.test"],
      ["udp", outside.address],
      ["http", outside.address],
    ];
    const ends = await tried(box, bad);
    expect(ends.map((end) => end.split(" ")[0])).toEqual([
      ...["403", "403", "403", "403", "403", "403"],
      expect.stringMatching(/closed|ECONNRESET|disconnected/),
      ...["ENOTFOUND", "ENOTFOUND", "ENOTFOUND"],
      "sent",
      expect.stringMatching(/EHOSTUNREACH|ENETUNREACH|timeout/),
    ]);
    await sleep(200);
    expect(await outside.datagrams()).toEqual([]);
    expect(await refusedBy(box)).toEqual([
      "127.0.0.1:3128 not allowed",
      "169.254.169.254:80 not allowed",
      "below.test:80 not allowed",
      "other.test:443 not allowed",
      "other.test:80 not allowed",
      "other.test:null not allowed",
      "secret.of.the.box.evil.test:null not allowed",
    ]);
    const uses = (await box.networkUse?.({ signal })) ?? [];
    const allowed = uses.find(({ host, port }) => host === "allowed.test" && port === 80);
    expect(allowed).toMatchObject({ refused: null, count: 5, bytes: expect.any(Number) });
    expect(allowed?.bytes).toBeGreaterThan(500);
  }, 300_000);

  test("does not reach an address that is not public by a name that is allowed, nor another box by its address", async () => {
    await using box = await openBox({ allow: ["allowed.test", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] });
    await using narrow = await openBox({ allow: ["allowed.test"] });
    const target = (await narrow.session.exec("hostname -I", { signal })).stdout.trim();
    const own = (await box.session.exec("hostname -I", { signal })).stdout.trim();
    expect(await tried(narrow, [["connect", "allowed.test:80", "/"]])).toEqual(["403"]);
    expect(await refusedBy(narrow)).toEqual([`allowed.test:80 leads to ${outside.address}, which is not public`]);
    const ways = [
      ["connect", "allowed.test:80", "/"],
      ["connect", `${target}:22`, "/"],
      ["connect", `${own}:22`, "/"],
    ];
    expect(await tried(box, ways)).toEqual(["200 http GET allowed.test:80 /", "403", "403"]);
  }, 300_000);

  test("reaches nothing once the proxy is gone, and a new box gets a new one", async () => {
    await using box = await openBox({ allow: ["allowed.test", outside.address] });
    const ways = [
      ["connect", "allowed.test:80", "/"],
      ["http", "allowed.test"],
    ];
    expect(await tried(box, ways)).toEqual(["200 http GET allowed.test:80 /", "200 http GET allowed.test /"]);
    const [proxy] = await proxies();
    await opened.docker.getContainer(proxy?.Id ?? "").kill();
    const ends = await tried(box, ways);
    expect(ends.filter((end) => end.startsWith("200"))).toEqual([]);
    expect(await refusedBy(box)).toEqual(["(anything):null the proxy has ended"]);
    await using other = await openBox({ allow: ["allowed.test", outside.address] });
    expect(await tried(other, ways)).toEqual(["200 http GET allowed.test:80 /", "200 http GET allowed.test /"]);
  }, 300_000);

  test("that is aborted while it is opened leaves nothing, nor does the test that comes before the first", async () => {
    for (const ms of [300, 1500]) {
      await using own = await openTestDocker();
      const reason = new Error("enough");
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), ms);
      const spec = own.specOf({ network: { allow: ["allowed.test"] } });
      const opening = own.provider.open(spec, { signal: controller.signal });
      await expect(opening).rejects.toBe(reason);
      expect([await own.leftovers(), own.provider.failedCleanups]).toEqual([[], 0]);
    }
  }, 300_000);

  test("is refused an entry that is none, by name", async () => {
    const opening = opened.provider.open(opened.specOf({ network: { allow: ["https://allowed.test"] } }), { signal });
    await expect(opening).rejects.toMatchObject({ fault: "config", code: "allowed-host-invalid" });
  });
});

test("the network of a box that is opened for it changes, and what is connected is cut", async () => {
  await using box = await openBox("none", { networkChanges: true });
  const ways = [
    ["env", "http://allowed.test/"],
    ["http", "allowed.test"],
    ["udp", outside.address],
    ["http", outside.address],
  ];
  const off = [expect.not.stringMatching(/^200/), "ENOTFOUND", "sent", expect.not.stringMatching(/^200/)];
  expect(await tried(box, ways)).toEqual(off);
  await box.setNetwork?.({ allow: ["allowed.test", outside.address] }, { signal });
  expect(await tried(box, ways.slice(0, 2))).toEqual(["200 http GET allowed.test /", "200 http GET allowed.test /"]);
  expect(await outside.datagrams()).toEqual([]);
  const connected = "exec 3<>/dev/tcp/allowed.test/80; touch /tmp/connected; cat <&3; echo cut";
  const cut = box.session.exec(["bash", "-c", connected], { signal });
  await expect.poll(async () => (await box.session.exec("ls /tmp", { signal })).stdout).toContain("connected");
  await box.setNetwork?.("open", { signal });
  expect((await cut).stdout).toBe("cut\n");
  expect(await tried(box, [["http", outside.address], ...ways.slice(2, 3)])).toEqual([
    `200 http GET ${outside.address} /`,
    "sent",
  ]);
  await expect.poll(async () => await outside.datagrams()).toEqual(["datagram of a box"]);
  await box.setNetwork?.("none", { signal });
  expect(await tried(box, ways)).toEqual(off);
  await sleep(200);
  expect(await outside.datagrams()).toEqual(["datagram of a box"]);
}, 300_000);

test("siblings on an internal network ask nobody for names of the outside", async () => {
  await using box = await openBox("internal");
  const began = performance.now();
  expect(
    await tried(box, [
      ["lookup", "allowed.test"],
      ["lookup", "example.com"],
    ]),
  ).toEqual([expect.stringMatching(/EAI_AGAIN|ENOTFOUND/), expect.stringMatching(/EAI_AGAIN|ENOTFOUND/)]);
  expect(performance.now() - began).toBeLessThan(30_000);
  const { HostConfig } = await opened.docker.getContainer(box.id).inspect();
  expect(HostConfig.Dns).toEqual(["192.0.2.1"]);
}, 300_000);

describe("what stands between a box and the outside", () => {
  test("is no router, as any other container with a foot on both sides would be", async () => {
    const forwarding = async (id: string) => {
      const exec = await opened.docker
        .getContainer(id)
        .exec({ Cmd: ["cat", "/proc/sys/net/ipv4/ip_forward"], AttachStdout: true });
      // After the frame's header.
      return (await text(await exec.start({}))).trim().at(-1);
    };
    await using _box = await openBox({ allow: [] });
    await using other = await openBox("open");
    const [proxy] = await proxies();
    expect([await forwarding(other.id), await forwarding(proxy?.Id ?? "")]).toEqual(["1", "0"]);
  });

  test("is tried before it is relied on: where a box finds a way out, nothing is run", async () => {
    await using own = await openTestDocker();
    const { docker, owner } = own;
    const failures: string[] = [];
    const common = { docker, onCleanupFailure: (what: string) => void failures.push(what) };
    const images = new DockerImages({
      ...{ docker, cli: { file: "docker", env: {} }, buildArgs: {}, secrets: {} },
      resolveBaseImage: (reference, base) => resolveBaseImage(docker, reference, base),
    });
    const networks: DockerNetworks = {
      internal: new InternalNetworks(docker),
      // The box of the test stands where every box has a way out.
      allowed: openAllowNetworks({
        ...{ ...common, images, owner: owner.id, extraHosts: [] },
        open: async (spec, { image, place, ...rest }) =>
          await openContainer(spec, {
            ...{ ...common, networks, image: image.reference, imageNotes: [], labels: ownerLabels(owner) },
            ...{ say: () => undefined, ...rest },
            ...(place === undefined ? {} : { place: { networkMode: "bridge", environment: {} } }),
          }),
      }),
    };
    for (let at = 0; at < 2; at += 1) {
      await expect(networks.allowed.open([], { labels: ownerLabels(owner), signal })).rejects.toMatchObject({
        ...{ fault: "config", code: "network-unenforced" },
        message: expect.stringMatching(/:3128 was reached without the proxy/),
      });
    }
    expect([await own.leftovers(), failures]).toEqual([[], []]);
  }, 300_000);
});
