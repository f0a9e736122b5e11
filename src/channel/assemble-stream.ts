// What a streamed model answer says in the end, for the trace.

import { parseJson } from "../lib/parse-json.ts";
import { assembleChat } from "./assemble-chat.ts";
import { assembleMessage } from "./assemble-message.ts";
import { isRecord } from "./messages.ts";

/** The answer that a text/event-stream adds up to, in any of the three protocols; its events where it is none of them. */
export function assembleStream(text: string): unknown {
  const events = text
    .split(/\r?\n/)
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice("data:".length).trim())
    .filter((data) => data !== "" && data !== "[DONE]")
    .map(tolerantJson);
  if (events.some((event) => isRecord(event) && event["type"] === "message_start")) return assembleMessage(events);
  const last = events.findLast((event) => isRecord(event) && isRecord(event["response"]));
  if (isRecord(last)) return responseOf(last["response"], events);
  if (events.some((event) => isRecord(event) && Array.isArray(event["choices"]))) return assembleChat(events);
  return { events };
}

/** A response that broke off has said its finished items only one by one. */
function responseOf(response: unknown, events: readonly unknown[]): unknown {
  if (!isRecord(response) || response["status"] !== "in_progress") return response;
  const output = events.flatMap((event) =>
    isRecord(event) && event["type"] === "response.output_item.done" ? [event["item"]] : [],
  );
  return { ...response, output };
}

function tolerantJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
