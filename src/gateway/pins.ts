// What is pinned, and what a box's request says of it; the same in every protocol.

import type { PinnedModel } from "../core/model.ts";
import type { Json } from "./json.ts";
import { quote, type Refusal, refuse } from "./refusal.ts";

export interface Pins extends PinnedModel {
  /** What the upstream calls the model; a box may say this too. */
  upstreamModel: string;
}

/** What a request names; null and undefined are nothing. */
export interface Named {
  model: unknown;
  effort: unknown;
  seed?: unknown;
}

export function checkPins({ model, effort, seed }: Named, pins: Pins): Refusal | undefined {
  if (![undefined, null, pins.model, pins.upstreamModel].includes(model as string)) {
    const message = `model ${quote(model)} is not allowed; this run is pinned to ${quote(pins.model)}`;
    return refuse(403, "model_not_allowed", message);
  }
  if (effort !== undefined && effort !== null && effort !== pins.reasoningEffort) {
    return effortRefused(`reasoning effort ${quote(effort)} is not allowed`, pins);
  }
  if (pins.seed !== undefined && seed !== undefined && seed !== null && seed !== pins.seed) {
    return refuse(403, "seed_not_allowed", `seed ${quote(seed)} is not allowed; it is pinned to ${pins.seed}`);
  }
  return undefined;
}

export function effortRefused(what: string, { reasoningEffort }: Pins): Refusal {
  const allowed = reasoningEffort === undefined ? "none may be given" : `it is pinned to ${quote(reasoningEffort)}`;
  return refuse(403, "reasoning_effort_not_allowed", `${what}; ${allowed}`);
}

/** A field that is not on the list and says something. */
export function unknownField(body: Json, allowed: ReadonlySet<string>): Refusal | undefined {
  const key = Object.keys(body).find((name) => !allowed.has(name) && body[name] !== null && body[name] !== undefined);
  return key === undefined ? undefined : refuse(403, "field_not_allowed", `the field ${quote(key)} is not allowed`);
}

export function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** The fields of the list, without those that say nothing. */
export function onlyFields(body: Json, allowed: ReadonlySet<string>): Json {
  return Object.fromEntries(
    Object.entries(body).filter(([key, value]) => allowed.has(key) && value !== null && value !== undefined),
  );
}
