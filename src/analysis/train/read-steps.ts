// The steps of a trace, whatever the benchmark: commands of a shell, calls of the environment's tools, tool calls of a
// conversation. Of a trace everything is unknown until it is looked at.

import { z } from "zod";
import { quoteText } from "./quote-text.ts";

export interface Step {
  /** Where in trace.json, such as events[12]. */
  at: string;
  /** The command or call, one line, at most 200 characters. */
  what: string;
  failed: boolean;
  /** Why it failed: exit code and the end of what it said; "" where it did not. */
  why: string;
}

const whatChars = 200;
const whyChars = 200;

const exec = z.looseObject({
  type: z.literal("exec"),
  command: z.string(),
  exitCode: z.number().nullable(),
  stdout: z.string().default(""),
  stderr: z.string().default(""),
  timedOut: z.boolean().default(false),
});
const tool = z.looseObject({
  type: z.literal("tool"),
  name: z.string(),
  args: z.unknown(),
  result: z.unknown(),
  refused: z.string().nullish(),
});
const calls = z.looseObject({
  toolCalls: z.array(z.looseObject({ id: z.string().default(""), name: z.string(), arguments: z.unknown() })).min(1),
});
const toolResult = z.looseObject({ role: z.literal("tool"), toolCallId: z.string(), content: z.unknown() });

/** In order. A conversation's own record counts where nothing of a shell or of tools was seen. */
export function readSteps({ messages, events }: { messages: readonly unknown[]; events: readonly unknown[] }): Step[] {
  const seen = events.flatMap((event, index) => stepOfEvent(event, `events[${index}]`));
  return seen.length > 0 ? seen : stepsOfConversation(messages);
}

function stepOfEvent(event: unknown, at: string): Step[] {
  const shell = exec.safeParse(event).data;
  if (shell !== undefined) {
    const { command, exitCode, stdout, stderr, timedOut } = shell;
    const failed = timedOut || exitCode !== 0;
    const how = timedOut ? "timed out" : `exit code ${exitCode ?? "none"}`;
    return [
      { at, what: quoteText(command, whatChars), failed, why: failed ? why(how, lastLine(stderr || stdout)) : "" },
    ];
  }
  const call = tool.safeParse(event).data;
  if (call === undefined) return [];
  const text = textOf(call.result);
  const refused = call.refused ?? "";
  const failed = refused !== "" || saysError(text);
  const reason = refused === "" ? why("error", firstLine(text)) : why("refused", refused);
  const what = quoteText(`${call.name} ${textOf(call.args)}`, whatChars);
  return [{ at, what, failed, why: failed ? reason : "" }];
}

function stepsOfConversation(messages: readonly unknown[]): Step[] {
  const results = new Map(
    messages.flatMap((message) => {
      const result = toolResult.safeParse(message).data;
      return result === undefined ? [] : [[result.toolCallId, result] as const];
    }),
  );
  return messages.flatMap((message, index) =>
    (calls.safeParse(message).data?.toolCalls ?? []).map(({ id, name, arguments: args }): Step => {
      const result = results.get(id);
      const failed = result?.["error"] === true;
      const reason = failed ? why("error", firstLine(textOf(result?.content))) : "";
      return { at: `messages[${index}]`, what: quoteText(`${name} ${textOf(args)}`, whatChars), failed, why: reason };
    }),
  );
}

/** BIRD-Interact's tools answer in words, and say so at the start. */
function saysError(text: string): boolean {
  return /^(?:Error:|Your SQL is not correct)/.test(text);
}

function why(how: string, said = ""): string {
  return quoteText(said.trim() === "" ? how : `${how}: ${said}`, whyChars);
}

/** Programs say what was wrong at the end, tools at the beginning. */
function lastLine(output: string): string {
  return output.split("\n").findLast((line) => line.trim() !== "") ?? "";
}

function firstLine(output: string): string {
  return output.split("\n").find((line) => line.trim() !== "") ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
