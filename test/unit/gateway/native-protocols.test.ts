// The SDKs of OpenAI and Anthropic through the gateway to a provider that speaks the same protocol.

import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { anthropic, compatible, openAi } from "../../../src/gateway/upstreams/families.ts";
import { openScene, providerKey } from "../../helpers/model-provider.ts";
import { chatStream, messageAnswer, messageStream } from "../../helpers/provider-answers.ts";

const model = "some-model";

const response = {
  ...{ id: "resp_1", object: "response", created_at: 7, status: "completed", model: "served", error: null },
  output: [
    { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "sealed" },
    { type: "function_call", id: "fc_1", call_id: "call_a", name: "shell", arguments: "{}", status: "completed" },
  ],
  ...{ parallel_tool_calls: true, temperature: 1, tool_choice: "auto", tools: [], top_p: 1, metadata: {} },
  usage: {
    ...{ input_tokens: 100, input_tokens_details: { cached_tokens: 40, cache_write_tokens: 0 } },
    ...{ output_tokens: 20, output_tokens_details: { reasoning_tokens: 10 }, total_tokens: 120 },
  },
};
const responseEvents = [
  { type: "response.created", sequence_number: 0, response: { ...response, status: "in_progress", output: [] } },
  ...response.output.flatMap((item, output_index) => [
    { type: "response.output_item.added", sequence_number: 1, output_index, item },
    { type: "response.output_item.done", sequence_number: 2, output_index, item },
  ]),
  { type: "response.completed", sequence_number: 5, response },
];

describe("responses of an OpenAI model", () => {
  test("pass as they are, whole and streamed, and are counted", async () => {
    await using scene = await openScene(openAi, [{ json: response }, { events: responseEvents }]);
    const whole = await scene.openai.responses.create({ model, input: "hi" });
    expect(whole).toMatchObject(response);
    const streamed = await scene.openai.responses.stream({ model, input: "hi" }).finalResponse();
    expect(streamed.output).toMatchObject(response.output);
    expect(scene.lease.usage()).toMatchObject({ calls: 2, inputTokens: 200, cachedTokens: 80, outputTokens: 40 });
    expect(scene.provider.asked[1]?.path).toBe("/v1/responses");
  });

  test("are asked for without storing anything, with the pinned effort, and with reasoning that can be handed back", async () => {
    const pinned = { model: "openai/gpt-5.2", reasoningEffort: "high" };
    await using scene = await openScene(openAi, [{ json: response }], { pinned });
    await scene.openai.responses.create({
      ...{ model: "gpt-5.2", store: true, include: ["file_search_call.results"], reasoning: { summary: "auto" } },
      tools: [{ type: "local_shell" }, { type: "custom", name: "patch" }],
      input: [...(response.output as OpenAI.Responses.ResponseInputItem[]), { role: "user", content: "go on" }],
    });
    const withoutId = ({ id: _, ...item }: { id: string }) => item;
    expect(scene.provider.asked[0]?.body).toEqual({
      ...{ model: "gpt-5.2", store: false, include: ["reasoning.encrypted_content"] },
      reasoning: { summary: "auto", effort: "high" },
      tools: [{ type: "local_shell" }, { type: "custom", name: "patch" }],
      input: [...response.output.map(withoutId), { role: "user", content: "go on" }],
    });
  });
});

