// What an answer says it used, and an estimate where it says nothing (a broken stream, a server without accounting).

import type { CallTokens } from "./prices.ts";

/** Characters per token when nothing better is known. */
const charsPerToken = 4;

/** The `usage` of a chat completion or of a stream's last chunk; undefined if it has none. */
export function reportedTokens(answer: unknown): CallTokens | undefined {
  const usage = field(answer, "usage");
  const inputTokens = count(field(usage, "prompt_tokens"));
  const outputTokens = count(field(usage, "completion_tokens"));
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  return {
    inputTokens,
    outputTokens,
    cachedTokens: count(field(field(usage, "prompt_tokens_details"), "cached_tokens")) ?? 0,
  };
}

export function estimatedTokens(inputChars: number, outputChars: number): CallTokens {
  return {
    inputTokens: Math.ceil(inputChars / charsPerToken),
    cachedTokens: 0,
    outputTokens: Math.ceil(outputChars / charsPerToken),
  };
}

export function field(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object" && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function count(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
