// The host's side of a conversation from a script, against the real runtime.

import { type CandidateMethod, type RunCandidateOptions, runCandidate } from "../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { AgentEnd, TraceEvent } from "../../src/core/trial.ts";
import { openLocalBox } from "./local-box.ts";
import { chatAnswer, type ScriptedModel, scriptedModel } from "./scripted-model.ts";

export type WireMessage = Readonly<Record<string, unknown>>;

export interface TurnsOptions {
  /** What each turn brings, in order; the conversation is closed after the last. */
  turns: readonly (readonly WireMessage[])[];
  model?: ScriptedModel;
  start?: Readonly<Record<string, unknown>>;
  ended?: RunCandidateOptions["ended"];
  timeoutMs?: number;
}

export interface PlayedTurns {
  end: AgentEnd;
  /** What the agent asked "turn" with; the first time null. */
  replies: unknown[];
  events: TraceEvent[];
  logs: string[];
  requests: Array<Record<string, unknown> & { messages: Record<string, unknown>[] }>;
}

export const testTools = [
  {
    type: "function",
    function: {
      name: "get_order",
      description: "Reads an order.",
      parameters: { type: "object", properties: { order_id: { type: "string" } }, required: ["order_id"] },
    },
  },
];

export const testStart = {
  policy: "Be kind.",
  tools: testTools,
  history: [{ role: "assistant", content: "Hi! How can I help you today?" }],
  seed: 626729,
  context: { model: "some-model", reasoningEffort: "low" },
};

export async function playTurns(home: string, source: string, options: TurnsOptions): Promise<PlayedTurns> {
  const { turns, model = scriptedModel([chatAnswer({ content: "hello" })]), start = testStart, ended } = options;
  const replies: unknown[] = [];
  const events: TraceEvent[] = [];
  const turn: CandidateMethod = async (params) => {
    replies.push((params as { reply: unknown }).reply);
    const messages = turns[replies.length - 1];
    return { result: messages === undefined ? { closed: "the user ended it" } : { messages } };
  };
  await using box = await openLocalBox(home);
  const end = await runCandidate({
    ...{ main: box, candidate: stripCandidate(source).code, interface: "turns", start, methods: { turn } },
    model: model.handler,
    onEvent: (event) => events.push(event),
    timeoutMs: options.timeoutMs ?? 20_000,
    signal: new AbortController().signal,
    ...(ended === undefined ? {} : { ended }),
  });
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  const requests = model.requests.map(({ json }) => json as PlayedTurns["requests"][number]);
  return { end, replies, events, logs, requests };
}
