// Fields of chat completions that belong to no standard, and that some models want back (reasoning of vLLM, DeepSeek
// and OpenRouter, thought signatures of Gemini).

import { asArray, field, given, type Json, textAt } from "../json.ts";
import type { Carried } from "./carried.ts";

const messageExtras = ["reasoning_content", "reasoning", "reasoning_details"];
const callExtras = ["extra_content", "thought_signature"];

/** The readable part of what a message or a delta says of its reasoning. */
export function reasoningText(message: unknown): string {
  return textAt(message, "reasoning_content") || textAt(message, "reasoning");
}

export function keepExtras(carried: Carried, message: Json): void {
  const calls = asArray(message["tool_calls"]);
  const shared = picked(message, messageExtras);
  for (const [index, call] of calls.entries()) {
    const own = picked(call, callExtras);
    if (index === 0 && Object.keys(shared).length > 0) carried.keep(textAt(call, "id"), { shared, own });
    else if (Object.keys(own).length > 0) carried.keep(textAt(call, "id"), { shared: {}, own });
  }
}

/** The assistant's message of a request with what the model had said beside it. */
export function withExtras(carried: Carried, message: Json): Json {
  const calls = asArray(message["tool_calls"]) as readonly Json[];
  if (calls.length === 0) return message;
  const known = calls.map((call) => carried.of(textAt(call, "id")));
  return {
    ...message,
    ...(field(known[0], "shared") as Json | undefined),
    tool_calls: calls.map((call, index) => ({ ...call, ...(field(known[index], "own") as Json | undefined) })),
  };
}

function picked(value: unknown, names: readonly string[]): Json {
  return given(Object.fromEntries(names.map((name) => [name, field(value, name)])));
}
