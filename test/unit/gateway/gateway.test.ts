import { expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import type { LeaseOptions, PinnedModel, Upstream } from "../../../src/core/model.ts";
import { jsonResponse } from "../../../src/gateway/answers.ts";
import { type GatewayOptions, openGateway } from "../../../src/gateway/gateway.ts";
import { fakeClock } from "../../helpers/fake-clock.ts";
import {
  chatRequest,
  completion,
  failure,
  scriptedUpstream,
  streamed,
  textOfBody,
} from "../../helpers/scripted-upstream.ts";

const signal = new AbortController().signal;
const prices = { m: { input: 10, cached: 1, output: 100 } };

function open(upstream: Upstream, options: Partial<GatewayOptions> = {}) {
  const clock = fakeClock();
  const said: string[] = [];
  const gateway = openGateway({
    upstreamFor: () => upstream,
    prices,
    budget: { costUsd: null, deadline: null },
    clock,
    random: () => 0,
    say: (line) => said.push(line),
    ...options,
  });
  const lease = (pinned: Partial<PinnedModel> = {}, limits: Partial<LeaseOptions["limits"]> = {}) =>
    gateway.lease({
      pinned: { model: "m", ...pinned },
      seed: "s",
      limits: { maxModelCalls: 100, maxOutputTokens: null, maxCostUsd: null, ...limits },
    });
  return { gateway, clock, said, lease };
}

async function errorCode(response: { body: AsyncIterable<Uint8Array> }): Promise<string> {
  let text = "";
  for await (const chunk of response.body) text += Buffer.from(chunk).toString();
  return (JSON.parse(text) as { error: { code: string } }).error.code;
}

test("an allowed call is passed on, answered and counted with its cost", async () => {
  const upstream = scriptedUpstream(completion("hi", { input: 1000, cached: 400, output: 20 }));
  const { lease, gateway } = open(upstream);
  const own = lease();
  const response = await own.handler(chatRequest({ model: "m", temperature: 0 }), { signal });
  expect(response.status).toBe(200);
  expect(JSON.parse(await textOfBody(response)).choices[0].message.content).toBe("hi");
  expect(upstream.asked).toEqual([{ messages: [{ role: "user", content: "hello" }], model: "m", temperature: 0 }]);
  const usage = {
    calls: 1,
    refused: 0,
    retries: 0,
    inputTokens: 1000,
    cachedTokens: 400,
    outputTokens: 20,
    costUsd: (600 * 10 + 400 * 1 + 20 * 100) / 1e6,
    throttledMs: 0,
    latencyMs: 0,
    longestCallMs: 0,
  };
  expect(own.usage()).toEqual(usage);
  await lease().handler(chatRequest({ model: "m" }), { signal });
  expect(gateway.total()).toEqual({
    ...usage,
    calls: 2,
    inputTokens: 2000,
    cachedTokens: 800,
    outputTokens: 40,
    costUsd: usage.costUsd * 2,
  });
  expect([own.notes(), own.limit(), own.fault(), own.waitedMs()]).toEqual([[], null, null, 0]);
});

test.each([
  ["another model", { model: "other" }, "model_not_allowed"],
  ["an effort where none is pinned", { model: "m", reasoning_effort: "high" }, "reasoning_effort_not_allowed"],
  ["a search by the provider", { model: "m", web_search_options: {} }, "field_not_allowed"],
  ["another price", { model: "m", service_tier: "priority" }, "field_not_allowed"],
  ["fallback models", { model: "m", models: ["other"] }, "field_not_allowed"],
  ["a tool of the provider's", { model: "m", tools: [{ type: "web_search" }] }, "reach_not_allowed"],
  [
    "an image to be fetched",
    {
      model: "m",
      messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "https://x.test/i.png" } }] }],
    },
    "reach_not_allowed",
  ],
])("%s is refused, noted and counted, and never reaches the upstream", async (_title, body, code) => {
  const upstream = scriptedUpstream(completion("hi"));
  const lease = open(upstream).lease();
  const response = await lease.handler(chatRequest(body), { signal });
  expect(response.status).toBe(403);
  expect(await errorCode(response)).toBe(code);
  expect(upstream.asked).toEqual([]);
  expect(lease.usage()).toMatchObject({ calls: 0, refused: 1, costUsd: 0 });
  expect(lease.notes()).toEqual([expect.stringMatching(/^refused: /)]);
  expect(lease.fault()).toBeNull();
});

