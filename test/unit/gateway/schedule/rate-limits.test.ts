import { expect, test } from "vitest";
import { type GatewayScene, gatewayScene } from "../../../helpers/gateway-scene.ts";
import { failure } from "../../../helpers/scripted-upstream.ts";

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** One call of each of so many leases, all at once. */
async function storm(scene: GatewayScene, leases: number): Promise<number[]> {
  const calls = range(leases).map((index) => scene.call(scene.lease(), String(index)));
  return await scene.clock.run(Promise.all(calls));
}

test("in a storm of refusals nobody calls before Retry-After, all are answered, in order, with few attempts", async () => {
  const scene = gatewayScene(({ atMs, underWay }) => {
    if (atMs < 20_000) return failure(429, { "retry-after": "20" });
    return underWay > 8 ? failure(429) : null;
  });
  expect(await storm(scene, 50)).toEqual(range(50).map(() => 200));
  const early = scene.attempts.filter(({ atMs }) => atMs < 20_000);
  expect([early.length, new Set(early.map(({ atMs }) => atMs))]).toEqual([50, new Set([0])]);
  expect(scene.attempts.length).toBeLessThan(50 * 3);
  const answered = scene.attempts.filter(({ status }) => status === 200).map(({ text }) => Number(text));
  expect(answered.length).toBe(50);
  expect(Math.max(...answered.map((index, at) => Math.abs(index - at)))).toBeLessThanOrEqual(12);
  // 50 answers of 2 s, 8 at once, take 14 s.
  expect(scene.clock.now()).toBeLessThan(20_000 + 3 * 14_000);
});

test("refusals of one moment halve what may run at once a single time", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "1" }) : null));
  await storm(scene, 32);
  const first = scene.attempts.filter(({ atMs }) => atMs > 0 && atMs < 3000);
  expect([first.length, Math.max(...first.map(({ underWay }) => underWay))]).toEqual([16, 16]);
});

test("a provider that answers gets more at once again, one by one", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "1" }) : null), {
    latencyMs: 1000,
  });
  await storm(scene, 8);
  const before = scene.attempts.length;
  await storm(scene, 40);
  const widths = scene.attempts.slice(before).map(({ underWay }) => underWay);
  expect([widths[0], Math.max(...widths)]).toEqual([1, 9]);
});

test("calls that were held back together do not start together", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "5" }) : null));
  await storm(scene, 20);
  const starts = scene.attempts.filter(({ atMs }) => atMs > 0).map(({ atMs }) => atMs);
  expect(new Set(starts.slice(0, 10)).size).toBeGreaterThanOrEqual(9);
});

test("what is refused for ever while others are answered gives up by itself", async () => {
  const scene = gatewayScene(({ text }) => (text === "too large" ? failure(429) : null), { latencyMs: 1000 });
  const large = scene.lease();
  const refused = scene.call(large, "too large");
  const others: number[] = [];
  const busy = async () => {
    while (large.fault() === null) others.push(await scene.call(scene.lease(), "small"));
  };
  const [status] = await scene.clock.run(Promise.all([refused, busy()]));
  expect(status).toBe(503);
  expect(large.fault()).toMatchObject({ fault: "infrastructure", code: "rate-limited" });
  expect(scene.attempts.filter(({ text }) => text === "too large").length).toBe(21);
  // It has not held the others back for long: an answer takes a second.
  expect(new Set(others)).toEqual(new Set([200]));
  expect(others.length).toBeGreaterThan((0.9 * scene.clock.now()) / 1000);
});

test("a lone caller that is always refused gives up too: it may be what it asks", async () => {
  const scene = gatewayScene(() => failure(429));
  const lease = scene.lease();
  expect(await scene.clock.run(scene.call(lease, "x"))).toBe(503);
  expect([scene.attempts.length, lease.fault()?.code]).toEqual([21, "rate-limited"]);
});

test("another model of the same provider does not wait", async () => {
  const scene = gatewayScene(({ text }) => (text === "m" ? failure(429, { "retry-after": "60" }) : null));
  const other = scene.gateway.lease({
    ...{ pinned: { model: "n" }, seed: "s" },
    limits: { maxModelCalls: 10, maxOutputTokens: null, maxCostUsd: null },
  });
  const refused = new AbortController();
  const waiting = scene.call(scene.lease(), "m", refused.signal);
  const messages = JSON.stringify({ model: "n", messages: [{ role: "user", content: "n" }] });
  const request = { method: "POST", path: "/v1/chat/completions", body: Buffer.from(messages) };
  const { status } = await scene.clock.run(other.handler(request, { signal: refused.signal }));
  expect([status, scene.clock.now()]).toEqual([200, 2000]);
  refused.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
});

test("an abort ends a wait at once, costs nothing, and lets the next one go", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "30" }) : null));
  const gone = new AbortController();
  const [left, staying] = [scene.lease(), scene.lease()];
  const first = scene.call(left, "left", gone.signal);
  const second = scene.call(staying, "staying");
  await scene.clock.run(scene.clock.sleep(10_000, { signal: gone.signal }));
  gone.abort(new Error("the trial is over"));
  await expect(first).rejects.toThrow("the trial is over");
  expect(await scene.clock.run(second)).toBe(200);
  const nothing = { calls: 1, retries: 1, inputTokens: 0, outputTokens: 0, latencyMs: 0, throttledMs: 10_000 };
  expect([left.usage(), left.notes(), left.fault()]).toMatchObject([nothing, [], null]);
  expect(staying.usage().throttledMs).toBeGreaterThanOrEqual(30_000);
  expect(staying.usage()).toMatchObject({ latencyMs: 2000, longestCallMs: 2000 });
});

test("a budget that is spent meanwhile sends those away who wait", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "30" }) : null), {
    budget: { costUsd: null, deadline: 20_000 },
  });
  const lease = scene.lease();
  expect(await scene.clock.run(scene.call(lease, "late"))).toBe(503);
  expect(lease.fault()).toMatchObject({ code: "budget-exhausted", message: "the time for this run is over" });
  expect(scene.attempts.length).toBe(1);
});
