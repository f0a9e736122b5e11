// The messages of a chat completion, put together from items that other protocols keep apart.

import type { Json } from "../json.ts";
import type { Carried } from "./carried.ts";
import { withExtras } from "./chat-extras.ts";

export class ChatMessages {
  readonly #carried: Carried;
  readonly #messages: Json[] = [];
  /** Images of tool results: a tool's message holds text only. */
  #images: Json[] = [];

  constructor(carried: Carried) {
    this.#carried = carried;
  }

  /** Those at the beginning become one, later ones the user's: many models' templates take no others. */
  system(text: string): void {
    if (text === "") return;
    const [only, ...more] = this.#messages;
    if (only === undefined) this.#add({ role: "system", content: text });
    else if (more.length === 0 && only["role"] === "system") only["content"] = `${only["content"]}\n\n${text}`;
    else this.user([{ type: "text", text }]);
  }

  user(parts: readonly Json[]): void {
    if (parts.length > 0) this.#add({ role: "user", content: contentOf(parts) });
  }

  assistant(text: string): void {
    const turn = this.#turn();
    turn["content"] = turn["content"] === null ? text : `${turn["content"]}${text}`;
  }

  call(id: string, name: string, args: string): void {
    const turn = this.#turn();
    const calls = Array.isArray(turn["tool_calls"]) ? turn["tool_calls"] : [];
    turn["tool_calls"] = [...calls, { id, type: "function", function: { name, arguments: args } }];
  }

  toolResult(id: string, parts: readonly Json[]): void {
    const texts = parts.filter(({ type }) => type === "text").map(({ text }) => text);
    const others = parts.filter(({ type }) => type !== "text");
    if (others.length > 0) texts.push(`(${others.length} more with the next message)`);
    this.#messages.push({ role: "tool", tool_call_id: id, content: texts.join("\n") });
    this.#images.push(...others);
  }

  done(): Json[] {
    this.#flush();
    return this.#messages.map((message) =>
      message["role"] === "assistant" ? withExtras(this.#carried, message) : message,
    );
  }

  /** The assistant's message that is being written. */
  #turn(): Json {
    const last = this.#messages.at(-1);
    if (last?.["role"] === "assistant" && this.#images.length === 0) return last;
    const turn: Json = { role: "assistant", content: null };
    this.#add(turn);
    return turn;
  }

  #add(message: Json): void {
    this.#flush();
    this.#messages.push(message);
  }

  #flush(): void {
    if (this.#images.length === 0) return;
    this.#messages.push({ role: "user", content: this.#images });
    this.#images = [];
  }
}

/** Text alone is a string, which every server takes. */
function contentOf(parts: readonly Json[]): unknown {
  return parts.every(({ type }) => type === "text") ? parts.map(({ text }) => text).join("\n") : parts;
}