test("a pinned effort is added where the box gives none, and another one is refused", async () => {
  const upstream = scriptedUpstream(completion("hi"));
  const lease = open(upstream).lease({ reasoningEffort: "low" });
  expect((await lease.handler(chatRequest({ model: "m" }), { signal })).status).toBe(200);
  expect((await lease.handler(chatRequest({ model: "m", reasoning_effort: "low" }), { signal })).status).toBe(200);
  expect((await lease.handler(chatRequest({ model: "m", reasoning_effort: "high" }), { signal })).status).toBe(403);
  expect(upstream.asked.map((body) => body["reasoning_effort"])).toEqual(["low", "low"]);
});

test("what is pinned and cannot be said to the model is refused before anything runs", () => {
  const { lease } = open({ ...scriptedUpstream(completion("hi")), family: "anthropic" }, { prices: {} });
  expect(() => lease({ model: "claude-haiku-4-5", reasoningEffort: "max" })).toThrow(
    expect.objectContaining({
      fault: "config",
      code: "pin-unfit",
      message: expect.stringContaining("has no effort max"),
    }),
  );
});

test("a field that the model refuses is left out, which is noted once", async () => {
  const upstream = scriptedUpstream(completion("hi"));
  const { lease } = open({ ...upstream, family: "openai" });
  const own = lease({ model: "gpt-5.2" });
  for (let call = 0; call < 2; call++) {
    await own.handler(chatRequest({ model: "gpt-5.2", temperature: 0, max_tokens: 5 }), { signal });
  }
  expect(upstream.asked[1]).toEqual({
    ...{ messages: [{ role: "user", content: "hello" }], model: "gpt-5.2", max_completion_tokens: 5 },
  });
  expect(own.notes()).toEqual(["temperature is left out: gpt-5.2 refuses it"]);
});

test("models are listed as the pinned one alone, every other path is plainly not there", async () => {
  const upstream = scriptedUpstream(completion("hi"));
  const lease = open(upstream).lease({ model: "org/m" });
  const get = (path: string) => lease.handler({ method: "GET", path, body: new Uint8Array() }, { signal });
  const list = JSON.parse(await textOfBody(await get("/v1/models"))) as { data: { id: string }[] };
  expect(list.data.map(({ id }) => id)).toEqual(["org/m"]);
  expect((await get("/v1/models/org%2Fm")).status).toBe(200);
  expect((await get("/v1/models/other")).status).toBe(404);
  expect(await errorCode(await get("/v1/files"))).toBe("not_found");
  const post = await lease.handler({ method: "POST", path: "/v1/embeddings", body: Buffer.from("{}") }, { signal });
  expect(post.status).toBe(404);
  expect(lease.usage()).toMatchObject({ calls: 0, refused: 3 });
});

test("a body that is not JSON, or too deep, is the box's own mistake", async () => {
  const lease = open(scriptedUpstream(completion("hi"))).lease();
  const deep = `{"messages":${"[".repeat(200)}${"]".repeat(200)}}`;
  for (const body of ["{nope", "[]", deep]) {
    const request = { method: "POST", path: "/v1/chat/completions", body: Buffer.from(body) };
    expect((await lease.handler(request, { signal })).status).toBe(400);
  }
  expect(lease.usage()).toMatchObject({ calls: 0, refused: 0 });
});

test("429, 5xx and lost connections are retried with growing waits that do not count as the agent's time", async () => {
  const lost = () => {
    throw new HarnessError({ fault: "infrastructure", code: "upstream-unreachable", message: "lost" });
  };
  const upstream = scriptedUpstream(failure(429), failure(503), lost, completion("hi"));
  const { lease, clock, said } = open(upstream);
  const own = lease();
  expect((await own.handler(chatRequest({ model: "m" }), { signal })).status).toBe(200);
  expect(clock.slept).toEqual([500, 1000, 2000]);
  expect(own.waitedMs()).toBe(3500);
  expect(own.usage()).toMatchObject({ calls: 1, retries: 3, inputTokens: 100, throttledMs: 3500 });
  expect(own.fault()).toBeNull();
  expect(said).toHaveLength(3);
});

test("Retry-After is honoured in seconds, milliseconds and as a date; more than ten minutes are not waited for", async () => {
  const date = new Date(60_000).toUTCString();
  const upstream = scriptedUpstream(
    failure(429, { "retry-after": "7" }),
    failure(429, { "retry-after-ms": "250" }),
    failure(503, { "retry-after": date }),
    failure(429, { "retry-after": "3600" }),
  );
  const { lease, clock } = open(upstream);
  const own = lease();
  const response = await own.handler(chatRequest({ model: "m" }), { signal });
  expect(clock.slept).toEqual([7000, 250, 60_000 - 7250]);
  expect(response.status).toBe(503);
  expect(own.fault()).toMatchObject({ fault: "infrastructure", code: "rate-limited" });
});