describe("messages of an Anthropic model", () => {
  const request = { model, max_tokens: 4000, messages: [{ role: "user" as const, content: "hi" }] };

  test("pass as they are, whole and streamed, and are counted with what they wrote to the cache", async () => {
    const said = {
      reasoning: "I think ",
      text: "Well. ",
      calls: [{ id: "toolu_1", name: "look", args: { at: "it" } }],
    };
    const prices = { [model]: { input: 1, cached: 0.1, cacheWrite: 1.25, longCacheWrite: 2, output: 10 } };
    await using scene = await openScene(anthropic, [messageAnswer(said), messageStream(said)], { prices });
    const whole = await scene.anthropic.messages.create(request);
    const { content } = messageAnswer(said).json as { content: unknown };
    expect(whole.content).toEqual(content);
    const streamed = await scene.anthropic.messages.stream(request).finalMessage();
    expect(streamed.content).toEqual(content);
    const usage = { calls: 2, inputTokens: 200, cachedTokens: 80, outputTokens: 40 };
    expect(scene.lease.usage()).toMatchObject(usage);
    expect(scene.lease.usage().costUsd).toBeCloseTo((2 * (30 + 4 + 25 + 20 + 200)) / 1e6, 12);
  });

  test("go up with the host's key, the betas that are allowed, and nothing else of the box's headers", async () => {
    const pinned = { model: "anthropic/claude-sonnet-5", reasoningEffort: "medium" };
    await using scene = await openScene(anthropic, [messageAnswer({ text: "x" })], { pinned });
    await scene.anthropic.beta.messages.create(
      {
        ...{ ...request, model: "claude-sonnet-5", cache_control: { type: "ephemeral" } },
        thinking: { type: "adaptive", display: "summarized" },
        betas: [
          "claude-code-20250219",
          "interleaved-thinking-2025-05-14",
          "context-1m-2025-08-07",
          "mcp-client-2025-11-20",
        ],
      },
      { headers: { "x-secret": "of the box" } },
    );
    const { headers = {}, body } = scene.provider.asked[0] ?? {};
    expect(headers["anthropic-beta"]).toBe("claude-code-20250219,interleaved-thinking-2025-05-14");
    expect([headers["x-api-key"], headers["x-secret"]]).toEqual([providerKey, undefined]);
    expect(body).toEqual({
      ...{ ...request, model: "claude-sonnet-5", cache_control: { type: "ephemeral" } },
      ...{ thinking: { type: "adaptive", display: "summarized" }, output_config: { effort: "medium" } },
    });
  });
});

test("Claude Code's own default effort is no wish, unless another one is pinned", async () => {
  const ask = { model, max_tokens: 9, messages: [{ role: "user" as const, content: "hi" }] };
  const asHigh = { ...ask, output_config: { effort: "high" as const }, thinking: { type: "adaptive" as const } };
  await using free = await openScene(anthropic, [messageAnswer({ text: "x" })]);
  await free.anthropic.messages.create(asHigh);
  expect(free.provider.asked[0]?.body).toEqual({ ...ask, thinking: { type: "adaptive" } });
  await using low = await openScene(anthropic, [], { pinned: { model, reasoningEffort: "low" } });
  await expect(low.anthropic.messages.create(asHigh)).rejects.toMatchObject({ status: 403 });
});

test("a client that looks whether somebody is there is told so, and nothing is noted", async () => {
  await using scene = await openScene(compatible, []);
  const answer = await scene.lease.handler(
    { method: "HEAD", path: "/", body: new Uint8Array() },
    { signal: AbortSignal.timeout(5000) },
  );
  expect([answer.status, scene.lease.usage().refused, scene.lease.notes()]).toEqual([200, 0, []]);
});

