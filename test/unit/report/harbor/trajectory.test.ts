import { describe, expect, test } from "vitest";
import type { TraceEvent } from "../../../../src/core/trial.ts";
import { trajectoryOf } from "../../../../src/report/harbor/trajectory.ts";
import { trialRecord } from "../../../helpers/fake-trials.ts";

const startedAt = Date.parse("2026-01-02T03:04:05.000Z");
const agent = "ab".repeat(32);
const system = { role: "system", content: "be brief" };
const user = { role: "user", content: "list it" };
const end: TraceEvent = { type: "end", atMs: 900, end: { how: "finished", code: "finished", detail: "" } };

function model(response: unknown, atMs: number, request: object = {}): TraceEvent {
  return { type: "model", atMs, request: { model: "m", ...request }, status: 200, response, durationMs: 5.4 };
}

function exec(command: string, atMs: number, exitCode = 0): TraceEvent {
  return { type: "exec", atMs, command, exitCode, stdout: "a\n", stderr: "", timedOut: false, durationMs: 1 };
}

function stepsOf(messages: readonly unknown[], events: readonly TraceEvent[]) {
  const trace = { task: "alpha", messages: [...messages], events };
  return trajectoryOf(trialRecord({ agent }), trace, startedAt)["steps"] as Array<Record<string, unknown>>;
}

const call = { id: "c1", name: "shell", args: { command: "ls" } };
const usage = { prompt: 100, completion: 20, cached: 60 };

/** The same answer in each protocol. */
const answers = {
  chat: {
    choices: [
      {
        message: {
          ...{ role: "assistant", content: "I look", reasoning_content: "hm" },
          tool_calls: [{ id: "c1", type: "function", function: { name: "shell", arguments: '{"command":"ls"}' } }],
        },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, prompt_tokens_details: { cached_tokens: 60 } },
  },
  messages: {
    content: [
      { type: "thinking", thinking: "hm" },
      { type: "text", text: "I look" },
      { type: "tool_use", id: "c1", name: "shell", input: { command: "ls" } },
    ],
    usage: { input_tokens: 40, cache_read_input_tokens: 60, cache_creation_input_tokens: 0, output_tokens: 20 },
  },
  responses: {
    output: [
      { type: "reasoning", summary: [{ type: "summary_text", text: "hm" }] },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "I look" }] },
      { type: "function_call", call_id: "c1", name: "shell", arguments: '{"command":"ls"}' },
    ],
    usage: { input_tokens: 100, input_tokens_details: { cached_tokens: 60 }, output_tokens: 20 },
  },
};

