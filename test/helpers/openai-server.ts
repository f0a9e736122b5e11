// An OpenAI-compatible server on loopback that serves models by name. What it was sent is kept for the tests.

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { ModelResponse, Upstream } from "../../src/core/model.ts";

export interface OpenAiServer extends AsyncDisposable {
  baseUrl: string;
  calls: Array<{ authorization: string; model: string; effort: unknown }>;
  /** The nth call from now on, of `model` or of any, waits with all that come after it until this is disposed. */
  hold(nth: number, model?: string): Disposable;
}

class Hold implements Disposable {
  readonly #model: string | undefined;
  readonly #released = Promise.withResolvers<void>();
  #left: number;

  constructor(nth: number, model: string | undefined) {
    this.#left = nth;
    this.#model = model;
  }

  async pass(model: string): Promise<void> {
    if (this.#model !== undefined && this.#model !== model) return;
    this.#left -= 1;
    if (this.#left <= 0) await this.#released.promise;
  }

  [Symbol.dispose](): void {
    this.#released.resolve();
  }
}

export async function openAiServer(models: Readonly<Record<string, Upstream>>): Promise<OpenAiServer> {
  const calls: OpenAiServer["calls"] = [];
  const holds: Hold[] = [];
  const server = createServer((request, response) => {
    answer(request, models, { calls, holds }).then(
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
    hold(nth, model) {
      const hold = new Hold(nth, model);
      holds.push(hold);
      return hold;
    },
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
  { calls, holds }: Pick<OpenAiServer, "calls"> & { holds: readonly Hold[] },
): Promise<ModelResponse> {
  const body = await buffer(request);
  const { model, reasoning_effort: effort } = JSON.parse(body.toString()) as {
    model: string;
    reasoning_effort?: unknown;
  };
  const { authorization = "" } = request.headers;
  calls.push({ authorization, model, effort });
  await Promise.all(holds.map(async (hold) => await hold.pass(model)));
  const upstream = models[model];
  if (upstream === undefined) throw new Error(`nothing serves ${model}`);
  const call = { method: "POST", path: "/v1/chat/completions", body };
  return await upstream.complete(call, { signal: AbortSignal.timeout(60_000), seed: "own" });
}
