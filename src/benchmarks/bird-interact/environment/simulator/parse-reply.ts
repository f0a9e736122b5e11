// What the two model calls of a question say. Models wrap their answer in <s>…</s>, more or less.

/** Which of the three kinds of question it is. */
export type QuestionKind = "labelled" | "unlabelled" | "unanswerable";

/**
 * The choice in the first reply, as the second prompt is given it: from the first `<s>` to the first `</s>`, or the first
 * line where no `</s>` is. May be empty.
 */
export function parseChoice(reply: string): string {
  const end = reply.indexOf("</s>");
  const text = (end < 0 ? (reply.split("\n", 1)[0] ?? "") : reply.slice(0, end)).trim();
  return withoutOpening(text);
}

/** The kind that a choice names; null where it names none. */
export function kindOf(choice: string): QuestionKind | null {
  const name = /\b(unlabel{1,2}ed|label{1,2}ed|unanswerable)\b/i.exec(choice)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (name === "unanswerable") return "unanswerable";
  return name.startsWith("un") ? "unlabelled" : "labelled";
}

/** The user's words in the second reply; null where it has neither `<s>` nor `</s>`, or nothing in them. */
export function parseAnswer(reply: string): string | null {
  const end = reply.indexOf("</s>");
  if (end >= 0) return withoutOpening(reply.slice(0, end).trim()) || null;
  // Cut off by the limit of tokens.
  return reply.split("<s>")[1]?.trim() || null;
}

function withoutOpening(text: string): string {
  const start = text.indexOf("<s>");
  return start < 0 ? text : text.slice(start).replaceAll("<s>", "").trim();
}
