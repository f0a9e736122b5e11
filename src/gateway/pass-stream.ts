import type { ModelResponse } from "../core/model.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { errorBody } from "./answers.ts";
import type { CallTokens } from "./prices.ts";
import { sseData, sseEvents } from "./sse.ts";
import { field, reportedTokens } from "./tokens.ts";

export interface StreamEnd {
  /** As the upstream reported them; undefined when it did not come to that. */
  tokens: CallTokens | undefined;
  /** Characters of text and tool arguments that were passed on. */
  outputChars: number;
  /** Why the stream broke in the middle; null when it ended as it should or the box went away. */
  broken: unknown;
}

/**
 * Passes a streamed completion on event by event, byte for byte, but for the usage chunk where the box had not asked
 * for one. A stream that breaks ends with an error event. `onEnd` is called once, also when nobody reads to the end.
 */
export function passStream(
  body: AsyncIterable<Uint8Array>,
  options: { wantsUsage: boolean; signal: AbortSignal; onEnd: (end: StreamEnd) => void },
): ModelResponse["body"] {
  const end: StreamEnd = { tokens: undefined, outputChars: 0, broken: null };
  const settle = settleOnce(() => options.onEnd(end));
  options.signal.addEventListener("abort", settle, { once: true });
  return events(body, end, { ...options, settle });
}

async function* events(
  body: AsyncIterable<Uint8Array>,
  end: StreamEnd,
  { wantsUsage, signal, settle }: { wantsUsage: boolean; signal: AbortSignal; settle: () => void },
): AsyncGenerator<Uint8Array> {
  try {
    let complete = false;
    for await (const { raw, data } of sseEvents(body)) {
      const chunk = jsonOrUndefined(data);
      const tokens = reportedTokens(chunk);
      const choices = asArray(field(chunk, "choices"));
      end.tokens = tokens ?? end.tokens;
      end.outputChars += choices.reduce<number>((sum, choice) => sum + charsOf(field(choice, "delta")), 0);
      complete ||= data === "[DONE]" || choices.some((choice) => typeof field(choice, "finish_reason") === "string");
      if (field(chunk, "error") !== undefined) throw new Error("the upstream reported an error inside the stream");
      if (tokens === undefined || choices.length > 0 || wantsUsage) yield raw;
    }
    if (!complete) throw new Error("the stream ended before its answer did");
  } catch (error) {
    signal.throwIfAborted();
    end.broken = error;
    settle();
    yield sseData(errorBody("stream_broken", "the model's answer broke off in the middle"));
  } finally {
    settle();
  }
}

function charsOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value !== "object") return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + charsOf(inner), 0);
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function settleOnce(settle: () => void): () => void {
  let settled = false;
  return () => {
    if (settled) return;
    settled = true;
    settle();
  };
}
