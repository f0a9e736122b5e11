// Anthropic's messages for boxes (Claude Code) over a server of chat completions.

import { randomUUID } from "node:crypto";
import { asArray, at, field, type Json, textAt } from "../../json.ts";
import { Carried } from "../carried.ts";
import { keepExtras, reasoningText } from "../chat-extras.ts";
import type { Translator } from "../translator.ts";
import { messagesUsage } from "../usage.ts";
import { inputOf, stopOf, wantsThinking } from "./message.ts";
import { chatRequest } from "./request.ts";
import { messagesStream } from "./stream.ts";

export function messagesToChat(): Translator {
  const carried = new Carried();
  return {
    request: (body) => chatRequest(body, carried),
    answer: (answer, body) => messageOf(answer, body, carried),
    stream: (body) => messagesStream(body, carried),
  };
}

function messageOf(answer: Json, body: Json, carried: Carried): Json {
  const [choice] = asArray(answer["choices"]);
  const message = (field(choice, "message") ?? {}) as Json;
  const calls = asArray(message["tool_calls"]).map((call) => ({
    ...(call as Json),
    id: textAt(call, "id") || `call_${randomUUID()}`,
  }));
  keepExtras(carried, { ...message, tool_calls: calls });
  const thinking = wantsThinking(body) ? reasoningText(message) : "";
  const text = textAt(message, "content") + textAt(message, "refusal");
  const content = [
    ...(thinking === "" ? [] : [{ type: "thinking", thinking, signature: "" }]),
    ...(text === "" ? [] : [{ type: "text", text, citations: null }]),
    ...calls.map((call) => ({
      ...{ type: "tool_use", id: call.id, name: at(call, "function", "name") },
      input: inputOf(at(call, "function", "arguments")),
    })),
  ];
  return {
    ...{ id: `msg_${textAt(answer, "id") || randomUUID()}`, type: "message", role: "assistant" },
    ...{ model: textAt(answer, "model"), content },
    ...stopOf(textAt(choice, "finish_reason"), field(choice, "stop_reason"), body),
    usage: messagesUsage(answer["usage"]),
  };
}
