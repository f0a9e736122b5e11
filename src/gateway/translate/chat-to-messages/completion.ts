import { given, type Json } from "../../json.ts";
import { tokensOfUsage } from "../../protocols/messages.ts";

const finishReasons: Readonly<Record<string, string>> = {
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool_calls",
  refusal: "content_filter",
};

export function finishOf(stopReason: unknown): string {
  return finishReasons[String(stopReason)] ?? "stop";
}

/** Anthropic's `usage` as a chat completion has it; undefined where there is none. */
export function chatUsage(usage: unknown): Json | undefined {
  const tokens = tokensOfUsage(usage);
  if (tokens === undefined) return undefined;
  const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens } = tokens;
  return {
    ...{ prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens },
    prompt_tokens_details: given({ cached_tokens: cachedTokens, cache_write_tokens: cacheWriteTokens }),
  };
}
