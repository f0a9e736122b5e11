// How E2B words what it does not do: its API in JSON of its own, what runs in a sandbox as Connect does.

import type { CloudAnswer } from "./cloud-server.ts";

export function notFound(what: string): CloudAnswer {
  return { status: 404, json: { code: 404, message: `${what} not found` } };
}

const connectCodes: Readonly<Record<number, string>> = {
  400: "invalid_argument",
  401: "unauthenticated",
  404: "not_found",
  429: "resource_exhausted",
  500: "internal",
  502: "unavailable",
  503: "unavailable",
};

export function isProcedure(path: string): boolean {
  return /^\/(?:process|filesystem)\./.test(path);
}

export function refusalOf(status: number, path: string, why = "as the stand-in was told"): CloudAnswer {
  const code = isProcedure(path) ? (connectCodes[status] ?? "unknown") : status;
  return { status, json: { code, message: why } };
}

/** Of a procedure that answers with a stream: the stream is there, and its end says why there is nothing else. */
export function streamRefusalOf(status: number, why: string): CloudAnswer {
  const error = { code: connectCodes[status] ?? "unknown", message: why };
  return { status: 200, headers: { "Content-Type": "application/connect+json" }, body: envelope(2, { error }) };
}

export function envelope(flags: number, message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(5);
  head[0] = flags;
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}
