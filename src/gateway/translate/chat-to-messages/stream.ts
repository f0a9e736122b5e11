// The chunks of a streamed chat completion, made of the events of a message.

import { at, field, isObject, type Json, textAt } from "../../json.ts";
import type { Carried } from "../carried.ts";
import type { StreamTranslator } from "../translator.ts";
import { chatUsage, finishOf } from "./completion.ts";
import { keepThinking } from "./keep-thinking.ts";

export function chatStream(body: Json, carried: Carried): StreamTranslator {
  let head: Json = {};
  let usage: Json = {};
  let stopReason: unknown = null;
  let calls = 0;
  /** As they come together, for what is handed back with the calls. */
  const blocks: Json[] = [];

  const chunk = (delta: Json, finish_reason: string | null = null): Json => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason, logprobs: null }],
  });

  function addUsage(part: unknown): void {
    if (isObject(part)) usage = { ...usage, ...Object.fromEntries(Object.entries(part).filter(([, v]) => v !== null)) };
  }

  function blockStart(block: unknown): Json[] {
    const type = field(block, "type");
    blocks.push(isObject(block) ? { ...block, written: false } : {});
    if (type === "tool_use") {
      const call = { name: field(block, "name"), arguments: "" };
      return [chunk({ tool_calls: [{ index: calls++, id: field(block, "id"), type: "function", function: call }] })];
    }
    const text = textAt(block, "text");
    return text === "" ? [] : [chunk({ content: text })];
  }

  function blockDelta(delta: unknown): Json[] {
    const block = blocks.at(-1);
    if (block === undefined) throw new Error("a delta of no block");
    const add = (key: string) => {
      const text = textAt(delta, key);
      block[key] = `${textAt(block, key)}${text}`;
      return text;
    };
    switch (field(delta, "type")) {
      case "text_delta":
        return [chunk({ content: add("text") })];
      case "thinking_delta":
        return [chunk({ reasoning_content: add("thinking") })];
      case "signature_delta":
        add("signature");
        return [];
      case "input_json_delta": {
        const text = textAt(delta, "partial_json");
        if (text === "") return [];
        block["written"] = true;
        return [chunk({ tool_calls: [{ index: calls - 1, function: { arguments: text } }] })];
      }
      default:
        return [];
    }
  }

  /** A call without arguments has an empty object as such, which boxes parse. */
  function blockStop(): Json[] {
    const block = blocks.at(-1);
    if (block?.["type"] !== "tool_use" || block["written"] === true) return [];
    return [
      chunk({ tool_calls: [{ index: calls - 1, function: { arguments: JSON.stringify(block["input"] ?? {}) } }] }),
    ];
  }

  return {
    push(event) {
      switch (field(event, "type")) {
        case "message_start": {
          const message = field(event, "message");
          const created = Math.floor(Date.now() / 1000);
          head = { id: field(message, "id"), object: "chat.completion.chunk", created, model: field(message, "model") };
          addUsage(field(message, "usage"));
          return [chunk({ role: "assistant", content: "" })];
        }
        case "content_block_start":
          return blockStart(field(event, "content_block"));
        case "content_block_delta":
          return blockDelta(field(event, "delta"));
        case "content_block_stop":
          return blockStop();
        case "message_delta":
          stopReason = at(event, "delta", "stop_reason") ?? stopReason;
          addUsage(field(event, "usage"));
          return [];
        default:
          return [];
      }
    },
    end() {
      keepThinking(
        carried,
        blocks.map(({ written: _, ...block }) => block),
      );
      const reported = chatUsage(usage);
      const wanted = at(body, "stream_options", "include_usage") === true && reported !== undefined;
      return [chunk({}, finishOf(stopReason)), ...(wanted ? [{ ...head, choices: [], usage: reported }] : [])];
    },
  };
}
