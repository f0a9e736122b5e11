// A program that asks: the agent answers one question after the other until the host has no more.

import type { AgentContext, AnsweringAgent, Json } from "../../agent-types.ts";
import { nestedWithin } from "../../lib/nested-within.ts";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";

/** What a benchmark's `start` holds for this interface, beside `interface`. */
interface AnswersStart {
  context: { model: string; reasoningEffort: string | null };
}

/** Far more than an answer takes. */
const maxDepth = 32;

export const answers = {
  async run(
    exports: Readonly<Record<string, unknown>>,
    start: Readonly<Record<string, unknown>>,
    peer: Peer,
  ): Promise<void> {
    const agent = openAgent(exports["HarnessAgent"]);
    const { model, reasoningEffort } = (start as unknown as AnswersStart).context;
    const context: AgentContext = { model, reasoningEffort, log: (line) => console.error(line) };
    let asked = await ask(peer, {});
    while (!("closed" in asked)) {
      const answer = plain(await agent.run(asked["input"] as Json, context));
      asked = await ask(peer, { answer });
    }
  },
};

function openAgent(HarnessAgent: unknown): AnsweringAgent {
  if (typeof HarnessAgent !== "function") {
    throw new CallError("bad-export", "agent.ts must export a class named HarnessAgent");
  }
  const agent: unknown = Reflect.construct(HarnessAgent, []);
  if (typeof (agent as Record<string, unknown>)["run"] !== "function") {
    throw new CallError("bad-export", "HarnessAgent has no method run()");
  }
  return agent as AnsweringAgent;
}

/** `{answer}` of the question before, if there was one; gets `{input}`, or `{closed}`. */
async function ask(peer: Peer, params: { answer?: unknown }): Promise<Record<string, unknown>> {
  try {
    const { result } = await peer.request("ask", params, { signal: never });
    if (isRecord(result)) return result;
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "message-too-large") throw error;
    throw new CallError("bad-reply", `the answer of run() is too long: ${error.message}`);
  }
  throw new CallError("failed", "the host gave no question");
}

/** The answer as JSON carries it. */
function plain(answer: unknown): unknown {
  let value: unknown;
  try {
    value = JSON.parse(JSON.stringify(answer) ?? "");
  } catch (error) {
    const why = answer === undefined ? "it is undefined" : error instanceof Error ? error.message : String(error);
    throw new CallError("bad-reply", `the answer of run() is not JSON: ${why}`);
  }
  if (nestedWithin(value, maxDepth)) return value;
  throw new CallError("bad-reply", `the answer of run() is nested deeper than ${maxDepth}`);
}

/** The host ends what is under way by closing, or by ending the box. */
const never = new AbortController().signal;
