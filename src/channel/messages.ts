// The headers of frames. Both sides may ask; ids are the asker's own. A body that does not fit one frame goes on in
// chunks, and a streamed answer is nothing else.

import { ChannelError } from "./channel-error.ts";

export interface WireError {
  code: string;
  message: string;
}

export type Header =
  | { kind: "request"; id: number; method: string; params: unknown; more: boolean }
  | { kind: "response"; id: number; result: unknown; more: boolean }
  | { kind: "error"; id: number; error: WireError }
  | { kind: "chunk"; id: number; of: "request" | "response"; more: boolean; error?: WireError }
  | { kind: "cancel"; id: number };

/** Throws ChannelError "malformed-frame" for anything that is not a header of ours. */
export function parseHeader(value: unknown): Header {
  if (!isRecord(value)) throw malformed("is not an object");
  const { kind, id, more } = value;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 1) throw malformed("has no id");
  switch (kind) {
    case "request":
      if (typeof value["method"] !== "string" || typeof more !== "boolean") break;
      return { kind, id, method: value["method"], params: value["params"], more };
    case "response":
      if (typeof more !== "boolean") break;
      return { kind, id, result: value["result"], more };
    case "error":
      return { kind, id, error: parseError(value["error"]) };
    case "chunk": {
      const { of, error } = value;
      if ((of !== "request" && of !== "response") || typeof more !== "boolean") break;
      return { kind, id, of, more, ...(error === undefined ? {} : { error: parseError(error) }) };
    }
    case "cancel":
      return { kind, id };
  }
  throw malformed("has an unknown kind or lacks a field");
}

function parseError(value: unknown): WireError {
  if (!isRecord(value)) throw malformed("has no error");
  const { code, message } = value;
  if (typeof code !== "string" || typeof message !== "string") throw malformed("has an error without code");
  return { code, message };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function malformed(what: string): ChannelError {
  return new ChannelError("malformed-frame", `a frame's header ${what}`);
}
