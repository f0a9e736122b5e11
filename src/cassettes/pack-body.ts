// Bodies: as JSON where a model call's are, as text where they are text, else in base64.

import { parseJson } from "../lib/parse-json.ts";
import { packValue, unpackValue } from "./pack-value.ts";

export type BodyKind = "json" | "text" | "base64";

export type PackedBody = Partial<Record<BodyKind, unknown>>;

/** JSON is kept by value; blanks and the order of keys in it are not. Files are kept byte by byte: `json` is off. */
export function readBody(body: Uint8Array, { json }: { json: boolean }): { kind: BodyKind; value: unknown } | null {
  if (body.byteLength === 0) return null;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return { kind: "base64", value: Buffer.from(body).toString("base64") };
  }
  if (!json) return { kind: "text", value: text };
  try {
    return { kind: "json", value: parseJson(text) };
  } catch {
    return { kind: "text", value: text };
  }
}

export function packBody(body: Uint8Array, json: boolean, text: (text: string) => string): PackedBody {
  const read = readBody(body, { json });
  if (read === null) return {};
  if (read.kind !== "base64") return { [read.kind]: packValue(read.value, text) };
  // Text may stand between bytes that are none.
  const redacted = Buffer.from(text(Buffer.from(body).toString("latin1")), "latin1");
  return { base64: redacted.toString("base64") };
}

/** Throws SyntaxError. */
export function unpackBody({ json, text, base64 }: PackedBody): Uint8Array {
  if (json !== undefined) return Buffer.from(JSON.stringify(unpackValue(json)));
  if (text !== undefined) {
    const plain = unpackValue(text);
    if (typeof plain === "string") return Buffer.from(plain);
  } else if (typeof base64 === "string") {
    return Buffer.from(base64, "base64");
  } else if (base64 === undefined) {
    return new Uint8Array(0);
  }
  throw new SyntaxError("a body is neither json, text nor base64");
}
