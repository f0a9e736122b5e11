// The one place that retries a model call. An answer is handed on only when it can no longer be retried.

import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { ModelRequest, ModelResponse, Upstream } from "../core/model.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { bytesResponse, readBody } from "./answers.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { field } from "./tokens.ts";

export interface UpstreamCall {
  upstream: Upstream;
  request: ModelRequest;
  seed: string;
  signal: AbortSignal;
  maxRetries: number;
  random: () => number;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Waits before a retry; rejects when aborted. */
  wait: (ms: number, reason: string) => Promise<void>;
}

/**
 * A success or a refusal that is the caller's fault (another 4xx). Bodies are read to their end, streams to their first
 * chunk, before they are given: until then every failure is retried. Throws HarnessError: infrastructure after the last
 * retry, config where the key, the model's name or the account is the trouble; and the signal's reason when aborted.
 */
export async function callUpstream(call: UpstreamCall): Promise<ModelResponse> {
  for (let retry = 0; ; retry++) {
    const result = await attempt(call);
    call.signal.throwIfAborted();
    if ("response" in result) return result.response;
    const { error, headers } = result;
    const delayMs = retryDelayMs(headers, { retry, random: call.random, now: call.now() });
    if (error.fault !== "infrastructure" || retry >= call.maxRetries || delayMs === null) throw error;
    await call.wait(delayMs, `${error.message}; retry ${retry + 1} of ${call.maxRetries}`);
  }
}

type Attempt = { response: ModelResponse } | { error: HarnessError; headers: Readonly<Record<string, string>> };

async function attempt({ upstream, request, seed, signal }: UpstreamCall): Promise<Attempt> {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const response = await upstream.complete(request, { signal, seed });
    headers = response.headers;
    const type = headers["content-type"] ?? "application/json";
    if (response.status < 300 && type.startsWith("text/event-stream")) {
      return { response: { ...response, headers: { "content-type": type }, body: await begun(response.body) } };
    }
    const body = await readBody(response.body);
    const error = errorOf(upstream.name, response.status, body);
    if (error !== undefined) return { error, headers };
    return { response: bytesResponse(response.status, type, body) };
  } catch (cause) {
    signal.throwIfAborted();
    return { headers, error: harnessErrorOf(cause) ?? unreachable(upstream.name, cause) };
  }
}

/** The fault of a status; undefined when the answer goes to the box as it is. */
function errorOf(name: string, status: number, body: Uint8Array): HarnessError | undefined {
  const answer = jsonOrUndefined(Buffer.from(body).toString());
  const code = field(field(answer, "error"), "code");
  const context = { status };
  if (status === 401 || status === 403) {
    const message = `${name} refused the key (HTTP ${status}): check the key and what it may use`;
    return new HarnessError({ fault: "config", code: "key-refused", message, context });
  }
  if (status === 402 || (status === 429 && code === "insufficient_quota")) {
    const message = `${name} says that the account has no credit left (HTTP ${status}): add some, then resume`;
    return new HarnessError({ fault: "config", code: "quota-spent", message, context });
  }
  if (status === 404) {
    const message = `${name} knows no such model or path (HTTP 404): check the model's name and the base URL`;
    return new HarnessError({ fault: "config", code: "model-not-found", message, context });
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const limited = status === 429;
    const message = limited ? `${name} limits the rate (HTTP 429)` : `${name} failed (HTTP ${status})`;
    return new HarnessError({
      fault: "infrastructure",
      code: limited ? "rate-limited" : "upstream-failed",
      message,
      context,
    });
  }
  if (status < 300 && field(answer, "choices") === undefined) {
    const message = `${name} answered HTTP ${status} with something that is not a chat completion`;
    return new HarnessError({ fault: "infrastructure", code: "upstream-failed", message, context });
  }
  return undefined;
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
