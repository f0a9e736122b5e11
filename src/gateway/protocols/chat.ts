// OpenAI's chat completions.

import { errorBody } from "../answers.ts";
import { asArray, at, countAt, field } from "../json.ts";
import type { CallTokens } from "../prices.ts";
import { sseData } from "../sse.ts";
import { checkChat } from "./check-chat.ts";
import { type ProtocolSpec, reportedError, type StreamMeter } from "./protocol.ts";

export const chat: ProtocolSpec = {
  check: checkChat,
  isAnswer: (answer) => field(answer, "choices") !== undefined,
  tokensOf: chatTokens,
  meter: chatMeter,
  errorBody: ({ code, message }) => errorBody(code, message),
  encode: sseData,
  encodeBroken: ({ code, message }) => sseData(errorBody(code, message)),
  end: sseData("[DONE]"),
};

/** Some servers leave the reasoning out of `completion_tokens` and count it in `total_tokens` alone. */
export function chatTokens(answer: unknown): CallTokens | undefined {
  const usage = field(answer, "usage");
  const inputTokens = countAt(usage, "prompt_tokens");
  const completion = countAt(usage, "completion_tokens");
  if (inputTokens === undefined || completion === undefined) return undefined;
  const details = field(usage, "prompt_tokens_details");
  const written = countAt(details, "cache_write_tokens");
  return {
    inputTokens,
    outputTokens: Math.max(completion, (countAt(usage, "total_tokens") ?? 0) - inputTokens),
    cachedTokens: countAt(details, "cached_tokens") ?? 0,
    ...(written === undefined ? {} : { cacheWriteTokens: written }),
  };
}

function chatMeter(): StreamMeter {
  let tokens: CallTokens | undefined;
  let outputChars = 0;
  let complete = false;
  return {
    see(data, event) {
      const choices = asArray(field(event, "choices"));
      tokens = chatTokens(event) ?? tokens;
      outputChars += choices.reduce<number>((sum, choice) => sum + charsOf(field(choice, "delta")), 0);
      complete ||= data === "[DONE]" || choices.some((choice) => typeof field(choice, "finish_reason") === "string");
      const failed = field(event, "error") ?? choices.find((choice) => at(choice, "error", "message") !== undefined);
      if (failed !== undefined && failed !== null) throw reportedError();
    },
    tokens: () => tokens,
    outputChars: () => outputChars,
    complete: () => complete,
  };
}

function charsOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value !== "object") return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + charsOf(inner), 0);
}
