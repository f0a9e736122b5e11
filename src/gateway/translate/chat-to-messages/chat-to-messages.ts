// Chat completions for boxes over Anthropic's messages.

import { asArray, type Json, textAt } from "../../json.ts";
import { Carried } from "../carried.ts";
import type { Translator } from "../translator.ts";
import { chatUsage, finishOf } from "./completion.ts";
import { keepThinking } from "./keep-thinking.ts";
import { messagesRequest } from "./request.ts";
import { chatStream } from "./stream.ts";

export function chatToMessages(): Translator {
  const carried = new Carried();
  return {
    request: (body) => messagesRequest(body, carried),
    answer: (answer) => completionOf(answer, carried),
    stream: (body) => chatStream(body, carried),
  };
}

function completionOf(answer: Json, carried: Carried): Json {
  const blocks = asArray(answer["content"]) as readonly Json[];
  const ofType = (type: string) => blocks.filter((block) => block["type"] === type);
  const joined = (type: string, key: string) =>
    ofType(type)
      .map((block) => textAt(block, key))
      .join("");
  const calls = ofType("tool_use").map(({ id, name, input }) => ({
    ...{ id, type: "function" },
    function: { name, arguments: JSON.stringify(input ?? {}) },
  }));
  keepThinking(carried, blocks);
  const [text, thinking] = [joined("text", "text"), joined("thinking", "thinking")];
  const message = {
    ...{ role: "assistant", content: text === "" ? null : text, refusal: null },
    ...(thinking === "" ? {} : { reasoning_content: thinking }),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
  const usage = chatUsage(answer["usage"]);
  return {
    ...{ id: answer["id"], object: "chat.completion", created: Math.floor(Date.now() / 1000), model: answer["model"] },
    choices: [{ index: 0, message, finish_reason: finishOf(answer["stop_reason"]), logprobs: null }],
    ...(usage === undefined ? {} : { usage }),
  };
}
