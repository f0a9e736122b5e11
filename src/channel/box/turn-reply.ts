// What an agent answers in a conversation, checked where its author can be told what is wrong. The host checks again.

import { nestedWithin } from "../../lib/nested-within.ts";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";

/** As it travels. */
export interface TurnReply {
  content: string | null;
  toolCalls: { id: string; name: string; arguments: Record<string, unknown> }[];
}

/** Far more than a tool takes; a frame can carry little more than three times as much. */
const maxDepth = 32;

/** Takes what generateNextMessage gave apart. Throws CallError "bad-reply" that says what is wrong with it. */
export function parseAnswer(answer: unknown): [TurnReply, unknown] {
  if (!Array.isArray(answer) || answer.length !== 2) {
    throw bad(`generateNextMessage must return [message, state]; it returned ${kindOf(answer)}`);
  }
  return [parseReply(answer[0]), answer[1]];
}

function parseReply(message: unknown): TurnReply {
  if (!isRecord(message)) throw bad(`the message must be an object; it is ${kindOf(message)}`);
  const { content = null, toolCalls = null } = message;
  if (content !== null && typeof content !== "string") {
    throw bad(`content must be a string or null; it is ${kindOf(content)}`);
  }
  if (toolCalls !== null && !Array.isArray(toolCalls)) {
    throw bad(`toolCalls must be an array; it is ${kindOf(toolCalls)}`);
  }
  const calls = (toolCalls ?? []).map(parseCall);
  const twice = calls.find(({ id }, index) => calls.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw bad(`two tool calls have the id ${quote(twice.id)}`);
  const text = content === null || content.trim() === "" ? null : content;
  if (text === null && calls.length === 0) {
    const keys = Object.keys(message).slice(0, 10).join(", ") || "nothing";
    throw bad(`the message has neither text in content nor calls in toolCalls; it has: ${keys}`);
  }
  return { content: text, toolCalls: calls };
}

function parseCall(call: unknown, index: number): TurnReply["toolCalls"][number] {
  const where = `toolCalls[${index}]`;
  if (!isRecord(call)) throw bad(`${where} must be an object; it is ${kindOf(call)}`);
  const { id, name } = call;
  if (typeof id !== "string" || id === "") throw bad(`${where} has no id`);
  if (typeof name !== "string" || name === "") throw bad(`${where} has no name`);
  const args = plain(call["arguments"], `the arguments of ${where}, ${quote(name)},`);
  return { id, name, arguments: args };
}

/** The arguments as JSON carries them. */
function plain(args: unknown, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(JSON.stringify(args) ?? "null");
  } catch (error) {
    throw bad(`${what} are not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(value)) throw bad(`${what} must be an object; they are ${kindOf(args)}`);
  if (!nestedWithin(value, maxDepth)) throw bad(`${what} are nested deeper than ${maxDepth}`);
  return value;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}

function bad(message: string): CallError {
  return new CallError("bad-reply", message);
}
