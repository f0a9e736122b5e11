// The one place that retries a model call. An answer is handed on only when it can no longer be retried.

import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { ModelRequest, ModelResponse, Upstream } from "../core/model.ts";
import type { Clock } from "../lib/clock.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { bytesResponse, readBody } from "./answers.ts";
import { retryAfterMs, retryDelayMs } from "./retry-delay.ts";
import type { Schedule } from "./schedule/schedule.ts";
import type { FailureKind } from "./schedule/trouble.ts";
import { upstreamError } from "./upstream-error.ts";

export interface UpstreamCall {
  upstream: Upstream;
  request: ModelRequest;
  /** The trial's, and so also whose call it is. */
  seed: string;
  /** Whether a success's body is an answer of the protocol that was asked. */
  isAnswer: (body: unknown) => boolean;
  /** Of the upstream and the model: where the call waits with all others. */
  schedule: Schedule;
  signal: AbortSignal;
  /** For failures that are this call's alone; refusals for want of room are not counted among them. */
  maxRetries: number;
  clock: Clock;
  random: () => number;
  /** A wait begins: for a turn, or before a retry. Disposed at its end. */
  onWait: () => Disposable;
  /** An attempt begins. */
  onSend: () => void;
  onRetry: () => void;
  /** Milliseconds of the attempt that was answered, up to the end of its stream. */
  onEnd: (durationMs: number) => void;
  /** One line for a person, of what is tried again and why. */
  say: (line: string) => void;
}

/** Of one call, while others are answered: what is too large for a limit is refused for ever. */
const refusalsAtMost = 20;
/** A connection that can't be made fails sooner; what takes longer may be the answer that is too long in coming. */
const connectsWithinMs = 30_000;

/**
 * A success or a refusal that is the caller's fault (another 4xx). Bodies are read to their end, streams to their first
 * chunk, before they are given: until then every failure is retried. A provider that is down for everybody is waited
 * for as long as the schedule does. Throws HarnessError: infrastructure after the last retry, config where the key, the
 * model's name or the account is the trouble; and the signal's reason when aborted.
 */
export async function callUpstream(call: UpstreamCall): Promise<ModelResponse> {
  const { schedule, signal, clock, random, maxRetries, say } = call;
  using place = schedule.open();
  let [failures, refusals] = [0, 0];
  for (let retry = 0; ; retry++) {
    const turn = await place.turn(call);
    call.onSend();
    const started = clock.now();
    const result = await attempt(call).finally(() => signal.aborted && turn.end());
    signal.throwIfAborted();
    if ("response" in result) {
      turn.answered();
      const onEnd = () => {
        turn.end();
        call.onEnd(clock.now() - started);
      };
      if (result.streams) return { ...result.response, body: ending(result.response.body, { signal, onEnd }) };
      onEnd();
      return result.response;
    }
    const { error, headers } = result;
    if (error.fault !== "infrastructure") {
      turn.answered();
      turn.end();
      throw error;
    }
    const now = clock.now();
    const delayMs = retryDelayMs(headers, { retry, random, now });
    const kind = failureKind(error, headers, now - started);
    const asked = retryAfterMs(headers, now) !== undefined;
    const after = turn.failed({ kind, error, caller: call.seed, holdMs: asked ? delayMs : null });
    if (after.error !== null) throw after.error;
    if (kind === "refused") refusals += 1;
    else failures += 1;
    if (asked && delayMs > schedule.longestHoldMs) throw error;
    if (!after.everybodys && (failures > maxRetries || refusals > refusalsAtMost)) throw error;
    call.onRetry();
    if (after.heldMs !== null) {
      say(`${error.message}: all its calls wait ${(after.heldMs / 1000).toFixed(1)} s, then fewer run at once`);
    } else if (kind !== "refused" && !schedule.paused) {
      say(`${error.message}; once more in ${(delayMs / 1000).toFixed(1)} s`);
    }
    // Where others are held back as well, they wait together; this call alone may be refused for what it asks.
    if (asked || schedule.paused) continue;
    using _ = call.onWait();
    await clock.sleep(delayMs, { signal });
  }
}

/** Overload is told by 429, by Anthropic's 529, and by whatever comes with a time to wait. */
function failureKind(
  { code, context }: HarnessError,
  headers: Readonly<Record<string, string>>,
  durationMs: number,
): FailureKind {
  const status = context["status"];
  if (code === "rate-limited" || status === 529 || retryAfterMs(headers, 0) !== undefined) return "refused";
  return code === "upstream-unreachable" && durationMs <= connectsWithinMs ? "unreachable" : "failed";
}

type Attempt =
  | { response: ModelResponse; streams: boolean }
  | { error: HarnessError; headers: Readonly<Record<string, string>> };

async function attempt({ upstream, request, seed, signal, isAnswer }: UpstreamCall): Promise<Attempt> {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const response = await upstream.complete(request, { signal, seed });
    headers = response.headers;
    const type = headers["content-type"] ?? "application/json";
    if (response.status < 300 && type.startsWith("text/event-stream")) {
      const body = await begun(response.body);
      return { response: { ...response, headers: { "content-type": type }, body }, streams: true };
    }
    const body = await readBody(response.body);
    const answer = jsonOrUndefined(Buffer.from(body).toString());
    const error = upstreamError({ name: upstream.name, status: response.status, body: answer, isAnswer });
    if (error !== undefined) return { error, headers };
    return { response: bytesResponse(response.status, type, body), streams: false };
  } catch (cause) {
    signal.throwIfAborted();
    return { headers, error: harnessErrorOf(cause) ?? unreachable(upstream.name, cause) };
  }
}

function unreachable(name: string, cause: unknown): HarnessError {
  const message = `the answer of ${name} could not be read`;
  return new HarnessError({ fault: "infrastructure", code: "upstream-failed", message, cause });
}

/** The same stream, its first chunk already there. */
async function begun(body: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new Error("the stream ended before its first byte");
  return joined(first.value, iterator);
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The same stream; `onEnd` is called once, also when nobody reads it to its end, or at all. */
function ending(
  body: AsyncIterable<Uint8Array>,
  { signal, onEnd }: { signal: AbortSignal; onEnd: () => void },
): AsyncIterable<Uint8Array> {
  let ended = false;
  const end = () => {
    if (!ended) onEnd();
    ended = true;
    signal.removeEventListener("abort", end);
  };
  signal.addEventListener("abort", end, { once: true });
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* body;
      } finally {
        end();
      }
    },
  };
}
