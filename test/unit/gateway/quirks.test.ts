import { describe, expect, test } from "vitest";
import type { Protocol } from "../../../src/core/model.ts";
import { finishRequest } from "../../../src/gateway/finish-request.ts";
import type { Json } from "../../../src/gateway/json.ts";
import { quirksOf, unfitPin } from "../../../src/gateway/quirks.ts";

function finish(family: string, protocol: Protocol, model: string, body: Json, effort?: string) {
  const pins = { model, upstreamModel: model, ...(effort === undefined ? {} : { reasoningEffort: effort }) };
  return finishRequest(protocol, body, pins, quirksOf(family, model));
}

describe("a temperature", () => {
  test.each([
    ["openai", "gpt-4.1", undefined, true],
    ["openai", "gpt-5.2", undefined, false],
    ["openai", "gpt-5.2", "low", false],
    ["openai", "gpt-5.2", "none", true],
    ["openai", "gpt-5-chat-latest", undefined, true],
    ["openai", "o3", undefined, false],
    ["openrouter", "openai/gpt-5.2", undefined, true],
    ["compatible", "qwen3", "high", true],
    ["gemini", "gemini-3-pro", "low", true],
  ])("of %s's %s with the effort %s is passed on: %s", (family, model, effort, passed) => {
    const { body, leftOut } = finish(family, "chat", model, { temperature: 0, messages: [] }, effort);
    expect(["temperature" in body, leftOut]).toEqual([passed, passed ? [] : ["temperature"]]);
  });

  test.each([
    ["claude-opus-4-7", undefined, {}, []],
    ["claude-sonnet-5", undefined, {}, []],
    ["claude-haiku-5-5", undefined, {}, []],
    ["claude-fable-5", undefined, {}, []],
    ["claude-sonnet-4-6", undefined, {}, ["temperature"]],
    ["claude-haiku-4-5-20251001", undefined, {}, ["temperature"]],
    ["claude-opus-4-20250514", undefined, {}, ["temperature"]],
    ["claude-3-7-sonnet-20250219", undefined, {}, ["temperature"]],
    ["claude-sonnet-4-6", "low", {}, []],
    ["claude-sonnet-4-6", undefined, { thinking: { type: "adaptive" } }, []],
  ])("of %s with the effort %s and %j: of temperature and top_p, %j are left", (model, effort, extra, left) => {
    const { body } = finish("anthropic", "messages", model, { temperature: 0.5, top_p: 0.9, ...extra }, effort);
    expect(["temperature", "top_p"].filter((name) => name in body)).toEqual(left);
  });
});

describe("the limit of output tokens", () => {
  test.each([
    ["openai", { max_tokens: 5 }, { max_completion_tokens: 5 }],
    ["openai", { max_completion_tokens: 5, max_tokens: 9 }, { max_completion_tokens: 5 }],
    ["gemini", { max_completion_tokens: 5 }, { max_tokens: 5 }],
    ["compatible", { max_completion_tokens: 5 }, { max_tokens: 5 }],
    ["compatible", {}, {}],
    ["nobody's", { max_completion_tokens: 5 }, { max_completion_tokens: 5 }],
  ])("for %s: %j is %j", (family, given, expected) => {
    const { body } = finish(family, "chat", "m", given);
    expect(body).toEqual({ model: "m", ...expected });
  });

  test("is given to Anthropic where the box has none", () => {
    expect(finish("anthropic", "messages", "claude-opus-5", {}).body).toEqual({
      model: "claude-opus-5",
      max_tokens: 32_000,
    });
  });
});

describe("an effort for Anthropic's models", () => {
  const thinking = (model: string, effort: string, extra: Json = {}) => {
    const { body } = finish("anthropic", "messages", model, { max_tokens: 8000, ...extra }, effort);
    const { thinking: said, output_config, max_tokens } = body;
    return { thinking: said, output_config, max_tokens };
  };

  test.each([
    ["claude-opus-5", "high", { type: "adaptive" }, { effort: "high" }, 8000],
    ["claude-opus-5", "none", { type: "disabled" }, undefined, 8000],
    ["claude-sonnet-4-5-20250929", "low", { type: "enabled", budget_tokens: 4096 }, undefined, 8000],
    ["claude-haiku-4-5", "high", { type: "enabled", budget_tokens: 24_576 }, undefined, 32_576],
    ["claude-haiku-4-5", "none", { type: "disabled" }, undefined, 8000],
  ])("%s, %s", (model, effort, said, output_config, max_tokens) => {
    expect(thinking(model, effort)).toEqual({ thinking: said, output_config, max_tokens });
  });

  test("keeps a format and a display, and gives way to a forced tool call", () => {
    const format = { type: "json_schema", schema: {} };
    const extra = { output_config: { format }, thinking: { type: "disabled", display: "omitted" } };
    expect(thinking("claude-opus-5", "low", extra)).toMatchObject({
      ...{ thinking: { type: "adaptive", display: "omitted" }, output_config: { format, effort: "low" } },
    });
    const forced = { tool_choice: { type: "any" } };
    expect(thinking("claude-opus-5", "low", forced).thinking).toEqual({ type: "disabled" });
    expect(thinking("claude-fable-5", "low", forced).thinking).toBeUndefined();
  });
});

test.each([
  ["openai", "gpt-5.2", "minimal", null],
  ["openai", "gpt-5.2", "huge", "gpt-5.2 has no effort huge; it has none, minimal, low, medium, high, xhigh, max"],
  ["anthropic", "claude-fable-5", "none", "claude-fable-5 has no effort none; it has low, medium, high, xhigh, max"],
  ["anthropic", "claude-haiku-4-5", "max", "claude-haiku-4-5 has no effort max; it has none, low, medium, high"],
  ["gemini", "gemini-3-pro", "xhigh", "gemini-3-pro has no effort xhigh; it has none, minimal, low, medium, high"],
  ["compatible", "qwen3", "anything", null],
])("%s's %s can be pinned to the effort %s: %s", (family, model, reasoningEffort, expected) => {
  expect(unfitPin({ model, reasoningEffort }, quirksOf(family, model))).toBe(expected);
});

test("a seed cannot be pinned for a model that takes none", () => {
  expect(unfitPin({ model: "claude-opus-5", seed: 1 }, quirksOf("anthropic", "claude-opus-5"))).toBe(
    "claude-opus-5 takes no seed",
  );
  expect(unfitPin({ model: "gpt-4.1", seed: 1 }, quirksOf("openai", "gpt-4.1"))).toBeNull();
});
