// How many tokens a request would have: answered here, by an estimate. Nothing goes upstream for it.

import type { Protocol } from "../core/model.ts";
import type { Json } from "./json.ts";
import { estimatedTokens } from "./tokens.ts";

/** Where images are given as data their length says nothing; a large one has about so many tokens. */
const tokensPerFile = 1600;
const dataUrl = /^data:[^,]{0,200},/;

export function countedTokens(protocol: Protocol, body: Json): Json {
  let files = 0;
  const text = JSON.stringify(body, (key, value: unknown) => {
    if (typeof value !== "string" || value.length < 1000) return value;
    if (!dataUrl.test(value) && key !== "data") return value;
    files += 1;
    return "";
  });
  const input_tokens = estimatedTokens(text.length, 0).inputTokens + files * tokensPerFile;
  return protocol === "messages" ? { input_tokens } : { object: "response.input_tokens", input_tokens };
}
