// An item of a streamed response's output, from its first event to its last.

import type { Json } from "../../json.ts";
import type { ChatPart } from "../chat-parts.ts";
import { messageItem, reasoningItem } from "./response.ts";
import { callItem, type offeredTools } from "./tools.ts";

export interface OpenItemOptions {
  kind: "reasoning" | "message" | "call";
  /** Unique in the response. */
  id: string;
  /** Of a call. */
  call: { id: string; name: string } | null;
  /** In the output. */
  index: number;
  tools: ReturnType<typeof offeredTools>;
}

export class OpenItem {
  readonly kind: OpenItemOptions["kind"];
  readonly #id: string;
  readonly #call: { id: string; name: string };
  readonly #place: Json;
  readonly #tools: OpenItemOptions["tools"];
  /** By part of a message: text, refusal. A call's arguments and a reasoning's summary are the text. */
  readonly #texts = { text: "", refusal: "" };
  #part: "text" | "refusal" | null = null;
  #parts = 0;

  constructor({ kind, id, call, index, tools }: OpenItemOptions) {
    this.kind = kind;
    this.#id = `${{ reasoning: "rs", message: "msg", call: "fc" }[kind]}_${id}`;
    this.#call = call ?? { id: "", name: "" };
    this.#place = { item_id: this.#id, output_index: index };
    this.#tools = tools;
  }

  begin(): Json[] {
    const { output_index } = this.#place;
    const added = { type: "response.output_item.added", output_index, item: this.#beginning() };
    if (this.kind !== "reasoning") return [added];
    const part = { type: "summary_text", text: "" };
    return [added, { type: "response.reasoning_summary_part.added", ...this.#place, summary_index: 0, part }];
  }

  add(part: Exclude<ChatPart, { kind: "call" }>): Json[] {
    if (this.kind === "message") return this.#addText(part.kind === "refusal" ? "refusal" : "text", part.text);
    this.#texts.text += part.text;
    if (this.kind === "reasoning") {
      const delta = { type: "response.reasoning_summary_text.delta", ...this.#place, summary_index: 0 };
      return [{ ...delta, delta: part.text }];
    }
    if (this.item()["type"] !== "function_call") return [];
    return [{ type: "response.function_call_arguments.delta", ...this.#place, delta: part.text }];
  }

  close(): Json[] {
    const { output_index } = this.#place;
    const { text } = this.#texts;
    const item = this.item();
    const done = { type: "response.output_item.done", output_index, item };
    if (this.kind === "message") return [...this.#closePart(), done];
    if (this.kind === "reasoning") {
      const summary = { ...this.#place, summary_index: 0 };
      const part = { type: "summary_text", text };
      return [
        { type: "response.reasoning_summary_text.done", ...summary, text },
        { type: "response.reasoning_summary_part.done", ...summary, part },
        done,
      ];
    }
    if (item["type"] === "custom_tool_call") {
      const input = item["input"];
      return [
        { type: "response.custom_tool_call_input.delta", ...this.#place, delta: input },
        { type: "response.custom_tool_call_input.done", ...this.#place, input },
        done,
      ];
    }
    if (item["type"] !== "function_call") return [done];
    const { name, arguments: args } = item;
    return [{ type: "response.function_call_arguments.done", ...this.#place, name, arguments: args }, done];
  }

  item(): Json {
    const { text, refusal } = this.#texts;
    if (this.kind === "reasoning") return reasoningItem(this.#id, text);
    if (this.kind === "message") return messageItem(this.#id, text, refusal);
    // Calls without arguments are said as such, and not as nothing.
    return callItem({ id: this.#id, callId: this.#call.id, name: this.#call.name, args: text || "{}" }, this.#tools);
  }

  #beginning(): Json {
    if (this.kind === "reasoning") return { id: this.#id, type: "reasoning", summary: [] };
    const item: Json = { ...this.item(), status: "in_progress" };
    if (this.kind === "message") return item;
    if (item["type"] === "function_call") return { ...item, arguments: "" };
    return item["type"] === "custom_tool_call" ? { ...item, input: "" } : item;
  }

  #addText(kind: "text" | "refusal", text: string): Json[] {
    const events: Json[] = [];
    if (this.#part !== kind) {
      events.push(...this.#closePart());
      this.#part = kind;
      events.push({ type: "response.content_part.added", ...this.#inPart(), part: contentPart(kind, "") });
    }
    this.#texts[kind] += text;
    const extra = kind === "text" ? { logprobs: [] } : {};
    return [...events, { type: deltaType[kind], ...this.#inPart(), delta: text, ...extra }];
  }

  #closePart(): Json[] {
    const kind = this.#part;
    if (kind === null) return [];
    const whole = this.#texts[kind];
    const said = kind === "text" ? { text: whole, logprobs: [] } : { refusal: whole };
    const events = [
      { type: doneType[kind], ...this.#inPart(), ...said },
      { type: "response.content_part.done", ...this.#inPart(), part: contentPart(kind, whole) },
    ];
    this.#part = null;
    this.#parts++;
    return events;
  }

  #inPart(): Json {
    return { ...this.#place, content_index: this.#parts };
  }
}

const deltaType = { text: "response.output_text.delta", refusal: "response.refusal.delta" };
const doneType = { text: "response.output_text.done", refusal: "response.refusal.done" };

function contentPart(kind: "text" | "refusal", text: string): Json {
  return kind === "text"
    ? { type: "output_text", text, annotations: [], logprobs: [] }
    : { type: "refusal", refusal: text };
}
