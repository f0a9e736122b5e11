// A model's answer in words and calls, in any of the protocols an agent may speak.

import { asArray, field, isObject, textAt } from "../gateway/json.ts";
import { protocols } from "../gateway/protocols/index.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";

export interface ToolCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
}

export interface ModelAnswer {
  text: string;
  reasoning: string;
  calls: ToolCall[];
  /** undefined: the answer does not say. */
  tokens: { prompt: number; completion: number; cached: number } | undefined;
}

/** What is not an answer, such as an error's body, is one without words. */
export function modelAnswer(response: unknown): ModelAnswer {
  const spec = Object.values(protocols).find(({ isAnswer }) => isAnswer(response));
  const tokens = spec?.tokensOf(response);
  return {
    ...wordsOf(response),
    tokens:
      tokens === undefined
        ? undefined
        : { prompt: tokens.inputTokens, completion: tokens.outputTokens, cached: tokens.cachedTokens },
  };
}

/** Of a message's content: a string, or parts of which some hold text; the others are named. */
export function textOfContent(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return content === null || content === undefined ? "" : JSON.stringify(content);
  return content.map(textOfPart).join("");
}

function textOfPart(part: unknown): string {
  if (typeof part === "string") return part;
  const text = field(part, "text");
  if (typeof text === "string") return text;
  const inner = field(part, "content");
  return inner === undefined ? `[${textAt(part, "type") || "part"}]` : textOfContent(inner);
}

function wordsOf(response: unknown): Omit<ModelAnswer, "tokens"> {
  const choices = field(response, "choices");
  if (Array.isArray(choices)) return chatWords(field(choices[0], "message"));
  const parts = field(response, "content") ?? field(response, "output");
  return Array.isArray(parts) ? partWords(parts) : { text: "", reasoning: "", calls: [] };
}

function chatWords(message: unknown): Omit<ModelAnswer, "tokens"> {
  return {
    text: textOfContent(field(message, "content")),
    reasoning: textOfContent(field(message, "reasoning_content") ?? field(message, "reasoning")),
    calls: asArray(field(message, "tool_calls")).map((call) => {
      const called = field(call, "function");
      return toolCall(textAt(call, "id"), called, field(called, "arguments"));
    }),
  };
}

/** Blocks of Anthropic's messages, items of the responses protocol. */
function partWords(parts: readonly unknown[]): Omit<ModelAnswer, "tokens"> {
  const text: string[] = [];
  const reasoning: string[] = [];
  const calls: ToolCall[] = [];
  for (const part of parts) {
    const type = textAt(part, "type");
    if (type === "tool_use") calls.push(toolCall(textAt(part, "id"), part, field(part, "input")));
    else if (type === "function_call") calls.push(toolCall(textAt(part, "call_id"), part, field(part, "arguments")));
    else if (type === "thinking") reasoning.push(textAt(part, "thinking"));
    else if (type === "reasoning") reasoning.push(textOfContent(field(part, "summary")));
    else text.push(textOfPart(part));
  }
  return { text: text.join(""), reasoning: reasoning.join(""), calls };
}

/** Arguments that are no object are kept as what they are. */
function toolCall(id: string, named: unknown, given: unknown): ToolCall {
  const value = typeof given === "string" ? (jsonOrUndefined(given) ?? given) : given;
  const args = isObject(value) ? value : value === undefined ? {} : { value };
  return { id, name: textAt(named, "name"), args };
}
