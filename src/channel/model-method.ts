// The method behind the loopback endpoint of a box: passes a call to the gateway and records what was said.

import type { ModelHandler, ModelRequest, ModelResponse } from "../core/model.ts";
import type { TraceEvent } from "../core/trial.ts";
import { parseJson } from "../lib/parse-json.ts";
import { assembleStream } from "./assemble-stream.ts";
import { CallError } from "./channel-error.ts";
import { isRecord } from "./messages.ts";
import type { Method } from "./method.ts";

/** Longer bodies are passed on whole, but stand cut on the trace. */
const maxTracedBytes = 4 * 1024 * 1024;

export function modelMethod(handler: ModelHandler, onEvent: (event: TraceEvent) => void, now: () => number): Method {
  return async (params, body, { signal }) => {
    const asked = callOf(params);
    const call = new TracedCall(body, onEvent, now);
    let response: ModelResponse;
    try {
      response = await handler({ ...asked, body }, { signal });
    } catch (error) {
      if (signal.aborted) call.end(clientClosed, {});
      throw error;
    }
    const { status, headers } = response;
    return { result: { status, headers }, body: call.follow(response) };
  };
}

/** The usual status for a call whose caller has gone. */
const clientClosed = 499;

class TracedCall {
  readonly #request: Uint8Array;
  readonly #onEvent: (event: TraceEvent) => void;
  readonly #now: () => number;
  readonly #atMs: number;
  readonly #kept: Uint8Array[] = [];
  #bytes = 0;

  constructor(request: Uint8Array, onEvent: (event: TraceEvent) => void, now: () => number) {
    this.#request = request;
    this.#onEvent = onEvent;
    this.#now = now;
    this.#atMs = now();
  }

  async *follow({ status, headers, body }: ModelResponse): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body) {
        if (this.#bytes < maxTracedBytes) this.#kept.push(chunk);
        this.#bytes += chunk.byteLength;
        yield chunk;
      }
    } finally {
      this.end(status, headers);
    }
  }

  end(status: number, headers: Readonly<Record<string, string>>): void {
    const streamed = contentType(headers).startsWith("text/event-stream");
    const received = Buffer.concat(this.#kept);
    const response = streamed ? assembleStream(received.toString("utf8")) : traced(received);
    const refused = status === 403 ? refusalOf(response) : undefined;
    this.#onEvent({
      type: "model",
      atMs: this.#atMs,
      request: traced(this.#request),
      status,
      response,
      durationMs: this.#now() - this.#atMs,
      ...(refused === undefined ? {} : { refused }),
    });
  }
}

function callOf(params: unknown): Omit<ModelRequest, "body"> {
  if (isRecord(params)) {
    const { method, path, headers } = params;
    if (typeof method === "string" && typeof path === "string" && method.length <= 16 && path.length <= 4096) {
      const beta = isRecord(headers) ? headers["anthropic-beta"] : undefined;
      const known = typeof beta === "string" && beta.length <= 4096 ? { headers: { "anthropic-beta": beta } } : {};
      return { method, path, ...known };
    }
  }
  throw new CallError("bad-call", "a model call needs method and path");
}

/** JSON where it is JSON, text otherwise, null for nothing. */
function traced(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, maxTracedBytes)).toString("utf8");
  if (bytes.byteLength > maxTracedBytes) return `${text.slice(0, 65_536)}… (${bytes.byteLength} bytes)`;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** What the gateway says to a box that asks for what is pinned otherwise; its limits answer 403 too. */
function refusalOf(response: unknown): string | undefined {
  const error = isRecord(response) ? response["error"] : undefined;
  const { code, message, details } = isRecord(error) ? error : {};
  // Anthropic's form has its code one step further down.
  const stable = code ?? (isRecord(details) ? details["error_code"] : undefined);
  return String(stable).endsWith("_not_allowed") ? String(message) : undefined;
}

function contentType(headers: Readonly<Record<string, string>>): string {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return entry?.[1] ?? "";
}
