// What must hold of every translation, tried on many answers and conversations from a seeded generator.

import { describe, expect, test } from "vitest";
import { assembleStream } from "../../../src/channel/assemble-stream.ts";
import type { Protocol } from "../../../src/core/model.ts";
import type { Json } from "../../../src/gateway/json.ts";
import { protocols } from "../../../src/gateway/protocols/index.ts";
import { chatToMessages } from "../../../src/gateway/translate/chat-to-messages/chat-to-messages.ts";
import { openTranslator } from "../../../src/gateway/translate/index.ts";
import { messagesToChat } from "../../../src/gateway/translate/messages-to-chat/messages-to-chat.ts";
import { responsesToChat } from "../../../src/gateway/translate/responses-to-chat/responses-to-chat.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { chatAnswer, chatStream, messageAnswer, messageStream, type Said } from "../../helpers/provider-answers.ts";

const rounds = 60;
/** Of free text, among functions of which nothing is known. */
const tools = [{ type: "custom", name: "tool_2" }];

function generator(seed: number) {
  const random = seededRandom(`translations ${seed}`);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  const word = () => pick(["plain ", "naïve ", "日本語 ", '"quoted" ', "back\\slash ", "line\nbreak ", "{} ", "🙂 "]);
  const text = () => Array.from({ length: 1 + below(6) }, word).join("");
  const args = () => pick<Json>([{}, { a: text() }, { deep: [{ b: null }, 1.5, true] }, { "": "" }]);
  return { below, pick, text, args };
}

type Generator = ReturnType<typeof generator>;

function someAnswer({ below, text, args }: Generator, round: number): Said {
  const calls = Array.from({ length: below(4) }, (_call, index) => ({
    ...{ id: `call_${round}_${index}`, name: `tool_${below(3)}`, args: args() },
  }));
  return {
    ...(below(2) === 0 ? {} : { reasoning: text() }),
    ...(calls.length > 0 && below(2) === 0 ? {} : { text: text() }),
    calls,
  };
}

const asks: Readonly<Record<Protocol, Json>> = {
  responses: { input: "hi", tools, stream: true },
  messages: {
    max_tokens: 9,
    messages: [{ role: "user", content: "hi" }],
    thinking: { type: "adaptive" },
    stream: true,
  },
  chat: { messages: [{ role: "user", content: "hi" }], stream: true, stream_options: { include_usage: true } },
};

describe.each([
  ["responses", "chat"],
  ["messages", "chat"],
  ["chat", "messages"],
  ["responses", "messages"],
] as const)("%s over %s", (box, upstream) => {
  const whole = upstream === "chat" ? chatAnswer : messageAnswer;
  const pieces = upstream === "chat" ? chatStream : messageStream;

  test("a streamed answer adds up to the whole one", () => {
    for (let round = 0; round < rounds; round++) {
      const said = someAnswer(generator(round), round);
      const translator = openTranslator(box, upstream);
      if (translator === null) throw new Error("no translator");
      const expected = translator.answer(whole(said).json as Json, asks[box]);
      const stream = translator.stream(asks[box]);
      const events = (pieces(said).events ?? []).filter((event) => typeof event !== "string");
      const out = [...events.flatMap((event) => stream.push(event)), ...stream.end()];
      const text = out.map((event) => Buffer.from(protocols[box].encode(event)).toString()).join("");
      expect(comparable(assembleStream(text)), JSON.stringify(said)).toEqual(comparable(expected));
    }
  });

  test("a stream's meter counts of its own protocol what the whole answer says", () => {
    const said = someAnswer(generator(1), 1);
    const meter = protocols[upstream].meter();
    for (const event of pieces(said).events ?? []) {
      meter.see(typeof event === "string" ? event : "", typeof event === "string" ? undefined : event);
    }
    expect([meter.tokens(), meter.complete()]).toEqual([protocols[upstream].tokensOf(whole(said).json), true]);
  });
});

/** Ids of items and times differ between the two ways; what is said does not. */
function comparable(answer: unknown): unknown {
  const { created: _, created_at: __, object: ___, type: ____, ...rest } = answer as Json;
  const text = JSON.stringify(rest, (key, value: unknown) => {
    if (key === "id" && typeof value === "string" && /^(rs|msg|fc)_/.test(value)) return undefined;
    // Whole and streamed chat completions leave these out or say that they are empty.
    if (["refusal", "logprobs", "content", "extra_content"].includes(key) && (value === null || value === ""))
      return undefined;
    return value;
  });
  return JSON.parse(text);
}

function someConversation({ below, text, args }: Generator, round: number): Json[] {
  const messages: Json[] = below(2) === 0 ? [] : [{ role: "system", content: text() }];
  messages.push({ role: "user", content: text() });
  for (let turn = 0; turn < 1 + below(4); turn++) {
    const calls = Array.from({ length: below(3) }, (_call, index) => ({
      ...{ id: `call_${round}_${turn}_${index}`, type: "function" },
      function: { name: `tool_${below(3)}`, arguments: JSON.stringify(args()) },
    }));
    const content = calls.length > 0 && below(2) === 0 ? null : text();
    messages.push({ role: "assistant", content, ...(calls.length === 0 ? {} : { tool_calls: calls }) });
    for (const { id } of calls) messages.push({ role: "tool", tool_call_id: id, content: text() });
    if (calls.length === 0 || below(3) === 0) messages.push({ role: "user", content: text() });
  }
  return messages;
}

test("a conversation that goes to Anthropic's form and back is the same", () => {
  for (let round = 0; round < rounds; round++) {
    const messages = someConversation(generator(round), round);
    const there = chatToMessages().request({ messages });
    expect(messagesToChat().request(there)["messages"]).toEqual(messages);
  }
});

test("an answer that goes to another form and comes back as history is the same", () => {
  for (let round = 0; round < rounds; round++) {
    const said = someAnswer(generator(round), round);
    const { text = null, calls = [] } = said;
    const expected = calls.map(({ id, name, args }) => [id, name, args]);
    const bare = { input: "hi", tools };
    for (const [translator, back] of [
      [responsesToChat(), (answer: Json) => ({ ...bare, input: answer["output"] })],
      [messagesToChat(), (answer: Json) => ({ messages: [{ role: "assistant", content: answer["content"] }] })],
    ] as const) {
      const answer = translator.answer(chatAnswer(said).json as Json, bare);
      const { messages } = translator.request(back(answer)) as { messages: Json[] };
      const [message] = messages.filter(({ role }) => role === "assistant");
      expect(message?.["content"] ?? null).toBe(text);
      const told = (message?.["tool_calls"] ?? []) as Array<{
        id: string;
        function: { name: string; arguments: string };
      }>;
      expect(told.map(({ id, function: call }) => [id, call.name, unwrapped(call)])).toEqual(
        expected.map(([id, name, args]) => [
          id,
          name,
          unwrapped({ name: String(name), arguments: JSON.stringify(args) }),
        ]),
      );
    }
  }
});

/** A custom tool's input is text: what the model wrote is that text, wrapped or not. */
function unwrapped({ name, arguments: args }: { name: string; arguments: string }): unknown {
  const value: unknown = JSON.parse(args);
  if (!tools.some((tool) => tool.name === name)) return value;
  const input = (value as Json)["input"];
  return typeof input === "string" ? JSON.parse(input) : value;
}
