// Which chat completions a box may ask for: nothing through which a provider would reach the internet for it
// (searches, plugins, URLs to fetch), charge another price, or remember anything between calls.

import { asArray, field, type Json } from "../json.ts";
import { checkPins, namesOf, onlyFields, type Pins, unknownField } from "../pins.ts";
import { quote, type Refusal, refuse } from "../refusal.ts";

const allowedFields = namesOf(
  "messages model tools tool_choice parallel_tool_calls functions function_call temperature top_p top_k min_p n stop " +
    "max_tokens max_completion_tokens presence_penalty frequency_penalty repetition_penalty logit_bias logprobs " +
    "top_logprobs response_format seed stream stream_options user safety_identifier metadata prediction verbosity " +
    "prompt_cache_key prompt_cache_retention reasoning_effort",
);

const contentTypes = namesOf("text image_url input_audio file refusal");

export function checkChat(body: Json, pins: Pins): Json | Refusal {
  const { model, reasoning_effort: effort, seed } = body;
  const refused = checkPins({ model, effort, seed }, pins) ?? unknownField(body, allowedFields);
  if (refused !== undefined) return refused;
  const reach = reachesOut(body);
  if (reach !== undefined) return refuse(403, "reach_not_allowed", reach);
  const { reasoning_effort: _, ...rest } = onlyFields(body, allowedFields);
  return rest;
}

/** Why the provider would have to leave its own house to answer. */
function reachesOut(body: Json): string | undefined {
  for (const tool of asArray(body["tools"])) {
    const type = field(tool, "type");
    if (type !== "function" && type !== "custom") return `tools of type ${quote(type)} are not allowed, only functions`;
  }
  for (const message of asArray(body["messages"])) {
    for (const part of asArray(field(message, "content"))) {
      const image = field(part, "image_url");
      const url = typeof image === "string" ? image : field(image, "url");
      if (url !== undefined && !isDataUrl(url)) {
        return "images are sent as data: URLs; a provider is never asked to fetch one";
      }
      const type = field(part, "type");
      if (type === "file" && field(field(part, "file"), "file_data") === undefined) {
        return "files are sent as file_data; ids of stored files are not allowed";
      }
      if (type !== undefined && !contentTypes.has(String(type))) return `content of type ${quote(type)} is not allowed`;
    }
  }
  return undefined;
}

export function isDataUrl(url: unknown): boolean {
  return typeof url === "string" && /^data:/i.test(url);
}
