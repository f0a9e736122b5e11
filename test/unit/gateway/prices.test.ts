import { expect, test } from "vitest";
import { costUsd, priceOf, publicPrices } from "../../../src/gateway/prices.ts";

const table = {
  "rehearsal/*": { input: 0, output: 0 },
  "gpt-5.2": { input: 1, output: 2 },
  "local/llama": { input: 3, output: 4 },
};

test.each([
  ["gpt-5.2", 1],
  ["gpt-5.2-2025-12-11", 1],
  ["gpt-5.2-latest", 1],
  ["openai/gpt-5.2", 1],
  ["direct/openai/gpt-5.2", 1],
  ["local/llama", 3],
  ["rehearsal/starter", 0],
])("%s has a price", (model, input) => {
  expect(priceOf(model, table)?.input).toBe(input);
});

test.each(["gpt-5.2-pro", "gpt-5", "llama", "rehearsal", "toString", "x/constructor"])("%s has none", (model) => {
  expect(priceOf(model, table)).toBeUndefined();
});

test("cached input costs its own price, or the input's where none is given", () => {
  const tokens = { inputTokens: 1_000_000, cachedTokens: 500_000, outputTokens: 100_000 };
  expect(costUsd({ input: 2, cached: 0.2, output: 10 }, tokens)).toBeCloseTo(2.1);
  expect(costUsd({ input: 2, output: 10 }, tokens)).toBeCloseTo(3);
});

test("what is written to the cache costs its own price, for an hour another one", () => {
  const tokens = { inputTokens: 1_000_000, cachedTokens: 400_000, cacheWriteTokens: 500_000, outputTokens: 0 };
  const price = { input: 2, cached: 0.2, cacheWrite: 2.5, longCacheWrite: 4, output: 10 };
  expect(costUsd(price, tokens)).toBeCloseTo(0.1 * 2 + 0.4 * 0.2 + 0.5 * 2.5);
  expect(costUsd(price, { ...tokens, longCacheWriteTokens: 300_000 })).toBeCloseTo(
    0.1 * 2 + 0.4 * 0.2 + 0.2 * 2.5 + 0.3 * 4,
  );
  expect(costUsd({ input: 2, output: 10 }, tokens)).toBeCloseTo(2);
  expect(publicPrices["claude-opus-5"]).toEqual({
    input: 5,
    cached: 0.5,
    cacheWrite: 6.25,
    longCacheWrite: 10,
    output: 25,
  });
});

test("no public price is negative, and cached input never costs more than input", () => {
  const odd = Object.entries(publicPrices).filter(([, price]) => {
    const { input, cached = input, output } = price;
    return input < 0 || cached < 0 || output < input || cached > input;
  });
  expect(odd).toEqual([]);
});
