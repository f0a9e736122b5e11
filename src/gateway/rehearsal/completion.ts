// A reply as OpenAI's chat completions say it, whole or as a stream.

import type { ModelResponse } from "../../core/model.ts";
import { jsonResponse } from "../answers.ts";
import { sseData } from "../sse.ts";
import type { Reply } from "./replay.ts";

export interface CompletionOptions {
  id: string;
  model: string;
  /** Characters of the request. */
  inputChars: number;
  stream: boolean;
  includeUsage: boolean;
}

export function completionResponse(reply: Reply, options: CompletionOptions): ModelResponse {
  const { id, model } = options;
  const usage = usageOf(reply, options.inputChars);
  const finish = reply.call === null ? "stop" : "tool_calls";
  const head = { id, created: 0, model };
  if (!options.stream) {
    const message = { role: "assistant", content: reply.content, refusal: null, ...toolCalls(reply) };
    const choices = [{ index: 0, message, finish_reason: finish, logprobs: null }];
    return jsonResponse(200, { ...head, object: "chat.completion", choices, usage });
  }
  const chunk = (delta: object, finish_reason: string | null) =>
    sseData({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }] });
  const last = sseData({ ...head, object: "chat.completion.chunk", choices: [], usage });
  const chunks = [
    chunk({ role: "assistant", content: reply.content === null ? null : "" }, null),
    ...deltasOf(reply).map((delta) => chunk(delta, null)),
    chunk({}, finish),
    ...(options.includeUsage ? [last] : []),
    sseData("[DONE]"),
  ];
  return { status: 200, headers: { "content-type": "text/event-stream" }, body: each(chunks) };
}

function toolCalls({ call }: Reply): object {
  if (call === null) return {};
  return { tool_calls: [{ id: call.id, type: "function", function: { name: call.tool, arguments: call.arguments } }] };
}

/** Text by words and arguments in two parts, so that what reads them must put them together. */
function deltasOf({ content, call }: Reply): object[] {
  const texts = (content ?? "").match(/\S+\s*/g) ?? [];
  const deltas: object[] = texts.map((text) => ({ content: text }));
  if (call === null) return deltas;
  const half = Math.ceil(call.arguments.length / 2);
  const begin = { name: call.tool, arguments: call.arguments.slice(0, half) };
  return [
    ...deltas,
    { tool_calls: [{ index: 0, id: call.id, type: "function", function: begin }] },
    { tool_calls: [{ index: 0, function: { arguments: call.arguments.slice(half) } }] },
  ];
}

function usageOf({ content, call }: Reply, inputChars: number): object {
  const prompt_tokens = Math.ceil(inputChars / 4);
  const completion_tokens = Math.ceil(((content ?? "").length + (call?.arguments.length ?? 0)) / 4) + 8;
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
