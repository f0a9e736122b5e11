// An estimate of tokens where nothing better is known (a broken stream, a server without accounting, a question).

import type { CallTokens } from "./prices.ts";

const charsPerToken = 4;

export function estimatedTokens(inputChars: number, outputChars: number): CallTokens {
  return {
    inputTokens: Math.ceil(inputChars / charsPerToken),
    cachedTokens: 0,
    outputTokens: Math.ceil(outputChars / charsPerToken),
  };
}
