// Answers of providers, as they are on the wire.

import type { ProviderAnswer } from "./model-provider.ts";

export interface ToolUse {
  id: string;
  name: string;
  args: unknown;
}

export interface Said {
  text?: string;
  reasoning?: string;
  calls?: readonly ToolUse[];
  finish?: string;
}

const chatUsage = {
  prompt_tokens: 100,
  completion_tokens: 20,
  total_tokens: 120,
  prompt_tokens_details: { cached_tokens: 40 },
  completion_tokens_details: { reasoning_tokens: 5 },
};

export function chatAnswer({ text, reasoning, calls = [], finish }: Said): ProviderAnswer {
  const message = {
    ...{ role: "assistant", content: text ?? null },
    ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0
      ? {}
      : {
          tool_calls: calls.map(({ id, name, args }) => ({
            ...{ id, type: "function", function: { name, arguments: JSON.stringify(args) } },
            extra_content: { google: { thought_signature: `sig-${id}` } },
          })),
        }),
  };
  const finish_reason = finish ?? (calls.length > 0 ? "tool_calls" : "stop");
  const choices = [{ index: 0, message, finish_reason, logprobs: null }];
  return { json: { id: "c1", object: "chat.completion", created: 7, model: "served", choices, usage: chatUsage } };
}

/** Texts by words, arguments in halves. */
export function chatStream({ text = "", reasoning = "", calls = [], finish }: Said): ProviderAnswer {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...{ id: "c1", object: "chat.completion.chunk", created: 7, model: "served" },
    choices: [{ index: 0, delta, finish_reason }],
  });
  const words = (whole: string) => whole.match(/\S+\s*/g) ?? [];
  const deltas = [
    { role: "assistant", content: "" },
    ...words(reasoning).map((word) => ({ reasoning_content: word })),
    ...words(text).map((word) => ({ content: word })),
    ...calls.flatMap(({ id, name, args }, index) => {
      const whole = JSON.stringify(args);
      const half = Math.ceil(whole.length / 2);
      const extra_content = { google: { thought_signature: `sig-${id}` } };
      const begin = { index, id, type: "function", function: { name, arguments: "" }, extra_content };
      return [
        { tool_calls: [begin] },
        { tool_calls: [{ index, function: { arguments: whole.slice(0, half) } }] },
        { tool_calls: [{ index, function: { arguments: whole.slice(half) } }] },
      ];
    }),
  ];
  const last = chunk({}, finish ?? (calls.length > 0 ? "tool_calls" : "stop"));
  const usage = { ...chunk({}), choices: [], usage: chatUsage };
  return { events: [...deltas.map((delta) => chunk(delta)), last, ": keep-alive", usage, "[DONE]"] };
}

const messagesUsage = {
  ...{ input_tokens: 30, cache_creation_input_tokens: 30, cache_read_input_tokens: 40 },
  cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 10 },
};

function messageHead(): object {
  return { id: "m1", type: "message", role: "assistant", model: "claude-served", stop_sequence: null };
}

function stopReason({ calls = [], finish }: Said): string {
  return finish ?? (calls.length > 0 ? "tool_use" : "end_turn");
}

export function messageAnswer(said: Said): ProviderAnswer {
  const { text, reasoning, calls = [] } = said;
  const content = [
    ...(reasoning === undefined ? [] : [{ type: "thinking", thinking: reasoning, signature: "signed" }]),
    ...(text === undefined ? [] : [{ type: "text", text, citations: null }]),
    ...calls.map(({ id, name, args }) => ({ type: "tool_use", id, name, input: args })),
  ];
  const usage = { ...messagesUsage, output_tokens: 20 };
  return { json: { ...messageHead(), content, stop_reason: stopReason(said), usage } };
}

export function messageStream(said: Said): ProviderAnswer {
  const { text, reasoning, calls = [] } = said;
  const blocks: Array<[block: object, ...deltas: object[]]> = [];
  if (reasoning !== undefined) {
    const thinking = reasoning.match(/\S+\s*/g) ?? [];
    blocks.push([
      { type: "thinking", thinking: "", signature: "" },
      ...thinking.map((word) => ({ type: "thinking_delta", thinking: word })),
      { type: "signature_delta", signature: "signed" },
    ]);
  }
  if (text !== undefined) {
    const words = text.match(/\S+\s*/g) ?? [];
    const deltas = words.map((word) => ({ type: "text_delta", text: word }));
    blocks.push([{ type: "text", text: "", citations: null }, ...deltas]);
  }
  for (const { id, name, args } of calls) {
    const whole = JSON.stringify(args);
    // A tool without arguments comes as one empty piece.
    const pieces = whole === "{}" ? [""] : [whole.slice(0, 5), whole.slice(5)];
    const deltas = pieces.map((partial_json) => ({ type: "input_json_delta", partial_json }));
    blocks.push([{ type: "tool_use", id, name, input: {} }, ...deltas]);
  }
  const usage = { ...messagesUsage, output_tokens: 1 };
  return {
    events: [
      { type: "message_start", message: { ...messageHead(), content: [], stop_reason: null, usage } },
      { type: "ping" },
      ...blocks.flatMap(([content_block, ...deltas], index) => [
        { type: "content_block_start", index, content_block },
        ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
        { type: "content_block_stop", index },
      ]),
      {
        type: "message_delta",
        delta: { stop_reason: stopReason(said), stop_sequence: null },
        usage: { output_tokens: 20 },
      },
      { type: "message_stop" },
    ],
  };
}