describe("a trajectory", () => {
  test.each(Object.entries(answers))("of an agent that speaks %s", (_protocol, answer) => {
    expect(stepsOf([system, user], [model(answer, 100), exec("ls", 200), end])).toEqual([
      { step_id: 1, timestamp: "2026-01-02T03:04:05.000000Z", source: "system", message: "be brief" },
      { step_id: 2, timestamp: "2026-01-02T03:04:05.000000Z", source: "user", message: "list it" },
      {
        step_id: 3,
        timestamp: "2026-01-02T03:04:05.100000Z",
        source: "agent",
        message: "I look",
        reasoning_content: "hm",
        tool_calls: [{ tool_call_id: call.id, function_name: call.name, arguments: call.args }],
        metrics: { prompt_tokens: usage.prompt, completion_tokens: usage.completion, cached_tokens: usage.cached },
        llm_call_count: 1,
        extra: { status: 200, duration_ms: 5 },
        observation: {
          results: [
            {
              source_call_id: "c1",
              content: "$ ls\na\n",
              extra: { type: "exec", exit_code: 0, timed_out: false, duration_ms: 1 },
            },
          ],
        },
      },
      {
        step_id: 4,
        timestamp: "2026-01-02T03:04:05.900000Z",
        source: "system",
        message: "the agent's end: finished (finished)",
      },
    ]);
  });

  test("says whose it is and what it used", () => {
    const trajectory = trajectoryOf(trialRecord({ agent }), { messages: [], events: [end] }, startedAt);
    expect({ ...trajectory, steps: [] }).toEqual({
      schema_version: "ATIF-v1.8",
      session_id: trialRecord({ agent }).key,
      agent: { name: "auto-harness", version: agent.slice(0, 16), model_name: "test-model" },
      steps: [],
      final_metrics: {
        ...{ total_prompt_tokens: 100, total_completion_tokens: 10, total_cached_tokens: 0, total_cost_usd: 1 },
        total_steps: 1,
      },
    });
  });

  test("leaves an unknown cost out", () => {
    const record = trialRecord({ agent });
    const unknown = { ...record, usage: { ...record.usage, costUsd: undefined } };
    const { final_metrics } = trajectoryOf(unknown, { messages: [], events: [] }, startedAt);
    expect(final_metrics).not.toHaveProperty("total_cost_usd");
  });

  test("gives commands to no call where there are more or fewer of them", () => {
    const events = [model(answers.chat, 100), exec("ls", 200), exec("cat a", 300), end];
    const [, step] = stepsOf([user], events);
    expect(step?.["observation"]).toEqual({
      results: [
        { content: "$ ls\na\n", extra: expect.anything() },
        { content: "$ cat a\na\n", extra: expect.anything() },
      ],
    });
  });

  test("names calls without an id, and keeps arguments that are no object", () => {
    const calls = [{ function: { name: "shell", arguments: "not json" } }, { function: { name: "stop" } }];
    const answer = { choices: [{ message: { content: null, tool_calls: calls } }] };
    expect(stepsOf([], [model(answer, 1)])[0]).toMatchObject({
      message: "",
      tool_calls: [
        { tool_call_id: "call-1", function_name: "shell", arguments: { value: "not json" } },
        { tool_call_id: "call-2", function_name: "stop", arguments: {} },
      ],
    });
  });

  test("is of the agent alone where no model is asked", () => {
    const file: TraceEvent = { type: "file", atMs: 5, direction: "upload", path: "/app/a", bytes: 3 };
    const log: TraceEvent = { type: "log", atMs: 6, text: "hello" };
    expect(stepsOf([], [exec("ls", 1, 2), file, log])[0]).toEqual({
      ...{ step_id: 1, timestamp: "2026-01-02T03:04:05.001000Z", source: "agent", message: "", llm_call_count: 0 },
      observation: {
        results: [
          { content: "$ ls\na\n", extra: { type: "exec", exit_code: 2, timed_out: false, duration_ms: 1 } },
          { content: "upload /app/a", extra: { type: "file", bytes: 3 } },
          { content: "hello", extra: { type: "log" } },
        ],
      },
    });
  });

  test("of a conversation has what the other side said where it said it", () => {
    const turn = (atMs: number, content: string): TraceEvent => ({
      ...{ type: "turn", atMs, messages: [{ role: "user", content }], reply: null, durationMs: 1 },
    });
    const answer = (content: string) => ({ choices: [{ message: { content } }] });
    const events = [model(answer("hello"), 20), turn(10, "hi"), model(answer("bye"), 40), turn(30, "go"), end];
    const steps = stepsOf([system, user], events);
    expect(steps.map(({ source, message }) => [source, message])).toEqual([
      ["system", "be brief"],
      ["user", "hi"],
      ["agent", "hello"],
      ["user", "go"],
      ["agent", "bye"],
      ["system", "the agent's end: finished (finished)"],
    ]);
  });

  test("shows calls of the environment's tools, with their price", () => {
    const tool: TraceEvent = {
      ...{ type: "tool", atMs: 3, name: "query", args: { sql: "select 1" }, result: "1", cost: 2, budgetAfter: 8 },
      durationMs: 1,
    };
    expect(stepsOf([], [tool])[0]?.["observation"]).toEqual({
      results: [
        {
          content: 'query {"sql":"select 1"}\n1',
          extra: { type: "tool", duration_ms: 1, cost: 2, budget_after: 8 },
        },
      ],
    });
  });

  test("keeps what a provider or the gateway answered instead", () => {
    const refused: TraceEvent = {
      ...{
        type: "model",
        atMs: 1,
        request: "no object",
        status: 400,
        response: { error: "other model" },
        durationMs: 1,
      },
      refused: "model",
    };
    expect(stepsOf([], [refused])[0]).toMatchObject({
      message: "",
      extra: { status: 400, refused: "model", answer: { error: "other model" } },
    });
  });

  test("takes instructions that stand beside the conversation", () => {
    const request = { instructions: "be brief" };
    expect(stepsOf([user], [model(answers.responses, 1, request)]).slice(0, 2)).toMatchObject([
      { source: "system", message: "be brief" },
      { source: "user", message: "list it" },
    ]);
  });
});