test("an upstream that stays down voids the trial, and its box gets no further call", async () => {
  const upstream = scriptedUpstream(failure(500));
  const { lease, gateway } = open(upstream, { maxRetries: 2 });
  const own = lease();
  expect(await errorCode(await own.handler(chatRequest({ model: "m" }), { signal }))).toBe("upstream_failed");
  expect(await errorCode(await own.handler(chatRequest({ model: "m" }), { signal }))).toBe("upstream_failed");
  expect(upstream.asked).toHaveLength(3);
  expect(own.fault()).toMatchObject({ fault: "infrastructure", code: "upstream-failed" });
  expect(gateway.broken()).toBeNull();
  expect(lease().fault()).toBeNull();
});

test("an answer that is no completion, such as a proxy's page, is retried", async () => {
  const page = () => ({ ...jsonResponse(200, { error: { message: "upstream is busy" } }) });
  const { lease, clock } = open(scriptedUpstream(page, completion("hi")));
  expect((await lease().handler(chatRequest({ model: "m" }), { signal })).status).toBe(200);
  expect(clock.slept).toHaveLength(1);
});

test("calls side by side overshoot a budget by themselves at most", async () => {
  const upstream = scriptedUpstream(completion("hi", { input: 0, output: 1000 }));
  const { lease, gateway } = open(upstream, { budget: { costUsd: 0.05, deadline: null } });
  const own = lease();
  const calls = Array.from({ length: 3 }, () => own.handler(chatRequest({ model: "m" }), { signal }));
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await own.handler(chatRequest({ model: "m" }), { signal })).status).toBe(503);
  expect(gateway.total().costUsd).toBeCloseTo(0.3);
});

test("another 4xx goes to the agent as it is, at once", async () => {
  const upstream = scriptedUpstream(
    failure(400, { "x-request-id": "secret-of-the-account" }, "context_length_exceeded"),
  );
  const lease = open(upstream).lease();
  const response = await lease.handler(chatRequest({ model: "m" }), { signal });
  expect(response.status).toBe(400);
  expect(Object.keys(response.headers)).toEqual(["content-type", "content-length"]);
  expect(await errorCode(response)).toBe("context_length_exceeded");
  expect(upstream.asked).toHaveLength(1);
  expect(lease.fault()).toBeNull();
  expect(lease.usage()).toMatchObject({ calls: 1, inputTokens: 0, costUsd: 0 });
});

test.each([
  ["401", failure(401), "key-refused"],
  ["403", failure(403), "key-refused"],
  ["404", failure(404), "model-not-found"],
  ["a spent account", failure(429, {}, "insufficient_quota"), "quota-spent"],
])("%s stops the whole job", async (_title, answer, code) => {
  const upstream = scriptedUpstream(answer);
  const { lease, gateway } = open(upstream);
  const own = lease();
  expect((await own.handler(chatRequest({ model: "m" }), { signal })).status).toBe(503);
  expect(own.fault()).toMatchObject({ fault: "config", code });
  expect(gateway.broken()).toMatchObject({ fault: "config", code });
  const neighbour = lease();
  expect((await neighbour.handler(chatRequest({ model: "m" }), { signal })).status).toBe(503);
  expect(neighbour.fault()).toMatchObject({ code });
  expect(upstream.asked).toHaveLength(1);
});

test("a spent budget starts no call, voids the trial and is named", async () => {
  const upstream = scriptedUpstream(completion("hi", { input: 0, output: 1000 }));
  const { lease, gateway } = open(upstream, { budget: { costUsd: 0.1, deadline: null } });
  expect(gateway.exhausted()).toBeNull();
  const own = lease();
  await own.handler(chatRequest({ model: "m" }), { signal });
  expect(own.fault()).toBeNull();
  expect(gateway.exhausted()).toBe("the budget of 0.1 US dollars is spent (0.1000)");
  expect(await errorCode(await own.handler(chatRequest({ model: "m" }), { signal }))).toBe("budget_exhausted");
  expect(own.fault()).toMatchObject({ fault: "infrastructure", code: "budget-exhausted" });
  expect(upstream.asked).toHaveLength(1);
});

test("a deadline ends calls as a spent budget does", async () => {
  const { lease, gateway } = open(scriptedUpstream(completion("hi")), {
    budget: { costUsd: null, deadline: 1000 },
    clock: fakeClock(1000),
  });
  expect(gateway.exhausted()).toBe("the time for this run is over");
  expect((await lease().handler(chatRequest({ model: "m" }), { signal })).status).toBe(503);
});

