// The SDKs of OpenAI and Anthropic through the gateway to a provider that speaks another protocol.

import type Anthropic from "@anthropic-ai/sdk";
import type OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { anthropic, compatible } from "../../../src/gateway/upstreams/families.ts";
import { openScene, providerKey } from "../../helpers/model-provider.ts";
import { chatAnswer, chatStream, messageAnswer, messageStream, type Said } from "../../helpers/provider-answers.ts";

const calls = [
  { id: "call_a", name: "shell", args: { command: ["ls", "-l"] } },
  { id: "call_b", name: "look", args: {} },
];
const everything: Said = { reasoning: "I think ", text: "Let me look. ", calls };

const model = "some-model";
const schema = { type: "object" as const, properties: { command: { type: "array", items: { type: "string" } } } };

const responsesTools: OpenAI.Responses.Tool[] = [
  { type: "function", name: "shell", description: "Runs.", parameters: schema, strict: false },
  { type: "function", name: "look", parameters: null, strict: null },
  { type: "custom", name: "patch", description: "Edits." },
];
const messagesTools: Anthropic.Tool[] = [
  { name: "shell", description: "Runs.", input_schema: schema },
  { name: "look", input_schema: { type: "object" } },
];
const chatTools: OpenAI.ChatCompletionTool[] = [
  { type: "function", function: { name: "shell", description: "Runs.", parameters: schema } },
  { type: "function", function: { name: "look" } },
];

describe.each([
  ["chat completions", compatible, chatAnswer, chatStream, { cached: 40, written: 0, reasoning: 5 }],
  ["Anthropic's messages", anthropic, messageAnswer, messageStream, { cached: 40, written: 30, reasoning: 0 }],
] as const)("responses over %s", (_words, family, answer, stream, counted) => {
  const output = [
    { type: "reasoning", summary: [{ type: "summary_text", text: "I think " }] },
    {
      ...{ type: "message", role: "assistant", status: "completed" },
      content: [{ type: "output_text", text: "Let me look. ", annotations: [], logprobs: [] }],
    },
    {
      type: "function_call",
      call_id: "call_a",
      name: "shell",
      arguments: '{"command":["ls","-l"]}',
      status: "completed",
    },
    { type: "function_call", call_id: "call_b", name: "look", arguments: "{}", status: "completed" },
  ];
  const usage = {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: counted.cached, cache_write_tokens: counted.written },
    output_tokens: 20,
    output_tokens_details: { reasoning_tokens: counted.reasoning },
    total_tokens: 120,
  };

  test("a whole answer", async () => {
    await using scene = await openScene(family, [answer(everything)]);
    const response = await scene.openai.responses.create({ model, input: "hi", tools: responsesTools });
    expect(response).toMatchObject({ object: "response", status: "completed", usage, output_text: "Let me look. " });
    expect(response.output).toMatchObject(output);
    expect(scene.lease.usage()).toMatchObject({ calls: 1, inputTokens: 100, cachedTokens: 40, outputTokens: 20 });
  });

  test("a streamed answer comes in the order that the SDK checks, and adds up to the same", async () => {
    await using scene = await openScene(family, [stream(everything)]);
    const streamed = scene.openai.responses.stream({ model, input: "hi", tools: responsesTools });
    const types: string[] = [];
    const numbers: number[] = [];
    for await (const event of streamed) {
      types.push(event.type);
      numbers.push(event.sequence_number);
    }
    expect(numbers).toEqual(numbers.map((_number, index) => index));
    const runs = types.filter((type, index) => type !== types[index - 1]);
    expect(runs).toEqual([
      ...["response.created", "response.in_progress"],
      ...["response.output_item.added", "response.reasoning_summary_part.added"],
      ...["response.reasoning_summary_text.delta", "response.reasoning_summary_text.done"],
      ...["response.reasoning_summary_part.done", "response.output_item.done"],
      ...["response.output_item.added", "response.content_part.added", "response.output_text.delta"],
      ...["response.output_text.done", "response.content_part.done", "response.output_item.done"],
      ...["response.output_item.added", "response.function_call_arguments.delta"],
      ...["response.function_call_arguments.done", "response.output_item.done"],
      ...["response.output_item.added", "response.function_call_arguments.delta"],
      ...["response.function_call_arguments.done", "response.output_item.done", "response.completed"],
    ]);
    const response = await streamed.finalResponse();
    expect(response).toMatchObject({ status: "completed", usage });
    expect(response.output).toMatchObject(output);
    expect(scene.lease.usage()).toMatchObject({ inputTokens: 100, cachedTokens: 40, outputTokens: 20 });
  });

  test("free text in a custom tool's call, and an answer that was cut off", async () => {
    const patch = { id: "call_p", name: "patch", args: { input: "*** Begin\n+x" } };
    await using scene = await openScene(family, [
      stream({ calls: [patch] }),
      answer({ text: "I wa", finish: family === anthropic ? "max_tokens" : "length" }),
    ]);
    const streamed = await scene.openai.responses.stream({ model, input: "hi", tools: responsesTools }).finalResponse();
    expect(streamed.output).toMatchObject([
      { type: "custom_tool_call", call_id: "call_p", name: "patch", input: "*** Begin\n+x" },
    ]);
    const cut = await scene.openai.responses.create({ model, input: "hi" });
    expect(cut).toMatchObject({ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } });
  });
});

