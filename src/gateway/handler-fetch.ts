import type { ModelHandler } from "../core/model.ts";

/** A base URL for SDKs that want one; nothing listens there, see `handlerFetch`. */
export const handlerBaseUrl = "http://models.invalid/v1";

/** A `fetch` for SDKs that answers from a handler: no port, no network. Aborted by its caller's signal or by `signal`. */
export function handlerFetch(handler: ModelHandler, { signal }: { signal: AbortSignal }): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const both = AbortSignal.any([signal, request.signal]);
    const beta = request.headers.get("anthropic-beta");
    const headers = beta === null ? {} : { "anthropic-beta": beta };
    const call = { method: request.method, path: url.pathname + url.search, headers, body };
    const answer = await handler(call, { signal: both });
    return new Response(ReadableStream.from(answer.body), { status: answer.status, headers: { ...answer.headers } });
  };
}
