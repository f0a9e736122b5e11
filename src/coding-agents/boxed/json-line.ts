// Lines of JSON that coding agents print, read without trust.

import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";

export type Json = Readonly<Record<string, unknown>>;

/** null where the line is no JSON object. */
export function jsonLine(line: string): Json | null {
  return objectOf(jsonOrUndefined(line));
}

export function objectOf(value: unknown): Json | null {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : null;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A tool and what it was called with, in a line. */
export function callLine(tool: unknown, input: unknown): string {
  const { command, file_path: path, filePath } = objectOf(input) ?? {};
  const what = command ?? path ?? filePath ?? input;
  return `${String(tool)}: ${typeof what === "string" ? what : (JSON.stringify(what) ?? "")}`;
}
