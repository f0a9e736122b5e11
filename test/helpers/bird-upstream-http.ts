// HTTP as upstream's services speak it, for tests: a server of JSON routes, and a caller that gives whatever comes back.

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Answers with a status and {"detail": …}. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export type JsonRoutes = Readonly<Record<string, (body: never) => unknown>>;

export interface JsonServer extends AsyncDisposable {
  url: string;
  /** Paths that were asked for, in order. */
  asked: string[];
}

/** POST of a known path; what a route throws that is no Refusal is a 500 in plain text. */
export async function openJsonServer(routes: JsonRoutes): Promise<JsonServer> {
  const asked: string[] = [];
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const path = request.url ?? "";
    asked.push(path);
    const route = routes[path];
    if (route === undefined) throw new Refusal(404, "Not Found");
    return await route(JSON.parse(await text(request)) as never);
  };
  const server = createServer((request, response) => {
    const json = { "content-type": "application/json" };
    answer(request).then(
      (value) => response.writeHead(200, json).end(JSON.stringify(value)),
      (error: unknown) => {
        if (!(error instanceof Refusal)) response.writeHead(500).end("Internal Server Error");
        else response.writeHead(error.status, json).end(JSON.stringify({ detail: error.message }));
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export interface Answered {
  status: number;
  body: unknown;
}

export async function post(url: string, body: unknown, options: RequestInit = {}): Promise<Answered> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", body: text, headers, ...options });
  return { status: response.status, body: await response.json() };
}
