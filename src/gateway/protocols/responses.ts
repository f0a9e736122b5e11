// OpenAI's responses.

import { errorBody } from "../answers.ts";
import { at, countAt, field, textAt } from "../json.ts";
import type { CallTokens } from "../prices.ts";
import { sseEvent } from "../sse.ts";
import { checkResponses } from "./check-responses.ts";
import { type ProtocolSpec, reportedError, type StreamMeter } from "./protocol.ts";

export const responses: ProtocolSpec = {
  check: checkResponses,
  isAnswer: (answer) => Array.isArray(field(answer, "output")),
  tokensOf: responsesTokens,
  meter: responsesMeter,
  errorBody: ({ code, message }) => errorBody(code, message),
  encode: (event) => sseEvent(textAt(event, "type"), event),
  encodeBroken: ({ code, message }) =>
    sseEvent("error", { type: "error", code, message, param: null, sequence_number: 0 }),
  end: new Uint8Array(),
};

function responsesTokens(answer: unknown): CallTokens | undefined {
  const usage = field(answer, "usage");
  const inputTokens = countAt(usage, "input_tokens");
  const outputTokens = countAt(usage, "output_tokens");
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  const details = field(usage, "input_tokens_details");
  const written = countAt(details, "cache_write_tokens");
  return {
    inputTokens,
    outputTokens,
    cachedTokens: countAt(details, "cached_tokens") ?? 0,
    ...(written === undefined ? {} : { cacheWriteTokens: written }),
  };
}

const ends = ["response.completed", "response.incomplete"];

function responsesMeter(): StreamMeter {
  let tokens: CallTokens | undefined;
  let outputChars = 0;
  let complete = false;
  return {
    see(_data, event) {
      const type = textAt(event, "type");
      tokens = responsesTokens(field(event, "response")) ?? tokens;
      outputChars += textAt(event, "delta").length;
      complete ||= ends.includes(type);
      if (type === "error" || type === "response.failed" || at(event, "error", "message") !== undefined) {
        throw reportedError();
      }
    },
    tokens: () => tokens,
    outputChars: () => outputChars,
    complete: () => complete,
  };
}
