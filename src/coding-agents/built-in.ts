// The coding agent that comes with the harness: a loop of model calls and file tools, in the host's process. Where an
// engine is at hand it has a shell too, in a box.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChatCompletionMessage, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { z } from "zod";
import { defineCodingAgent, type ProposeContext } from "../core/coding-agent.ts";
import { HarnessError } from "../core/fault.ts";
import { handlerBaseUrl, handlerFetch } from "../gateway/handler-fetch.ts";
import { unionTimer } from "../lib/union-timer.ts";
import { boxShell } from "./built-in/box-shell.ts";
import { runTool, type SessionState, shortened, toolDefinitions } from "./built-in/tools.ts";
import { openTreeFiles } from "./built-in/tree-files.ts";

const options = z.strictObject({
  max_turns: z.int().min(1).default(120).describe("Model calls of the built-in coding agent in one iteration, at most"),
  max_context_chars: z
    .int()
    .min(20_000)
    .default(400_000)
    .describe("Characters of its conversation before old tool outputs are shortened"),
});

type Options = z.output<typeof options>;
type OpenAIClass = typeof import("openai").OpenAI;

export const builtIn = defineCodingAgent<Options>({
  name: "built-in",
  options,
  async propose({ max_turns, max_context_chars }, context) {
    // Whoever runs another coding agent does not hold this in memory.
    const { OpenAI } = await import("openai");
    const files = await openTreeFiles(context.tree);
    await using shell = context.host === undefined ? null : boxShell(context.host, context);
    const definitions = toolDefinitions({ shell });
    const state: SessionState = { gated: false, summary: null, learningsWritten: false };
    const messages: ChatCompletionMessageParam[] = await opening(context, shell !== null);
    const own = ownTime(context);
    let reminded = false;
    for (let turn = 0; turn < max_turns; turn++) {
      context.signal.throwIfAborted();
      if (own.isOver()) return { summary: state.summary ?? "stopped by its time limit" };
      keepWithin(messages, max_context_chars);
      const message = await ask(OpenAI, messages, definitions, context);
      if (message === null) return { summary: state.summary ?? "stopped by the limit of its own model calls" };
      const calls = (message.tool_calls ?? []).filter((call) => call.type === "function");
      messages.push({
        role: "assistant",
        content: message.content,
        ...(calls.length > 0 ? { tool_calls: calls } : {}),
      });
      for (const { id, function: call } of calls) {
        context.log(`${call.name} ${shortened(call.arguments.replace(/\s+/g, " "), 120)}`);
        using _standing = call.name === "bash" ? null : own.stand();
        const content = await runTool(call.name, call.arguments, { files, commands: context.commands, state, shell });
        messages.push({ role: "tool", tool_call_id: id, content });
      }
      if (calls.length > 0 && state.summary === null) continue;
      if (!state.learningsWritten && !reminded) {
        reminded = true;
        state.summary = null;
        messages.push({ role: "user", content: reminder });
        continue;
      }
      return { summary: oneLine(state.summary ?? message.content ?? "") };
    }
    return { summary: `stopped after ${max_turns} model calls` };
  },
});

const rulesWith = (shell: boolean): string => `
You have these files through tools${shell ? ", one of which is a shell in a box of its own" : ", not through a shell"}: where the program above names a command such as
\`auto-harness benchmark\` or \`auto-harness gate\`, call the tool of that name; there is no \`record\`, the host records.
Only agent/agent.ts and workspace/learnings.md can be written. Do one iteration: read what the last ones taught
(workspace/learnings.md, workspace/results.tsv), read failing traces (workspace/traces/latest/), form one hypothesis,
edit agent/agent.ts, try it with benchmark on a few tasks if that is worth its cost, call gate once, append your entry
to workspace/learnings.md, call finish.`;

const reminder =
  "workspace/learnings.md has no entry for this iteration yet. Append it, then call finish; if there is nothing to say, call finish.";

async function opening({ tree, iteration }: ProposeContext, shell: boolean): Promise<ChatCompletionMessageParam[]> {
  const program = await readFile(join(tree, "PROGRAM.md"), "utf8");
  return [
    { role: "system", content: `${program}\n${rulesWith(shell)}` },
    {
      role: "user",
      content: `This is iteration ${iteration}. The baseline is already recorded. Start from step 2 (analyze failures).`,
    },
  ];
}

/** null: this session's own limit is reached, which ends it without being a failure. */
async function ask(
  OpenAI: OpenAIClass,
  messages: ChatCompletionMessageParam[],
  tools: ReturnType<typeof toolDefinitions>,
  context: ProposeContext,
): Promise<ChatCompletionMessage | null> {
  const { model, signal } = context;
  const client = new OpenAI({
    apiKey: "held-by-the-gateway",
    organization: null,
    project: null,
    baseURL: handlerBaseUrl,
    // The gateway retries and holds the time limits.
    maxRetries: 0,
    timeout: 24 * 3600 * 1000,
    fetch: handlerFetch(model.handler, { signal }),
  });
  try {
    const answer = await client.chat.completions.create({ model: model.name, messages, tools }, { signal });
    const message = answer.choices[0]?.message;
    if (message !== undefined) return message;
    throw failed("its model's answer holds no message");
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof OpenAI.APIError)) throw error;
    if (error.code === "limit_reached") return null;
    throw failed(`its model call failed: ${error.message}`, error);
  }
}

/** The session's own time, which stands while the harness's commands run and while a provider is waited for. */
function ownTime({ host, waitedMs = () => 0 }: ProposeContext): { stand(): Disposable; isOver(): boolean } {
  const started = performance.now();
  const standing = unionTimer(() => performance.now());
  const ownMs = () => performance.now() - started - standing.elapsedMs() - waitedMs();
  return { stand: () => standing.start(), isOver: () => host !== undefined && ownMs() > host.timeoutMs };
}

function failed(what: string, cause?: unknown): HarnessError {
  const message = `the built-in coding agent stopped: ${what}`;
  return new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message, cause });
}

/** Shortens the oldest tool outputs until the conversation fits; the newest four stay whole. */
function keepWithin(messages: ChatCompletionMessageParam[], maxChars: number): void {
  let size = JSON.stringify(messages).length;
  for (const message of messages.slice(0, -4)) {
    if (size <= maxChars) return;
    if (message.role !== "tool" || typeof message.content !== "string" || message.content.length <= 500) continue;
    const before = message.content.length;
    message.content = shortened(message.content, 300);
    size -= before - message.content.length;
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" ? "no summary" : shortened(line, 300).replaceAll("\n", " ");
}
