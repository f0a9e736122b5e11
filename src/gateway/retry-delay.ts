const longestBackoffMs = 60_000;

/**
 * Milliseconds before retry number `retry` (0-based): what Retry-After asks for, at least, else exponential from one
 * second; both jittered upwards or down to half.
 */
export function retryDelayMs(
  headers: Readonly<Record<string, string>>,
  { retry, random, now }: { retry: number; random: () => number; now: number },
): number {
  const asked = retryAfterMs(headers, now);
  const backoff = Math.min(longestBackoffMs, 1000 * 2 ** retry);
  if (asked !== undefined) return Math.round(asked + random() * Math.min(backoff, 0.25 * asked));
  return Math.round(backoff * (0.5 + random() / 2));
}

/** What a provider asks for by `retry-after-ms` or `retry-after` (seconds or a date); undefined when it doesn't. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const exact = Number(headers["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const text = headers["retry-after"];
  if (text === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