describe("in every protocol", () => {
  const ask = {
    chat: (sdk: Sdks, extra: object) =>
      sdk.openai.chat.completions.create({ model, messages: [{ role: "user", content: "hi" }], ...extra }),
    responses: (sdk: Sdks, extra: object) => sdk.openai.responses.create({ model, input: "hi", ...extra }),
    messages: (sdk: Sdks, extra: object) =>
      sdk.anthropic.messages.create({ model, max_tokens: 9, messages: [{ role: "user", content: "hi" }], ...extra }),
  };
  type Sdks = { openai: OpenAI; anthropic: Anthropic };
  const families = { chat: compatible, responses: openAi, messages: anthropic };
  const protocols = ["chat", "responses", "messages"] as const;

  const refusedCases: Record<(typeof protocols)[number], Array<[object, string]>> = {
    chat: [
      [{ model: "other" }, "model_not_allowed"],
      [{ reasoning_effort: "high" }, "reasoning_effort_not_allowed"],
      [{ service_tier: "priority" }, "field_not_allowed"],
    ],
    responses: [
      [{ model: "other" }, "model_not_allowed"],
      [{ reasoning: { effort: "high" } }, "reasoning_effort_not_allowed"],
      [{ reasoning: { mode: "pro" } }, "field_not_allowed"],
      [{ previous_response_id: "resp_1" }, "field_not_allowed"],
      [{ conversation: "conv_1" }, "field_not_allowed"],
      [{ background: true }, "field_not_allowed"],
      [{ service_tier: "priority" }, "field_not_allowed"],
      [{ tools: [{ type: "web_search" }] }, "reach_not_allowed"],
      [{ tools: [{ type: "shell", environment: { type: "container_auto" } }] }, "reach_not_allowed"],
      [{ tools: [{ type: "namespace", name: "n", tools: [{ type: "mcp" }] }] }, "reach_not_allowed"],
      [{ input: [{ type: "item_reference", id: "rs_1" }] }, "reach_not_allowed"],
      [
        { input: [{ role: "user", content: [{ type: "input_image", image_url: "https://x.test/i.png" }] }] },
        "reach_not_allowed",
      ],
      [{ input: [{ role: "user", content: [{ type: "input_file", file_id: "file_1" }] }] }, "reach_not_allowed"],
      [
        {
          input: [
            {
              ...{ type: "function_call_output", call_id: "c" },
              output: [{ type: "input_image", image_url: "https://x.test/i.png" }],
            },
          ],
        },
        "reach_not_allowed",
      ],
    ],
    messages: [
      [{ model: "claude-haiku-4-5" }, "model_not_allowed"],
      [{ output_config: { effort: "max" } }, "reasoning_effort_not_allowed"],
      [{ thinking: { type: "enabled", budget_tokens: 2000 } }, "reasoning_effort_not_allowed"],
      [{ service_tier: "auto" }, "field_not_allowed"],
      [{ container: "c" }, "field_not_allowed"],
      [{ context_management: { edits: [{ type: "compact_20260112" }] } }, "field_not_allowed"],
      [{ mcp_servers: [{ type: "url", url: "https://x.test" }] }, "field_not_allowed"],
      [{ tools: [{ type: "web_search_20250305", name: "web_search" }] }, "reach_not_allowed"],
      [
        { messages: [{ role: "user", content: [{ type: "image", source: { type: "url", url: "https://x.test" } }] }] },
        "reach_not_allowed",
      ],
      [
        {
          messages: [
            {
              role: "user",
              content: [
                {
                  ...{ type: "tool_result", tool_use_id: "t" },
                  content: [{ type: "document", source: { type: "file", file_id: "file_1" } }],
                },
              ],
            },
          ],
        },
        "reach_not_allowed",
      ],
    ],
  };

  describe.each(protocols)("%s", (protocol) => {
    test.each(refusedCases[protocol])("%j is refused, noted and counted, and nothing goes up", async (extra, code) => {
      await using scene = await openScene(families[protocol], [{ json: {} }]);
      const error = await ask[protocol](scene, extra).then(() => undefined, codeOf);
      expect(error).toEqual({ status: 403, code });
      expect(scene.provider.asked).toEqual([]);
      expect(scene.lease.usage()).toMatchObject({ calls: 0, refused: 1 });
      expect(scene.lease.notes()).toEqual([expect.stringMatching(/^refused: /)]);
    });

    test("a limit that is reached is said in its own form", async () => {
      await using scene = await openScene(families[protocol], [{ json: {} }], { limits: { maxModelCalls: 0 } });
      const error = await ask[protocol](scene, {}).then(() => undefined, codeOf);
      expect(error).toEqual({ status: 403, code: "limit_reached" });
      expect(scene.lease.limit()).toBe("max-model-calls");
    });

    test("a provider that stays down is said in its own form, and is not the agent's fault", async () => {
      await using scene = await openScene(families[protocol], [{ status: 500, json: {} }]);
      const error = await ask[protocol](scene, {}).then(() => undefined, codeOf);
      expect(error).toEqual({ status: 503, code: "upstream_failed" });
      expect(scene.provider.asked).toHaveLength(5);
      expect(scene.lease.fault()).toMatchObject({ fault: "infrastructure", code: "upstream-failed" });
    });

    test("a stream that breaks off looks broken to the SDK", async () => {
      const streams = { chat: chatStream, messages: messageStream, responses: () => ({ events: responseEvents }) };
      const events = streams[protocol]({ text: "one two" }).events ?? [];
      await using scene = await openScene(families[protocol], [{ events: events.slice(0, 3) }]);
      const read = async () => {
        const stream = await ask[protocol](scene, { stream: true });
        for await (const _ of stream as unknown as AsyncIterable<unknown>);
      };
      await expect(read()).rejects.toThrow(/broke off in the middle/);
      expect(scene.lease.fault()).toMatchObject({ fault: "infrastructure", code: "stream-broken" });
    });

    test("a box that hangs up lets the provider go and is charged for what it got", async () => {
      const streams = { chat: chatStream, messages: messageStream, responses: () => ({ events: responseEvents }) };
      const events = streams[protocol]({ text: "one two three" }).events ?? [];
      await using scene = await openScene(families[protocol], [{ events: events.slice(0, 4), hangs: true }]);
      const stream = await ask[protocol](scene, { stream: true });
      for await (const _ of stream as unknown as AsyncIterable<unknown>) break;
      await expect.poll(() => scene.provider.left()).toBe(1);
      expect(scene.lease.usage().inputTokens).toBeGreaterThan(0);
      expect(scene.lease.fault()).toBeNull();
    });

    test("a call that is aborted before its answer reaches the provider no more", async () => {
      await using scene = await openScene(families[protocol], [{ events: [], hangs: true }]);
      const controller = new AbortController();
      const call =
        protocol === "messages"
          ? scene.anthropic.messages.create(
              { model, max_tokens: 9, stream: true, messages: [{ role: "user", content: "hi" }] },
              { signal: controller.signal },
            )
          : protocol === "responses"
            ? scene.openai.responses.create({ model, input: "hi", stream: true }, { signal: controller.signal })
            : scene.openai.chat.completions.create(
                { model, stream: true, messages: [{ role: "user", content: "hi" }] },
                { signal: controller.signal },
              );
      const ended = call.then(
        () => "answered",
        (error: unknown) => (error as Error).constructor.name,
      );
      await expect.poll(() => scene.provider.asked.length).toBe(1);
      controller.abort();
      expect(await ended).toBe("APIUserAbortError");
      await expect.poll(() => scene.provider.left()).toBe(1);
    });
  });
});

