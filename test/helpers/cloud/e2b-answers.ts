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
