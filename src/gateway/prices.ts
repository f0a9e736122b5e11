// What model calls cost. The config's `prices` wins over this table, which is a dated copy of public price lists.

/** US dollars per million tokens. */
export interface Price {
  input: number;
  /** Of the input tokens that came from the provider's cache; the input price when left out. */
  cached?: number | undefined;
  /** Of the input tokens that were written to the cache; the input price when left out. */
  cacheWrite?: number | undefined;
  /** The same for an hour rather than minutes; `cacheWrite` when left out. */
  longCacheWrite?: number | undefined;
  output: number;
}

/** By model name or the name of its family. */
export type PriceTable = Readonly<Record<string, Price>>;

/** The day on which the table below was compared with public lists. */
export const pricesAsOf = "2026-11-24";

/** A person's own prices, as the config names their parts, before the public ones. */
export function pricesWith(
  own: Readonly<Record<string, Price & { cache_write?: number | undefined }>> | undefined,
): PriceTable {
  const named = Object.entries(own ?? {}).map(([model, { cache_write: cacheWrite, ...price }]) => [
    model,
    { ...price, ...(cacheWrite === undefined ? {} : { cacheWrite }) },
  ]);
  return { ...publicPrices, ...Object.fromEntries(named) };
}

/** Standard tier, short context. Discounts and surcharges (batch, long context) are not in it. */
export const publicPrices: PriceTable = {
  "rehearsal/*": { input: 0, cached: 0, output: 0 },
  "gpt-6.1-sol": { input: 2, cached: 0.1, output: 10 },
  "gpt-6.1-terra": { input: 1, cached: 0.05, output: 5 },
  "gpt-6-sol": { input: 2, cached: 0.2, output: 10 },
  "gpt-6-luna": { input: 0.1, cached: 0.01, output: 0.5 },
  "gpt-6-astra": { input: 10, cached: 1, output: 50 },
  "gpt-5.6": { input: 4, cached: 0.4, output: 20 },
  "gpt-5.6-terra": { input: 2, cached: 0.2, output: 12 },
  "gpt-5.6-luna": { input: 0.2, cached: 0.02, output: 1.2 },
  "gpt-5.5": { input: 5, cached: 0.5, output: 30 },
  "gpt-5.4": { input: 2.5, cached: 0.25, output: 15 },
  "gpt-5.4-mini": { input: 0.75, cached: 0.075, output: 4.5 },
  "gpt-5.4-nano": { input: 0.2, cached: 0.02, output: 1.25 },
  "gpt-5.3-codex": { input: 1.75, cached: 0.175, output: 14 },
  "gpt-5.2": { input: 1.75, cached: 0.175, output: 14 },
  "gpt-5.2-codex": { input: 1.75, cached: 0.175, output: 14 },
  "gpt-5.1": { input: 1.25, cached: 0.125, output: 10 },
  "gpt-5.1-codex": { input: 1.25, cached: 0.125, output: 10 },
  "gpt-5": { input: 1.25, cached: 0.125, output: 10 },
  "gpt-5-mini": { input: 0.25, cached: 0.025, output: 2 },
  "gpt-5-nano": { input: 0.05, cached: 0.005, output: 0.4 },
  "gpt-4.1": { input: 2, cached: 0.5, output: 8 },
  "gpt-4.1-mini": { input: 0.4, cached: 0.1, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, cached: 0.025, output: 0.4 },
  "gpt-4o": { input: 2.5, cached: 1.25, output: 10 },
  "gpt-4o-mini": { input: 0.15, cached: 0.075, output: 0.6 },
  o3: { input: 2, cached: 0.5, output: 8 },
  "o4-mini": { input: 1.1, cached: 0.275, output: 4.4 },
  "claude-opus-5-5": claude(4, 0.2, 20),
  "claude-opus-5": claude(5, 0.5, 25),
  "claude-opus-4-8": claude(5, 0.5, 25),
  "claude-opus-4-5": claude(5, 0.5, 25),
  "claude-sonnet-5-5": claude(2, 0.1, 10),
  "claude-sonnet-5": claude(2, 0.2, 10),
  "claude-sonnet-4-6": claude(3, 0.3, 15),
  "claude-sonnet-4-5": claude(3, 0.3, 15),
  "claude-haiku-5-5": claude(0.1, 0.01, 0.5),
  "claude-haiku-4-5": claude(1, 0.1, 5),
  "gemini-3.8-flash": { input: 0.75, cached: 0.075, output: 3.75 },
  "gemini-3.5-flash": { input: 1.5, cached: 0.15, output: 9 },
  "gemini-3.5-flash-lite": { input: 0.3, cached: 0.03, output: 2.5 },
  "gemini-3.1-pro": { input: 2, cached: 0.2, output: 12 },
  "gemini-3-flash": { input: 0.5, cached: 0.05, output: 3 },
  "gemini-2.5-pro": { input: 1.25, cached: 0.125, output: 10 },
  "gemini-2.5-flash": { input: 0.3, cached: 0.03, output: 2.5 },
  "deepseek-v4-pro": { input: 1.32, cached: 0.044, output: 3.96 },
  "deepseek-v4-flash": { input: 0.3, cached: 0.006, output: 1.2 },
  "deepseek-chat": { input: 0.28, cached: 0.028, output: 0.42 },
  "grok-4.7": { input: 2, cached: 0.5, output: 6 },
  "grok-4.5": { input: 2, cached: 0.3, output: 6 },
  "mistral-large-4": { input: 0.7, cached: 0.07, output: 2.1 },
  "mistral-medium-3.5": { input: 1.5, cached: 0.15, output: 7.5 },
};

