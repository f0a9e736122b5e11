// The chat completion that the chunks of its stream add up to.

import { isRecord } from "./messages.ts";

interface Choice {
  index: number;
  message: Record<string, unknown>;
  finish_reason: unknown;
}

export function assembleChat(events: readonly unknown[]): unknown {
  const choices = new Map<number, Choice>();
  let rest: Record<string, unknown> = {};
  for (const event of events) {
    if (!isRecord(event)) continue;
    const { choices: parts, object: _chunk, ...fields } = event;
    const present = Object.entries(fields).filter(([, value]) => value !== null);
    rest = { ...rest, ...Object.fromEntries(present) };
    for (const part of Array.isArray(parts) ? parts : []) if (isRecord(part)) addChoice(choices, part);
  }
  return { ...rest, object: "chat.completion", choices: [...choices.values()].sort((a, b) => a.index - b.index) };
}

function addChoice(choices: Map<number, Choice>, part: Record<string, unknown>): void {
  const index = typeof part["index"] === "number" ? part["index"] : 0;
  const choice = choices.get(index) ?? { index, message: { role: "assistant", content: null }, finish_reason: null };
  choices.set(index, choice);
  choice.finish_reason = part["finish_reason"] ?? choice.finish_reason;
  if (!isRecord(part["delta"])) return;
  for (const [key, value] of Object.entries(part["delta"])) {
    if (key === "tool_calls" && Array.isArray(value)) addToolCalls(choice.message, value);
    else if (key !== "role" && typeof value === "string") choice.message[key] = `${choice.message[key] ?? ""}${value}`;
    else if (value !== null) choice.message[key] = value;
  }
}

function addToolCalls(message: Record<string, unknown>, parts: readonly unknown[]): void {
  const calls = Array.isArray(message["tool_calls"]) ? message["tool_calls"] : [];
  message["tool_calls"] = calls;
  for (const part of parts) {
    if (!isRecord(part)) continue;
    const index = typeof part["index"] === "number" && part["index"] < 1000 ? part["index"] : calls.length;
    const given = isRecord(part["function"]) ? part["function"] : {};
    const known = calls[index] ?? { id: "", type: "function", function: { name: "", arguments: "" } };
    if (typeof part["id"] === "string") known.id = part["id"];
    known.function.name += typeof given["name"] === "string" ? given["name"] : "";
    known.function.arguments += typeof given["arguments"] === "string" ? given["arguments"] : "";
    calls[index] = known;
  }
}
