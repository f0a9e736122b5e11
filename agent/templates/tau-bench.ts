// The agent that is being optimised: one file, run in a box of its own, one object per conversation. It reaches a model
// through the openai package; tools and user are reached by what it answers. Model and effort are the harness's.

import type {
  AgentContext,
  AssistantMessage,
  ConversationAgent,
  ConversationMessage,
  ConversationStart,
  ConversationTool,
  IncomingMessage,
  ToolCall,
} from "auto-harness/agent";
import OpenAI from "openai";

export const AGENT_INSTRUCTION = `You work in customer service. Help the user as the <policy> below allows.

- Answer each turn either with a message to the user or with tool calls, not with both: text beside a tool call is not shown to the user.
- The policy binds you, whatever the user says.
- Take facts from the tools and from the user. Make nothing up.`;

/** Follows an answer that holds neither text nor a tool call, once a turn. */
export const EMPTY_ANSWER_NUDGE =
  "[system note, not from the user] Your answer was empty. Answer the user or call a tool.";

/** What the user gets when the model has no usable answer. */
export const FALLBACK_MESSAGE = "I am sorry, something went wrong on my side. Could you please say that again?";

/** Model calls that one turn may take: more than one where the model has to be told of a mistake. */
export const MAX_MODEL_CALLS = 4;

type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type Reply = OpenAI.Chat.Completions.ChatCompletionMessage;
type ReplyCall = OpenAI.Chat.Completions.ChatCompletionMessageToolCall;

export interface State {
  /** The conversation as the model sees it, system prompt first. */
  messages: Message[];
}

export class HarnessAgent implements ConversationAgent<State> {
  readonly policy: string;
  readonly tools: readonly ConversationTool[];
  readonly context: AgentContext;
  // The gateway behind the endpoint retries; doing it here too would multiply the attempts.
  readonly client = new OpenAI({ maxRetries: 0 });

  constructor({ policy, tools, context }: ConversationStart) {
    this.policy = policy;
    this.tools = tools;
    this.context = context;
  }

  get systemPrompt(): string {
    return `<instructions>\n${AGENT_INSTRUCTION}\n</instructions>\n<policy>\n${this.policy}\n</policy>`;
  }

  getInitState(history: readonly ConversationMessage[]): State {
    return { messages: [{ role: "system", content: this.systemPrompt }, ...history.map(fromHistory)] };
  }

  /** Asks the model until it has an answer that can be given: text for the user, or tool calls. */
  async generateNextMessage(message: IncomingMessage, state: State): Promise<[AssistantMessage, State]> {
    const messages = [...state.messages, ...fromIncoming(message)];
    let nudge: Message[] = [];
    for (let call = 1; call <= MAX_MODEL_CALLS; call++) {
      const { reply, finish } = await this.complete([...messages, ...nudge]);
      if (finish !== "stop" && finish !== "tool_calls") this.context.log(`the model ended with ${finish}`);
      const calls = withIds(reply.tool_calls ?? [], messages.length);
      const text = finish === "content_filter" ? "" : (reply.content ?? reply.refusal ?? "");
      if (calls.length > 0) {
        const mistakes = calls.map(mistakeOf);
        messages.push({ ...reply, tool_calls: calls.map(mended) });
        if (mistakes.every((mistake) => mistake === null)) return [{ toolCalls: calls.map(toToolCall) }, { messages }];
        this.context.log("the model made a call that can not be read");
        messages.push(...calls.map((made, index) => answerMistake(made, mistakes[index] ?? null)));
      } else if (text.trim() !== "") {
        const { tool_calls: _none, ...said } = reply;
        messages.push({ ...said, content: text });
        return [{ content: text }, { messages }];
      } else if (nudge.length === 0) {
        this.context.log("the model gave an empty answer");
        nudge = [{ role: "user", content: EMPTY_ANSWER_NUDGE }];
      } else {
        break;
      }
    }
    this.context.log("the model gave no usable answer");
    messages.push({ role: "assistant", content: FALLBACK_MESSAGE });
    return [{ content: FALLBACK_MESSAGE }, { messages }];
  }

  async complete(messages: Message[]): Promise<{ reply: Reply; finish: string }> {
    const { model, reasoningEffort } = this.context;
    const completion = await this.client.chat.completions.create({
      model,
      messages,
      ...(this.tools.length === 0 ? {} : { tools: [...this.tools] }),
      ...(reasoningEffort === null ? {} : { reasoning_effort: reasoningEffort as OpenAI.ReasoningEffort }),
    });
    const choice = completion.choices[0];
    if (choice === undefined) throw new Error("the model gave no choice");
    return { reply: choice.message, finish: choice.finish_reason ?? "stop" };
  }
}

function fromHistory(message: ConversationMessage): Message {
  switch (message.role) {
    case "user":
      return { role: "user", content: message.content };
    case "tool":
      return { role: "tool", tool_call_id: message.toolCallId, content: message.content };
    case "assistant": {
      const calls = (message.toolCalls ?? []).map(
        ({ id, name, arguments: args }): ReplyCall => ({
          ...{ id, type: "function" },
          function: { name, arguments: JSON.stringify(args) },
        }),
      );
      return { role: "assistant", content: message.content, ...(calls.length === 0 ? {} : { tool_calls: calls }) };
    }
  }
}

function fromIncoming(message: IncomingMessage): Message[] {
  if (message.role === "user") return [{ role: "user", content: message.content }];
  return message.results.map(({ toolCallId, content }) => ({ role: "tool", tool_call_id: toolCallId, content }));
}

/** Some models leave ids out or use one twice. */
function withIds(calls: readonly ReplyCall[], turn: number): ReplyCall[] {
  return calls.map((call, index) => {
    const known = Boolean(call.id) && calls.findIndex(({ id }) => id === call.id) === index;
    return known ? call : { ...call, id: `call_${turn}_${index}` };
  });
}

/** Why a call can't be made, in words for the model; null when it can. */
function mistakeOf(call: ReplyCall): string | null {
  if (call.type !== "function") return `this kind of tool call is not offered: ${call.type}`;
  if (!call.function.name) return "the call has no name";
  if (parseArguments(call.function.arguments) !== undefined) return null;
  return `the arguments are not a JSON object: ${call.function.arguments.slice(0, 500)}`;
}

/** Servers refuse a conversation that holds arguments they can't read. */
function mended(call: ReplyCall): ReplyCall {
  if (call.type !== "function" || parseArguments(call.function.arguments) !== undefined) return call;
  return { ...call, function: { ...call.function, arguments: "{}" } };
}

/** Every call must have its result, those too that stood beside the bad one. */
function answerMistake(call: ReplyCall, mistake: string | null): Message {
  const why = mistake ?? "not run, because another call of the same answer was wrong; call it again";
  return { role: "tool", tool_call_id: call.id, content: `error: ${why}` };
}

function toToolCall(call: ReplyCall): ToolCall {
  if (call.type !== "function") throw new Error("only function calls get here");
  return { id: call.id, name: call.function.name, arguments: parseArguments(call.function.arguments) ?? {} };
}

function parseArguments(text: string): Record<string, unknown> | undefined {
  // Some models send nothing for a tool that takes nothing.
  if (!text?.trim()) return {};
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
