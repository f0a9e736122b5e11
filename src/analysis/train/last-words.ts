// What an agent said last, in any of the forms in which a conversation is kept.

import { z } from "zod";

const message = z.looseObject({ role: z.string().default("assistant"), content: z.unknown() });
const part = z.looseObject({ text: z.string() });

/** Whoever wrote them may have written megabytes. */
const charsAtMost = 20_000;

/** The text of the agent's last message, its end where it is long; "" where it has none. */
export function lastWords(messages: readonly unknown[]): string {
  const own = messages.flatMap((entry) => {
    const parsed = message.safeParse(entry).data;
    return parsed !== undefined && (parsed.role === "assistant" || parsed.role === "agent") ? [parsed.content] : [];
  });
  const last = own.at(-1);
  if (typeof last === "string") return last.slice(-charsAtMost);
  if (!Array.isArray(last)) return "";
  return last
    .map((piece) => part.safeParse(piece).data?.text ?? "")
    .join("")
    .slice(-charsAtMost);
}

/** Lines of a list that are not ticked. */
export function openItems(text: string): number {
  return text.match(/^[ \t]*(?:[-*]|\d+\.)[ \t]*\[ \]/gm)?.length ?? 0;
}

export function asks(text: string): boolean {
  return /\?["')\]]*\s*$/.test(text);
}

export function givesUp(text: string): boolean {
  return /\b(?:unable to|(?:can(?:'|’)?t|cannot|could ?n(?:'|’)t|could not) (?:be |do|complete|finish|find|solve|proceed|continue)|not possible|giv(?:e|ing) up|too (?:hard|difficult|complex))/i.test(
    text,
  );
}
