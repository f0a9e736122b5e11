// A chat completion as ADK's answer of a model.

import type { LlmRequest, LlmResponse } from "@google/adk";
import type OpenAI from "openai";
import { isRecord } from "../messages.ts";

type Completion = OpenAI.Chat.Completions.ChatCompletion;
type Call = OpenAI.Chat.Completions.ChatCompletionMessageToolCall;
type Part = NonNullable<NonNullable<LlmResponse["content"]>["parts"]>[number];
type FinishReason = NonNullable<LlmResponse["finishReason"]>;

/**
 * An answer that holds nothing has no content: ADK ends the turn on it. `contents` is what the model was asked with: a
 * call gets an id that is not in there, because ADK finds the result of a call by its id alone, whenever it was made.
 */
export function toLlmResponse(completion: Completion, contents: LlmRequest["contents"]): LlmResponse {
  const choice = completion.choices?.[0];
  if (choice === undefined) return { errorCode: "no-choice", errorMessage: "the model gave no choice" };
  const { content, refusal, tool_calls: calls, ...other } = choice.message;
  const thought = Object.hasOwn(other, "reasoning_content") ? Reflect.get(other, "reasoning_content") : undefined;
  const text = content || refusal;
  const ids = new Set(contents.flatMap(({ parts = [] }) => parts.map((part) => part.functionCall?.id)));
  const parts: Part[] = [
    ...(typeof thought === "string" && thought !== "" ? [{ text: thought, thought: true }] : []),
    ...(text ? [{ text }] : []),
    ...(calls ?? []).map((call) => toFunctionCall(call, ids)),
  ];
  const said = parts.some((part) => part.thought !== true);
  const usage = toUsage(completion.usage);
  return {
    ...(said ? { content: { role: "model", parts } } : {}),
    ...{ finishReason: toFinishReason(choice.finish_reason), partial: false, turnComplete: true },
    ...(usage === undefined ? {} : { usageMetadata: usage }),
    ...(completion.model ? { modelVersion: completion.model } : {}),
  };
}

/** Some models leave ids out or use one twice, or make up a name that no server would take back. */
function toFunctionCall(call: Call, used: Set<string | undefined>): Part {
  const id = call.id && !used.has(call.id) ? call.id : unusedId(used);
  used.add(id);
  const { name, arguments: args } = call.type === "function" ? call.function : { name: call.type, arguments: "" };
  return {
    functionCall: {
      id,
      name: (name || "unnamed").replaceAll(/[^\w-]/g, "_").slice(0, 64),
      args: toArguments(args),
    },
  };
}

/** Nine letters and digits: some servers take nothing else. */
function unusedId(used: ReadonlySet<string | undefined>): string {
  for (let count = used.size; ; count++) {
    const id = `call${String(count).padStart(5, "0")}`;
    if (!used.has(id)) return id;
  }
}

/** What can't be read goes to the tool under a name that it doesn't know: the tool says what it misses. */
function toArguments(text: string): Record<string, unknown> {
  // Some models send nothing for a tool that takes nothing.
  if (!text?.trim()) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {}
  return { unreadable_arguments: text.slice(0, 2000) };
}

function toFinishReason(reason: string | null | undefined): FinishReason {
  const reasons: Readonly<Record<string, string>> = {
    ...{ stop: "STOP", tool_calls: "STOP", function_call: "STOP" },
    ...{ length: "MAX_TOKENS", content_filter: "SAFETY" },
  };
  return (reasons[reason ?? "stop"] ?? "OTHER") as FinishReason;
}

function toUsage(usage: Completion["usage"]): LlmResponse["usageMetadata"] {
  if (usage === undefined || usage === null) return undefined;
  const cached = usage.prompt_tokens_details?.cached_tokens;
  const thoughts = usage.completion_tokens_details?.reasoning_tokens;
  return {
    promptTokenCount: usage.prompt_tokens,
    candidatesTokenCount: usage.completion_tokens,
    totalTokenCount: usage.total_tokens,
    ...(cached === undefined ? {} : { cachedContentTokenCount: cached }),
    ...(thoughts === undefined ? {} : { thoughtsTokenCount: thoughts }),
  };
}
