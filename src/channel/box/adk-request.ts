// What ADK asks of a model, as a request for a chat completion.

import type { LlmRequest } from "@google/adk";
import type OpenAI from "openai";
import { isRecord } from "../messages.ts";
import { toMessages } from "./adk-messages.ts";

type ChatRequest = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;
type Config = NonNullable<LlmRequest["config"]>;

export interface ModelSettings {
  model: string;
  reasoningEffort: string | null;
}

/** Families whose endpoint refuses a temperature, and counts output in max_completion_tokens. */
const fixedSampling = [/^gpt-5/, /^o\d/];

/** Throws what the chat completions can't express, by name. */
export function toChatRequest(request: LlmRequest, { model, reasoningEffort }: ModelSettings): ChatRequest {
  const { config = {} } = request;
  const asked = request.model ?? model;
  const tools = toTools(config.tools ?? []);
  return {
    model: asked,
    messages: toMessages(request.contents, config.systemInstruction),
    ...(tools.length === 0 ? {} : { tools, ...toToolChoice(config.toolConfig) }),
    ...toSampling(config, asked),
    ...toFormat(config),
    ...(reasoningEffort === null ? {} : { reasoning_effort: reasoningEffort as OpenAI.ReasoningEffort }),
  };
}

function toTools(lists: NonNullable<Config["tools"]>): OpenAI.Chat.Completions.ChatCompletionTool[] {
  return lists.flatMap((list) => {
    const declarations = "functionDeclarations" in list ? (list.functionDeclarations ?? []) : undefined;
    if (declarations === undefined) {
      throw new Error(`only function tools can be offered here, not ${Object.keys(list).join(", ") || "an empty one"}`);
    }
    return declarations.map(({ name = "", description, parameters, parametersJsonSchema }) => ({
      type: "function" as const,
      function: {
        name,
        ...(description === undefined ? {} : { description }),
        parameters: lowerSchema(parametersJsonSchema ?? parameters ?? { type: "OBJECT", properties: {} }) as Record<
          string,
          unknown
        >,
      },
    }));
  });
}

function toToolChoice(toolConfig: Config["toolConfig"]): Pick<ChatRequest, "tool_choice"> {
  const choices: Readonly<Record<string, "required" | "none">> = { ANY: "required", NONE: "none" };
  const choice = choices[String(toolConfig?.functionCallingConfig?.mode)];
  return choice === undefined ? {} : { tool_choice: choice };
}

function toSampling(config: Config, model: string): Partial<ChatRequest> {
  const { temperature, topP, maxOutputTokens, stopSequences, seed, presencePenalty, frequencyPenalty } = config;
  const name = model.slice(model.lastIndexOf("/") + 1);
  const fixed = fixedSampling.some((family) => family.test(name));
  const free = {
    ...{ temperature, top_p: topP, max_tokens: maxOutputTokens, stop: stopSequences },
    ...{ presence_penalty: presencePenalty, frequency_penalty: frequencyPenalty },
  };
  const given = { seed, ...(fixed ? { max_completion_tokens: maxOutputTokens } : free) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
}

function toFormat({ responseSchema, responseJsonSchema, responseMimeType }: Config): Partial<ChatRequest> {
  const schema = responseJsonSchema ?? responseSchema;
  if (schema !== undefined) {
    const lowered = lowerSchema(schema) as Record<string, unknown>;
    return { response_format: { type: "json_schema", json_schema: { name: "answer", schema: lowered } } };
  }
  return responseMimeType === "application/json" ? { response_format: { type: "json_object" } } : {};
}

const counts = ["minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"];

/** From Google's dialect of OpenAPI 3.0 (types in upper case, counts as text, nullable) to JSON Schema; the latter passes. */
export function lowerSchema(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
  const lowered = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, lowerKey(key, value)]));
  for (const bound of ["Minimum", "Maximum"]) {
    const exclusive = `exclusive${bound}`;
    if (typeof lowered[exclusive] !== "boolean") continue;
    const limit = lowered[bound.toLowerCase()];
    if (lowered[exclusive] === true) delete lowered[bound.toLowerCase()];
    delete lowered[exclusive];
    if (schema[exclusive] === true) lowered[exclusive] = limit;
  }
  if (lowered["nullable"] === true && typeof lowered["type"] === "string") lowered["type"] = [lowered["type"], "null"];
  for (const key of ["nullable", "propertyOrdering", "example"]) delete lowered[key];
  return lowered;
}

function lowerKey(key: string, value: unknown): unknown {
  if (key === "type") return typeof value === "string" ? value.toLowerCase() : value;
  if (counts.includes(key)) return Number(value);
  if (key === "items" || key === "additionalProperties") return lowerSchema(value);
  if (["anyOf", "oneOf", "allOf"].includes(key) && Array.isArray(value)) return value.map(lowerSchema);
  if (key === "properties" && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lowerSchema(inner)]));
  }
  return value;
}