function codeOf(error: unknown): { status: unknown; code: unknown } {
  if (error instanceof Anthropic.APIError) return { status: error.status, code: error.errorCode };
  if (error instanceof OpenAI.APIError) return { status: error.status, code: error.code };
  throw error;
}

test("an SDK that gives up just when a stream has come in whole ends its own call and nothing else", async () => {
  const said = { choices: [{ index: 0, delta: { content: "x" }, finish_reason: "stop" }] };
  await using scene = await openScene(compatible, [{ events: [said, "no json", "[DONE]"] }, chatStream({ text: "x" })]);
  const messages = [{ role: "user" as const, content: "hi" }];
  const read = async () => {
    for await (const _ of await scene.openai.chat.completions.create({ model, messages, stream: true }));
  };
  // An error that nobody listens for on the connection would be an uncaught one, which fails the whole test run.
  await expect(read()).rejects.toThrow(/malformed/);
  await read();
  expect(scene.lease.usage().calls).toBe(2);
});

test("a seed that is pinned is put in, and another one refused", async () => {
  const pinned = { model, seed: 7 };
  await using scene = await openScene(compatible, [chatStream({ text: "x" })], { pinned });
  const messages = [{ role: "user" as const, content: "hi" }];
  for await (const _ of await scene.openai.chat.completions.create({ model, messages, stream: true }));
  expect(scene.provider.asked[0]?.body).toMatchObject({ seed: 7 });
  await expect(scene.openai.chat.completions.create({ model, messages, seed: 8 })).rejects.toMatchObject({
    ...{ status: 403, code: "seed_not_allowed" },
  });
  expect(scene.lease.notes()).toEqual(["refused: seed 8 is not allowed; it is pinned to 7"]);
});

test("the one model is listed for both SDKs, and tokens are counted by an estimate without a call", async () => {
  await using scene = await openScene(anthropic, [], { pinned: { model: "anthropic/claude-sonnet-5" } });
  const names = async (page: PromiseLike<AsyncIterable<{ id: string }>>) => {
    const ids: string[] = [];
    for await (const { id } of await page) ids.push(id);
    return ids;
  };
  expect(await names(scene.openai.models.list())).toEqual(["anthropic/claude-sonnet-5"]);
  expect(await names(scene.anthropic.models.list())).toEqual(["anthropic/claude-sonnet-5"]);
  expect((await scene.anthropic.models.retrieve("claude-sonnet-5")).type).toBe("model");
  const image = { type: "base64", media_type: "image/png", data: "A".repeat(400_000) } as const;
  const { input_tokens } = await scene.anthropic.messages.countTokens({
    ...{ model: "claude-sonnet-5", system: "x".repeat(4000) },
    messages: [{ role: "user", content: [{ type: "image", source: image }] }],
  });
  expect(input_tokens).toBeGreaterThan(2500);
  expect(input_tokens).toBeLessThan(3000);
  expect(await scene.openai.responses.inputTokens.count({ model, input: "x".repeat(400) })).toMatchObject({
    ...{ object: "response.input_tokens" },
  });
  expect(scene.lease.usage()).toMatchObject({ calls: 0, refused: 0, inputTokens: 0 });
});
