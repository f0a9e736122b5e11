// A model that can add where its instruction tells it to go column by column, and else is one off.

import type { Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";

export const columnRule = "- Add column by column.";

export function sumsModel(): Upstream {
  return {
    ...{ name: "sums", digest: "sums" },
    async complete({ body }) {
      const { messages } = JSON.parse(Buffer.from(body).toString()) as { messages: { content: string }[] };
      const texts = messages.map(({ content }) => content);
      const [, a, b] = /What is (\d+) \+ (\d+)\?/.exec(texts.at(-1) ?? "") ?? [];
      const careful = texts.some((text) => text.includes(columnRule));
      const message = { role: "assistant", content: `${Number(a) + Number(b) + (careful ? 0 : 1)}` };
      const usage = { prompt_tokens: 100, completion_tokens: 5, total_tokens: 105 };
      const choices = [{ index: 0, message, finish_reason: "stop" }];
      return jsonResponse(200, { id: "c", object: "chat.completion", choices, usage });
    },
  };
}
