import { field, isObject, type Json } from "../../json.ts";

const stopReasons: Readonly<Record<string, string>> = {
  length: "max_tokens",
  tool_calls: "tool_use",
  function_call: "tool_use",
  content_filter: "refusal",
};

/** `stopSequence`: the stop string that ended the text, where the server names it and the box had asked for it. */
export function stopOf(finishReason: string, stopSequence: unknown, body: Json): Json {
  const asked = Array.isArray(body["stop_sequences"]) ? body["stop_sequences"] : [];
  if (finishReason === "stop" && typeof stopSequence === "string" && asked.includes(stopSequence)) {
    return { stop_reason: "stop_sequence", stop_sequence: stopSequence };
  }
  return { stop_reason: stopReasons[finishReason] ?? "end_turn", stop_sequence: null };
}

/** A box that asks for no thinking does not expect such blocks. */
export function wantsThinking(body: Json): boolean {
  const type = field(body["thinking"], "type");
  return type !== undefined && type !== "disabled";
}

/** Arguments that are no object stand under a name of their own, for the box to refuse. */
export function inputOf(args: unknown): Json {
  if (isObject(args)) return args;
  const text = typeof args === "string" ? args : JSON.stringify(args ?? {});
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Below.
  }
  return { invalid_json: text };
}
