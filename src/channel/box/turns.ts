// A conversation: the agent gets a policy and tools, and answers one message after the other until the host closes it.

import type {
  AgentContext,
  ConversationAgent,
  ConversationMessage,
  ConversationStart,
  IncomingMessage,
  ToolResult,
} from "../../agent-types.ts";
import { CallError } from "../channel-error.ts";
import type { Peer } from "../peer.ts";
import { askHost, makeAgent } from "./harness-agent.ts";
import { parseAnswer, type TurnReply } from "./turn-reply.ts";

/** What a benchmark's `start` holds for this interface, beside `interface`. */
interface TurnsStart extends Omit<ConversationStart, "context"> {
  history: readonly ConversationMessage[];
  context: { model: string; reasoningEffort: string | null };
}

/** What the host answers to "turn": what is new for the agent, or why there is nothing more to say. */
type Turn = { closed: string } | { messages: readonly TurnMessage[] };
type TurnMessage = { role: "user"; content: string } | ({ role: "tool" } & ToolResult);

export const turns = {
  async run(
    exports: Readonly<Record<string, unknown>>,
    start: Readonly<Record<string, unknown>>,
    peer: Peer,
  ): Promise<void> {
    const { policy, tools, history, seed, context } = start as unknown as TurnsStart;
    const { model, reasoningEffort } = context;
    const agent = openAgent(exports["HarnessAgent"], {
      ...{ policy, tools, seed },
      context: { model, reasoningEffort, log: (line) => console.error(line) } satisfies AgentContext,
    });
    let state = await agent.getInitState(history);
    let reply: TurnReply | null = null;
    for (;;) {
      const turn: Turn = await nextTurn(peer, reply);
      if ("closed" in turn) return;
      [reply, state] = parseAnswer(await agent.generateNextMessage(incoming(turn.messages), state));
    }
  },
};

function openAgent(HarnessAgent: unknown, start: ConversationStart): ConversationAgent<unknown> {
  const agent = makeAgent(HarnessAgent, { given: [start], methods: ["getInitState", "generateNextMessage"] });
  if (typeof agent["systemPrompt"] !== "string") {
    throw new CallError("bad-export", "systemPrompt of HarnessAgent is not a string");
  }
  return agent as unknown as ConversationAgent<unknown>;
}

async function nextTurn(peer: Peer, reply: TurnReply | null): Promise<Turn> {
  const said = "the reply of generateNextMessage";
  return (await askHost(peer, { method: "turn", params: { reply }, said, wanted: "turn" })) as Turn;
}

/** Tool results of one turn come together, as the calls did. */
function incoming(messages: readonly TurnMessage[]): IncomingMessage {
  const results: ToolResult[] = [];
  for (const message of messages) {
    if (message.role === "user") return { role: "user", content: message.content };
    const { toolCallId, content, error } = message;
    results.push({ toolCallId, content, error });
  }
  return { role: "tool", results };
}
