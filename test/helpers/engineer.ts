// A coding agent's model that plays an engineer with a shell: one command after the other, then a last word. It speaks
// each of the three protocols as its provider would, streamed, and reads in the conversation how far it is.

import { setTimeout as sleep } from "node:timers/promises";
import type { ModelRequest, Protocol, Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import { protocolOf } from "../../src/gateway/route-request.ts";
import type { ToolUse } from "./provider-answers.ts";
import { providerSays } from "./provider-says.ts";

export interface Engineer extends Upstream {
  /** Bodies of the calls that offered tools, in order. */
  asked: Record<string, unknown>[];
  /** What each of its commands printed, as the coding agent told it. */
  seen(): string[];
  /** Its calls that are under way. */
  waiting(): number;
}

export interface EngineerOptions {
  protocol: Protocol;
  /** The shell's commands; with a function, made from what the earlier ones printed. */
  commands: readonly (string | ((seen: readonly string[]) => string))[];
  lastWord: string;
  /** Statuses that its first calls get instead of an answer. */
  failures?: readonly number[];
  /** Before each of its answers. */
  delayMs?: number;
}

export function engineer(options: EngineerOptions): Engineer {
  const { protocol, commands, lastWord, failures = [], delayMs = 0 } = options;
  const asked: Record<string, unknown>[] = [];
  let [failed, waiting] = [0, 0];
  return {
    // Trials ask in chat completions, to which nothing leads from the responses protocol.
    ...{ name: "engineer", digest: "engineer", protocols: protocol === "responses" ? [protocol, "chat"] : [protocol] },
    asked,
    seen: () => wholeOutputs(outputsOf(protocol, asked.at(-1) ?? {})),
    waiting: () => waiting,
    async complete(request, { signal }) {
      const body = bodyOf(request);
      const shell = shellOf(protocol, body);
      // Titles and the like.
      if (shell === undefined) return providerSays(protocolOf(request.path), body, { text: "a title" });
      waiting += 1;
      await sleep(delayMs, undefined, { signal }).finally(() => {
        waiting -= 1;
      });
      const status = failures[failed];
      if (status !== undefined) {
        failed += 1;
        return jsonResponse(status, { type: "error", error: { type: "trouble", message: `status ${status}` } });
      }
      asked.push(body);
      const outputs = outputsOf(protocol, body);
      const [, session] = runningCommand.exec(outputs.at(-1) ?? "") ?? [];
      if (session !== undefined) {
        const args = { session_id: Number(session), chars: "", yield_time_ms: 60_000 };
        return providerSays(protocol, body, { calls: [{ id: `look_${outputs.length}`, name: "write_stdin", args }] });
      }
      const seen = wholeOutputs(outputs);
      const command = commands[seen.length];
      if (command === undefined) return providerSays(protocol, body, { text: lastWord });
      const text = typeof command === "string" ? command : command(seen);
      const call: ToolUse = { id: `call_${seen.length}`, name: shell.name, args: shell.args(text) };
      return providerSays(protocol, body, { text: `Step ${seen.length + 1}.`, calls: [call] });
    },
  };
}

interface Shell {
  name: string;
  args(command: string): Record<string, unknown>;
}

const shells: readonly Shell[] = [
  { name: "Bash", args: (command) => ({ command, description: "a step" }) },
  { name: "exec_command", args: (cmd) => ({ cmd, yield_time_ms: 30_000 }) },
  { name: "bash", args: (command) => ({ command, description: "a step" }) },
];

function shellOf(protocol: Protocol, { tools }: Record<string, unknown>): Shell | undefined {
  const names = (Array.isArray(tools) ? tools : []).map((tool) => (protocol === "chat" ? tool.function : tool)?.name);
  return shells.find(({ name }) => names.includes(name));
}

/** Results of tools in the conversation, as texts. */
function outputsOf(protocol: Protocol, body: Record<string, unknown>): string[] {
  const items = (body[protocol === "responses" ? "input" : "messages"] ?? []) as Record<string, unknown>[];
  if (protocol === "responses") {
    return items.filter(({ type }) => type === "function_call_output").map(({ output }) => textOf(output));
  }
  if (protocol === "chat") return items.filter(({ role }) => role === "tool").map(({ content }) => textOf(content));
  return items
    .flatMap(({ content }) => (Array.isArray(content) ? (content as Record<string, unknown>[]) : []))
    .filter(({ type }) => type === "tool_result")
    .map(({ content }) => textOf(content));
}

/** What Codex says of a command that takes longer than a call waits; it is looked after by further calls. */
const runningCommand = /Process running with session ID (\d+)/;

/** One of each command, however often it was looked after. */
function wholeOutputs(outputs: readonly string[]): string[] {
  const whole: string[] = [];
  for (const [index, output] of outputs.entries()) {
    if (runningCommand.test(outputs[index - 1] ?? "")) whole.push(`${whole.pop() ?? ""}\n${output}`);
    else whole.push(output);
  }
  return whole;
}

function textOf(content: unknown): string {
  return typeof content === "string" ? content : JSON.stringify(content);
}

function bodyOf({ body }: ModelRequest): Record<string, unknown> {
  return JSON.parse(Buffer.from(body).toString("utf8")) as Record<string, unknown>;
}
