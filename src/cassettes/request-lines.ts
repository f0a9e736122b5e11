// A request as lines that can be compared and read: every value on a line of its own, text of several lines as a block.
// Two requests are the same if and only if their lines are.

import { isRecord } from "../channel/messages.ts";
import { readBody } from "./pack-body.ts";

export interface AskedCall {
  method: string;
  params: unknown;
  body: Uint8Array;
}

export function requestLines({ method, params, body }: AskedCall): string[] {
  const read = readBody(body, { json: method === "model" });
  return [
    method,
    ...entryLines("params", method === "model" ? modelParams(params) : params, 0),
    ...(read === null ? [] : entryLines(read.kind, read.value, 0)),
  ];
}

/** In a few words, such as `exec ls -l`. */
export function requestName({ method, params }: Omit<AskedCall, "body">): string {
  const { method: verb, path, command, name } = isRecord(params) ? params : {};
  const said = method === "model" ? `${verb} ${path}` : (command ?? path ?? name ?? "");
  const [line = "", more] = String(said).split("\n");
  return `${method} ${line.slice(0, 80)}${more !== undefined || line.length > 80 ? "…" : ""}`.trim();
}

/** What the gateway looks at. */
function modelParams(params: unknown): unknown {
  const { method, path, headers } = isRecord(params) ? params : {};
  const beta = isRecord(headers) ? headers["anthropic-beta"] : undefined;
  return { method, path, ...(beta === undefined ? {} : { "anthropic-beta": beta }) };
}

function entryLines(key: string, value: unknown, depth: number): string[] {
  const head = `${"  ".repeat(depth)}${key}:`;
  if (typeof value === "string" && value.includes("\n")) {
    return [`${head} |`, ...value.split("\n").map((line) => `${"  ".repeat(depth + 1)}${line}`)];
  }
  const inner = entriesOf(value);
  if (inner === null) return [`${head} ${JSON.stringify(value)}`];
  if (inner.length === 0) return [`${head} ${Array.isArray(value) ? "[]" : "{}"}`];
  return [head, ...inner.flatMap(([name, item]) => entryLines(name, item, depth + 1))];
}

/** Sorted by name: the order of keys says nothing. undefined is what JSON makes of it: nothing. */
function entriesOf(value: unknown): Array<[string, unknown]> | null {
  if (Array.isArray(value)) return value.map((item: unknown, at) => [`[${at}]`, item]);
  if (!isRecord(value)) return null;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]): [string, unknown] => [/^[\w$-]+$/.test(key) ? key : JSON.stringify(key), inner])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