test("a Codex-like conversation is told to a chat server whole, with what the model wants back of its calls", async () => {
  await using scene = await openScene(compatible, [chatAnswer(everything), chatAnswer({ text: "done" })]);
  const first = await scene.openai.responses.create({ model, input: "hi", tools: responsesTools });
  await scene.openai.responses.create({
    ...{ model, instructions: "Be good.", store: false, include: ["reasoning.encrypted_content"] },
    ...{ tools: responsesTools, tool_choice: "auto", parallel_tool_calls: false, prompt_cache_key: "k" },
    reasoning: { summary: "auto" },
    text: { format: { type: "json_schema", name: "answer", schema: { type: "object" }, strict: true } },
    input: [
      { type: "message", role: "developer", content: [{ type: "input_text", text: "Permissions." }] },
      {
        role: "user",
        content: [
          { type: "input_text", text: "Look:" },
          { type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "auto" },
        ],
      },
      ...(first.output as OpenAI.Responses.ResponseInputItem[]),
      { type: "function_call_output", call_id: "call_a", output: "a file" },
      {
        ...{ type: "function_call_output", call_id: "call_b" },
        output: [
          { type: "input_text", text: "seen" },
          { type: "input_image", image_url: "data:image/png;base64,BBBB", detail: "low" },
        ],
      },
      { type: "custom_tool_call", call_id: "call_c", name: "patch", input: "+x" },
      { type: "custom_tool_call_output", call_id: "call_c", output: "ok" },
    ],
  });
  const { body, headers, path } = scene.provider.asked[1] ?? {};
  expect([path, headers?.authorization]).toEqual(["/v1/chat/completions", `Bearer ${providerKey}`]);
  const call = (id: string, name: string, args: string) => ({
    id,
    type: "function",
    function: { name, arguments: args },
  });
  const signed = (id: string) => ({ extra_content: { google: { thought_signature: `sig-${id}` } } });
  expect(body).toEqual({
    model,
    messages: [
      { role: "system", content: "Be good.\n\nPermissions." },
      {
        role: "user",
        content: [
          { type: "text", text: "Look:" },
          { type: "image_url", image_url: { url: "data:image/png;base64,AAAA", detail: "auto" } },
        ],
      },
      {
        ...{ role: "assistant", content: "Let me look. ", reasoning_content: "I think " },
        tool_calls: [
          { ...call("call_a", "shell", '{"command":["ls","-l"]}'), ...signed("call_a") },
          { ...call("call_b", "look", "{}"), ...signed("call_b") },
        ],
      },
      { role: "tool", tool_call_id: "call_a", content: "a file" },
      { role: "tool", tool_call_id: "call_b", content: "seen\n(1 more with the next message)" },
      {
        role: "user",
        content: [{ type: "image_url", image_url: { url: "data:image/png;base64,BBBB", detail: "low" } }],
      },
      { role: "assistant", content: null, tool_calls: [call("call_c", "patch", '{"input":"+x"}')] },
      { role: "tool", tool_call_id: "call_c", content: "ok" },
    ],
    tools: [
      { type: "function", function: { name: "shell", description: "Runs.", parameters: schema, strict: false } },
      { type: "function", function: { name: "look", parameters: { type: "object", properties: {} } } },
      expect.objectContaining({ function: expect.objectContaining({ name: "patch" }) }),
    ],
    ...{ tool_choice: "auto", parallel_tool_calls: false },
    response_format: { type: "json_schema", json_schema: { name: "answer", schema: { type: "object" }, strict: true } },
  });
});

