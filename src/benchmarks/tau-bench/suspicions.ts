// Signs that the simulated user, not the agent, spoiled a conversation. About a quarter of failed retail runs were the
// user's fault in one count (tau2-bench pull request 392): who reads traces must not chase those. Each sign is told by
// the words alone and kept narrow: what is flagged is worth a look, what is not may still be the user's doing.

import type { ConversationMessage } from "./wire.ts";

export type SuspicionKind =
  /** It left when the agent had just asked it to confirm, so that nothing was done. */
  | "stopped-at-confirmation"
  /** It left in the very message in which it said yes. */
  | "stopped-with-yes"
  /** It left in the very message in which it asked for something. */
  | "stopped-with-request"
  /** It took itself for transferred, though the agent had not spoken of that. */
  | "transferred-unasked"
  /** It left for want of facts, though the agent had refused nothing. */
  | "out-of-scope-unrefused"
  /** It said the same twice, to different things. */
  | "repeats-itself"
  /** It said nothing. */
  | "empty-message"
  /** It took the agent's part. */
  | "speaks-as-agent";

export interface Suspicion {
  kind: SuspicionKind;
  /** Index of the message in the conversation. */
  message: number;
}

const stop = "###STOP###";
const transfer = "###TRANSFER###";
const outOfScope = "###OUT-OF-SCOPE###";

const asksToConfirm =
  /\b(confirm|proceed|go ahead|shall i|should i|may i|would you like me to|do you want me to|is (that|this|everything) (correct|right|ok|okay|accurate))\b/i;
const asksForYes = /\b(reply|respond|answer|say|type)( with)? ["'“]?yes\b|\(yes(\/no)?\)|\bplease confirm\b/i;
const asksForMore = /\b(anything|something|any(one)? other|further|additional(ly)?)\b/i;
const saysYes =
  /^(yes|yeah|yep|yup|sure|ok|okay|correct|confirmed|i confirm|go ahead|please (do|proceed|go ahead)|that('|’)?s (right|correct|fine)|sounds good)\b/i;
const saysNo = /^(no|nope|never ?mind|not now|forget it|i('|’)?(ll| will) (pass|think))\b/i;
const asksForSomething =
  /\?|\b(can|could|would|will) you\b|(?<!\b(all|everything|what|that) )\bi (also |still )?(need|want) (you|to (?!thank)|my|the|a|an)\b|\bi('|’)d (also )?like (you|to (?!thank)|my|the|a|an)\b/i;
const speaksOfTransfer = /\btransfer|\bhuman (agent|representative)|\bescalat/i;
const refuses =
  /\b(can('|’)?t|cannot|unable|not able|not (possible|allowed|permitted|eligible)|won('|’)?t be able|policy)\b/i;
const offersHelp = /\bhow (can|may) i (help|assist) you\b/i;

/** In order of the messages. */
export function suspicionsOf(conversation: readonly ConversationMessage[]): Suspicion[] {
  return conversation.flatMap((message, index) =>
    message.role === "user" ? kindsOf(conversation, index).map((kind) => ({ kind, message: index })) : [],
  );
}

function kindsOf(conversation: readonly ConversationMessage[], index: number): SuspicionKind[] {
  const { content, toolCalls = [] } = conversation[index] ?? { content: null };
  if (toolCalls.length > 0) return [];
  const whole = content ?? "";
  if (whole.trim() === "") return ["empty-message"];
  const before = conversation.slice(0, index);
  const words = whole.replaceAll(/###[A-Z-]+###/g, " ").trim();
  const kinds: SuspicionKind[] = [];
  if (whole.includes(stop)) kinds.push(...stopped(words, lastText(before)));
  if (whole.includes(transfer) && !wasTransferred(before)) kinds.push("transferred-unasked");
  if (whole.includes(outOfScope) && !refuses.test(lastText(before))) kinds.push("out-of-scope-unrefused");
  if (repeats(before, words)) kinds.push("repeats-itself");
  if (offersHelp.test(words)) kinds.push("speaks-as-agent");
  return kinds;
}

function stopped(words: string, asked: string): SuspicionKind[] {
  if (isConfirmation(asked) && !saysNo.test(words)) {
    return [saysYes.test(words) ? "stopped-with-yes" : "stopped-at-confirmation"];
  }
  return asksForSomething.test(words) ? ["stopped-with-request"] : [];
}

/** Whether the last thing that the agent asked is to be confirmed. "Anything else?" is not. */
function isConfirmation(text: string): boolean {
  const questions = text.match(/[^.!?\n]+\?/g) ?? [];
  const last = questions.at(-1) ?? "";
  if (last !== "") return asksToConfirm.test(last) && !asksForMore.test(last);
  return asksForYes.test(text);
}

/** What the agent said last to the user; it does not see texts that come with tool calls. */
function lastText(before: readonly ConversationMessage[]): string {
  return texts(before, "assistant").at(-1)?.content ?? "";
}

function wasTransferred(before: readonly ConversationMessage[]): boolean {
  return before.some(
    ({ role, content, toolCalls = [] }) =>
      role === "assistant" &&
      (speaksOfTransfer.test(content ?? "") || toolCalls.some(({ name }) => speaksOfTransfer.test(name))),
  );
}

/** The same words as the last time, though the agent said something else in between. Short words repeat rightly. */
function repeats(before: readonly ConversationMessage[], words: string): boolean {
  const said = texts(before, "user").at(-1)?.content ?? "";
  const [previous, last] = texts(before, "assistant").slice(-2);
  return words.length >= 20 && normal(said) === normal(words) && normal(previous?.content) !== normal(last?.content);
}

function texts(messages: readonly ConversationMessage[], role: "assistant" | "user"): ConversationMessage[] {
  return messages.filter((message) => message.role === role && (message.toolCalls ?? []).length === 0);
}

function normal(text: string | null | undefined): string {
  return (text ?? "").toLowerCase().replaceAll(/\W+/g, " ").trim();
}
