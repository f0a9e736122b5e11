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
