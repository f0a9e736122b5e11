// JSON values in a form that reads well in a diff: text of several lines is a list of lines. Nothing is lost.

import { isRecord } from "../channel/messages.ts";
import { redact } from "../lib/redact.ts";

/** `{"$lines": [...]}` is text; an object of somebody else's with such a key is `{"$plain": {...}}`. */
export function packValue(value: unknown, text: (text: string) => string = (same) => same): unknown {
  if (typeof value === "string") {
    const shown = text(value);
    return shown.includes("\n") ? { $lines: shown.split("\n") } : shown;
  }
  if (Array.isArray(value)) return value.map((item) => packValue(item, text));
  if (!isRecord(value)) return value;
  const packed = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [text(key), packValue(inner, text)] as const),
  );
  return Object.keys(value).some((key) => key.startsWith("$")) ? { $plain: packed } : packed;
}

/** The entries of an object of ours, packed, every one of `secrets` replaced. */
export function packObject(value: object, secrets: readonly string[]): object {
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [key, packValue(inner, (text) => redact(text, secrets))]));
}

/** Throws SyntaxError for a form that packValue does not make. */
export function unpackValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackValue);
  if (!isRecord(value)) return value;
  const [[key, inner] = ["", undefined], ...others] = Object.entries(value);
  if (!key.startsWith("$")) return unpackEntries(value);
  if (others.length === 0 && key === "$lines" && isLines(inner)) return inner.join("\n");
  if (others.length === 0 && key === "$plain" && isRecord(inner)) return unpackEntries(inner);
  throw new SyntaxError(`expected {"$lines": [...]} or {"$plain": {...}}, got the key ${key}`);
}

function unpackEntries(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpackValue(inner)]));
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === "string");
}
