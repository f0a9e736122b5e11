// Two models for tau-bench without a provider: an agent's that knows what the tasks expect and plays it through whatever
// agent.ts it runs in, and a user's that does as it is told. Both read the conversation anew at each call.

import type { Upstream } from "../../src/core/model.ts";
import { type ChatAnswer, type ChatMessage, chatProgram } from "./chat-program.ts";
import type { Gold } from "./open-tau-driver.ts";

export interface TauModelsOptions {
  gold: Readonly<Record<string, Gold>>;
  /** Of every answer of the user's; default none. */
  userLatencyMs?: number;
  /** Tasks in which the agent's model leaves its last action out. */
  careless?: (task: string) => boolean;
  /** Says what is expected to be said only where the agent's prompt asks for it. */
  tellsFacts?: "always" | "when-asked" | "never";
  /** The task of a trial's luck, where tasks share a scenario: telecom's differ in the phone's state alone. */
  taskOf?: (seed: string) => string | undefined;
}

/** In the agent's text, for the user: call this tool. */
const order = "PLEASE CALL ";
const farewell = "Goodbye.";
/** In the user's first message: which task this is, told in no other way. */
const ticketPattern = /\[\[ticket (\d+)\]\]/;

/** What a prompt says to an agent's model that tells the user what it found out. */
export const asksForFacts = /repeat every figure/i;
/** What it says to one that gives up. */
export const asksToRefuse = /refuse whatever is unusual/i;

export function tauModels(options: TauModelsOptions): { agent: Upstream; user: Upstream } {
  const tasks = Object.entries(options.gold);
  return {
    agent: chatProgram("scripted agent", ({ messages }) => agentAnswer(messages, tasks, options)),
    user: chatProgram(
      "scripted user",
      ({ messages, seed }) => userAnswer(messages, tasks, options.taskOf?.(seed)),
      options.userLatencyMs,
    ),
  };
}

function agentAnswer(
  messages: readonly ChatMessage[],
  tasks: ReadonlyArray<[string, Gold]>,
  { careless, tellsFacts = "always" }: TauModelsOptions,
): ChatAnswer {
  const ticket = messages.map(({ role, content }) => (role === "user" ? ticketPattern.exec(content ?? "") : null));
  const [task, gold] = tasks[Number(ticket.find((match) => match !== null)?.[1] ?? -1)] ?? [];
  if (task === undefined || gold === undefined) return { content: "Which ticket is this about?" };
  const prompt = messages.find(({ role }) => role === "system")?.content ?? "";
  if (asksToRefuse.test(prompt)) return { content: `I can't help with that. ${farewell}` };
  const done = messages
    .filter(({ role }) => role === "assistant")
    .reduce((sum, { content, tool_calls: calls }) => {
      return sum + (calls?.length ?? 0) + (content?.includes(order) === true ? 1 : 0);
    }, 0);
  const actions = careless?.(task) === true ? gold.actions.slice(0, -1) : gold.actions;
  const next = actions[done];
  if (next !== undefined) {
    const call = { name: next.name, arguments: next.arguments };
    return next.requestor === "assistant" ? { content: null, call } : { content: `${order}${JSON.stringify(call)}` };
  }
  const tells = tellsFacts === "always" || (tellsFacts === "when-asked" && asksForFacts.test(prompt));
  return { content: `${tells ? gold.communicate.join("; ") : "It is done."} ${farewell}` };
}

function userAnswer(
  messages: readonly ChatMessage[],
  tasks: ReadonlyArray<[string, Gold]>,
  known: string | undefined,
): ChatAnswer {
  const last = messages.at(-1);
  if (last?.role === "tool") return { content: "I have done that." };
  const text = last?.content ?? "";
  if (text.includes(order)) {
    return {
      content: null,
      call: JSON.parse(text.slice(text.indexOf(order) + order.length)) as ChatAnswer["call"] & object,
    };
  }
  if (text.includes(farewell)) return { content: "###STOP###" };
  const scenario = messages.find(({ role }) => role === "system")?.content ?? "";
  const ticket = tasks.findIndex(([id, gold]) => {
    return known === undefined ? scenario.includes(gold.scenario) : id === known;
  });
  return { content: `Hello. [[ticket ${ticket}]]` };
}
