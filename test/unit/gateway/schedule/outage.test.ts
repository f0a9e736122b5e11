import { expect, test } from "vitest";
import { HarnessError } from "../../../../src/core/fault.ts";
import { type GatewayScene, gatewayScene } from "../../../helpers/gateway-scene.ts";
import { failure, type ScriptedAnswer } from "../../../helpers/scripted-upstream.ts";

const minute = 60_000;
const down = failure(503);
const lost: ScriptedAnswer = () => {
  throw new HarnessError({ fault: "infrastructure", code: "upstream-unreachable", message: "connection refused" });
};

function leases(scene: GatewayScene, count: number) {
  return Array.from({ length: count }, () => scene.lease());
}

async function callAll(scene: GatewayScene, owners: ReturnType<typeof leases>): Promise<number[]> {
  return await scene.clock.run(Promise.all(owners.map((lease, index) => scene.call(lease, String(index)))));
}

test("an outage stands still, is told once at each end, and nobody's call fails", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs < 20 * minute ? down : null));
  const owners = leases(scene, 20);
  expect(await callAll(scene, owners)).toEqual(owners.map(() => 200));
  const told = scene.said.filter((line) => !line.includes("once more in"));
  expect(told).toEqual([
    expect.stringMatching(
      /^m at provider has been down since \d\d:\d\d \(provider failed \(HTTP 503\)\): 20 calls stand still, .* at most 30 min 00 s; Ctrl-C keeps everything that is done$/,
    ),
    expect.stringMatching(/^m at provider answers again after 20 min \d\d s: going on$/),
  ]);
  // One at a time asks, at growing distances up to a minute.
  const probes = scene.attempts.filter(({ atMs }) => atMs > 3 * minute && atMs < 20 * minute);
  expect(probes.length).toBeGreaterThan(14);
  expect(probes.length).toBeLessThan(20);
  expect(Math.max(...probes.map(({ underWay }) => underWay))).toBe(1);
  expect(new Set(probes.map(({ text }) => text)).size).toBeGreaterThan(10);
  for (const lease of owners) {
    expect(lease.fault()).toBeNull();
    expect(lease.waitedMs()).toBeGreaterThan(19 * minute);
  }
});

test("a provider that comes back is not overrun", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs < 5 * minute ? down : null));
  await callAll(scene, leases(scene, 40));
  const back = scene.attempts.filter(({ status }) => status === 200);
  const [first] = back;
  const soon = back.filter(({ atMs }) => atMs < (first?.atMs ?? 0) + 2000 * 2);
  expect(soon.length).toBeLessThanOrEqual(4);
  expect(Math.max(...back.map(({ underWay }) => underWay))).toBeGreaterThan(8);
});

test("what is still down after `outageMs` is given up: all calls fail, nothing else stops", async () => {
  const scene = gatewayScene(() => down, { outageMs: 10 * minute });
  const owners = leases(scene, 5);
  expect(await callAll(scene, owners)).toEqual([503, 503, 503, 503, 503]);
  expect(scene.clock.now()).toBeGreaterThanOrEqual(10 * minute);
  expect(scene.clock.now()).toBeLessThanOrEqual(11 * minute);
  expect(owners.map((lease) => lease.fault()?.code)).toEqual(owners.map(() => "upstream-down"));
  expect(scene.gateway.broken()).toBeNull();
  // Those that come later are not made to wait as long once more.
  const before = scene.clock.now();
  expect(await callAll(scene, leases(scene, 2))).toEqual([503, 503]);
  expect(scene.clock.now() - before).toBeLessThan(minute);
});

test("a server that can't be reached at all is waited for also by one call, and then ends the job", async () => {
  let reached = false;
  const scene = gatewayScene(() => (reached ? lost : null), { outageMs: 10 * minute });
  expect(await callAll(scene, [scene.lease()])).toEqual([200]);
  reached = true;
  const lease = scene.lease();
  expect(await callAll(scene, [lease])).toEqual([503]);
  expect(scene.clock.now()).toBeGreaterThanOrEqual(10 * minute);
  expect(lease.fault()).toMatchObject({ fault: "infrastructure", code: "upstream-down" });
  expect(scene.gateway.broken()).toBe(lease.fault());
});

test("a server that was not reached once is not waited for as long: its address may be wrong", async () => {
  const scene = gatewayScene(() => lost, { outageMs: 30 * minute });
  const lease = scene.lease();
  expect(await callAll(scene, [lease])).toEqual([503]);
  expect(scene.clock.now()).toBeLessThan(5 * minute);
  expect(lease.fault()?.message).toMatch(/was not reached once since .*: check `base_url` and the network$/);
  expect(scene.gateway.broken()).toBe(lease.fault());
});

test("what fails for one caller alone is no outage: it may be what it asks", async () => {
  const scene = gatewayScene(() => down);
  const lease = scene.lease();
  expect(await callAll(scene, [lease])).toEqual([503]);
  expect([scene.attempts.length, lease.fault()?.code]).toEqual([5, "upstream-failed"]);
  expect(scene.clock.now()).toBeLessThan(minute / 2);
});

test("what fails while others are answered is no outage, however many fail", async () => {
  const scene = gatewayScene(({ text }) => (text === "poison" ? down : null));
  const owners = leases(scene, 3);
  const poison = Promise.all(owners.map((lease) => scene.call(lease, "poison")));
  const healthy = async () => {
    const lease = scene.lease();
    for (let index = 0; index < 50; index++) await scene.call(lease, "good");
  };
  const [statuses] = await scene.clock.run(Promise.all([poison, healthy()]));
  expect(statuses).toEqual([503, 503, 503]);
  expect(scene.attempts.filter(({ text }) => text === "poison").length).toBe(15);
});

test("failures of different trials with long silence between them are no outage", async () => {
  const scene = gatewayScene(() => down);
  for (const lease of leases(scene, 3)) {
    const before = scene.attempts.length;
    expect(await callAll(scene, [lease])).toEqual([503]);
    expect([scene.attempts.length - before, lease.fault()?.code]).toEqual([5, "upstream-failed"]);
    await scene.clock.run(scene.clock.sleep(20 * minute, { signal: new AbortController().signal }));
  }
});

test("an outage is found also where trials come one after the other", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs < 10 * minute ? down : null));
  const statuses: number[] = [];
  for (const lease of leases(scene, 8)) statuses.push(...(await callAll(scene, [lease])));
  // The first one alone may be what it asks; the second one shows that it is not.
  expect(statuses).toEqual([503, 200, 200, 200, 200, 200, 200, 200]);
});

test("a provider that refuses everybody for long is waited for as one that is down, and named so", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs < 8 * minute ? failure(429) : null));
  const owners = leases(scene, 4);
  expect(await callAll(scene, owners)).toEqual([200, 200, 200, 200]);
  expect(scene.said.join("\n")).toMatch(/m at provider has refused every call since/);
});

test("a box that hangs up on a provider that is down is not to blame; on one that limits the rate it is", async () => {
  for (const [answer, code] of [
    [down, "upstream-down"],
    [failure(429), undefined],
  ] as const) {
    const scene = gatewayScene(() => answer);
    const owners = leases(scene, 3);
    const gone = new AbortController();
    const calls = owners.map((lease, index) => scene.call(lease, String(index), gone.signal));
    await scene.clock.run(scene.clock.sleep(10 * minute, { signal: gone.signal }));
    gone.abort(new Error("the SDK's time is up"));
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(owners.map((lease) => lease.fault()?.code)).toEqual([code, code, code]);
    expect(owners.map((lease) => lease.usage().inputTokens)).toEqual([0, 0, 0]);
  }
});
