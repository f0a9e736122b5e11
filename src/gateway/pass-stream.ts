import type { ModelResponse } from "../core/model.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import type { CallTokens } from "./prices.ts";
import type { ProtocolSpec, StreamMeter } from "./protocols/protocol.ts";
import { type SseEvent, sseBatches } from "./sse.ts";

export interface StreamEnd {
  /** As the upstream reported them; undefined when it did not come to that. */
  tokens: CallTokens | undefined;
  /** Characters of text and tool arguments that the upstream gave. */
  outputChars: number;
  /** Why the stream broke in the middle; null when it ended as it should or the box went away. */
  broken: unknown;
}

/** What becomes of an upstream's events on their way to the box. */
export interface StreamPasser {
  pass(event: SseEvent, parsed: unknown): readonly Uint8Array[];
  /** After the last event of a stream that came to its end. */
  end(): readonly Uint8Array[];
}

export interface PassStreamOptions {
  /** The upstream's protocol. */
  meter: StreamMeter;
  passer: StreamPasser;
  /** The box's protocol. */
  box: ProtocolSpec;
  signal: AbortSignal;
  onEnd: (end: StreamEnd) => void;
}

/**
 * Passes a streamed answer on, event by event. One that breaks ends with an error event in the box's protocol. `onEnd`
 * is called once, also when nobody reads to the end.
 */
export function passStream(body: AsyncIterable<Uint8Array>, options: PassStreamOptions): ModelResponse["body"] {
  const { meter, signal } = options;
  let broken: unknown = null;
  let settled = false;
  const settle = (why: unknown = null) => {
    if (settled) return;
    settled = true;
    broken = why;
    options.onEnd({ tokens: meter.tokens(), outputChars: meter.outputChars(), broken });
  };
  signal.addEventListener("abort", () => settle(), { once: true });
  return events(body, { ...options, settle });
}

async function* events(
  body: AsyncIterable<Uint8Array>,
  { meter, passer, box, signal, settle }: PassStreamOptions & { settle: (why?: unknown) => void },
): AsyncGenerator<Uint8Array> {
  try {
    for await (const batch of sseBatches(body)) {
      // What came together goes on together: with many streams at once, every write counts.
      const { bytes, failure } = passBatch(batch, meter, passer);
      if (bytes.length > 0) yield bytes;
      if (failure !== undefined) throw failure;
    }
    if (!meter.complete()) throw new Error("the stream ended before its answer did");
    yield* passer.end();
  } catch (error) {
    signal.throwIfAborted();
    settle(error);
    const message = "the model's answer broke off in the middle";
    yield box.encodeBroken({ status: 503, code: "stream_broken", message });
  } finally {
    settle();
  }
}

/** What of a batch can go on, and why the rest can't. */
function passBatch(
  batch: readonly SseEvent[],
  meter: StreamMeter,
  passer: StreamPasser,
): { bytes: Uint8Array; failure: unknown } {
  const passed: Uint8Array[] = [];
  try {
    for (const event of batch) {
      const parsed = jsonOrUndefined(event.data);
      meter.see(event.data, parsed);
      passed.push(...passer.pass(event, parsed));
    }
    return { bytes: Buffer.concat(passed), failure: undefined };
  } catch (error) {
    return { bytes: Buffer.concat(passed), failure: error };
  }
}
