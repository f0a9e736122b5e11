// The usage of one protocol in the words of another.

import { countAt, field, type Json } from "../json.ts";
import { chatTokens } from "../protocols/chat.ts";

/** Of a chat completion's `usage`, as the responses protocol has it; null where there is none. */
export function responsesUsage(usage: unknown): Json | null {
  const tokens = chatTokens({ usage });
  if (tokens === undefined) return null;
  const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens = 0 } = tokens;
  const reasoning = countAt(field(usage, "completion_tokens_details"), "reasoning_tokens") ?? 0;
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: cacheWriteTokens },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: inputTokens + outputTokens,
  };
}

/** Of a chat completion's `usage`, as Anthropic counts: what came from the cache is not in `input_tokens`. */
export function messagesUsage(usage: unknown): Json {
  const tokens = chatTokens({ usage }) ?? { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens = 0 } = tokens;
  return {
    input_tokens: Math.max(0, inputTokens - cachedTokens - cacheWriteTokens),
    cache_creation_input_tokens: cacheWriteTokens,
    cache_read_input_tokens: cachedTokens,
    output_tokens: outputTokens,
  };
}
