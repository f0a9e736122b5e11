import type { Verification } from "../../core/verification.ts";
import { suspicionsOf } from "./suspicions.ts";
import type { Judged } from "./tau-service.ts";
import type { ConversationMessage, RunResult } from "./wire.ts";

const textChars = 65_536;
/** Different ones in all that an agent says; a long list of flights has some dozens. */
const numbersOfUse = 500;

/** What tau2 gave for a conversation; an agent that broke it has earned 0. */
export function verificationOf({ result, conversation }: Judged): Verification {
  const { status, parts, basis, termination, endedBy, steps, error } = result;
  const reward = status === "ended" ? result.reward : 0;
  const suspicions = suspicionsOf(conversation);
  const flags = suspicions.map(({ kind, message }) => `${kind} (message ${message})`);
  return {
    reward,
    output: outputOf(result, reward),
    notes: [
      ...(status === "agent-fault"
        ? [`tau2 could not go on with what the agent did: ${error ?? "no reason given"}`]
        : []),
      ...sprayNotes(conversation),
      ...(flags.length === 0 ? [] : [`the simulated user may be at fault: ${flags.join(", ")}`]),
    ],
    timedOut: false,
    details: { parts, basis, termination, ended_by: endedBy, steps, suspicions },
    conversation: conversation.map(bounded),
  };
}

/** For an agent that has failed: 0, whatever became of the record of it. */
export function failedVerification(judged: Judged | null): Verification {
  if (judged === null) {
    const notes = ["tau2 gave no record of the conversation that the agent broke"];
    return { reward: 0, output: "reward 0: the agent failed", notes, timedOut: false };
  }
  return { ...verificationOf(judged), reward: 0, output: "reward 0: the agent failed", notes: [] };
}

/** tau2 looks for what had to be said anywhere in the agent's text, also where the user doesn't see it. */
function sprayNotes(conversation: readonly ConversationMessage[]): string[] {
  const said = conversation.flatMap(({ role, content }) => (role === "assistant" && content !== null ? [content] : []));
  const { size } = new Set(said.flatMap((text) => text.match(/\d+/g) ?? []));
  return size <= numbersOfUse
    ? []
    : [`the agent said ${size} different numbers: what had to be said may be among them`];
}

/** Such as "reward 0: DB 1, COMMUNICATE 0; max_steps after 200 steps". */
function outputOf({ status, parts, termination, steps }: RunResult, reward: number | null): string {
  const names = Object.entries(parts).map(([name, value]) => `${name} ${value}`);
  const what = names.length === 0 ? "no part was judged" : names.join(", ");
  const how = status === "ended" ? (termination ?? "ended") : "the agent's fault";
  return `reward ${reward}: ${what}; ${how} after ${steps} steps`;
}

function bounded(message: ConversationMessage): ConversationMessage {
  const { content, toolCalls } = message;
  const isLong = content !== null && content.length > textChars;
  return {
    ...message,
    content: isLong ? `${content.slice(0, textChars)}… (${content.length} characters)` : content,
    ...(toolCalls === undefined ? {} : { toolCalls: toolCalls.map(boundedCall) }),
  };
}

function boundedCall(call: NonNullable<ConversationMessage["toolCalls"]>[number]) {
  const { length } = JSON.stringify(call.arguments);
  return length <= textChars ? call : { ...call, arguments: { left_out: `${length} characters` } };
}
