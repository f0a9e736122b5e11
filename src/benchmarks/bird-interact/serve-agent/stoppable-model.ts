// Upstream ends a task by answering the agent's next model call itself. The same at the gateway's door.

import { isRecord } from "../../../channel/messages.ts";
import type { ModelHandler } from "../../../core/model.ts";
import { errorResponse } from "../../../gateway/answers.ts";
import { completionResponse } from "../../../gateway/rehearsal/completion.ts";
import { jsonOrUndefined } from "../../../lib/json-or-undefined.ts";

export interface StoppableModelOptions {
  handler: ModelHandler;
  model: string;
  /** Asked before each call: the text that is its answer, or null to let the model say it. */
  stop: () => string | null;
}

/** ADK's models ask for chat completions; a call of another kind is refused with the text. */
export function stoppableModel({ handler, model, stop }: StoppableModelOptions): ModelHandler {
  return async (request, options) => {
    const text = request.method === "POST" ? stop() : null;
    if (text === null) return await handler(request, options);
    if (!request.path.startsWith("/v1/chat/completions")) return errorResponse(403, "limit_reached", text);
    const body = jsonOrUndefined(Buffer.from(request.body).toString("utf8"));
    const asked = isRecord(body) ? body : {};
    const { stream_options: wanted } = asked;
    return completionResponse(
      { content: text, call: null },
      {
        ...{ id: "stopped", model, inputChars: request.body.length, stream: asked["stream"] === true },
        includeUsage: isRecord(wanted) && wanted["include_usage"] === true,
      },
    );
  };
}
