import { describe, expect, test } from "vitest";
import type { TraceEvent } from "../../../src/core/trial.ts";
import { buildResult, buildTrace, isTraced } from "../../../src/trials/trace.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const user = { role: "user", content: "do it" };
const call = { role: "assistant", content: null, tool_calls: [{ id: "1" }] };
const output = { role: "tool", tool_call_id: "1", content: "done" };
const closing = { role: "assistant", content: "finished" };

function model(messages: unknown, answer: unknown, atMs = 0): TraceEvent {
  const response = answer === undefined ? null : { choices: [{ message: answer }] };
  return { type: "model", atMs, request: { model: "m", messages }, status: 200, response, durationMs: 5 };
}

const command: TraceEvent = {
  ...{ type: "exec", atMs: 3, command: "ls", exitCode: 0, stdout: "a", stderr: "", timedOut: false, durationMs: 1 },
};

describe("a trace", () => {
  test("holds the conversation once and every step in order", () => {
    const events = [model([user], call), command, model([user, call, output], closing, 9)];
    expect(buildTrace("alpha", { events })).toEqual({
      task: "alpha",
      messages: [user, call, output, closing],
      events: [
        { ...events[0], request: { model: "m", messages: "1 messages" } },
        command,
        { ...events[2], request: { model: "m", messages: "3 messages" } },
      ],
    });
  });

  const block = { role: "assistant", content: [{ type: "text" }] };

  test.each<[words: string, request: object, response: object, messages: object[]]>([
    ["responses", { model: "m", input: [user, call] }, { output: [closing] }, [user, call, closing]],
    ["a response to a text", { model: "m", input: "do it" }, { output: [closing] }, [user, closing]],
    ["Anthropic's messages", { messages: [user] }, { ...block, usage: {} }, [user, block]],
  ])("of %s holds the conversation", (_words, request, response, messages) => {
    const event: TraceEvent = { type: "model", atMs: 0, request, status: 200, response, durationMs: 1 };
    const trace = buildTrace("alpha", { events: [event] });
    expect(trace.messages).toEqual(messages);
    const told = Object.values((trace.events[0] as { request: object }).request);
    expect(told.filter((value) => Array.isArray(value))).toEqual([]);
  });

  test.each([
    ["no model call", [command], []],
    ["a call that was never answered", [model([user], undefined)], [user]],
    ["a call without messages", [model(undefined, closing)], [closing]],
    ["messages that are no list", [model("text", closing)], [closing]],
    ["nothing", [], []],
  ])("of %s holds what there is", (_words, events, messages) => {
    expect(buildTrace("alpha", { events }).messages).toEqual(messages);
  });

  test.each([["a text"], [null], [7], [["a list"]]])("survives an agent whose request is %j", (request) => {
    const event: TraceEvent = { type: "model", atMs: 0, request, status: 400, response: "no", durationMs: 1 };
    const { messages, events } = buildTrace("alpha", { events: [event] });
    expect([messages, events.length]).toEqual([[], 1]);
  });

  test("leaves the events it was given as they are", () => {
    const events = [model([user], closing)];
    const before = structuredClone(events);
    buildTrace("alpha", { events });
    expect(events).toEqual(before);
  });
});

describe("what is published beside a trace", () => {
  const artifacts = (name: string) => ({ manifest: [], files: new Map([[name, new Uint8Array()]]) });
  const step = { step: "first", rewards: { reward: 1 }, agentEnd: null, output: "" };

  test("is kept by the step that did", () => {
    const steps = [
      { ...step, artifacts: artifacts("of a step") },
      { ...step, step: "second" },
    ];
    const { artifacts: kept } = buildTrace("alpha", { events: [], artifacts: artifacts("of the task"), steps });
    expect(kept).toEqual(
      new Map([
        ["", artifacts("of the task")],
        ["first", artifacts("of a step")],
      ]),
    );
  });

  test.each([
    ["train", "candidate", true],
    ["baseline", "candidate", true],
    ["test", "candidate", false],
    ["suite", "candidate", false],
    ["train", "oracle", false],
  ] as const)("of %s by %s: %s", (name, kind, traced) => {
    expect(isTraced({ step: name, agent: { kind } })).toBe(traced);
  });
});

describe("a result", () => {
  const config = {
    model: "test-model",
    reasoning_effort: null,
    limits: expect.objectContaining({ maxModelCalls: 50, agentTimeoutMs: 60_000 }),
  };

  test("of a scored trial", () => {
    expect(buildResult(trialRecord({ notes: ["a note"], totalMs: 1234.56 }))).toEqual({
      task: "alpha",
      reward: 1,
      outcome: "scored",
      agent_end: { how: "finished", code: "finished", detail: "" },
      verifier_output: "ok",
      duration_sec: 1.235,
      model_calls: 1,
      input_tokens: 100,
      output_tokens: 10,
      cost_usd: 1,
      notes: ["a note"],
      config,
    });
  });

  test.each(["void", "invalid"] as const)("of a trial that is %s has no reward and a reason", (status) => {
    const result = buildResult(trialRecord({ outcome: { status, reason: "why" } }));
    expect(result).toMatchObject({ reward: null, outcome: status, reason: "why" });
  });

  test("says null where the cost is unknown", () => {
    const record = trialRecord();
    expect(buildResult({ ...record, usage: { ...record.usage, costUsd: undefined } })["cost_usd"]).toBeNull();
  });
});
