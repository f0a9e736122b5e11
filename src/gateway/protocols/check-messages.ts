// Which messages a box may ask Anthropic's protocol for.

import { asArray, field, type Json } from "../json.ts";
import { checkPins, effortRefused, namesOf, onlyFields, type Pins, unknownField } from "../pins.ts";
import { quote, type Refusal, refuse } from "../refusal.ts";

const allowedFields = namesOf(
  "model max_tokens messages system stop_sequences stream temperature top_p top_k thinking tool_choice tools metadata " +
    "output_config cache_control context_management",
);
/** Said by clients, without a meaning here: they are left out. */
const ignoredFields = namesOf("diagnostics");
/** Tools whose schema the provider knows, and which the client runs. */
const clientTools = /^(custom|bash_\d+|text_editor_\d+|memory_\d+)$/;
const blockTypes = namesOf("text image document tool_use tool_result thinking redacted_thinking search_result");

export function checkMessages(body: Json, pins: Pins): Json | Refusal {
  const effort = effortOf(body, pins);
  const refused = checkPins({ model: body["model"], effort }, pins) ?? unknownField(relevant(body), allowedFields);
  if (refused !== undefined) return refused;
  if (field(body["thinking"], "type") === "enabled" && pins.reasoningEffort === undefined) {
    return effortRefused("a budget for thinking is an effort (use adaptive thinking, or pin an effort)", pins);
  }
  const edits = asArray(field(body["context_management"], "edits")).map((one) => field(one, "type"));
  const summarising = edits.find((type) => !String(type).startsWith("clear_"));
  if (summarising !== undefined) {
    // A summary of the provider's own is a call that its answer's usage does not count.
    return refuse(403, "field_not_allowed", `context_management with ${quote(summarising)} is not allowed`);
  }
  const reach = toolReach(body["tools"]) ?? contentReach(body["messages"]) ?? blocksReach(body["system"]);
  if (reach !== undefined) return refuse(403, "reach_not_allowed", reach);
  const { output_config: config, ...rest } = onlyFields(body, allowedFields);
  const format = field(config, "format");
  return { ...rest, ...(format === undefined || format === null ? {} : { output_config: { format } }) };
}

/** Anthropic's own default, which clients say all the time, is no wish where nothing is pinned. */
function effortOf(body: Json, { reasoningEffort }: Pins): unknown {
  const effort = field(body["output_config"], "effort");
  return effort === "high" && reasoningEffort === undefined ? undefined : effort;
}

function relevant(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !ignoredFields.has(key)));
}

function toolReach(tools: unknown): string | undefined {
  for (const tool of asArray(tools)) {
    const type = field(tool, "type") ?? "custom";
    if (!clientTools.test(String(type))) {
      return `tools of type ${quote(type)} are not allowed, only those that the box runs itself`;
    }
  }
  return undefined;
}

function contentReach(messages: unknown): string | undefined {
  for (const message of asArray(messages)) {
    const reach = blocksReach(field(message, "content"));
    if (reach !== undefined) return reach;
  }
  return undefined;
}

function blocksReach(content: unknown): string | undefined {
  for (const block of asArray(content)) {
    const type = field(block, "type");
    if (!blockTypes.has(String(type))) return `content of type ${quote(type)} is not allowed`;
    const source = field(field(block, "source"), "type");
    if ((type === "image" || type === "document") && !["base64", "text", "content"].includes(String(source))) {
      return "images and documents are sent as they are; addresses and ids of stored files are not allowed";
    }
    if (source === "content") {
      const nested = blocksReach(field(field(block, "source"), "content"));
      if (nested !== undefined) return nested;
    }
    if (type === "tool_result") {
      const inner = blocksReach(field(block, "content"));
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}
