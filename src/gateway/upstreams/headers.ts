import type { HeadersWith } from "./http-upstream.ts";

export const openAiHeaders: HeadersWith = (key) => (key === null ? {} : { authorization: `Bearer ${key}` });

/** Anthropic's. The version is that of the protocol, the only one there has been since. */
export const messagesHeaders: HeadersWith = (key) => ({
  "anthropic-version": "2023-06-01",
  ...(key === null ? {} : { "x-api-key": key }),
});
