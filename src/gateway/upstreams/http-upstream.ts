// A provider over HTTP. node:http rather than fetch, whose own time limit of five minutes for the first byte is shorter
// than a long answer's thinking and cannot be changed without another package.

import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { HarnessError } from "../../core/fault.ts";
import type { ModelRequest, ModelResponse, Upstream } from "../../core/model.ts";
import { redact } from "../../lib/redact.ts";
import { bytesResponse, readBody } from "../answers.ts";

export interface HttpUpstreamOptions {
  /** With the version, such as https://api.openai.com/v1. */
  baseUrl: string;
  /** null where the server needs none. Stays in this process; never in an error, an answer or a digest. */
  key: string | null;
  /** Until the answer begins; default 10 minutes. */
  headersTimeoutMs?: number;
  /** Between two chunks; default 5 minutes. */
  idleTimeoutMs?: number;
}

/** How a key travels, and what else every request carries. */
export type HeadersWith = (key: string | null) => Readonly<Record<string, string>>;

/** Throws config "base-url-invalid". */
export function httpComplete(options: HttpUpstreamOptions, headers: HeadersWith): Upstream["complete"] {
  const base = parseBaseUrl(options.baseUrl);
  return async (request, { signal }) => {
    try {
      return await send(base, request, { ...options, headers: headers(options.key), signal });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof HarnessError) throw error;
      throw unreachable(base.host, error, options.key);
    }
  };
}

async function send(
  base: URL,
  { method, path, body, headers: asked = {} }: ModelRequest,
  options: HttpUpstreamOptions & { headers: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<ModelResponse> {
  const { key, headers, signal, headersTimeoutMs = 10 * 60_000, idleTimeoutMs = 5 * 60_000 } = options;
  const url = new URL(base.href.replace(/\/$/, "") + path.replace(/^\/v1(?=\/)/, ""));
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
    method,
    headers: {
      ...asked,
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
      "content-length": body.length,
      ...headers,
    },
  });
  outgoing.once("response", resolve);
  outgoing.on("error", reject);
  hangUpOn(signal, outgoing);
  const timer = setTimeout(
    () => outgoing.destroy(new Error(`no answer within ${headersTimeoutMs} ms`)),
    headersTimeoutMs,
  );
  timer.unref();
  outgoing.end(body);
  try {
    const incoming = await promise;
    // Whoever reads gets the error; one that comes when the reader has just left would end this process.
    incoming.on("error", () => undefined);
    incoming.setTimeout(idleTimeoutMs, () => incoming.destroy(new Error(`silent for ${idleTimeoutMs} ms`)));
    return await responseOf(incoming, base.host, key);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Not node:http's own `signal`: it destroys the connection with an error, and where the answer has just come in whole
 * nobody listens for errors there, which would end this process.
 */
function hangUpOn(signal: AbortSignal, outgoing: ClientRequest): void {
  let incoming: IncomingMessage | undefined;
  const hangUp = () => {
    // A whole answer is read to its end, so that its connection can serve another call.
    if (incoming?.complete) incoming.resume();
    else outgoing.destroy();
  };
  outgoing.once("response", (response) => {
    incoming = response;
  });
  outgoing.once("close", () => signal.removeEventListener("abort", hangUp));
  signal.addEventListener("abort", hangUp, { once: true });
  if (signal.aborted) hangUp();
}

async function responseOf(incoming: IncomingMessage, name: string, key: string | null): Promise<ModelResponse> {
  const status = incoming.statusCode ?? 0;
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([header, value]) => (typeof value === "string" ? [[header, value]] : [])),
  );
  if (status >= 300 && status < 400) {
    incoming.destroy();
    const message = `${name} redirects (HTTP ${status}); the key is not sent elsewhere: set the base URL to where it leads`;
    throw new HarnessError({ fault: "config", code: "base-url-redirects", message, context: { status } });
  }
  if (status < 300) return { status, headers, body: incoming };
  // Some servers repeat the key they refuse.
  const text = redact(Buffer.from(await readBody(incoming, 1024 * 1024)).toString(), [key]);
  return { ...bytesResponse(status, "", Buffer.from(text)), headers };
}

function unreachable(name: string, cause: unknown, key: string | null): HarnessError {
  const reason = redact(cause instanceof Error ? reasonOf(cause) : String(cause), [key]);
  return new HarnessError({
    fault: "infrastructure",
    code: "upstream-unreachable",
    message: `${name} could not be reached: ${reason}`,
  });
}

/** Connection errors to several addresses have an empty message of their own. */
function reasonOf(error: Error): string {
  if (error.message !== "") return error.message;
  return error instanceof AggregateError ? error.errors.map(String).join("; ") : error.name;
}

/** Throws config "base-url-invalid". */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.search !== "") {
    throw new HarnessError({
      fault: "config",
      code: "base-url-invalid",
      message:
        "the base URL must be http(s)://host/path without user, password or query, such as https://api.openai.com/v1",
    });
  }
  return url;
}
