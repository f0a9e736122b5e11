import { asArray, field, given, isObject, type Json, textAt } from "../../json.ts";
import type { Carried } from "../carried.ts";
import { ChatMessages } from "../chat-messages.ts";
import { NotTranslatable } from "../translator.ts";
import { functionName, offeredTools } from "./tools.ts";

/** A request for a response as one for a chat completion. Throws NotTranslatable. */
export function chatRequest(body: Json, carried: Carried): Json {
  const { temperature, top_p, top_logprobs, max_output_tokens, parallel_tool_calls, stream, tool_choice } = body;
  const offered = offeredTools(body["tools"]);
  const chosen = toolChoice(tool_choice);
  const tools = [...offered].filter(([name]) => chosen.only?.includes(name) ?? true).map(([, tool]) => tool.offered);
  return given({
    messages: messagesOf(body, carried),
    ...(tools.length === 0 ? {} : { tools, parallel_tool_calls, tool_choice: chosen.choice }),
    ...{ temperature, top_p, stream, max_completion_tokens: max_output_tokens },
    ...(typeof top_logprobs === "number" ? { logprobs: true, top_logprobs } : {}),
    ...(stream === true ? { stream_options: { include_usage: true } } : {}),
    response_format: responseFormat(field(body["text"], "format")),
  });
}

function messagesOf(body: Json, carried: Carried): Json[] {
  const messages = new ChatMessages(carried);
  messages.system(textAt(body, "instructions"));
  const { input } = body;
  if (typeof input === "string") messages.user([{ type: "text", text: input }]);
  for (const item of asArray(input)) addItem(item, messages);
  const list = messages.done();
  if (list.length === 0) throw new NotTranslatable("`input` holds nothing");
  return list;
}

function addItem(item: unknown, messages: ChatMessages): void {
  const type = field(item, "type") ?? "message";
  const callId = textAt(item, "call_id") || textAt(item, "id");
  switch (type) {
    case "message":
      addMessage(item, messages);
      break;
    case "function_call":
      messages.call(callId, functionName(item), textAt(item, "arguments"));
      break;
    case "custom_tool_call":
      messages.call(callId, functionName(item), JSON.stringify({ input: textAt(item, "input") }));
      break;
    case "local_shell_call": {
      const { command, working_directory, timeout_ms } = (field(item, "action") ?? {}) as Json;
      messages.call(callId, "local_shell", JSON.stringify(given({ command, working_directory, timeout_ms })));
      break;
    }
    case "function_call_output":
    case "custom_tool_call_output":
    case "local_shell_call_output":
      messages.toolResult(callId, partsOf(field(item, "output")));
      break;
    case "reasoning":
      // What the model wants back of it is carried by the calls that followed.
      break;
    default:
      throw new NotTranslatable(`items of type ${JSON.stringify(type)} work only with an OpenAI model`);
  }
}

function addMessage(item: unknown, messages: ChatMessages): void {
  const role = field(item, "role");
  const parts = partsOf(field(item, "content"));
  const text = parts.map((part) => textAt(part, "text")).join("");
  if (role === "user") messages.user(parts);
  else if (role === "assistant") messages.assistant(text);
  else if (role === "system" || role === "developer") messages.system(text);
  else throw new NotTranslatable(`${JSON.stringify(role)} is not a role`);
}

function partsOf(content: unknown): Json[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return asArray(content).map(partOf);
}

function partOf(part: unknown): Json {
  const type = field(part, "type");
  switch (type) {
    case "input_text":
    case "output_text":
    case "text":
      return { type: "text", text: textAt(part, "text") };
    case "refusal":
      return { type: "text", text: textAt(part, "refusal") };
    case "input_image":
      return { type: "image_url", image_url: given({ url: field(part, "image_url"), detail: field(part, "detail") }) };
    case "input_file": {
      const { file_data, filename } = part as Json;
      return { type: "file", file: given({ file_data, filename }) };
    }
    default:
      throw new NotTranslatable(`content of type ${JSON.stringify(type)} works only with an OpenAI model`);
  }
}

interface Chosen {
  choice: unknown;
  /** Names of the functions that are left; all where it is undefined. */
  only?: readonly string[];
}

function toolChoice(choice: unknown): Chosen {
  if (!isObject(choice)) return { choice };
  const type = choice["type"];
  if (type === "function" || type === "custom") {
    return { choice: { type: "function", function: { name: functionName(choice) } } };
  }
  if (type === "local_shell") return { choice: { type: "function", function: { name: "local_shell" } } };
  if (type === "allowed_tools") {
    const only = asArray(choice["tools"]).map((tool) => functionName(tool) || textAt(tool, "type"));
    return { choice: choice["mode"], only };
  }
  throw new NotTranslatable(`tool_choice ${JSON.stringify(type)} works only with an OpenAI model`);
}

function responseFormat(format: unknown): Json | undefined {
  const type = field(format, "type");
  if (type === "json_object") return { type };
  if (type !== "json_schema") return undefined;
  const { name, schema, strict, description } = format as Json;
  return { type, json_schema: given({ name, schema, strict, description }) };
}
