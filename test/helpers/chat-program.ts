// A model that is a program: it reads the whole conversation at each call, and says something or calls one tool.

import { setTimeout as sleep } from "node:timers/promises";
import type { ModelRequest, ModelResponse, Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";

export interface ChatMessage {
  role: string;
  content?: string | null;
  tool_calls?: Array<{ function: { name: string; arguments: string } }>;
}

export interface ChatAnswer {
  content: string | null;
  call?: { name: string; arguments: Record<string, unknown> };
}

export interface ChatAsked {
  messages: readonly ChatMessage[];
  /** Names of the tools that are offered. */
  tools: readonly string[];
  /** The trial's luck. */
  seed: string;
}

/** Each call costs 100 tokens in and 10 out. */
export function chatProgram(name: string, answer: (asked: ChatAsked) => ChatAnswer, latencyMs = 0): Upstream {
  let calls = 0;
  return {
    name,
    digest: name,
    async complete(request: ModelRequest, { signal, seed }): Promise<ModelResponse> {
      if (latencyMs > 0) await sleep(latencyMs, undefined, { signal });
      signal.throwIfAborted();
      const { messages, tools = [] } = JSON.parse(Buffer.from(request.body).toString()) as {
        messages: ChatMessage[];
        tools?: Array<{ function: { name: string } }>;
      };
      const { content, call } = answer({ messages, tools: tools.map((tool) => tool.function.name), seed });
      calls += 1;
      const made = call && {
        tool_calls: [
          {
            ...{ id: `call_${calls}`, type: "function" },
            function: { name: call.name, arguments: JSON.stringify(call.arguments) },
          },
        ],
      };
      const message = { role: "assistant", content, ...made };
      return jsonResponse(200, {
        ...{ id: `chatcmpl-${calls}`, object: "chat.completion", created: 0, model: name },
        choices: [{ index: 0, message, finish_reason: call ? "tool_calls" : "stop" }],
        usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
      });
    },
  };
}
