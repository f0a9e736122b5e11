import { expect, test } from "vitest";
import { nameIn, servedBy } from "../../../src/gateway/upstreams/families.ts";

test.each([
  ["gpt-5.2", null, "openai", "OPENAI_API_KEY", "gpt-5.2"],
  ["openai/gpt-5.2", null, "openai", "OPENAI_API_KEY", "gpt-5.2"],
  ["some-model", null, "openai", "OPENAI_API_KEY", "some-model"],
  ["claude-sonnet-5", null, "anthropic", "ANTHROPIC_API_KEY", "claude-sonnet-5"],
  ["anthropic/claude-sonnet-5", null, "anthropic", "ANTHROPIC_API_KEY", "claude-sonnet-5"],
  ["gemini-3-pro", null, "gemini", "GEMINI_API_KEY", "gemini-3-pro"],
  ["google/gemini-3-pro", null, "gemini", "GEMINI_API_KEY", "gemini-3-pro"],
  ["openrouter/anthropic/claude-sonnet-5", null, "openrouter", "OPENROUTER_API_KEY", "anthropic/claude-sonnet-5"],
  ["claude-sonnet-5", "https://api.anthropic.com/v1", "anthropic", "ANTHROPIC_API_KEY", "claude-sonnet-5"],
  ["claude-sonnet-5", "https://proxy.example.org/v1", "compatible", "OPENAI_API_KEY", "claude-sonnet-5"],
  ["claude-sonnet-5", "https://notanthropic.com/v1", "compatible", "OPENAI_API_KEY", "claude-sonnet-5"],
  [
    "anthropic/claude-sonnet-5",
    "https://openrouter.ai/api/v1",
    "openrouter",
    "OPENROUTER_API_KEY",
    "anthropic/claude-sonnet-5",
  ],
  ["openai/gpt-oss-120b", "http://localhost:8000/v1", "compatible", "OPENAI_API_KEY", "openai/gpt-oss-120b"],
  [
    "gemini-3-pro",
    "https://generativelanguage.googleapis.com/v1beta/openai",
    "gemini",
    "GEMINI_API_KEY",
    "gemini-3-pro",
  ],
  ["direct/openai/gpt-4.1", "http://localhost:8000/v1", "openai", "OPENAI_API_KEY", "gpt-4.1"],
  ["direct/claude-opus-5", null, "anthropic", "ANTHROPIC_API_KEY", "claude-opus-5"],
])("%s with the base URL %s is served by %s with %s, as %s", (model, baseUrl, family, key, name) => {
  const served = servedBy(model, baseUrl);
  expect([served.family.name, served.family.key, nameIn(served.family, model)]).toEqual([family, key, name]);
});

test("a model that is meant directly goes to its provider, whatever the base URL", () => {
  expect(servedBy("direct/claude-opus-5", "http://localhost:8000/v1").baseUrl).toBe("https://api.anthropic.com/v1");
  expect(servedBy("claude-opus-5", "http://localhost:8000/v1").baseUrl).toBe("http://localhost:8000/v1");
});
