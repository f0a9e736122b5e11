// Tools of the responses protocol as functions, which is all that chat completions know everywhere, and calls of these
// functions as what they were before.

import { asArray, field, given, isObject, type Json, textAt } from "../../json.ts";
import { NotTranslatable } from "../translator.ts";

interface OfferedTool {
  kind: "function" | "custom" | "local_shell";
  /** As the box knows it. */
  name: string;
  namespace?: string;
  /** As a function of the chat completion. */
  offered: Json;
}

/** By the function's name. Throws NotTranslatable for tools that only their own protocol knows. */
export function offeredTools(tools: unknown): ReadonlyMap<string, OfferedTool> {
  return new Map(asArray(tools).flatMap((tool) => toolsOf(tool)));
}

function toolsOf(tool: unknown, namespace?: string): Array<[string, OfferedTool]> {
  const type = field(tool, "type");
  const name = type === "local_shell" ? "local_shell" : textAt(tool, "name");
  const inside = namespace === undefined ? {} : { namespace };
  const full = namespace === undefined ? name : `${namespace}__${name}`;
  switch (type) {
    case "namespace":
      return asArray(field(tool, "tools")).flatMap((inner) => toolsOf(inner, name));
    case "function": {
      const { description, parameters, strict } = tool as Json;
      const fields = given({ description, parameters: parameters ?? { type: "object", properties: {} }, strict });
      return [[full, { kind: "function", name, ...inside, offered: functionTool(full, fields) }]];
    }
    case "custom":
      return [[full, { kind: "custom", name, ...inside, offered: functionTool(full, freeText(tool)) }]];
    case "local_shell":
      return [[full, { kind: "local_shell", name, offered: functionTool(full, localShell) }]];
    default:
      throw new NotTranslatable(`tools of type ${JSON.stringify(type)} work only with an OpenAI model`);
  }
}

function functionTool(name: string, fields: Json): Json {
  return { type: "function", function: { name, ...fields } };
}

/** A tool that takes free text takes it as its only argument. */
function freeText(tool: unknown): Json {
  const format = field(tool, "format");
  const grammar = textAt(format, "definition");
  const rules = grammar === "" ? "" : `\n\nThe input follows this ${textAt(format, "syntax")} grammar:\n${grammar}`;
  const properties = { input: { type: "string", description: "The whole input, as text." } };
  return {
    description: `${textAt(tool, "description")}${rules}`,
    parameters: { type: "object", properties, required: ["input"], additionalProperties: false },
  };
}

const localShell: Json = {
  description: "Runs a command in a shell on the local machine.",
  parameters: {
    type: "object",
    properties: {
      command: { type: "array", items: { type: "string" }, description: "The program and its arguments." },
      working_directory: { type: "string" },
      timeout_ms: { type: "integer" },
    },
    required: ["command"],
    additionalProperties: false,
  },
};

/** A call as an item of a response's output. */
export function callItem(
  { id, callId, name, args }: { id: string; callId: string; name: string; args: string },
  tools: ReadonlyMap<string, OfferedTool>,
): Json {
  const tool = tools.get(name);
  const shared = { id, call_id: callId, status: "completed" };
  if (tool?.kind === "custom") {
    return { type: "custom_tool_call", ...shared, name: tool.name, ...inNamespace(tool), input: inputOf(args) };
  }
  if (tool?.kind === "local_shell") {
    return { type: "local_shell_call", ...shared, action: shellAction(args) };
  }
  return { type: "function_call", ...shared, name: tool?.name ?? name, ...inNamespace(tool), arguments: args };
}

/** The function under which a call stands in a conversation. */
export function functionName(item: unknown): string {
  const namespace = textAt(item, "namespace");
  return namespace === "" ? textAt(item, "name") : `${namespace}__${textAt(item, "name")}`;
}

function inNamespace(tool: OfferedTool | undefined): Json {
  return tool?.namespace === undefined ? {} : { namespace: tool.namespace };
}

/** Models that forget the wrapping mean the text itself. */
function inputOf(args: string): string {
  const input = field(parsed(args), "input");
  return typeof input === "string" ? input : args;
}

function shellAction(args: string): Json {
  const { command, working_directory, timeout_ms } = (parsed(args) ?? {}) as Json;
  const words = typeof command === "string" ? ["bash", "-lc", command] : asArray(command).map(String);
  return { type: "exec", command: words, env: {}, ...given({ working_directory, timeout_ms }) };
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
