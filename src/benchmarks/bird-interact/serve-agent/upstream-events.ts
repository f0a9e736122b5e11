// ADK's events of a turn in the words of upstream's service, made of those that the box hands in (box/adk-events.ts).

import { z } from "zod";
import { shortened } from "./upstream-account.ts";

const [shownText, shownMessage] = [4000, 1200];

const call = z.object({ id: z.string().nullish(), name: z.string().nullish() });
const part = z.union([
  z.object({ functionCall: call.extend({ args: z.record(z.string(), z.unknown()).nullish() }) }),
  z.object({ functionResponse: call.extend({ response: z.unknown() }) }),
  z.object({ text: z.string() }),
]);
const event = z.object({
  author: z.string().nullish(),
  branch: z.string().nullish(),
  final: z.boolean().default(false),
  content: z.object({ role: z.string().nullish(), parts: z.array(z.unknown()).default([]) }).nullish(),
});

export interface TurnEvents {
  /** Of `state.adk_events`: this turn's alone, as upstream's service has it. */
  events: object[];
  /** The last text that anybody said; "" where there was none. */
  lastText: string;
}

/** `invocation` names the turn. Events that are none are left out: the box is the agent's. */
export function upstreamEvents(message: string, given: readonly unknown[], invocation: string): TurnEvents {
  let lastText = "";
  const events = given.flatMap((one) => {
    const parsed = event.safeParse(one);
    if (!parsed.success) return [];
    const { author, branch, final, content } = parsed.data;
    const parts = (content?.parts ?? []).map(upstreamPart);
    const text = parts.flatMap((shown) => ("text" in shown ? [shown.text] : [])).join("\n");
    if (text.trim() !== "") lastText = text.trim();
    const named = { author: author ?? "", invocation_id: invocation, branch: branch ?? "" };
    return [{ type: "adk_event", ...named, final, content: { role: content?.role ?? "", parts } }];
  });
  return { events: [{ type: "user_message", message: shortened(message, shownMessage) }, ...events], lastText };
}

function upstreamPart(given: unknown): object {
  const parsed = part.safeParse(given);
  if (!parsed.success) return { type: "unknown", repr: shortened(JSON.stringify(given) ?? "", shownText) };
  const { data } = parsed;
  if ("text" in data) return { type: "text", text: shortened(data.text, shownText) };
  if ("functionCall" in data) {
    const { id, name, args } = data.functionCall;
    return { type: "function_call", name: name ?? "", id: id ?? "", args: args ?? {} };
  }
  const { id, name, response } = data.functionResponse;
  const text = JSON.stringify(response) ?? "";
  return { type: "function_response", name: name ?? "", id: id ?? "", response: shortened(text, shownText) };
}
