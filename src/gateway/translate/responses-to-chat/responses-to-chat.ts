// The responses protocol for boxes (Codex) over a server of chat completions.

import { randomUUID } from "node:crypto";
import { asArray, at, field, type Json, textAt } from "../../json.ts";
import { Carried } from "../carried.ts";
import { keepExtras, reasoningText } from "../chat-extras.ts";
import type { Translator } from "../translator.ts";
import { responsesUsage } from "../usage.ts";
import { chatRequest } from "./request.ts";
import { endOf, messageItem, reasoningItem, responseObject } from "./response.ts";
import { responsesStream } from "./stream.ts";
import { callItem, offeredTools } from "./tools.ts";

export function responsesToChat(): Translator {
  const carried = new Carried();
  return {
    request: (body) => chatRequest(body, carried),
    answer: (answer, body) => responseOf(answer, body, carried),
    stream: (body) => responsesStream(body, carried),
  };
}

function responseOf(answer: Json, body: Json, carried: Carried): Json {
  const id = textAt(answer, "id") || randomUUID();
  const [choice] = asArray(answer["choices"]);
  const message = (field(choice, "message") ?? {}) as Json;
  const calls = asArray(message["tool_calls"]).map((call) => ({
    ...(call as Json),
    id: textAt(call, "id") || `call_${randomUUID()}`,
  }));
  keepExtras(carried, { ...message, tool_calls: calls });
  const [text, refusal, reasoning] = [textAt(message, "content"), textAt(message, "refusal"), reasoningText(message)];
  const tools = offeredTools(body["tools"]);
  const output = [
    ...(reasoning === "" ? [] : [reasoningItem(`rs_${id}`, reasoning)]),
    ...(text + refusal === "" ? [] : [messageItem(`msg_${id}`, text, refusal)]),
    ...calls.map((call, index) =>
      callItem(
        {
          ...{ id: `fc_${id}_${index}`, callId: call.id, name: String(at(call, "function", "name")) },
          args: argumentsText(at(call, "function", "arguments")),
        },
        tools,
      ),
    ),
  ];
  const createdAt = Number(answer["created"] ?? 0);
  return responseObject(
    {
      ...{ id: `resp_${id}`, model: textAt(answer, "model"), createdAt, output },
      ...endOf(textAt(choice, "finish_reason")),
      usage: responsesUsage(answer["usage"]),
    },
    body,
  );
}

function argumentsText(args: unknown): string {
  return typeof args === "string" ? args : JSON.stringify(args ?? {});
}
