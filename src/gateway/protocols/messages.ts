// Anthropic's messages.

import { countAt, field, type Json, textAt } from "../json.ts";
import type { CallTokens } from "../prices.ts";
import { sseEvent } from "../sse.ts";
import { checkMessages } from "./check-messages.ts";
import { type ProtocolError, type ProtocolSpec, reportedError, type StreamMeter } from "./protocol.ts";

export const messages: ProtocolSpec = {
  check: checkMessages,
  isAnswer: (answer) => Array.isArray(field(answer, "content")),
  tokensOf: (answer) => tokensOfUsage(field(answer, "usage")),
  meter: messagesMeter,
  errorBody,
  encode: (event) => sseEvent(textAt(event, "type"), event),
  encodeBroken: (error) => sseEvent("error", errorBody(error)),
  end: new Uint8Array(),
};

const errorTypes: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
};

/** The stable code is where the SDK reads one. */
function errorBody({ status, code, message }: ProtocolError): Json {
  const type = errorTypes[status] ?? (status < 500 ? "invalid_request_error" : "api_error");
  return { type: "error", error: { type, message, details: { error_code: code } } };
}

/** Anthropic counts what came from the cache, and what was written to it, apart from the rest of the input. */
export function tokensOfUsage(usage: unknown): CallTokens | undefined {
  const plain = countAt(usage, "input_tokens");
  const outputTokens = countAt(usage, "output_tokens");
  if (plain === undefined || outputTokens === undefined) return undefined;
  const cachedTokens = countAt(usage, "cache_read_input_tokens") ?? 0;
  const long = countAt(field(usage, "cache_creation"), "ephemeral_1h_input_tokens") ?? 0;
  const written = Math.max(countAt(usage, "cache_creation_input_tokens") ?? 0, long);
  return {
    inputTokens: plain + cachedTokens + written,
    outputTokens,
    cachedTokens,
    ...(written === 0 ? {} : { cacheWriteTokens: written }),
    ...(long === 0 ? {} : { longCacheWriteTokens: long }),
  };
}

function messagesMeter(): StreamMeter {
  let usage: Json = {};
  let outputChars = 0;
  let complete = false;
  let ended = false;
  return {
    see(_data, event) {
      const type = textAt(event, "type");
      // What the last event says of the input is the whole again, or nothing.
      for (const part of [field(field(event, "message"), "usage"), field(event, "usage")]) {
        if (part === null || typeof part !== "object") continue;
        usage = { ...usage, ...Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)) };
      }
      const delta = field(event, "delta");
      outputChars += ["text", "partial_json", "thinking"].reduce((sum, key) => sum + textAt(delta, key).length, 0);
      ended ||= type === "message_delta";
      complete ||= type === "message_stop";
      if (type === "error") throw reportedError();
    },
    // Until then the count of the output is only a beginning.
    tokens: () => (ended ? tokensOfUsage(usage) : undefined),
    outputChars: () => outputChars,
    complete: () => complete,
  };
}