describe("messages over chat completions", () => {
  const thinking = { type: "enabled", budget_tokens: 2000 } as const;
  const pinned = { model, reasoningEffort: "low" };
  const content = [
    { type: "thinking", thinking: "I think ", signature: "" },
    { type: "text", text: "Let me look. ", citations: null },
    { type: "tool_use", id: "call_a", name: "shell", input: { command: ["ls", "-l"] } },
    { type: "tool_use", id: "call_b", name: "look", input: {} },
  ];
  const usage = { input_tokens: 60, cache_read_input_tokens: 40, cache_creation_input_tokens: 0, output_tokens: 20 };
  const request = {
    model,
    max_tokens: 4000,
    messages: [{ role: "user" as const, content: "hi" }],
    tools: messagesTools,
  };

  test("a whole answer, without thinking where none was asked for", async () => {
    await using scene = await openScene(compatible, [chatAnswer(everything)], { pinned });
    const message = await scene.anthropic.messages.create({ ...request, thinking });
    expect(message).toMatchObject({ type: "message", role: "assistant", content, stop_reason: "tool_use", usage });
    const plain = await scene.anthropic.messages.create(request);
    expect(plain.content).toEqual(content.slice(1));
    expect(scene.provider.asked[0]?.body).toMatchObject({ reasoning_effort: "low", max_tokens: 4000 });
  });

  test("a streamed answer comes block by block and adds up to the same", async () => {
    await using scene = await openScene(compatible, [chatStream(everything)], { pinned });
    const stream = scene.anthropic.messages.stream({ ...request, thinking });
    const types: string[] = [];
    for await (const event of stream) types.push(event.type);
    const block = ["content_block_start", "content_block_delta", "content_block_stop"];
    expect(types.filter((type, index) => type !== types[index - 1])).toEqual([
      ...["message_start", ...block, ...block, ...block, ...block, "message_delta", "message_stop"],
    ]);
    expect(await stream.finalMessage()).toMatchObject({ content, stop_reason: "tool_use", usage });
    expect(scene.lease.usage()).toMatchObject({ inputTokens: 100, cachedTokens: 40, outputTokens: 20 });
  });

  test("a Claude-Code-like conversation is told whole", async () => {
    await using scene = await openScene(compatible, [chatAnswer(everything), chatAnswer({ text: "done" })]);
    const first = await scene.anthropic.messages.create(request);
    await scene.anthropic.beta.messages.create({
      ...{ model, max_tokens: 100, tools: messagesTools, metadata: { user_id: "u" }, stop_sequences: ["END"] },
      system: [
        { type: "text", text: "One.", cache_control: { type: "ephemeral" } },
        { type: "text", text: "Two." },
      ],
      ...{ tool_choice: { type: "any", disable_parallel_tool_use: true }, betas: ["claude-code-20250219"] },
      messages: [
        { role: "user", content: "hi" },
        { role: "system", content: "Agents: none." },
        { role: "assistant", content: first.content as Anthropic.Beta.BetaContentBlockParam[] },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "call_a", content: "a file" },
            {
              ...{ type: "tool_result", tool_use_id: "call_b", is_error: true },
              content: [{ type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } }],
            },
            { type: "text", text: "Go on.", cache_control: { type: "ephemeral" } },
          ],
        },
      ],
    });
    const { body, headers } = scene.provider.asked[1] ?? {};
    expect(headers?.["anthropic-beta"]).toBeUndefined();
    expect(body).toMatchObject({
      messages: [
        { role: "system", content: "One.\n\nTwo." },
        { role: "user", content: "hi" },
        { role: "user", content: "Agents: none." },
        {
          ...{ role: "assistant", content: "Let me look. ", reasoning_content: "I think " },
          tool_calls: [
            { id: "call_a", extra_content: { google: { thought_signature: "sig-call_a" } } },
            { id: "call_b" },
          ],
        },
        { role: "tool", tool_call_id: "call_a", content: "a file" },
        { role: "tool", tool_call_id: "call_b", content: "(1 more with the next message)" },
        { role: "user", content: [{ type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } }] },
        { role: "user", content: "Go on." },
      ],
      ...{ tool_choice: "required", parallel_tool_calls: false, stop: ["END"], max_tokens: 100 },
    });
    expect(body?.["metadata"]).toBeUndefined();
  });

  test.each([
    ["length", "max_tokens"],
    ["content_filter", "refusal"],
    ["stop", "end_turn"],
  ])("a finish of %s is a stop of %s", async (finish, stop_reason) => {
    await using scene = await openScene(compatible, [
      chatAnswer({ text: "x", finish }),
      chatStream({ text: "x", finish }),
    ]);
    expect(await scene.anthropic.messages.create(request)).toMatchObject({ stop_reason });
    expect(await scene.anthropic.messages.stream(request).finalMessage()).toMatchObject({ stop_reason });
  });
});

