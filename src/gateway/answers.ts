import type { ModelResponse } from "../core/model.ts";

/** An answer as the OpenAI SDKs read it. */
export function jsonResponse(status: number, value: unknown): ModelResponse {
  return bytesResponse(status, "application/json", Buffer.from(JSON.stringify(value)));
}

/** A refusal; `code` is stable, the SDKs give it to the agent as `error.code`. */
export function errorResponse(status: number, code: string, message: string): ModelResponse {
  return jsonResponse(status, errorBody(code, message));
}

export function errorBody(code: string, message: string): { error: Record<string, string> } {
  return { error: { message, type: "auto_harness", code } };
}

export function bytesResponse(status: number, contentType: string, bytes: Uint8Array): ModelResponse {
  return {
    status,
    headers: { "content-type": contentType, "content-length": String(bytes.length) },
    body: readable(bytes),
  };
}

/** Joins a body; throws RangeError over `maxBytes`. */
export async function readBody(body: AsyncIterable<Uint8Array>, maxBytes = 64 * 1024 * 1024): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new RangeError(`an answer of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Can be read more than once. */
function readable(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
  };
}
