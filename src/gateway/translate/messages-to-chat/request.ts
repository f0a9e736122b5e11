import { asArray, field, given, isObject, type Json, textAt } from "../../json.ts";
import type { Carried } from "../carried.ts";
import { ChatMessages } from "../chat-messages.ts";
import { NotTranslatable } from "../translator.ts";

/** A request for a message as one for a chat completion. Throws NotTranslatable. */
export function chatRequest(body: Json, carried: Carried): Json {
  const { max_tokens, temperature, top_p, stream, stop_sequences } = body;
  const tools = asArray(body["tools"]).map(functionTool);
  const stop = asArray(stop_sequences);
  return given({
    messages: messagesOf(body, carried),
    ...(tools.length === 0 ? {} : { tools, ...toolChoice(body["tool_choice"]) }),
    ...{ max_completion_tokens: max_tokens, temperature, top_p, stream },
    ...(stop.length === 0 ? {} : { stop }),
    ...(stream === true ? { stream_options: { include_usage: true } } : {}),
    response_format: responseFormat(field(body["output_config"], "format")),
  });
}

function messagesOf(body: Json, carried: Carried): Json[] {
  const messages = new ChatMessages(carried);
  messages.system(textOf(body["system"]));
  for (const message of asArray(body["messages"])) addMessage(message, messages);
  const list = messages.done();
  if (!list.some(({ role }) => role !== "system")) throw new NotTranslatable("`messages` holds nothing");
  return list;
}

function addMessage(message: unknown, messages: ChatMessages): void {
  const [role, content] = [field(message, "role"), field(message, "content")];
  if (role === "system") messages.system(textOf(content));
  else if (role === "assistant") addAssistant(content, messages);
  else if (role === "user") addUser(content, messages);
  else throw new NotTranslatable(`${JSON.stringify(role)} is not a role`);
}

function addUser(content: unknown, messages: ChatMessages): void {
  const blocks = blocksOf(content);
  for (const block of blocks) {
    if (block["type"] !== "tool_result") continue;
    messages.toolResult(textAt(block, "tool_use_id"), blocksOf(block["content"]).map(partOf));
  }
  messages.user(blocks.filter(({ type }) => type !== "tool_result").map(partOf));
}

function addAssistant(content: unknown, messages: ChatMessages): void {
  for (const block of blocksOf(content)) {
    switch (block["type"]) {
      case "text":
        messages.assistant(textAt(block, "text"));
        break;
      case "tool_use":
        messages.call(textAt(block, "id"), textAt(block, "name"), JSON.stringify(block["input"] ?? {}));
        break;
      case "thinking":
      case "redacted_thinking":
        // What the model wants back of it is carried by the calls that followed.
        break;
      default:
        throw unknownBlock(block);
    }
  }
}

function blocksOf(content: unknown): readonly Json[] {
  if (typeof content === "string") return content === "" ? [] : [{ type: "text", text: content }];
  return asArray(content).filter(isObject);
}

function textOf(content: unknown): string {
  return blocksOf(content)
    .map((block) => textAt(block, "text"))
    .join("\n\n");
}

function partOf(block: Json): Json {
  const source = block["source"];
  const data = `data:${textAt(source, "media_type")};base64,${textAt(source, "data")}`;
  switch (block["type"]) {
    case "text":
      return { type: "text", text: textAt(block, "text") };
    case "image":
      return { type: "image_url", image_url: { url: data } };
    case "document":
      if (field(source, "type") === "text") return { type: "text", text: textAt(source, "data") };
      if (field(source, "type") !== "base64") throw unknownBlock(block);
      return { type: "file", file: { filename: textAt(block, "title") || "document.pdf", file_data: data } };
    default:
      throw unknownBlock(block);
  }
}

function functionTool(tool: unknown): Json {
  const type = field(tool, "type");
  if (type !== undefined && type !== null && type !== "custom") {
    throw new NotTranslatable(`tools of type ${JSON.stringify(type)} work only with an Anthropic model`);
  }
  const { name, description, input_schema } = tool as Json;
  return { type: "function", function: given({ name, description, parameters: input_schema }) };
}

function toolChoice(choice: unknown): Json {
  const parallel = field(choice, "disable_parallel_tool_use") === true ? { parallel_tool_calls: false } : {};
  switch (field(choice, "type")) {
    case "any":
      return { tool_choice: "required", ...parallel };
    case "none":
      return { tool_choice: "none", ...parallel };
    case "tool":
      return { tool_choice: { type: "function", function: { name: textAt(choice, "name") } }, ...parallel };
    default:
      return parallel;
  }
}

function responseFormat(format: unknown): Json | undefined {
  if (field(format, "type") !== "json_schema") return undefined;
  return { type: "json_schema", json_schema: { name: "answer", schema: field(format, "schema"), strict: true } };
}

function unknownBlock(block: Json): NotTranslatable {
  return new NotTranslatable(`content of type ${JSON.stringify(block["type"])} works only with an Anthropic model`);
}