describe("chat completions over Anthropic's messages", () => {
  const messages = [{ role: "user" as const, content: "hi" }];
  const message = {
    ...{ role: "assistant", content: "Let me look. ", reasoning_content: "I think " },
    tool_calls: [
      { id: "call_a", type: "function", function: { name: "shell", arguments: '{"command":["ls","-l"]}' } },
      { id: "call_b", type: "function", function: { name: "look", arguments: "{}" } },
    ],
  };
  const usage = {
    ...{ prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    prompt_tokens_details: { cached_tokens: 40, cache_write_tokens: 30 },
  };

  test("a whole answer; what was written to the cache costs more", async () => {
    const prices = { [model]: { input: 1, cached: 0.1, cacheWrite: 1.25, longCacheWrite: 2, output: 10 } };
    await using scene = await openScene(anthropic, [messageAnswer(everything)], { prices });
    const completion = await scene.openai.chat.completions.create({ model, messages, tools: chatTools });
    expect(completion).toMatchObject({ choices: [{ message, finish_reason: "tool_calls" }], usage });
    expect(scene.lease.usage().costUsd).toBeCloseTo((30 * 1 + 40 * 0.1 + 20 * 1.25 + 10 * 2 + 20 * 10) / 1e6, 12);
    const { headers, path, body } = scene.provider.asked[0] ?? {};
    expect(path).toBe("/v1/messages");
    expect(headers).toMatchObject({ "x-api-key": providerKey, "anthropic-version": "2023-06-01" });
    expect(headers?.authorization).toBeUndefined();
    expect(body).toEqual({
      ...{ model, max_tokens: 32_000, messages: [{ role: "user", content: [{ type: "text", text: "hi" }] }] },
      tools: [
        { name: "shell", description: "Runs.", input_schema: schema },
        { name: "look", input_schema: { type: "object", properties: {} } },
      ],
      cache_control: { type: "ephemeral" },
    });
  });

  test("a streamed answer adds up to the same", async () => {
    await using scene = await openScene(anthropic, [messageStream(everything)]);
    const runner = scene.openai.chat.completions.stream({
      ...{ model, messages, tools: chatTools, stream_options: { include_usage: true } },
    });
    const completion = await runner.finalChatCompletion();
    expect(completion.choices[0]?.message.tool_calls).toMatchObject(message.tool_calls);
    expect(completion).toMatchObject({ choices: [{ finish_reason: "tool_calls" }], usage });
    expect(scene.lease.usage()).toMatchObject({ inputTokens: 100, cachedTokens: 40, outputTokens: 20 });
  });

  test("a conversation is told in Anthropic's order, with the thinking that its calls need", async () => {
    await using scene = await openScene(anthropic, [messageStream(everything), messageAnswer({ text: "done" })]);
    const first = await scene.openai.chat.completions
      .stream({ model, messages, tools: chatTools })
      .finalChatCompletion();
    await scene.openai.chat.completions.create({
      ...{ model, tools: chatTools, tool_choice: "required", parallel_tool_calls: false, stop: "END", top_p: 0.5 },
      ...{ max_completion_tokens: 500, response_format: { type: "json_object" } },
      messages: [
        { role: "system", content: "Be good." },
        { role: "assistant", content: "Hello, how can I help?" },
        { role: "user", content: [{ type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } }] },
        { role: "assistant", content: "Let me look. ", tool_calls: first.choices[0]?.message.tool_calls ?? [] },
        { role: "tool", tool_call_id: "call_a", content: "a file" },
        { role: "tool", tool_call_id: "call_b", content: "" },
        { role: "system", content: "Hurry." },
        { role: "user", content: "Well?" },
      ],
    });
    const text = (words: string) => ({ type: "text", text: words });
    expect(scene.provider.asked[1]?.body).toMatchObject({
      system: [text("Be good."), text("Answer with one JSON object and nothing else.")],
      messages: [
        { role: "user", content: [text("(The conversation begins.)")] },
        { role: "assistant", content: [text("Hello, how can I help?")] },
        {
          role: "user",
          content: [{ type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } }],
        },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: "I think ", signature: "signed" },
            text("Let me look. "),
            { type: "tool_use", id: "call_a", name: "shell", input: { command: ["ls", "-l"] } },
            { type: "tool_use", id: "call_b", name: "look", input: {} },
          ],
        },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "call_a", content: [text("a file")] },
            { type: "tool_result", tool_use_id: "call_b" },
            text("Hurry."),
            text("Well?"),
          ],
        },
      ],
      ...{ tool_choice: { type: "any", disable_parallel_tool_use: true }, stop_sequences: ["END"], max_tokens: 500 },
    });
  });

  test.each([
    ["max_tokens", "length"],
    ["refusal", "content_filter"],
    ["stop_sequence", "stop"],
  ])("a stop of %s is a finish of %s", async (finish, finish_reason) => {
    await using scene = await openScene(anthropic, [messageAnswer({ text: "x", finish })]);
    const completion = await scene.openai.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.finish_reason).toBe(finish_reason);
  });

  test.each([
    ["several choices", { n: 2 }],
    ["logprobs", { logprobs: true }],
    ["custom tools", { tools: [{ type: "custom" as const, custom: { name: "patch" } }] }],
    [
      "an image that is not data",
      {
        messages: [
          {
            role: "user" as const,
            content: [{ type: "input_audio" as const, input_audio: { data: "", format: "wav" as const } }],
          },
        ],
      },
    ],
  ])("%s are the box's own mistake, said at once", async (_words, body) => {
    await using scene = await openScene(anthropic, [messageAnswer({ text: "x" })]);
    await expect(scene.openai.chat.completions.create({ model, messages, ...body })).rejects.toMatchObject({
      ...{ status: 400, code: "not_translatable" },
    });
    expect([scene.provider.asked, scene.lease.usage().refused, scene.lease.usage().calls]).toEqual([[], 0, 0]);
  });
});
