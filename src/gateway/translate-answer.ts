// What comes back of a call, in the box's protocol.

import type { ModelResponse, Protocol } from "../core/model.ts";
import { jsonResponse } from "./answers.ts";
import { isObject, type Json } from "./json.ts";
import type { PreparedCall } from "./prepare-call.ts";
import { protocols } from "./protocols/index.ts";
import type { ProtocolError } from "./protocols/protocol.ts";
import { saidBy } from "./upstream-error.ts";

export function protocolError(protocol: Protocol, error: ProtocolError): ModelResponse {
  return jsonResponse(error.status, protocols[protocol].errorBody(error));
}

/** A whole answer, success or refusal, as it was parsed; untouched where box and upstream speak the same. */
export function translateAnswer(response: ModelResponse, answer: unknown, call: PreparedCall): ModelResponse {
  const { translator, box, asked } = call;
  if (translator === null) return response;
  if (response.status >= 300) {
    const { message, words } = saidBy(answer);
    const said = message === "" ? `the model's provider refused the call (HTTP ${response.status})` : message;
    return protocolError(box, { status: response.status, code: words[0] ?? "invalid_request", message: said });
  }
  return jsonResponse(response.status, translator.answer(isObject(answer) ? answer : ({} as Json), asked));
}
