// Which responses a box may ask for. Nothing is stored at the provider: what one trial leaves there, another one could
// read. Hence no `store`, no ids of earlier responses, conversations or items.

import { asArray, at, field, isObject, type Json } from "../json.ts";
import { checkPins, namesOf, onlyFields, type Pins, unknownField } from "../pins.ts";
import { quote, type Refusal, refuse } from "../refusal.ts";
import { isDataUrl } from "./check-chat.ts";

const allowedFields = namesOf(
  "model input instructions tools tool_choice parallel_tool_calls max_output_tokens max_tool_calls temperature top_p " +
    "top_logprobs text reasoning include stream stream_options metadata user safety_identifier prompt_cache_key " +
    "prompt_cache_retention truncation",
);
/** Said by clients, without a meaning here: they are left out. */
const ignoredFields = namesOf("store client_metadata background");
const reasoningFields = namesOf("effort summary generate_summary context");
const includable = namesOf("reasoning.encrypted_content message.output_text.logprobs");
const toolTypes = namesOf("function custom local_shell apply_patch");
const itemTypes = namesOf(
  "message reasoning function_call function_call_output custom_tool_call custom_tool_call_output local_shell_call " +
    "local_shell_call_output shell_call shell_call_output apply_patch_call apply_patch_call_output compaction",
);
const partTypes = namesOf("input_text output_text refusal summary_text reasoning_text text input_image input_file");

export function checkResponses(body: Json, pins: Pins): Json | Refusal {
  const reasoning = body["reasoning"];
  const refused =
    checkPins({ model: body["model"], effort: field(reasoning, "effort") }, pins) ??
    unknownField(onlyRelevant(body), allowedFields) ??
    (isObject(reasoning) ? unknownField(reasoning, reasoningFields) : undefined);
  if (refused !== undefined) return refused;
  if (body["background"] === true) {
    return refuse(403, "field_not_allowed", "a response in the background is not allowed: nothing is stored");
  }
  const reach = toolReach(body["tools"]) ?? inputReach(body["input"]);
  if (reach !== undefined) return refuse(403, "reach_not_allowed", reach);
  const { include, input, reasoning: _, ...rest } = onlyFields(body, allowedFields);
  const { effort: __, ...otherReasoning } = isObject(reasoning) ? onlyFields(reasoning, reasoningFields) : {};
  return {
    ...rest,
    ...(input === undefined ? {} : { input: withoutIds(input) }),
    ...(Object.keys(otherReasoning).length === 0 ? {} : { reasoning: otherReasoning }),
    ...(include === undefined ? {} : { include: asArray(include).filter((name) => includable.has(String(name))) }),
  };
}

function onlyRelevant(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !ignoredFields.has(key)));
}

function toolReach(tools: unknown): string | undefined {
  for (const tool of asArray(tools)) {
    const type = field(tool, "type");
    if (type === "namespace") {
      const inner = toolReach(field(tool, "tools"));
      if (inner !== undefined) return inner;
      continue;
    }
    const ownShell = type === "shell" && at(tool, "environment", "type") === "local";
    if (!toolTypes.has(String(type)) && !ownShell) {
      return `tools of type ${quote(type)} are not allowed, only those that the box runs itself`;
    }
  }
  return undefined;
}

function inputReach(input: unknown): string | undefined {
  for (const item of asArray(input)) {
    const type = field(item, "type") ?? "message";
    if (!itemTypes.has(String(type))) return `items of type ${quote(type)} are not allowed`;
    for (const part of [...asArray(field(item, "content")), ...asArray(field(item, "output"))]) {
      const reach = partReach(part);
      if (reach !== undefined) return reach;
    }
  }
  return undefined;
}

function partReach(part: unknown): string | undefined {
  const type = String(field(part, "type"));
  // The output of a shell's call is a list of its own, without types.
  if (type === "undefined") return undefined;
  if (!partTypes.has(type)) return `content of type ${quote(type)} is not allowed`;
  if (type === "input_image" && !isDataUrl(field(part, "image_url"))) {
    return "images are sent as data: URLs; a provider is never asked to fetch one";
  }
  if (type === "input_file" && typeof field(part, "file_data") !== "string") {
    return "files are sent as file_data; addresses and ids of stored files are not allowed";
  }
  if (field(part, "file_id") !== undefined && field(part, "file_id") !== null) {
    return "ids of stored files are not allowed";
  }
  return undefined;
}

/** Items are whole; their ids are those of what is not stored. */
function withoutIds(input: unknown): unknown {
  if (!Array.isArray(input)) return input;
  return input.map((item: unknown) => {
    if (!isObject(item)) return item;
    const { id: _, ...rest } = item;
    return rest;
  });
}
