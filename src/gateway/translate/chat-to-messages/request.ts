import { asArray, at, field, given, isObject, type Json, textAt } from "../../json.ts";
import type { Carried } from "../carried.ts";
import { inputOf } from "../messages-to-chat/message.ts";
import { NotTranslatable } from "../translator.ts";

/** A request for a chat completion as one for a message. Throws NotTranslatable. */
export function messagesRequest(body: Json, carried: Carried): Json {
  refuseWhatIsNotThere(body);
  const { temperature, top_p, top_k, stream, max_tokens, max_completion_tokens, stop } = body;
  const { system, turns } = turnsOf(asArray(body["messages"]), carried);
  const tools = asArray(body["tools"]).map(toolOf);
  const format = body["response_format"];
  const blocks = [...system, ...(field(format, "type") === "json_object" ? [jsonOnly] : [])];
  // A conversation that will go on is read from the cache at a tenth of the price.
  const goesOn = tools.length > 0 || turns.length > 1;
  return given({
    ...{ messages: turns, max_tokens: max_completion_tokens ?? max_tokens },
    ...(blocks.length === 0 ? {} : { system: blocks.map((text) => ({ type: "text", text })) }),
    ...(tools.length === 0 ? {} : { tools, tool_choice: toolChoice(body) }),
    ...{ temperature, top_p, top_k, stream },
    ...(stop === undefined ? {} : { stop_sequences: typeof stop === "string" ? [stop] : stop }),
    ...(field(format, "type") === "json_schema" ? { output_config: { format: formatOf(format) } } : {}),
    ...(goesOn ? { cache_control: { type: "ephemeral" } } : {}),
  });
}

function refuseWhatIsNotThere(body: Json): void {
  const { n, logprobs, functions, function_call } = body;
  if (n !== undefined && n !== 1) throw new NotTranslatable("an Anthropic model gives one choice: leave `n` out");
  if (logprobs === true) throw new NotTranslatable("an Anthropic model gives no logprobs");
  if (functions !== undefined || function_call !== undefined) {
    throw new NotTranslatable("`functions` and `function_call` are from before `tools`: use `tools`");
  }
}

const jsonOnly = "Answer with one JSON object and nothing else.";
/** Anthropic's conversations begin with the user, and no text is empty. */
const opening = "(The conversation begins.)";

interface Turn {
  role: "user" | "assistant";
  content: Json[];
}

function turnsOf(messages: readonly unknown[], carried: Carried): { system: string[]; turns: Turn[] } {
  const system: string[] = [];
  const turns: Turn[] = [];
  const add = (role: Turn["role"], content: Json[]) => {
    if (content.length === 0) return;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content });
  };
  for (const message of messages) {
    const [role, content] = [field(message, "role"), field(message, "content")];
    if (role === "system" || role === "developer") {
      const text = textOf(content);
      if (turns.length === 0) system.push(text);
      else add("user", textBlocks(text));
    } else if (role === "user") add("user", partsOf(content));
    else if (role === "assistant") add("assistant", assistantBlocks(message, carried));
    else if (role === "tool") add("user", [toolResult(message)]);
    else throw new NotTranslatable(`${JSON.stringify(role)} is not a role`);
  }
  if (turns[0]?.role !== "user") turns.unshift({ role: "user", content: textBlocks(opening) });
  return { system: system.filter((text) => text !== ""), turns: turns.map(resultsFirst) };
}

/** Results stand before everything else that the user says. */
function resultsFirst(turn: Turn): Turn {
  const isResult = ({ type }: Json) => type === "tool_result";
  if (turn.role === "assistant") return turn;
  return {
    role: "user",
    content: [...turn.content.filter(isResult), ...turn.content.filter((block) => !isResult(block))],
  };
}

function assistantBlocks(message: unknown, carried: Carried): Json[] {
  const calls = asArray(field(message, "tool_calls"));
  const thinking = carried.of(textAt(calls[0], "id"));
  return [
    ...(Array.isArray(thinking) ? (thinking as Json[]) : []),
    ...textBlocks(textOf(field(message, "content"))),
    ...calls.map((call) => {
      if (field(call, "type") === "custom") throw new NotTranslatable("custom tools work only with an OpenAI model");
      const name = at(call, "function", "name");
      return { type: "tool_use", id: field(call, "id"), name, input: inputOf(at(call, "function", "arguments")) };
    }),
  ];
}

function toolResult(message: unknown): Json {
  const blocks = partsOf(field(message, "content"));
  return {
    ...{ type: "tool_result", tool_use_id: field(message, "tool_call_id") },
    ...(blocks.length === 0 ? {} : { content: blocks }),
  };
}

function textBlocks(text: string): Json[] {
  return text.trim() === "" ? [] : [{ type: "text", text }];
}

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  return asArray(content)
    .map((part) => textAt(part, "text") || textAt(part, "refusal"))
    .join("\n");
}

function partsOf(content: unknown): Json[] {
  if (typeof content === "string") return textBlocks(content);
  return asArray(content).flatMap(blocksOf);
}

function blocksOf(part: unknown): Json[] {
  const type = field(part, "type");
  if (type === "text") return textBlocks(textAt(part, "text"));
  if (type === "image_url") {
    const image = field(part, "image_url");
    return [{ type: "image", source: sourceOf(typeof image === "string" ? image : textAt(image, "url")) }];
  }
  if (type === "file") {
    const file = field(part, "file");
    return [given({ type: "document", source: sourceOf(textAt(file, "file_data")), title: field(file, "filename") })];
  }
  throw new NotTranslatable(`content of type ${JSON.stringify(type)} works only with an OpenAI model`);
}

function sourceOf(url: string): Json {
  const [, mediaType, data] = /^data:([^;,]*)(?:;[^,]*)?;base64,(.*)$/s.exec(url) ?? [];
  if (data === undefined) throw new NotTranslatable("images and files are sent as data: URLs in base64");
  return { type: "base64", media_type: mediaType, data };
}

function toolOf(tool: unknown): Json {
  if (field(tool, "type") !== "function") throw new NotTranslatable("custom tools work only with an OpenAI model");
  const { name, description, parameters } = (field(tool, "function") ?? {}) as Json;
  const schema = isObject(parameters) ? parameters : { type: "object", properties: {} };
  return given({ name, description, input_schema: schema });
}

function toolChoice({ tool_choice: choice, parallel_tool_calls: parallel }: Json): Json | undefined {
  const single = parallel === false ? { disable_parallel_tool_use: true } : {};
  const name = at(choice, "function", "name");
  if (typeof name === "string") return { type: "tool", name, ...single };
  if (choice === "none") return { type: "none" };
  if (choice === "required") return { type: "any", ...single };
  return parallel === false ? { type: "auto", ...single } : undefined;
}

function formatOf(format: unknown): Json {
  return { type: "json_schema", schema: at(format, "json_schema", "schema") };
}
