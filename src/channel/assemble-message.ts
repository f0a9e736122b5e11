// The message that the events of Anthropic's stream add up to.

import { parseJson } from "../lib/parse-json.ts";
import { isRecord } from "./messages.ts";

type Fields = Record<string, unknown>;

/** Broken off streams give what there was; an error event stands as `error`. */
export function assembleMessage(events: readonly unknown[]): unknown {
  let message: Fields = {};
  const blocks = new Map<number, Fields>();
  for (const event of events) {
    if (!isRecord(event)) continue;
    switch (event["type"]) {
      case "message_start":
        if (isRecord(event["message"])) message = { ...event["message"] };
        break;
      case "content_block_start":
        if (isRecord(event["content_block"])) blocks.set(indexOf(event), { ...event["content_block"] });
        break;
      case "content_block_delta":
        addDelta(blocks.get(indexOf(event)), event["delta"]);
        break;
      case "message_delta":
        message = { ...message, ...present(event["delta"]) };
        message["usage"] = { ...present(message["usage"]), ...present(event["usage"]) };
        break;
      case "error":
        message["error"] = event["error"];
        break;
    }
  }
  const content = [...blocks].sort(([a], [b]) => a - b).map(([, block]) => finished(block));
  return { ...message, content };
}

const texts: Readonly<Record<string, string>> = {
  text_delta: "text",
  thinking_delta: "thinking",
  signature_delta: "signature",
  input_json_delta: "partial_json",
};

function addDelta(block: Fields | undefined, delta: unknown): void {
  if (block === undefined || !isRecord(delta)) return;
  const key = texts[String(delta["type"])];
  if (key !== undefined && typeof delta[key] === "string") block[key] = `${block[key] ?? ""}${delta[key]}`;
}

/** A tool's input comes as text. */
function finished({ partial_json, ...block }: Fields): Fields {
  if (typeof partial_json !== "string" || partial_json === "") return block;
  try {
    return { ...block, input: parseJson(partial_json) };
  } catch {
    return { ...block, input: partial_json };
  }
}

function indexOf(event: Fields): number {
  return typeof event["index"] === "number" ? event["index"] : 0;
}

function present(value: unknown): Fields {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) : {};
}
