// What an agent's box answers in a turn. Whatever is wrong with it is the agent's fault; nothing of it is passed on then.

import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";
import { nestedWithin } from "../../lib/nested-within.ts";

export const replyLimits = { contentChars: 100_000, calls: 32, depth: 32, argumentsChars: 256 * 1024, nameChars: 256 };

export interface Reply {
  content: string | null;
  toolCalls: { id: string; name: string; arguments: Record<string, unknown> }[];
}

const name = z.string().min(1).max(replyLimits.nameChars);
const reply = z.object({
  content: z.string().max(replyLimits.contentChars).nullish(),
  toolCalls: z
    .array(z.object({ id: name, name, arguments: z.record(z.string(), z.unknown()) }))
    .max(replyLimits.calls)
    .nullish(),
});

/** Throws agent "bad-reply" or "empty-reply". Text and calls together are allowed, as in tau2. */
export function checkReply(value: unknown): Reply {
  const parsed = reply.safeParse(value);
  if (!parsed.success) throw fault("bad-reply", `the agent's reply is malformed: ${z.prettifyError(parsed.error)}`);
  const content = parsed.data.content ?? null;
  const toolCalls = parsed.data.toolCalls ?? [];
  const ids = new Set(toolCalls.map(({ id }) => id));
  if (ids.size < toolCalls.length) throw fault("bad-reply", "two tool calls of one reply have the same id");
  for (const call of toolCalls) checkArguments(call);
  if (toolCalls.length === 0 && (content === null || content.trim() === "")) {
    throw fault("empty-reply", "the agent's reply has neither text nor tool calls");
  }
  return { content, toolCalls };
}

function checkArguments({ name: tool, arguments: args }: Reply["toolCalls"][number]): void {
  if (!nestedWithin(args, replyLimits.depth)) {
    throw fault("bad-reply", `the arguments of ${tool} are nested deeper than ${replyLimits.depth}`);
  }
  const { length } = JSON.stringify(args);
  if (length > replyLimits.argumentsChars) {
    throw fault("bad-reply", `the arguments of ${tool} have ${length} characters, over ${replyLimits.argumentsChars}`);
  }
}

function fault(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "agent", code, message: message.slice(0, 1000) });
}
