import type { Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import { commandOf } from "./tiny-tasks.ts";

interface Message {
  role: string;
  content: unknown;
}

/** Asks for the command of the instruction, and ends once it has seen its result. */
export const zeroLatencyModel: Upstream = {
  name: "bench",
  digest: "bench",
  async complete({ body }, { signal }) {
    signal.throwIfAborted();
    const { messages } = JSON.parse(Buffer.from(body).toString("utf8")) as { messages: Message[] };
    return messages.some(({ role }) => role === "tool")
      ? chatAnswer({ content: "done" }, "stop")
      : firstAnswer(messages);
  },
};

function firstAnswer(messages: readonly Message[]) {
  const instruction = String(messages.find(({ role }) => role === "user")?.content);
  const call = { name: "bash", arguments: JSON.stringify({ command: commandOf(instruction) }) };
  return chatAnswer({ content: null, tool_calls: [{ id: "call-1", type: "function", function: call }] }, "tool_calls");
}

/** An answer of such a model. */
export function chatAnswer(message: object, finish: string) {
  const choices = [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }];
  const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
  return jsonResponse(200, { id: "bench", object: "chat.completion", created: 0, model: "bench", choices, usage });
}
