import { expect, it } from "vitest";
import { assembleStream } from "../../../src/channel/assemble-stream.ts";

it("adds the pieces of a chat completion up to its message", () => {
  const call = (part: unknown) => ({ choices: [{ index: 0, delta: { tool_calls: [part] }, finish_reason: null }] });
  const text = events([
    { id: "c", model: "m", choices: [{ index: 0, delta: { role: "assistant", content: "Hel" }, finish_reason: null }] },
    { id: "c", model: "m", choices: [{ index: 0, delta: { content: "lo" }, finish_reason: null }] },
    call({ index: 0, id: "1", type: "function", function: { name: "bash", arguments: '{"comm' } }),
    call({ index: 0, function: { arguments: 'and":"ls"}' } }),
    { choices: [{ index: 0, delta: {}, finish_reason: "tool_calls" }] },
    { choices: [], usage: { total_tokens: 3 } },
  ]);
  expect(assembleStream(`${text}data: [DONE]\n\n`)).toEqual({
    id: "c",
    model: "m",
    object: "chat.completion",
    usage: { total_tokens: 3 },
    choices: [
      {
        index: 0,
        finish_reason: "tool_calls",
        message: {
          role: "assistant",
          content: "Hello",
          tool_calls: [{ id: "1", type: "function", function: { name: "bash", arguments: '{"command":"ls"}' } }],
        },
      },
    ],
  });
});

it("takes the last whole response of the responses protocol", () => {
  const text = events([
    { type: "response.created", response: { output: [] } },
    { type: "response.completed", response: { output: [1] } },
  ]);
  expect(assembleStream(text)).toEqual({ output: [1] });
});

it("keeps the finished items of a response that broke off", () => {
  const text = events([
    { type: "response.created", response: { id: "r", status: "in_progress", output: [] } },
    { type: "response.output_item.done", item: { type: "message" } },
    { type: "error", message: "broken" },
  ]);
  expect(assembleStream(text)).toEqual({ id: "r", status: "in_progress", output: [{ type: "message" }] });
});

it("adds the events of Anthropic's messages up to the message", () => {
  const delta = (index: number, part: object) => ({ type: "content_block_delta", index, delta: part });
  const usage = { input_tokens: 5, output_tokens: 1, cache_read_input_tokens: 2 };
  const text = events([
    { type: "message_start", message: { id: "m", role: "assistant", content: [], stop_reason: null, usage } },
    { type: "ping" },
    { type: "content_block_start", index: 0, content_block: { type: "thinking", thinking: "", signature: "" } },
    delta(0, { type: "thinking_delta", thinking: "Hm" }),
    delta(0, { type: "signature_delta", signature: "s" }),
    { type: "content_block_stop", index: 0 },
    { type: "content_block_start", index: 1, content_block: { type: "text", text: "" } },
    delta(1, { type: "text_delta", text: "Hel" }),
    delta(1, { type: "text_delta", text: "lo" }),
    { type: "content_block_start", index: 2, content_block: { type: "tool_use", id: "t", name: "ls", input: {} } },
    delta(2, { type: "input_json_delta", partial_json: '{"a":' }),
    delta(2, { type: "input_json_delta", partial_json: "1}" }),
    { type: "content_block_start", index: 3, content_block: { type: "tool_use", id: "u", name: "ls", input: {} } },
    delta(3, { type: "input_json_delta", partial_json: "" }),
    { type: "message_delta", delta: { stop_reason: "tool_use", stop_sequence: null }, usage: { output_tokens: 9 } },
    { type: "message_stop" },
  ]);
  expect(assembleStream(text)).toEqual({
    ...{ id: "m", role: "assistant", stop_reason: "tool_use" },
    content: [
      { type: "thinking", thinking: "Hm", signature: "s" },
      { type: "text", text: "Hello" },
      { type: "tool_use", id: "t", name: "ls", input: { a: 1 } },
      { type: "tool_use", id: "u", name: "ls", input: {} },
    ],
    usage: { ...usage, output_tokens: 9 },
  });
});

it("keeps what there was of a message that broke off, and why", () => {
  const text = events([
    { type: "message_start", message: { id: "m", usage: null } },
    { type: "content_block_delta", index: 4, delta: { type: "text_delta", text: "of no block" } },
    { type: "content_block_start", index: 0, content_block: { type: "tool_use", input: {} } },
    { type: "content_block_delta", index: 0, delta: { type: "input_json_delta", partial_json: '{"a' } },
    { type: "error", error: { type: "overloaded_error" } },
  ]);
  expect(assembleStream(text)).toEqual({
    ...{ id: "m", usage: null, error: { type: "overloaded_error" } },
    content: [{ type: "tool_use", input: '{"a' }],
  });
});

it("keeps the events of a protocol that it does not know, broken ones as text", () => {
  expect(assembleStream('event: x\ndata: {"a":1}\n\ndata: {"b"\n\n')).toEqual({ events: [{ a: 1 }, '{"b"'] });
});

it("is not confused by hostile pieces", () => {
  const part = { index: 1e9, function: { name: 5, arguments: null } };
  const text = events([null, [], { choices: [null, { delta: { tool_calls: [null, part] } }] }]);
  expect(assembleStream(text)).toMatchObject({ choices: [{ message: { tool_calls: [{ function: { name: "" } }] } }] });
});

function events(values: readonly unknown[]): string {
  return values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join("");
}
