// A provider of models on loopback that answers from a script over real HTTP, and a gateway before it.

import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import type { LeaseOptions, ModelGateway, ModelLease, PinnedModel } from "../../src/core/model.ts";
import { type GatewayOptions, openGateway } from "../../src/gateway/gateway.ts";
import { handlerBaseUrl, handlerFetch } from "../../src/gateway/handler-fetch.ts";
import type { Family } from "../../src/gateway/upstreams/families.ts";
import { liveUpstream } from "../../src/gateway/upstreams/live-upstream.ts";
import { fakeClock } from "./fake-clock.ts";

export const providerKey = "sk-of-the-host-1234567890";

export interface ProviderAnswer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  /** Events of a stream, each with its name where it has a `type`; texts as data, comments that begin with a colon. */
  events?: readonly unknown[];
  /** Neither ends the stream nor the connection. */
  hangs?: boolean;
}

export interface Asked {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export interface Provider extends AsyncDisposable {
  baseUrl: string;
  asked: Asked[];
  /** Connections that the other side has closed while they hung. */
  left: () => number;
}

/** The last answer is given again when the script is over. */
export async function openProvider(...answers: readonly ProviderAnswer[]): Promise<Provider> {
  const asked: Asked[] = [];
  let left = 0;
  const server = createServer((request, response) => {
    json(request).then(
      (body) => {
        asked.push({ path: request.url, headers: request.headers, body: body as Record<string, unknown> });
        const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
        response.once("close", () => {
          if (!response.writableFinished) left += 1;
        });
        respond(response, answer);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    left: () => left,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function respond(response: ServerResponse, { status = 200, headers = {}, json: whole, events, hangs }: ProviderAnswer) {
  if (events === undefined) {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(whole));
    return;
  }
  response.writeHead(status, { "content-type": "text/event-stream", ...headers });
  response.write(events.map(sseText).join(""));
  if (hangs !== true) response.end();
}

export function sseText(event: unknown): string {
  if (typeof event === "string") return event.startsWith(":") ? `${event}\n\n` : `data: ${event}\n\n`;
  const type = (event as { type?: unknown }).type;
  const name = typeof type === "string" ? `event: ${type}\n` : "";
  return `${name}data: ${JSON.stringify(event)}\n\n`;
}

export interface Scene extends AsyncDisposable {
  provider: Provider;
  gateway: ModelGateway;
  lease: ModelLease;
  openai: OpenAI;
  anthropic: Anthropic;
}

export interface SceneOptions {
  pinned?: PinnedModel;
  limits?: Partial<LeaseOptions["limits"]>;
  prices?: GatewayOptions["prices"];
}

/** SDKs as a box has them, a lease of the real gateway, and a family's upstream that is the scripted provider. */
export async function openScene(
  family: Family,
  answers: readonly ProviderAnswer[],
  { pinned = { model: "some-model" }, limits = {}, prices = {} }: SceneOptions = {},
): Promise<Scene> {
  const provider = await openProvider(...answers);
  const upstream = liveUpstream(family, { baseUrl: provider.baseUrl, key: providerKey });
  const gateway = openGateway({
    ...{ upstreamFor: () => upstream, prices, budget: { costUsd: null, deadline: null } },
    ...{ clock: fakeClock(), say: () => undefined },
  });
  const lease = gateway.lease({
    ...{ pinned, seed: "" },
    limits: { maxModelCalls: 100, maxOutputTokens: null, maxCostUsd: null, ...limits },
  });
  const fetch = handlerFetch(lease.handler, { signal: forever });
  const options = { apiKey: "in-a-box", maxRetries: 0, logLevel: "off", fetch } as const;
  return {
    ...{ provider, gateway, lease },
    openai: new OpenAI({ ...options, baseURL: handlerBaseUrl }),
    anthropic: new Anthropic({ ...options, authToken: null, baseURL: handlerBaseUrl.replace(/\/v1$/, "") }),
    [Symbol.asyncDispose]: async () => await provider[Symbol.asyncDispose](),
  };
}

const forever = new AbortController().signal;
