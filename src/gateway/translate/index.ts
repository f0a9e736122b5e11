// Which translator leads from a box's protocol to an upstream's.

import type { Protocol } from "../../core/model.ts";
import { chatToMessages } from "./chat-to-messages/chat-to-messages.ts";
import { messagesToChat } from "./messages-to-chat/messages-to-chat.ts";
import { responsesToChat } from "./responses-to-chat/responses-to-chat.ts";
import { chained, type Translator } from "./translator.ts";

/** Raised whenever an answer may come out otherwise; part of the digest of upstreams. */
export const translationVersion = 1;

const table: Readonly<Record<string, () => Translator>> = {
  "responses chat": responsesToChat,
  "messages chat": messagesToChat,
  "chat messages": chatToMessages,
  "responses messages": () => chained(responsesToChat(), chatToMessages()),
};

/** The protocol in which an upstream of these is asked for a call in `wanted`. */
export function spokenFor(wanted: Protocol, offered: readonly Protocol[]): Protocol {
  if (offered.includes(wanted)) return wanted;
  const spoken = offered.find((protocol) => Object.hasOwn(table, `${wanted} ${protocol}`));
  if (spoken === undefined) throw new Error(`nothing leads from ${wanted} to ${offered.join(", ")}`);
  return spoken;
}

/** Of one lease: it remembers what models thought, to hand it back to them. null where none is needed. */
export function openTranslator(from: Protocol, to: Protocol): Translator | null {
  return from === to ? null : (table[`${from} ${to}`]?.() ?? null);
}
