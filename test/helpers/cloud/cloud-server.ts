// The HTTP side that the stand-ins of clouds share: a server on loopback, requests as small objects, and the faults that
// hit any request alike.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { buffer } from "node:stream/consumers";
import type { CloudFaults } from "./cloud-faults.ts";

export interface CloudRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  raw: IncomingMessage;
  body(): Promise<Buffer>;
  /** Of a body that is JSON; {} where there is none. */
  json(): Promise<Record<string, unknown>>;
}

/** An answer; or nothing where the handler has written one itself. */
export interface CloudAnswer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: Uint8Array;
}

export interface CloudServer extends AsyncDisposable {
  readonly url: string;
  /** Requests so far, by method and path with identifiers left out. */
  readonly requests: Map<string, number>;
}

export interface CloudServerOptions {
  faults: CloudFaults;
  handle: (request: CloudRequest, response: ServerResponse) => Promise<CloudAnswer | undefined>;
  /** What a refusal looks like: services word theirs differently. */
  refusal: (status: number, path: string) => CloudAnswer;
  /** A path as it is counted. */
  nameOf: (method: string, path: string) => string;
  /** For 127.0.0.1: HTTP/2 over TLS, as the real services speak. Left out: plain HTTP/1.1. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
}

export async function openCloudServer(options: CloudServerOptions): Promise<CloudServer> {
  const requests = new Map<string, number>();
  const { server, close } = openServer(options.tls, (message, response) => {
    answer(message, response, requests, options).catch((error: unknown) => {
      // A bug of the stand-in, or its own closing: said as a server would.
      if (response.headersSent) response.destroy();
      else send(response, options.refusal(500, `${message.url}: ${error}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `close` ends what is connected. */
function openServer(
  tls: CloudServerOptions["tls"],
  listener: (message: IncomingMessage, response: ServerResponse) => void,
): { server: Server; close: () => void } {
  if (tls === undefined) {
    const server = createServer({ keepAliveTimeout: 60_000 }, listener);
    return { server, close: () => server.closeAllConnections() };
  }
  const sessions = new Set<ServerHttp2Session>();
  // Its requests and answers are used as those of HTTP/1.1 are.
  const server = createSecureServer({ ...tls, allowHTTP1: true }, listener as never);
  server.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
  });
  return { server, close: () => [...sessions].map((session) => session.destroy()) };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  requests: Map<string, number>,
  { faults, handle, refusal, nameOf }: CloudServerOptions,
): Promise<void> {
  const url = new URL(message.url ?? "/", "http://localhost");
  const method = message.method ?? "GET";
  const name = nameOf(method, url.pathname);
  requests.set(name, (requests.get(name) ?? 0) + 1);
  const now = skewed(faults);
  response.setHeader("Date", new Date(now).toUTCString());
  if (faults.hits("rateLimited")) {
    const refused = refusal(429, url.pathname);
    const wait = faults.random() < 0.5 ? "1" : new Date(now + 1_000).toUTCString();
    send(response, { ...refused, headers: { ...refused.headers, "Retry-After": wait } });
    return;
  }
  if (faults.hits("serverError")) {
    send(response, refusal([500, 502, 503][Math.floor(faults.random() * 3)] ?? 500, url.pathname));
    return;
  }
  if (faults.hits("cut")) {
    response.destroy();
    return;
  }
  let read: Promise<Buffer> | undefined;
  const body = () => (read ??= buffer(message));
  const result = await handle(
    {
      ...{ method, path: url.pathname, query: url.searchParams, headers: message.headers, raw: message, body },
      json: async () => JSON.parse((await body()).toString("utf8") || "{}"),
    },
    response,
  );
  if (result === undefined) return;
  if (faults.hits("dropped")) response.destroy();
  else send(response, result);
}

function send(response: ServerResponse, { status, headers = {}, json, body }: CloudAnswer): void {
  // An upload that is refused is not read to its end.
  const content = body ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
  const type = json === undefined ? {} : { "Content-Type": "application/json" };
  response.writeHead(status, {
    ...type,
    ...(content === undefined ? {} : { "Content-Length": content.length }),
    ...headers,
  });
  response.end(content);
}

/** Now, or an hour off where the clock is said to be wrong. */
export function skewed(faults: CloudFaults): number {
  return Date.now() + clockError(faults);
}

/** In ms. */
export function clockError(faults: CloudFaults): number {
  if (!faults.hits("clockSkew")) return 0;
  return faults.random() < 0.5 ? -3_600_000 : 3_600_000;
}
