// An OpenAI-compatible server on loopback that serves models by name. What it was sent is kept for the tests.

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { ModelResponse, Upstream } from "../../src/core/model.ts";

export interface OpenAiServer extends AsyncDisposable {
  baseUrl: string;
  calls: Array<{ authorization: string; model: string; effort: unknown }>;
}

export async function openAiServer(models: Readonly<Record<string, Upstream>>): Promise<OpenAiServer> {
  const calls: OpenAiServer["calls"] = [];
  const server = createServer((request, response) => {
    answer(request, models, calls).then(
      async ({ status, headers, body }) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of body) chunks.push(chunk);
        const type = headers["content-type"] ?? "application/json";
        response.writeHead(status, { "content-type": type }).end(Buffer.concat(chunks));
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  request: IncomingMessage,
  models: Readonly<Record<string, Upstream>>,
  calls: OpenAiServer["calls"],
): Promise<ModelResponse> {
  const body = await buffer(request);
  const { model, reasoning_effort: effort } = JSON.parse(body.toString()) as {
    model: string;
    reasoning_effort?: unknown;
  };
  const { authorization = "" } = request.headers;
  calls.push({ authorization, model, effort });
  const upstream = models[model];
  if (upstream === undefined) throw new Error(`nothing serves ${model}`);
  const call = { method: "POST", path: "/v1/chat/completions", body };
  return await upstream.complete(call, { signal: AbortSignal.timeout(60_000), seed: "own" });
}
