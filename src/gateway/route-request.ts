// Which call a path means.

import type { ModelRequest, Protocol } from "../core/model.ts";
import { type Json, parseObject } from "./json.ts";
import { mistake, quote, type Refusal, refuse } from "./refusal.ts";

export type Routed =
  | { kind: "hello" }
  | { kind: "models"; id: string | null }
  | { kind: "count-tokens"; protocol: Protocol; body: Json }
  | { kind: "call"; protocol: Protocol; body: Json };

/** The protocol of a path's family, in whose form errors are said. */
export function protocolOf(path: string): Protocol {
  if (path.startsWith("/v1/messages")) return "messages";
  return path.startsWith("/v1/responses") ? "responses" : "chat";
}

export const callPaths: Readonly<Record<Protocol, string>> = {
  chat: "/v1/chat/completions",
  responses: "/v1/responses",
  messages: "/v1/messages",
};

const countPaths = ["/v1/messages/count_tokens", "/v1/responses/input_tokens"];

/** `names` are those of the one model there is. */
export function routeRequest(request: ModelRequest, names: readonly string[]): Routed | Refusal {
  const path = request.path.split("?")[0] ?? "";
  if (request.method === "GET" && (path === "/v1/models" || path.startsWith("/v1/models/"))) {
    const id = path === "/v1/models" ? null : decoded(path.slice("/v1/models/".length));
    if (id === null || names.includes(id)) return { kind: "models", id };
    return refuse(404, "model_not_found", `there is no model ${quote(id)} here, only ${quote(names[0])}`);
  }
  // Clients look whether somebody is there.
  if (["GET", "HEAD"].includes(request.method) && (path === "/" || path === "")) return { kind: "hello" };
  const protocol = protocolOf(path);
  const counts = countPaths.includes(path);
  if (request.method !== "POST" || !(counts || path === callPaths[protocol])) {
    const served = Object.values(callPaths).join(", ");
    return refuse(404, "not_found", `${request.method} ${path} is not served; use POST ${served}`);
  }
  const body = parseObject(request.body);
  if (body === undefined) return mistake("invalid_json", "the body is not a JSON object");
  return { kind: counts ? "count-tokens" : "call", protocol, body };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
