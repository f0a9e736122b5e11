// Two models for BIRD-Interact without a provider: an agent's that knows what its tasks expect and plays it through the
// shipped template, and a user's that finds every question good. Both read the conversation anew at each call.

import { setTimeout as sleep } from "node:timers/promises";
import type { Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import type { BirdTask } from "./bird-dataset.ts";

export interface BirdGoldModelsOptions {
  /** Of every answer of the agent's model; default none. */
  latencyMs?: number;
  /** Questions it puts to the user before it submits; default none. */
  questions?: number;
}

interface Message {
  role: string;
  content?: unknown;
  tool_calls?: Array<{ function: { name: string } }>;
}

type Call = { name: string; arguments: Record<string, unknown> };

/** Statements in order, as one text for `submit_sql`. */
export function goldText(sqls: readonly string[]): string {
  return sqls.map((sql) => sql.trim().replace(/;$/, "")).join(";\n");
}

export function birdGoldModels(
  tasks: readonly BirdTask[],
  { latencyMs = 0, questions = 0 }: BirdGoldModelsOptions = {},
): { agent: Upstream; user: Upstream } {
  const agentCall = (messages: readonly Message[]): Call | undefined => {
    const said = messages.filter(({ role }) => role === "user").map(({ content }) => JSON.stringify(content));
    const task = tasks.find(({ amb_user_query: query }) => said[0]?.includes(JSON.stringify(query).slice(1, -1)));
    if (task === undefined) throw new Error(`no task asks this: ${said[0]}`);
    const calls = messages.flatMap(({ tool_calls: made = [] }) => made.map(({ function: { name } }) => name));
    const made = (name: string) => calls.filter((call) => call === name).length;
    if (made("ask_user") < questions) return { name: "ask_user", arguments: { question: "Is that what you mean?" } };
    const sqls = [task.truth.sol_sql, ...(task.truth.follow_up === undefined ? [] : [task.truth.follow_up.sol_sql])];
    const next = sqls[made("submit_sql")];
    return next === undefined ? undefined : { name: "submit_sql", arguments: { sql: goldText(next) } };
  };
  return {
    agent: upstream("gold agent", latencyMs, (messages) => agentCall(messages) ?? "It is done."),
    user: upstream("agreeable user", 0, (messages) => {
      return String(messages[0]?.content).includes("sorted as") ? "<s>Yes, please.</s>" : '<s>labelled("term")</s>';
    }),
  };
}

function upstream(name: string, latencyMs: number, answer: (messages: readonly Message[]) => Call | string): Upstream {
  let count = 0;
  return {
    name,
    digest: name,
    async complete(request, { signal }) {
      if (latencyMs > 0) await sleep(latencyMs, undefined, { signal });
      signal.throwIfAborted();
      const { messages } = JSON.parse(Buffer.from(request.body).toString()) as { messages: Message[] };
      const said = answer(messages);
      count += 1;
      const message =
        typeof said === "string"
          ? { content: said }
          : {
              content: null,
              tool_calls: [
                {
                  ...{ id: `call_${count}`, type: "function" },
                  function: { name: said.name, arguments: JSON.stringify(said.arguments) },
                },
              ],
            };
      return jsonResponse(200, {
        ...{ id: `chatcmpl-${count}`, object: "chat.completion", created: 0, model: name },
        choices: [
          {
            ...{ index: 0, message: { role: "assistant", ...message } },
            finish_reason: typeof said === "string" ? "stop" : "tool_calls",
          },
        ],
        usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
      });
    },
  };
}
