// A program that asks: the agent answers one question after the other until the host has no more.

import type { AgentContext, AnsweringAgent, Json } from "../../agent-types.ts";
import { nestedWithin } from "../../lib/nested-within.ts";
import { CallError } from "../channel-error.ts";
import type { Peer } from "../peer.ts";
import { askHost, makeAgent } from "./harness-agent.ts";

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
    const agent = makeAgent(exports["HarnessAgent"], { methods: ["run"] }) as unknown as AnsweringAgent;
    const { model, reasoningEffort } = (start as unknown as AnswersStart).context;
    const context: AgentContext = { model, reasoningEffort, log: (line) => console.error(line) };
    const ask = async (params: { answer?: unknown }) =>
      await askHost(peer, { method: "ask", params, said: "the answer of run()", wanted: "question" });
    // `{answer}` of the question before, if there was one; gets `{input}`, or `{closed}`.
    let asked = await ask({});
    while (!("closed" in asked)) {
      const answer = plain(await agent.run(asked["input"] as Json, context));
      asked = await ask({ answer });
    }
  },
};

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
