import { expect, test } from "vitest";
import { upstreamError } from "../../../src/gateway/upstream-error.ts";

const openAi = (code: string, message = "no") => ({ error: { message, type: "invalid_request_error", code } });
const anthropic = (type: string, message = "no") => ({ type: "error", error: { type, message } });
const gemini = (status: string, message: string, reason?: string) => [
  { error: { code: 400, message, status, details: reason === undefined ? [] : [{ reason }] } },
];

test.each([
  ["OpenAI", 401, openAi("invalid_api_key"), "config key-refused"],
  ["OpenAI", 429, openAi("insufficient_quota"), "config quota-spent"],
  ["OpenAI", 429, openAi("rate_limit_exceeded"), "infrastructure rate-limited"],
  ["OpenAI", 429, openAi("rate_limit_exceeded", "Request too large for gpt-5 on tokens per min (TPM)"), "the box's"],
  ["OpenAI", 404, openAi("model_not_found"), "config model-not-found"],
  ["OpenAI", 400, openAi("context_length_exceeded"), "the box's"],
  ["OpenAI", 400, { error: { message: "Unsupported value", param: "reasoning_effort" } }, "config effort-refused"],
  ["OpenAI", 400, { error: { message: "Unsupported value", param: "temperature" } }, "the box's"],
  ["OpenAI", 500, openAi("server_error"), "infrastructure upstream-failed"],
  ["Anthropic", 401, anthropic("authentication_error"), "config key-refused"],
  ["Anthropic", 403, anthropic("permission_error"), "config key-refused"],
  ["Anthropic", 402, anthropic("billing_error"), "config quota-spent"],
  ["Anthropic", 400, anthropic("invalid_request_error", "Your credit balance is too low"), "config quota-spent"],
  ["Anthropic", 400, anthropic("invalid_request_error", "output_config.effort: unknown"), "config effort-refused"],
  ["Anthropic", 400, anthropic("invalid_request_error", "messages: must not be empty"), "the box's"],
  ["Anthropic", 404, anthropic("not_found_error"), "config model-not-found"],
  ["Anthropic", 413, anthropic("request_too_large"), "the box's"],
  ["Anthropic", 429, anthropic("rate_limit_error"), "infrastructure rate-limited"],
  ["Anthropic", 529, anthropic("overloaded_error"), "infrastructure upstream-failed"],
  ["Gemini", 400, gemini("INVALID_ARGUMENT", "API key not valid. Please pass one."), "config key-refused"],
  ["Gemini", 400, gemini("INVALID_ARGUMENT", "no", "API_KEY_INVALID"), "config key-refused"],
  ["Gemini", 400, gemini("INVALID_ARGUMENT", "Unknown name"), "the box's"],
  ["Gemini", 429, gemini("RESOURCE_EXHAUSTED", "slow down"), "infrastructure rate-limited"],
  ["Gemini", 503, gemini("UNAVAILABLE", "overloaded"), "infrastructure upstream-failed"],
  ["OpenRouter", 402, { error: { code: 402, message: "credits" } }, "config quota-spent"],
  ["OpenRouter", 403, { error: { code: 403, message: "no", metadata: { reasons: ["violence"] } } }, "the box's"],
  ["OpenRouter", 403, { error: { code: 403, message: "no" } }, "config key-refused"],
  ["a server of one's own", 404, "page not found", "config model-not-found"],
  ["a server of one's own", 422, { detail: [] }, "the box's"],
  ["a proxy", 200, { error: { message: "busy" } }, "infrastructure upstream-failed"],
  ["a proxy", 200, undefined, "infrastructure upstream-failed"],
  ["a proxy", 408, undefined, "infrastructure upstream-failed"],
])("%s: %i %j is %s fault", (_provider, status, body, expected) => {
  const error = upstreamError({ name: "x", status, body, isAnswer: () => false });
  expect(error === undefined ? "the box's" : `${error.fault} ${error.code}`).toBe(expected);
});

test("an answer is nobody's fault", () => {
  expect(upstreamError({ name: "x", status: 200, body: {}, isAnswer: () => true })).toBeUndefined();
});
