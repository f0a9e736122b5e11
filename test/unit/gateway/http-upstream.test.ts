import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import OpenAI from "openai";
import { expect, test } from "vitest";
import { openGateway } from "../../../src/gateway/gateway.ts";
import { handlerBaseUrl, handlerFetch } from "../../../src/gateway/handler-fetch.ts";
import { compatible } from "../../../src/gateway/upstreams/families.ts";
import type { HttpUpstreamOptions } from "../../../src/gateway/upstreams/http-upstream.ts";
import { openUpstreams } from "../../../src/gateway/upstreams/index.ts";
import { liveUpstream } from "../../../src/gateway/upstreams/live-upstream.ts";
import { fakeClock } from "../../helpers/fake-clock.ts";
import { chatRequest, textOfBody } from "../../helpers/scripted-upstream.ts";

const key = "sk-very-secret-key-123456";
const signal = new AbortController().signal;

function serverOf(options: HttpUpstreamOptions) {
  return liveUpstream(compatible, options);
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
}

const answer = (content: string) => ({
  id: "c",
  object: "chat.completion",
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  usage: { prompt_tokens: 7, completion_tokens: 3 },
});

test("the openai package works through a lease: plain, streamed, after a retry; the key goes to the server alone", async () => {
  const seen: { path: string | undefined; authorization: string | undefined; body: unknown }[] = [];
  await using server = await serve((request, response, body) => {
    const parsed = JSON.parse(body) as { stream?: boolean };
    seen.push({ path: request.url, authorization: request.headers.authorization, body: parsed });
    if (seen.length === 1) return json(response, 429, { error: { message: "slow down" } }, { "retry-after": "3" });
    if (parsed.stream !== true) return json(response, 200, answer("hello"));
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const content of ["one ", "two"]) {
      response.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`,
      );
    }
    response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`);
    response.end(`data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2}}\n\ndata: [DONE]\n\n`);
  });
  const said: string[] = [];
  const gateway = openGateway({
    upstreamFor: await openUpstreams({ baseUrl: server.baseUrl, keyOf: () => key, playbooks: null }),
    prices: {},
    budget: { costUsd: null, deadline: null },
    clock: fakeClock(),
    say: (line) => said.push(line),
  });
  const limits = { maxModelCalls: 10, maxOutputTokens: null, maxCostUsd: null };
  const lease = gateway.lease({ pinned: { model: "some-model" }, seed: "", limits });
  const client = new OpenAI({
    apiKey: "in-a-box",
    baseURL: handlerBaseUrl,
    maxRetries: 0,
    fetch: handlerFetch(lease.handler, { signal }),
  });
  const messages = [{ role: "user" as const, content: "hi" }];
  const whole = await client.chat.completions.create({ model: "some-model", messages });
  expect(whole.choices[0]?.message.content).toBe("hello");
  let text = "";
  for await (const chunk of await client.chat.completions.create({ model: "some-model", messages, stream: true })) {
    text += chunk.choices[0]?.delta.content ?? "";
  }
  expect(text).toBe("one two");
  await expect(client.chat.completions.create({ model: "other", messages })).rejects.toMatchObject({
    status: 403,
    code: "model_not_allowed",
  });
  expect((await client.models.list()).data.map(({ id }) => id)).toEqual(["some-model"]);
  expect(new Set(seen.map(({ path, authorization }) => `${path} ${authorization}`))).toEqual(
    new Set([`/v1/chat/completions Bearer ${key}`]),
  );
  expect(lease.usage()).toMatchObject({ calls: 2, refused: 1, retries: 1, inputTokens: 12, outputTokens: 5 });
  expect(inspect([said, lease.notes(), whole, seen.map(({ body }) => body)], { depth: 20 })).not.toContain(key);
});

test("a server that repeats the key does not give it away", async () => {
  await using server = await serve((_request, response) => json(response, 400, { error: { message: `bad ${key}` } }));
  const upstream = serverOf({ baseUrl: server.baseUrl, key });
  const response = await upstream.complete(chatRequest({ model: "m" }), { signal, seed: "" });
  expect(response.status).toBe(400);
  expect(await textOfBody(response)).toContain("bad [redacted]");
});

