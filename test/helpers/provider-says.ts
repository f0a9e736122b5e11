// What a provider says, in the protocol and the manner in which it was asked.

import type { ModelResponse, Protocol } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import { type ProviderAnswer, sseText } from "./model-provider.ts";
import { chatAnswer, chatStream, messageAnswer, messageStream, type Said } from "./provider-answers.ts";

/** One answer in a protocol, streamed where the request asks for that. */
export function providerSays(protocol: Protocol, { stream }: Record<string, unknown>, said: Said): ModelResponse {
  const streamed = stream === true;
  const answers = {
    chat: streamed ? chatStream : chatAnswer,
    messages: streamed ? messageStream : messageAnswer,
    responses: streamed ? responseStream : responseAnswer,
  };
  const { json, events = [] } = answers[protocol](said);
  if (json !== undefined) return jsonResponse(200, json);
  return { status: 200, headers: { "content-type": "text/event-stream" }, body: pieces(events.map(sseText)) };
}

const head = { id: "resp_1", object: "response", created_at: 7, model: "served" };

/** OpenAI's responses protocol: whole items, as far as its clients read it. */
function responseAnswer(said: Said): ProviderAnswer {
  const output = outputOf(said);
  return { json: { ...head, status: "completed", output, usage: responseUsage } };
}

function responseStream(said: Said): ProviderAnswer {
  const output = outputOf(said);
  return {
    events: [
      { type: "response.created", response: { ...head, status: "in_progress", output: [] } },
      ...output.flatMap((item, output_index) => [
        { type: "response.output_item.added", output_index, item },
        { type: "response.output_item.done", output_index, item },
      ]),
      { type: "response.completed", response: { ...head, status: "completed", output, usage: responseUsage } },
    ],
  };
}

function outputOf({ text, calls = [] }: Said): object[] {
  return [
    ...(text === undefined
      ? []
      : [
          {
            type: "message",
            id: "msg_1",
            role: "assistant",
            content: [{ type: "output_text", text, annotations: [] }],
          },
        ]),
    ...calls.map(({ id, name, args }) => ({
      ...{ type: "function_call", id: `fc_${id}`, call_id: id, name, arguments: JSON.stringify(args) },
    })),
  ];
}

const responseUsage = {
  ...{ input_tokens: 100, output_tokens: 20, total_tokens: 120 },
  ...{ input_tokens_details: { cached_tokens: 40 }, output_tokens_details: { reasoning_tokens: 0 } },
};

async function* pieces(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
