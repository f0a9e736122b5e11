// The last hand on a request before it goes upstream: the pinned model, effort and seed are put in, and what the model
// wants said otherwise is.

import type { Protocol } from "../core/model.ts";
import { at, field, isObject, type Json } from "./json.ts";
import type { Pins } from "./pins.ts";
import type { Quirks } from "./quirks.ts";

export interface Finished {
  body: Json;
  /** Fields of the box's that the model refuses, and that were left out. */
  leftOut: string[];
}

export function finishRequest(protocol: Protocol, body: Json, pins: Pins, quirks: Quirks): Finished {
  const pinned = pin[protocol]({ ...body, model: pins.upstreamModel }, pins, quirks);
  const leftOut = sampling.filter((name) => pinned[name] !== undefined && !takes(name, pinned, pins, quirks));
  return { body: without(pinned, leftOut), leftOut };
}

type Pin = (body: Json, pins: Pins, quirks: Quirks) => Json;

const pin: Readonly<Record<Protocol, Pin>> = {
  chat(body, { reasoningEffort, seed }, quirks) {
    const { stream_options: options, ...rest } = body;
    return {
      ...limitNamed(rest, quirks.tokenLimit),
      ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort }),
      ...(seed === undefined ? {} : { seed }),
      ...(body["stream"] === true
        ? { stream_options: { ...(isObject(options) ? options : {}), include_usage: true } }
        : {}),
    };
  },
  responses(body, { reasoningEffort }) {
    const { reasoning, include } = body;
    // What is not stored must be told whole the next time.
    const included = new Set([...(Array.isArray(include) ? include : []), "reasoning.encrypted_content"]);
    return {
      ...body,
      ...{ store: false, include: [...included] },
      ...(reasoningEffort === undefined ? {} : { reasoning: { ...(reasoning as Json), effort: reasoningEffort } }),
    };
  },
  messages(body, { reasoningEffort }, quirks) {
    const limited = { max_tokens: defaultMaxTokens, ...body };
    return reasoningEffort === undefined ? limited : { ...limited, ...thinkingOf(limited, reasoningEffort, quirks) };
  },
};

/** Where the box gives none; every model of Anthropic's can write as much. */
const defaultMaxTokens = 32_000;

function limitNamed(body: Json, name: Quirks["tokenLimit"]): Json {
  const { max_tokens, max_completion_tokens, ...rest } = body;
  if (name === "either") return body;
  const limit = max_completion_tokens ?? max_tokens;
  return limit === undefined ? rest : { ...rest, [name]: limit };
}

function thinkingOf(body: Json, effort: string, { thinking, thinkingOff }: Quirks): Json {
  const format = at(body, "output_config", "format");
  const formatted = format === undefined ? {} : { format };
  // A forced tool call and thinking exclude each other.
  const forced = ["any", "tool"].includes(String(at(body, "tool_choice", "type")));
  const off = thinkingOff ? { thinking: { type: "disabled" } } : { thinking: undefined };
  if (effort === "none") return off;
  if (thinking === "adaptive") {
    const display = at(body, "thinking", "display");
    const adaptive = { thinking: { type: "adaptive", ...(display === undefined ? {} : { display }) } };
    return { ...(forced ? off : adaptive), output_config: { ...formatted, effort } };
  }
  const budget = thinking[effort];
  if (budget === undefined || forced) return off;
  const limit = Number(body["max_tokens"]);
  return {
    thinking: { type: "enabled", budget_tokens: budget },
    // The box's limit is for what it gets to see.
    max_tokens: limit > budget ? limit : limit + budget,
  };
}

const sampling = ["temperature", "top_p", "top_k"];

function takes(name: string, body: Json, { reasoningEffort }: Pins, quirks: Quirks): boolean {
  if (quirks.sampling === "unless-none" && reasoningEffort !== "none") return false;
  if (quirks.sampling === "refused") return false;
  const thinks = field(body["thinking"], "type");
  if (thinks === "enabled" || thinks === "adaptive") return false;
  return !(quirks.sampling === "one" && name === "top_p" && body["temperature"] !== undefined);
}

function without(body: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(body).filter(([key, value]) => !names.includes(key) && value !== undefined));
}
