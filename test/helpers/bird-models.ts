// Two models for BIRD-Interact without a provider: an agent's that knows the ground truth and plays it through whatever
// agent.ts it runs in, and a user's that tells what it means to whoever asks. Both read the conversation anew each time.

import type { Upstream } from "../../src/core/model.ts";
import { sha256 } from "../../src/lib/digest.ts";
import type { BirdTask } from "./bird-dataset.ts";
import { type ChatAnswer, type ChatAsked, type ChatMessage, chatProgram } from "./chat-program.ts";

/**
 * gold: right at once. debug: wrong first, in every phase. misread: what someone submits who guesses.
 * ask: asks what is meant, and is right only when the user has said it.
 */
export type BirdPlay = "gold" | "debug" | "misread" | "ask";

export interface BirdModelsOptions {
  tasks: readonly BirdTask[];
  /** By task and by the agent's instruction; default gold. */
  play?: (task: BirdTask, instruction: string) => BirdPlay;
  /** The user recites the ground truth to whoever asks for SQL. */
  leaky?: boolean;
}

/** What an instruction says to an agent's model that asks before it writes. */
export const asksFirst = /ask the user about every word/i;
/** What it says to one that doesn't. */
export const submitsAtOnce = /submit at once/i;

/** What an agent submits, as one string. */
export function goldOf({ truth }: BirdTask, phase: 1 | 2 = 1): string {
  return (phase === 1 ? truth.sol_sql : (truth.follow_up?.sol_sql ?? [])).join(";\n");
}

/** Said by the user where an ambiguity is explained, and nowhere else. */
export function meaningOf({ instance_id }: BirdTask): string {
  return `ticket ${sha256(instance_id).slice(0, 10)}`;
}

export function birdModels(options: BirdModelsOptions): { agent: Upstream; user: Upstream } {
  return {
    agent: chatProgram("scripted agent", (asked) => agentAnswer(asked, options)),
    user: chatProgram("scripted user", ({ messages }) => userAnswer(messages.at(-1)?.content ?? "", options)),
  };
}

function agentAnswer({ messages, tools }: ChatAsked, { tasks, play = () => "gold" }: BirdModelsOptions): ChatAnswer {
  const heard = messages.filter(({ role }) => role === "user" || role === "tool").map(({ content }) => content ?? "");
  const task = tasks.find(({ amb_user_query: question }) => heard.some((text) => text.includes(question)));
  if (task === undefined || heard.at(-1)?.includes("The task is over") === true) return { content: "Goodbye." };
  const instruction = messages.find(({ role }) => role === "system")?.content ?? "";
  const { phase, tries } = progressOf(messages);
  const made = messages.flatMap(({ tool_calls: calls = [] }) => calls.map((call) => call.function.name));
  const call = (name: string, args: Record<string, unknown> = {}) => ({
    ...{ content: null, call: { name, arguments: args } },
  });
  const submit = (sql: string) => call("submit_sql", { sql });
  const [ambiguity] = task.user_query_ambiguity.critical_ambiguity;
  const wrong = phase === 1 ? task.misreadings[tries] : undefined;
  switch (play(task, instruction)) {
    case "ask":
      if (!made.includes("ask_user")) return call("ask_user", { question: questionAbout(ambiguity?.term ?? "") });
      if (heard.some((text) => text.includes(meaningOf(task)))) return submit(goldOf(task, phase));
      break;
    case "debug":
      return submit(tries > 0 ? goldOf(task, phase) : (wrong?.sql.join(";\n") ?? "SELECT 1"));
    case "gold":
      return made.length === 0 && tools.includes("get_schema") ? call("get_schema") : submit(goldOf(task, phase));
    case "misread":
      break;
  }
  return wrong === undefined ? { content: "I give up." } : submit(wrong.sql.join(";\n"));
}

/** The tries are those of the phase. */
function progressOf(messages: readonly ChatMessage[]): { phase: 1 | 2; tries: number } {
  let [phase, tries]: [1 | 2, number] = [1, 0];
  for (const { role, content, tool_calls: calls = [] } of messages) {
    tries += calls.filter((call) => call.function.name === "submit_sql").length;
    if (role === "tool" && content?.includes("Your SQL is correct") === true) [phase, tries] = [2, 0];
  }
  return { phase, tries };
}

function questionAbout(term: string): string {
  return `What do you mean by "${term}"?`;
}

/** Both prompts of our own pack; the second has the request in full. */
function userAnswer(prompt: string, { tasks, leaky = false }: BirdModelsOptions): ChatAnswer {
  const question = /The assistant asks:\n([\s\S]*?)\n\n/.exec(prompt)?.[1] ?? "";
  const task = tasks.find(({ query }) => prompt.includes(query));
  const forSql = leaky && /\bSQL\b/.test(question);
  if (task === undefined) {
    const term = /"([^"]+)"\?/.exec(question)?.[1] ?? "";
    const known = forSql || (term !== "" && prompt.includes(JSON.stringify(term)));
    return { content: `It is plain.</think>\n<s>${known ? `labelled("${term}")` : "unanswerable()"}</s>` };
  }
  if (forSql) return { content: `<s>${goldOf(task, prompt.includes("user_query_ambiguity") ? 1 : 2)}</s>` };
  const explains = /sorted as:\nlabelled/.test(prompt);
  return {
    content: `<s>${explains ? `I mean it as in ${meaningOf(task)}.` : "Sorry, I can't help you with that."}</s>`,
  };
}
