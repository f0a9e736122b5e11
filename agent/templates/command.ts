// The agent that is being optimised: one file, run in a box of its own, one object per task. A program asks, `run()`
// answers; a model is reached through the openai package. Model and reasoning effort are the harness's to set.

import type { AgentContext, AnsweringAgent, Json } from "auto-harness/agent";
import OpenAI from "openai";

export const AGENT_INSTRUCTION = `You are asked a question by a program, which compares your answer with the right one.

- Answer with the answer alone: no explanation, no repetition of the question, no formatting.
- Where the question says what an answer looks like, keep to it exactly.`;

/** Model calls that one answer may take: more than one where the model said nothing. */
export const MAX_MODEL_CALLS = 2;

/** Follows an answer that is empty. */
export const EMPTY_ANSWER_NUDGE = "Your answer was empty. Give your best answer.";

type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;

export class HarnessAgent implements AnsweringAgent {
  // The gateway behind the endpoint retries; doing it here too would multiply the attempts.
  readonly client = new OpenAI({ maxRetries: 0 });
  /** What was asked and answered so far in this task. */
  readonly messages: Message[] = [{ role: "system", content: AGENT_INSTRUCTION }];

  async run(question: Json, context: AgentContext): Promise<string> {
    this.messages.push({ role: "user", content: toText(question) });
    for (let call = 1; call <= MAX_MODEL_CALLS; call++) {
      const text = await this.complete(context);
      this.messages.push({ role: "assistant", content: text });
      if (text !== "") return text;
      context.log("the model gave an empty answer");
      this.messages.push({ role: "user", content: EMPTY_ANSWER_NUDGE });
    }
    return "";
  }

  async complete({ model, reasoningEffort }: AgentContext): Promise<string> {
    const completion = await this.client.chat.completions.create({
      model,
      messages: this.messages,
      ...(reasoningEffort === null ? {} : { reasoning_effort: reasoningEffort as OpenAI.ReasoningEffort }),
    });
    return completion.choices[0]?.message.content?.trim() ?? "";
  }
}

/** A question may be any JSON. */
export function toText(question: Json): string {
  return typeof question === "string" ? question : JSON.stringify(question, undefined, 2);
}
