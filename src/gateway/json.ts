// Reading JSON that somebody else has written.

import { parseJson } from "../lib/parse-json.ts";

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** An own property; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object" && Object.hasOwn(value, key) ? (value as Json)[key] : undefined;
}

/** A property at a path of own properties; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(field, value);
}

/** A text property; "" for anything else. */
export function textAt(value: unknown, key: string): string {
  const text = field(value, key);
  return typeof text === "string" ? text : "";
}

/** A count property such as a number of tokens; undefined for anything else. */
export function countAt(value: unknown, key: string): number | undefined {
  const count = field(value, key);
  return typeof count === "number" && Number.isFinite(count) && count >= 0 ? count : undefined;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Without the keys that hold undefined or null. */
export function given(values: Json): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

/** The object of these bytes; undefined for anything else, and for what is nested too deep to be written again. */
export function parseObject(bytes: Uint8Array): Json | undefined {
  try {
    const value: unknown = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
