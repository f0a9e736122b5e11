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
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";
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
  if (typeof HarnessAgent !== "function") {
    throw new CallError("bad-export", "agent.ts must export a class named HarnessAgent");
  }
  const agent = Reflect.construct(HarnessAgent, [start]) as Record<string, unknown>;
  for (const name of ["getInitState", "generateNextMessage"]) {
    if (typeof agent[name] !== "function") throw new CallError("bad-export", `HarnessAgent has no method ${name}()`);
  }
  if (typeof agent["systemPrompt"] !== "string") {
    throw new CallError("bad-export", "systemPrompt of HarnessAgent is not a string");
  }
  return agent as unknown as ConversationAgent<unknown>;
}

async function nextTurn(peer: Peer, reply: TurnReply | null): Promise<Turn> {
  try {
    const { result } = await peer.request("turn", { reply }, { signal: never });
    if (isRecord(result)) return result as Turn;
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "message-too-large") throw error;
    throw new CallError("bad-reply", `the reply of generateNextMessage is too long: ${error.message}`);
  }
  throw new CallError("failed", "the host gave no turn");
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

/** The host ends a conversation by closing it, or by ending the box. */
const never = new AbortController().signal;