test.each([
  ["calls", { maxModelCalls: 2 }, "max-model-calls"],
  ["output tokens", { maxOutputTokens: 20 }, "max-output-tokens"],
  ["money", { maxCostUsd: 0.004 }, "max-cost"],
])("a trial's limit of %s refuses the next call without voiding anything", async (_title, limits, code) => {
  const upstream = scriptedUpstream(completion("hi"));
  const lease = open(upstream).lease({}, limits);
  for (let call = 0; call < 2; call++) {
    expect((await lease.handler(chatRequest({ model: "m" }), { signal })).status).toBe(200);
    expect(lease.limit()).toBeNull();
  }
  const response = await lease.handler(chatRequest({ model: "m" }), { signal });
  expect(response.status).toBe(403);
  expect(await errorCode(response)).toBe("limit_reached");
  expect(lease.limit()).toBe(code);
  expect(lease.fault()).toBeNull();
  expect(lease.usage().calls).toBe(2);
});

test("without a price the cost is unknown, and a limit in money is refused before anything runs", async () => {
  const { lease, gateway } = open(scriptedUpstream(completion("hi")));
  const own = lease({ model: "unknown" });
  await own.handler(chatRequest({ model: "unknown" }), { signal });
  expect(own.usage().costUsd).toBeUndefined();
  expect(gateway.total()).toMatchObject({ calls: 1, costUsd: undefined });
  expect(() => lease({ model: "unknown" }, { maxCostUsd: 1 })).toThrow(/no price is known for unknown/);
});

test("an answer without usage is counted by an estimate that says so", async () => {
  const lease = open(scriptedUpstream(completion("hi", null))).lease();
  await lease.handler(chatRequest({ model: "m" }), { signal });
  expect(lease.usage().inputTokens).toBeGreaterThan(0);
  expect(lease.usage().outputTokens).toBeGreaterThan(0);
  expect(lease.notes()).toEqual([expect.stringContaining("estimated")]);
});

test("a stream passes byte for byte, its usage counted and shown only where the box asked for it", async () => {
  const upstream = scriptedUpstream(streamed(["a", "b"], { input: 50, cached: 30, output: 2 }));
  const lease = open(upstream).lease();
  const plain = await textOfBody(await lease.handler(chatRequest({ model: "m", stream: true }), { signal }));
  expect(upstream.asked[0]?.["stream_options"]).toEqual({ include_usage: true });
  expect(plain).not.toContain("usage");
  expect(plain.endsWith("data: [DONE]\n\n")).toBe(true);
  const asking = { model: "m", stream: true, stream_options: { include_usage: true } };
  const full = await textOfBody(await lease.handler(chatRequest(asking), { signal }));
  expect(full).toContain('"prompt_tokens":50');
  expect(full.replace(/data: \{"id":"c","choices":\[\],"usage".*\n\n/, "")).toBe(plain);
  expect(lease.usage()).toMatchObject({ calls: 2, inputTokens: 100, cachedTokens: 60, outputTokens: 4 });
});

test("a stream that fails before its first byte is retried, one that breaks later is not", async () => {
  const usage = { input: 50, output: 2 };
  const upstream = scriptedUpstream(streamed(["a"], usage, 0), streamed(["abcdefgh", "b"], usage, 1));
  const { lease, clock } = open(upstream);
  const own = lease();
  const text = await textOfBody(await own.handler(chatRequest({ model: "m", stream: true }), { signal }));
  expect(clock.slept).toHaveLength(1);
  expect(upstream.asked).toHaveLength(2);
  expect(text).toContain("abcdefgh");
  expect(text).toContain("stream_broken");
  expect(text).not.toContain("[DONE]");
  expect(own.fault()).toMatchObject({ fault: "infrastructure", code: "stream-broken" });
  expect(own.usage().outputTokens).toBe(2);
});

test("a box that leaves a stream is charged for what it got, and the upstream is let go", async () => {
  let released = false;
  const upstream = scriptedUpstream((body, options) => {
    const answer = streamed(["x".repeat(400), "y"], { input: 1, output: 1 })(body, options);
    options.signal.addEventListener("abort", () => {
      released = true;
    });
    return answer;
  });
  const lease = open(upstream).lease();
  const response = await lease.handler(chatRequest({ model: "m", stream: true }), { signal });
  for await (const _ of response.body) break;
  expect(released).toBe(true);
  expect(lease.usage().outputTokens).toBe(100);
  expect(lease.fault()).toBeNull();
});

test("an abort ends a wait and a call with its own reason", async () => {
  const controller = new AbortController();
  const upstream = scriptedUpstream(() => {
    controller.abort(new Error("the trial is over"));
    return failure(500)({}, { signal, seed: "" });
  });
  const lease = open(upstream).lease();
  await expect(lease.handler(chatRequest({ model: "m" }), { signal: controller.signal })).rejects.toThrow(
    "the trial is over",
  );
  expect(upstream.asked).toHaveLength(1);
  expect(lease.fault()).toBeNull();
});
