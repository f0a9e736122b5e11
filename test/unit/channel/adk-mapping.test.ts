// ADK's requests as chat completions, and completions as ADK's answers.

import type { LlmRequest } from "@google/adk";
import { describe, expect, it } from "vitest";
import { toMessages } from "../../../src/channel/box/adk-messages.ts";
import { lowerSchema, toChatRequest } from "../../../src/channel/box/adk-request.ts";
import { toLlmResponse } from "../../../src/channel/box/adk-response.ts";

type Completion = Parameters<typeof toLlmResponse>[0];

const settings = { model: "some-model", reasoningEffort: null };

function request(config: object, contents: object[] = [], model?: string): LlmRequest {
  return {
    contents,
    config,
    toolsDict: {},
    liveConnectConfig: {},
    ...(model === undefined ? {} : { model }),
  } as LlmRequest;
}

function completion(message: object, finish = "stop", more: object = {}): Completion {
  const choice = { index: 0, finish_reason: finish, message: { role: "assistant", ...message } };
  return { id: "c", object: "chat.completion", choices: [choice], ...more } as unknown as Completion;
}

function call(id: string | undefined, name: string, args: string): object {
  return { id, type: "function", function: { name, arguments: args } };
}

describe("a request", () => {
  it("holds model, instruction, messages, tools and what was set of the sampling", () => {
    const sql = { type: "STRING", description: "one statement" };
    const parameters = { type: "OBJECT", properties: { sql }, required: ["sql"] };
    const asked = toChatRequest(
      request(
        {
          systemInstruction: { parts: [{ text: "Be" }, { text: "kind." }] },
          tools: [{ functionDeclarations: [{ name: "run", description: "Runs.", parameters }, { name: "stop" }] }],
          toolConfig: { functionCallingConfig: { mode: "ANY" } },
          ...{ temperature: 0, topP: 0.9, maxOutputTokens: 100, stopSequences: ["END"], seed: 7 },
          labels: { adk_agent_name: "one" },
        },
        [{ role: "user", parts: [{ text: "Hi." }] }],
      ),
      { model: "some-model", reasoningEffort: "low" },
    );
    expect(asked).toEqual({
      model: "some-model",
      messages: [
        { role: "system", content: "Be\nkind." },
        { role: "user", content: "Hi." },
      ],
      tools: [
        {
          type: "function",
          function: {
            ...{ name: "run", description: "Runs." },
            parameters: {
              type: "object",
              properties: { sql: { type: "string", description: "one statement" } },
              required: ["sql"],
            },
          },
        },
        { type: "function", function: { name: "stop", parameters: { type: "object", properties: {} } } },
      ],
      tool_choice: "required",
      ...{ temperature: 0, top_p: 0.9, max_tokens: 100, stop: ["END"], seed: 7, reasoning_effort: "low" },
    });
  });

  it("leaves out what was not set", () => {
    expect(toChatRequest({ ...request({}), config: undefined } as unknown as LlmRequest, settings)).toEqual({
      ...{ model: "some-model", messages: [] },
    });
  });

  it.each(["gpt-5", "gpt-5.2-mini", "openai/gpt-5-nano", "o1", "o3-mini", "azure/openai/o4-mini"])(
    "gives %s no sampling that it refuses, and the name that it takes for the limit of tokens",
    (model) => {
      const config = { temperature: 0.5, topP: 1, maxOutputTokens: 100 };
      expect(toChatRequest(request(config, [], model), settings)).toEqual({
        ...{ model, messages: [], max_completion_tokens: 100 },
      });
    },
  );

  it.each(["gpt-4.1", "gpt-50", "omni", "vendor/olmo", "claude-o3"])("gives %s its sampling", (model) => {
    const asked = toChatRequest(request({ temperature: 0.5, maxOutputTokens: 100 }, [], model), settings);
    const fixed = model === "gpt-50";
    expect(asked.temperature).toBe(fixed ? undefined : 0.5);
  });

  it("asks for an answer of a shape", () => {
    const asked = toChatRequest(
      request({
        responseSchema: { type: "OBJECT", properties: { n: { type: "NUMBER" } } },
        responseMimeType: "application/json",
      }),
      settings,
    );
    const schema = { type: "object", properties: { n: { type: "number" } } };
    expect(asked.response_format).toEqual({ type: "json_schema", json_schema: { name: "answer", schema } });
    const free = toChatRequest(request({ responseMimeType: "application/json" }), settings);
    expect(free.response_format).toEqual({ type: "json_object" });
  });

  it("refuses by name what only Google's models have", () => {
    expect(() => toChatRequest(request({ tools: [{ googleSearch: {} }] }), settings)).toThrow(
      "only function tools can be offered here, not googleSearch",
    );
    expect(() => toMessages([{ role: "user", parts: [{ fileData: { fileUri: "gs://x" } }] }], undefined)).toThrow(
      "a part with fileData can't be given to a model here",
    );
    expect(() =>
      toMessages([{ role: "user", parts: [{ inlineData: { mimeType: "audio/wav", data: "" } }] }], ""),
    ).toThrow("data of the type audio/wav can't be given to a model here");
  });

  it("has schemas in JSON Schema's words, names of properties untouched", () => {
    expect(
      lowerSchema({
        type: "OBJECT",
        properties: {
          type: { type: "STRING", nullable: true, minLength: "2", enum: ["STRING"] },
          items: { type: "ARRAY", maxItems: "3", items: { anyOf: [{ type: "INTEGER" }, { type: "NULL" }] } },
          n: { type: "NUMBER", minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
        },
        propertyOrdering: ["type"],
      }),
    ).toEqual({
      type: "object",
      properties: {
        type: { type: ["string", "null"], minLength: 2, enum: ["STRING"] },
        items: { type: "array", maxItems: 3, items: { anyOf: [{ type: "integer" }, { type: "null" }] } },
        n: { type: "number", exclusiveMinimum: 1, maximum: 5 },
      },
    });
    const plain = { type: "object", properties: { a: { type: ["string", "null"], exclusiveMinimum: 3 } } };
    expect(lowerSchema(plain)).toEqual(plain);
  });
});

describe("messages", () => {
  const run = (id: string | undefined, n: number) => ({
    functionCall: { ...(id === undefined ? {} : { id }), name: "run", args: { n } },
  });
  const result = (id: string | undefined, response: Record<string, unknown>, name = "run") => ({
    functionResponse: { ...(id === undefined ? {} : { id }), name, response },
  });

  it("hold several calls of one answer with their results, and thoughts beside the text", () => {
    const messages = toMessages(
      [
        { role: "user", parts: [{ text: "Go." }] },
        {
          role: "model",
          parts: [{ text: "Hm.", thought: true }, { text: "Two " }, { text: "calls." }, run("a", 1), run("b", 2)],
        },
        { role: "user", parts: [result("b", { result: "| n |" }), result("a", { rows: [1] })] },
        { role: "model", parts: [{ text: "Done." }] },
      ],
      "Be kind.",
    );
    expect(messages).toEqual([
      { role: "system", content: "Be kind." },
      { role: "user", content: "Go." },
      {
        role: "assistant",
        content: "Two calls.",
        reasoning_content: "Hm.",
        tool_calls: [
          { id: "a", type: "function", function: { name: "run", arguments: '{"n":1}' } },
          { id: "b", type: "function", function: { name: "run", arguments: '{"n":2}' } },
        ],
      },
      { role: "tool", tool_call_id: "b", content: "| n |" },
      { role: "tool", tool_call_id: "a", content: '{"rows":[1]}' },
      { role: "assistant", content: "Done." },
    ]);
  });

  it("pair calls and results that have no ids, and give a call without a result one", () => {
    const messages = toMessages(
      [
        { role: "model", parts: [run(undefined, 1), run(undefined, 2)] },
        { role: "user", parts: [result(undefined, { result: "one" }), { text: "Wait." }] },
        { role: "model", parts: [run("c", 3)] },
      ],
      "",
    );
    expect(
      messages.map(({ role, ...message }) => [role, Reflect.get(message, "tool_call_id"), message.content]),
    ).toEqual([
      ["assistant", undefined, null],
      ["tool", "call_0_0", "one"],
      ["tool", "call_0_1", "[no result]"],
      ["user", undefined, "Wait."],
      ["assistant", undefined, null],
      ["tool", "c", "[no result]"],
    ]);
  });

  it("keep a result whose call is gone, results that are wrapped errors, and images", () => {
    const image = { inlineData: { mimeType: "image/png", data: "AAAA" } };
    expect(
      toMessages(
        [
          { role: "user", parts: [result("gone", { error: "no" }, "ask")] },
          { role: "user", parts: [{ text: "See:" }, image] },
        ],
        undefined,
      ),
    ).toEqual([
      { role: "user", content: '[result of ask] {"error":"no"}' },
      {
        role: "user",
        content: [
          { type: "text", text: "See:" },
          { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
        ],
      },
    ]);
  });
});

describe("an answer", () => {
  it("has text, thoughts, calls, tokens and the reason for its end", () => {
    const usage = {
      ...{ prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
      ...{ prompt_tokens_details: { cached_tokens: 4 }, completion_tokens_details: { reasoning_tokens: 3 } },
    };
    const message = { content: "Now.", reasoning_content: "Hm.", tool_calls: [call("a", "run", '{"n":1}')] };
    expect(toLlmResponse(completion(message, "tool_calls", { usage, model: "m-1" }), [])).toEqual({
      content: {
        role: "model",
        parts: [
          { text: "Hm.", thought: true },
          { text: "Now." },
          { functionCall: { id: "a", name: "run", args: { n: 1 } } },
        ],
      },
      ...{ finishReason: "STOP", partial: false, turnComplete: true, modelVersion: "m-1" },
      usageMetadata: {
        ...{ promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
        ...{ cachedContentTokenCount: 4, thoughtsTokenCount: 3 },
      },
    });
  });

  it.each([
    ["stop", "STOP"],
    ["length", "MAX_TOKENS"],
    ["content_filter", "SAFETY"],
    ["something new", "OTHER"],
  ])("that ended with %s ends with %s", (finish, reason) => {
    expect(toLlmResponse(completion({ content: "So" }, finish), []).finishReason).toBe(reason);
  });

  it("is a refusal's text, and nothing where there is nothing", () => {
    const refused = toLlmResponse(completion({ content: null, refusal: "I can't." }), []);
    expect(refused.content).toEqual({ role: "model", parts: [{ text: "I can't." }] });
    expect(toLlmResponse(completion({ content: "", reasoning_content: "Hm." }), []).content).toBeUndefined();
    const none = { choices: [] } as unknown as Completion;
    expect(toLlmResponse(none, [])).toEqual({ errorCode: "no-choice", errorMessage: "the model gave no choice" });
  });

  it("gives every call an id that was not there before", () => {
    const before = [{ role: "model", parts: [{ functionCall: { id: "a", name: "run" } }] }];
    const calls = [
      call("a", "run", "{}"),
      call("b", "run", "{}"),
      call("b", "run", "{}"),
      call(undefined, "run", "{}"),
    ];
    const { content } = toLlmResponse(completion({ content: null, tool_calls: calls }), before);
    const ids = content?.parts?.map(({ functionCall }) => functionCall?.id);
    expect(ids).toEqual(["call00001", "b", "call00003", "call00004"]);
  });

  it("passes on arguments that can't be read, and names that a server would not take back, in a form that can", () => {
    const calls = [
      ...[call("a", "run", ""), call("b", "run", '{"sql":'), call("c", "run", "[1]"), call("d", "", "{}")],
      ...[call("e", "functions.run sql", "{}"), { id: "f", type: "custom", custom: { name: "x", input: "y" } }],
    ];
    const { content } = toLlmResponse(completion({ content: null, tool_calls: calls }), []);
    expect(content?.parts?.map(({ functionCall }) => [functionCall?.name, functionCall?.args])).toEqual([
      ["run", {}],
      ["run", { unreadable_arguments: '{"sql":' }],
      ["run", { unreadable_arguments: "[1]" }],
      ["unnamed", {}],
      ["functions_run_sql", {}],
      ["custom", {}],
    ]);
  });
});