/** Anthropic takes a quarter more for what is written to the cache for five minutes, and twice as much for an hour. */
function claude(input: number, cached: number, output: number): Price {
  return { input, cached, cacheWrite: 1.25 * input, longCacheWrite: 2 * input, output };
}

/** Of a call: input tokens include the cached and the written ones, and the written ones those for an hour. */
export interface CallTokens {
  inputTokens: number;
  cachedTokens: number;
  cacheWriteTokens?: number;
  longCacheWriteTokens?: number;
  outputTokens: number;
}

/**
 * The price of a model: its exact name, else its family (`gpt-5.2-2025-12-11`, `openai/gpt-5.2`, `gemini-3-flash-preview`
 * and `…-latest` are of the family), else a `prefix/*` entry; undefined when nothing is known.
 */
export function priceOf(model: string, prices: PriceTable): Price | undefined {
  const exact = ownPrice(prices, model);
  if (exact !== undefined) return exact;
  const prefix = model.split("/")[0];
  const wildcard = model.includes("/") ? ownPrice(prices, `${prefix}/*`) : undefined;
  if (wildcard !== undefined) return wildcard;
  const bare = model.slice(model.lastIndexOf("/") + 1);
  const family = bare.replace(/-(\d{4}-\d{2}-\d{2}|\d{8}|latest|preview)$/, "");
  return ownPrice(prices, bare) ?? ownPrice(prices, family);
}

export function costUsd(price: Price, tokens: CallTokens): number {
  const { inputTokens, outputTokens, cacheWriteTokens = 0, longCacheWriteTokens = 0 } = tokens;
  const cached = Math.min(tokens.cachedTokens, inputTokens);
  const written = Math.min(cacheWriteTokens, inputTokens - cached);
  const long = Math.min(longCacheWriteTokens, written);
  const cacheWrite = price.cacheWrite ?? price.input;
  const millionths =
    (inputTokens - cached - written) * price.input +
    cached * (price.cached ?? price.input) +
    (written - long) * cacheWrite +
    long * (price.longCacheWrite ?? cacheWrite) +
    outputTokens * price.output;
  return millionths / 1_000_000;
}

function ownPrice(prices: PriceTable, name: string): Price | undefined {
  return Object.hasOwn(prices, name) ? prices[name] : undefined;
}
