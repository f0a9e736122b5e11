import type { ModelResponse, Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";

export interface CodingStep {
  tool: string;
  args: Record<string, unknown>;
}

/** A coding agent's model that makes these tool calls, one after the other, then closes. */
export function codingModel(steps: readonly CodingStep[]): Upstream {
  return {
    name: "coder",
    digest: "coder",
    async complete({ body }): Promise<ModelResponse> {
      const { messages } = JSON.parse(Buffer.from(body).toString()) as { messages: Array<{ role: string }> };
      const turn = messages.filter(({ role }) => role === "assistant").length;
      const step = steps[turn];
      const call = {
        id: `call_${turn}`,
        type: "function",
        function: { name: step?.tool, arguments: JSON.stringify(step?.args) },
      };
      const message =
        step === undefined
          ? { role: "assistant", content: "done" }
          : { role: "assistant", content: null, tool_calls: [call] };
      const usage = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 };
      const choices = [{ index: 0, message, finish_reason: "stop" }];
      return jsonResponse(200, { id: "c", object: "chat.completion", choices, usage });
    },
  };
}

/** The same model under another name, as an upstream that checks names wants it. */
export function renamed(upstream: Upstream, model: string): Upstream {
  return {
    ...upstream,
    async complete(request, options) {
      const body = { ...(JSON.parse(Buffer.from(request.body).toString()) as object), model };
      return await upstream.complete({ ...request, body: Buffer.from(JSON.stringify(body)) }, options);
    },
  };
}
