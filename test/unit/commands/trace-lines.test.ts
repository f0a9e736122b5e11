// A trace on a screen: the model's words and calls are read in every protocol an agent may speak.

import { expect, it } from "vitest";
import { traceLines } from "../../../src/commands/trace-lines.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const modelLine = (response: unknown, status = 200) => {
  const event = { type: "model" as const, atMs: 0, request: {}, status, response, durationMs: 1 };
  return traceLines({ task: "alpha", messages: [], events: [event] }, trialRecord())[1];
};

const call = { name: "shell", arguments: '{"command":"ls"}' };

it.each([
  ["chat", { choices: [{ message: { content: "Look.", tool_calls: [{ id: "1", function: call }] } }] }],
  [
    "messages",
    {
      content: [
        { type: "text", text: "Look." },
        { type: "tool_use", name: "shell", input: { command: "ls" } },
      ],
    },
  ],
  [
    "responses",
    {
      output: [
        { type: "message", content: [{ type: "output_text", text: "Look." }] },
        { type: "function_call", call_id: "1", ...call },
      ],
    },
  ],
])("says what the model said and called, spoken in %s", (_, response) => {
  expect(modelLine(response)).toBe('    model     Look.; shell {"command":"ls"}');
});

it("says the status of what is no answer", () => {
  expect(modelLine({ error: { message: "down" } }, 503)).toBe("    model     status 503");
});
