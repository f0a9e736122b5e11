// An endpoint on the box's own loopback that SDKs of OpenAI and Anthropic take for theirs. Whatever is asked of it travels to the host's gateway; an
// answer that streams is passed on piece by piece, and a client that hangs up cancels the call.

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import { maxBodyBytes } from "../method.ts";
import type { Peer } from "../peer.ts";

/** Returns the base URL for SDKs, ending in /v1. The server doesn't keep the process alive. */
export async function openLoopback(peer: Peer): Promise<string> {
  const server = createServer((request, response) => {
    forward(peer, request, response).catch((error: unknown) => fail(response, error));
  });
  server.requestTimeout = 0;
  server.listen(0, "127.0.0.1");
  server.unref();
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return `http://127.0.0.1:${port}/v1`;
}

async function forward(peer: Peer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) {
    refuse(response, 413, "request_too_large", `a request may have ${maxBodyBytes} bytes`);
    return;
  }
  const gone = new AbortController();
  response.once("close", () => gone.abort(new CallError("cancelled", "the client hung up")));
  const params = { method: request.method, path: request.url, headers: headersOf(request) };
  const answer = await peer.request("model", params, { body, signal: gone.signal });
  const { status, headers } = headOf(answer.result);
  response.writeHead(status, headers);
  // A stream's client waits for the head before the first piece.
  response.flushHeaders();
  for await (const chunk of answer.body) {
    if (!response.write(chunk)) await once(response, "drain", { signal: gone.signal });
  }
  response.end();
}

/** The one header that changes what is asked; all others, keys too, stay here. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const beta = headers["anthropic-beta"];
  return typeof beta === "string" ? { "anthropic-beta": beta } : {};
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.byteLength;
    // Read to the end all the same: a client that is still sending doesn't see an answer.
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

/** Hop-by-hop headers are this server's own. */
const ownHeaders = ["connection", "content-length", "content-encoding", "keep-alive", "transfer-encoding"];

function headOf(result: unknown): { status: number; headers: Record<string, string> } {
  const { status, headers } = isRecord(result) ? result : {};
  const given = isRecord(headers) ? Object.entries(headers) : [];
  return {
    status: typeof status === "number" ? status : 502,
    headers: Object.fromEntries(
      given.flatMap(([name, value]) =>
        typeof value === "string" && !ownHeaders.includes(name.toLowerCase()) ? [[name, value]] : [],
      ),
    ),
  };
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    // A stream that breaks off must look broken, not finished.
    response.destroy();
    return;
  }
  const code = error instanceof CallError ? error.code : "host_unreachable";
  refuse(response, 502, code, error instanceof Error ? error.message : String(error));
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "channel_error", param: null, code } }));
}
