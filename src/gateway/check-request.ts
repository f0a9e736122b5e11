// What a box may ask for: chat completions with the pinned model and effort, and nothing through which a provider
// would reach the internet for it (searches, plugins, URLs to fetch) or charge another price.

import type { ModelRequest, PinnedModel } from "../core/model.ts";
import { field } from "./tokens.ts";

export type CheckedRequest =
  | { kind: "models"; id: string | null }
  | { kind: "chat"; body: Record<string, unknown>; stream: boolean; wantsUsage: boolean }
  | { kind: "refused"; status: number; code: string; message: string; counts: boolean };

const allowedFields = new Set(
  (
    "messages model tools tool_choice parallel_tool_calls functions function_call temperature top_p top_k min_p n stop " +
    "max_tokens max_completion_tokens presence_penalty frequency_penalty repetition_penalty logit_bias logprobs " +
    "top_logprobs response_format seed stream stream_options user safety_identifier metadata prediction verbosity " +
    "prompt_cache_key prompt_cache_retention reasoning_effort"
  ).split(" "),
);

export function checkRequest(request: ModelRequest, pinned: PinnedModel): CheckedRequest {
  const path = request.path.split("?")[0] ?? "";
  if (request.method === "GET" && (path === "/v1/models" || path.startsWith("/v1/models/"))) {
    const id = path === "/v1/models" ? null : decode(path.slice("/v1/models/".length));
    if (id === null || id === pinned.model) return { kind: "models", id };
    return refuse(404, "model_not_found", `there is no model ${quote(id)} here, only ${quote(pinned.model)}`);
  }
  if (request.method !== "POST" || path !== "/v1/chat/completions") {
    return refuse(404, "not_found", `${request.method} ${path} is not served; use POST /v1/chat/completions`);
  }
  return checkChat(request.body, pinned);
}

function checkChat(bytes: Uint8Array, pinned: PinnedModel): CheckedRequest {
  const body = parseObject(bytes);
  if (body === undefined) return { ...refuse(400, "invalid_json", "the body is not a JSON object"), counts: false };
  const model = body["model"] ?? pinned.model;
  if (model !== pinned.model) {
    return refuse(
      403,
      "model_not_allowed",
      `model ${quote(model)} is not allowed; this run is pinned to ${quote(pinned.model)}`,
    );
  }
  const effort = body["reasoning_effort"] ?? pinned.reasoningEffort;
  if (effort !== pinned.reasoningEffort) {
    const allowed =
      pinned.reasoningEffort === undefined ? "none may be given" : `it is pinned to ${quote(pinned.reasoningEffort)}`;
    return refuse(403, "reasoning_effort_not_allowed", `reasoning_effort ${quote(effort)} is not allowed; ${allowed}`);
  }
  const unknown = Object.keys(body).find((key) => !allowedFields.has(key));
  if (unknown !== undefined) return refuse(403, "field_not_allowed", `the field ${quote(unknown)} is not allowed`);
  const reach = reachesOut(body);
  if (reach !== undefined) return refuse(403, "reach_not_allowed", reach);

  const stream = body["stream"] === true;
  const wantsUsage = field(body["stream_options"], "include_usage") === true;
  return { kind: "chat", stream, wantsUsage, body: upstreamBody(body, pinned, stream) };
}

function upstreamBody(body: Record<string, unknown>, pinned: PinnedModel, stream: boolean): Record<string, unknown> {
  const { stream_options: options, reasoning_effort: _, ...rest } = body;
  return {
    ...rest,
    model: pinned.model,
    ...(pinned.reasoningEffort === undefined ? {} : { reasoning_effort: pinned.reasoningEffort }),
    ...(stream ? { stream_options: { ...(typeof options === "object" ? options : {}), include_usage: true } } : {}),
  };
}

/** Why the provider would have to leave its own house to answer. */
function reachesOut(body: Record<string, unknown>): string | undefined {
  for (const tool of asArray(body["tools"])) {
    const type = field(tool, "type");
    if (type !== "function" && type !== "custom") return `tools of type ${quote(type)} are not allowed, only functions`;
  }
  for (const message of asArray(body["messages"])) {
    for (const part of asArray(field(message, "content"))) {
      const image = field(part, "image_url");
      const url = typeof image === "string" ? image : field(image, "url");
      if (url !== undefined && !(typeof url === "string" && /^data:/i.test(url))) {
        return "images are sent as data: URLs; a provider is never asked to fetch one";
      }
      const type = field(part, "type");
      if (type === "file" && field(field(part, "file"), "file_data") === undefined) {
        return "files are sent as file_data; ids of stored files are not allowed";
      }
      if (type !== undefined && !contentTypes.has(String(type))) return `content of type ${quote(type)} is not allowed`;
    }
  }
  return undefined;
}

const contentTypes = new Set(["text", "image_url", "input_audio", "file", "refusal"]);

function refuse(status: number, code: string, message: string): Extract<CheckedRequest, { kind: "refused" }> {
  return { kind: "refused", status, code, message, counts: true };
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a box sent, short enough for a note. */
function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
