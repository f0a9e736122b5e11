// What a streamed chat completion says, one thing after the other.

import { randomUUID } from "node:crypto";
import { asArray, at, field, type Json, textAt } from "../json.ts";
import { reasoningText } from "./chat-extras.ts";

export type ChatPart =
  | { kind: "reasoning" | "text" | "refusal"; text: string }
  /** Begins; the arguments that follow are its own. */
  | { kind: "call"; id: string; name: string }
  | { kind: "arguments"; text: string };

export interface ChatReader {
  read(chunk: unknown): ChatPart[];
  /** The id and model of the stream, as soon as it has said them. */
  head(): { id: string; model: string };
  finishReason(): string;
  usage(): unknown;
  /** What stop string ended the text, where the server says so. */
  stopSequence(): string | null;
  /** The message that has come together. */
  message(): Json;
}

interface Call {
  index: number;
  id: string;
  name: string;
  arguments: string;
  extras: Json;
}

export function chatReader(): ChatReader {
  const head = { id: "", model: "" };
  const texts = { reasoning: "", text: "", refusal: "" };
  /** Under which name the server has its reasoning, and wants it back. */
  let reasoningKey = "reasoning_content";
  const details: unknown[] = [];
  const calls: Call[] = [];
  let finish = "";
  let usage: unknown;
  let stopSequence: string | null = null;

  function add(kind: keyof typeof texts, text: string): ChatPart[] {
    if (text === "") return [];
    texts[kind] += text;
    return [{ kind, text }];
  }

  function readCall(delta: unknown): ChatPart[] {
    const current = calls.at(-1);
    const id = textAt(delta, "id");
    const { name, arguments: args } = {
      name: at(delta, "function", "name"),
      arguments: at(delta, "function", "arguments"),
    };
    const index = field(delta, "index");
    const place = typeof index === "number" ? index : (current?.index ?? 0) + (id === "" || id === current?.id ? 0 : 1);
    // Some servers give every call the same index, and only the id tells them apart.
    const begins = current === undefined || place > current.index || (id !== "" && id !== current.id);
    if (!begins && place < current.index) throw new Error("the upstream mixes the arguments of several tool calls");
    const parts: ChatPart[] = [];
    let call = current;
    if (begins) {
      call = {
        index: place,
        id: id || `call_${randomUUID()}`,
        name: typeof name === "string" ? name : "",
        arguments: "",
        extras: {},
      };
      calls.push(call);
      parts.push({ kind: "call", id: call.id, name: call.name });
    }
    if (call === undefined) return parts;
    for (const key of ["extra_content", "thought_signature"]) {
      const value = field(delta, key);
      if (value !== undefined) call.extras[key] = value;
    }
    const text = typeof args === "string" ? args : args === undefined || args === null ? "" : JSON.stringify(args);
    if (text !== "") {
      call.arguments += text;
      parts.push({ kind: "arguments", text });
    }
    return parts;
  }

  return {
    read(chunk) {
      head.id ||= textAt(chunk, "id");
      head.model ||= textAt(chunk, "model");
      usage = field(chunk, "usage") ?? usage;
      const [choice] = asArray(field(chunk, "choices"));
      finish = textAt(choice, "finish_reason") || finish;
      stopSequence = textAt(choice, "stop_reason") || stopSequence;
      const delta = field(choice, "delta");
      if (textAt(delta, "reasoning") !== "") reasoningKey = "reasoning";
      details.push(...asArray(field(delta, "reasoning_details")));
      return [
        ...add("reasoning", reasoningText(delta)),
        ...add("text", textAt(delta, "content")),
        ...add("refusal", textAt(delta, "refusal")),
        ...asArray(field(delta, "tool_calls")).flatMap(readCall),
      ];
    },
    head: () => head,
    finishReason: () => finish,
    usage: () => usage,
    stopSequence: () => stopSequence,
    message: () => ({
      role: "assistant",
      content: texts.text === "" ? null : texts.text,
      ...(texts.reasoning === "" ? {} : { [reasoningKey]: texts.reasoning }),
      ...(details.length === 0 ? {} : { reasoning_details: details }),
      ...(texts.refusal === "" ? {} : { refusal: texts.refusal }),
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map(({ id, name, arguments: args, extras }) => ({
              ...{ id, type: "function", function: { name, arguments: args } },
              ...extras,
            })),
          }),
    }),
  };
}
