// The events of a streamed message, made of the chunks of a chat completion.

import { randomUUID } from "node:crypto";
import type { Json } from "../../json.ts";
import type { Carried } from "../carried.ts";
import { keepExtras } from "../chat-extras.ts";
import { type ChatPart, chatReader } from "../chat-parts.ts";
import type { StreamTranslator } from "../translator.ts";
import { messagesUsage } from "../usage.ts";
import { stopOf, wantsThinking } from "./message.ts";

type BlockType = "thinking" | "text" | "tool_use";

export function messagesStream(body: Json, carried: Carried): StreamTranslator {
  const reader = chatReader();
  const thinking = wantsThinking(body);
  let index = -1;
  let open: BlockType | null = null;
  let began = false;

  function begin(): Json[] {
    if (began) return [];
    began = true;
    const { id, model } = reader.head();
    const message = {
      ...{ id: `msg_${id || randomUUID()}`, type: "message", role: "assistant", model, content: [] },
      ...{ stop_reason: null, stop_sequence: null, usage: messagesUsage(undefined) },
    };
    return [{ type: "message_start", message }, { type: "ping" }];
  }

  function close(): Json[] {
    if (open === null) return [];
    const signature = { type: "content_block_delta", index, delta: { type: "signature_delta", signature: "" } };
    const events = [...(open === "thinking" ? [signature] : []), { type: "content_block_stop", index }];
    open = null;
    return events;
  }

  function openNext(type: BlockType, block: Json): Json[] {
    const before = close();
    index += 1;
    open = type;
    return [...before, { type: "content_block_start", index, content_block: { type, ...block } }];
  }

  function eventsOf(part: ChatPart): Json[] {
    if (part.kind === "call") return openNext("tool_use", { id: part.id, name: part.name, input: {} });
    if (part.kind === "reasoning" && !thinking) return [];
    const type = part.kind === "arguments" ? "tool_use" : part.kind === "reasoning" ? "thinking" : "text";
    const before = open === type ? [] : openNext(type, emptyBlock[type]);
    return [...before, { type: "content_block_delta", index, delta: deltaOf(type, part.text) }];
  }

  return {
    push(chunk) {
      const parts = reader.read(chunk);
      return [...begin(), ...parts.flatMap(eventsOf)];
    },
    end() {
      keepExtras(carried, reader.message());
      const delta = stopOf(reader.finishReason(), reader.stopSequence(), body);
      const last = { type: "message_delta", delta, usage: messagesUsage(reader.usage()) };
      return [...begin(), ...close(), last, { type: "message_stop" }];
    },
  };
}

const emptyBlock: Readonly<Record<BlockType, Json>> = {
  thinking: { thinking: "", signature: "" },
  text: { text: "", citations: null },
  tool_use: {},
};

function deltaOf(type: BlockType, text: string): Json {
  if (type === "thinking") return { type: "thinking_delta", thinking: text };
  return type === "text" ? { type: "text_delta", text } : { type: "input_json_delta", partial_json: text };
}