test("a refused key and an unreachable server are faults without the key in them", async () => {
  await using server = await serve((_request, response) => json(response, 401, { error: { message: `no: ${key}` } }));
  const open = async (baseUrl: string) => {
    const said: string[] = [];
    const gateway = openGateway({
      upstreamFor: await openUpstreams({ baseUrl, keyOf: () => key, playbooks: null }),
      prices: {},
      budget: { costUsd: null, deadline: null },
      clock: fakeClock(),
      say: (line) => said.push(line),
    });
    const limits = { maxModelCalls: 10, maxOutputTokens: null, maxCostUsd: null };
    const lease = gateway.lease({ pinned: { model: "m" }, seed: "", limits });
    const response = await lease.handler(chatRequest({ model: "m" }), { signal });
    const everything = inspect([said, lease.fault(), lease.notes(), await textOfBody(response)], { depth: 20 });
    expect(everything).not.toContain(key);
    return lease.fault();
  };
  expect(await open(server.baseUrl)).toMatchObject({ fault: "config", code: "key-refused" });
  expect(await open("http://127.0.0.1:1/v1")).toMatchObject({ fault: "infrastructure", code: "upstream-down" });
});

test("an answer that does not begin in time, or falls silent, is an infrastructure fault", async () => {
  await using silent = await serve(() => undefined);
  const late = serverOf({ baseUrl: silent.baseUrl, key, headersTimeoutMs: 50 });
  await expect(late.complete(chatRequest({ model: "m" }), { signal, seed: "" })).rejects.toMatchObject({
    fault: "infrastructure",
    code: "upstream-unreachable",
    message: expect.stringContaining("no answer within 50 ms"),
  });
  await using halting = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: {}\n\n");
  });
  const idle = serverOf({ baseUrl: halting.baseUrl, key, idleTimeoutMs: 50 });
  const response = await idle.complete(chatRequest({ model: "m" }), { signal, seed: "" });
  await expect(textOfBody(response)).rejects.toThrow("silent for 50 ms");
});

test("an abort ends a call that waits for its answer, with the caller's reason", async () => {
  const controller = new AbortController();
  await using server = await serve(() => controller.abort(new Error("enough")));
  const upstream = serverOf({ baseUrl: server.baseUrl, key: null });
  const call = upstream.complete(chatRequest({ model: "m" }), { signal: controller.signal, seed: "" });
  await expect(call).rejects.toThrow("enough");
});

test("a redirect is not followed with the key", async () => {
  let calls = 0;
  await using server = await serve((_request, response) => {
    calls += 1;
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  const upstream = serverOf({ baseUrl: server.baseUrl, key });
  await expect(upstream.complete(chatRequest({ model: "m" }), { signal, seed: "" })).rejects.toMatchObject({
    fault: "config",
    code: "base-url-redirects",
  });
  expect(calls).toBe(1);
});

test("what cannot be served is refused by name before anything runs", async () => {
  expect(() => serverOf({ baseUrl: "localhost:8000", key: null })).toThrow(/base URL/);
  expect(() => serverOf({ baseUrl: `https://user:${key}@x.test/v1`, key: null })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining(key) }),
  );
  const upstreamFor = await openUpstreams({ baseUrl: null, keyOf: () => null, playbooks: null });
  for (const [model, variable] of [
    ["gpt-5.2", "OPENAI_API_KEY"],
    ["claude-opus-5", "ANTHROPIC_API_KEY"],
    ["gemini-3-pro", "GEMINI_API_KEY"],
    ["openrouter/qwen/qwen3", "OPENROUTER_API_KEY"],
  ] as const) {
    expect(() => upstreamFor(model)).toThrow(
      expect.objectContaining({
        ...{ fault: "config", code: "key-missing" },
        message: expect.stringMatching(new RegExp(`^${model} needs ${variable}`)),
      }),
    );
  }
  expect(() => upstreamFor("rehearsal/starter")).toThrow(/rehearsal.toml/);
});
