// The agent that is being optimised: one file, run in a box of its own. It reaches a model through the openai package
// and the task's shell through `environment`. Model and reasoning effort are the harness's to set.

import type { AgentContext, Environment, ExecResult } from "auto-harness/agent";
import OpenAI from "openai";

export const AGENT_INSTRUCTION = `You are an engineer at work in a Linux shell. You are given a task; solve it with the bash tool.

- Each call of bash starts in the task's working folder. Files stay between calls; variables and the current folder do not.
- Long output is cut in the middle. Narrow a command down when you need a part that was left out.
- Read what is there before you change it.
- Leave the results exactly where the task asks for them.
- When the task is done, answer with a short text and without a tool call.`;

export const TOOLS: OpenAI.Chat.Completions.ChatCompletionFunctionTool[] = [
  {
    type: "function",
    function: {
      name: "bash",
      description: "Runs a command line with bash and returns its exit code and output.",
      parameters: {
        type: "object",
        properties: { command: { type: "string", description: "The command line." } },
        required: ["command"],
        additionalProperties: false,
      },
    },
  },
];

export const MAX_STEPS = 80;
export const MAX_OUTPUT_CHARS = 8000;
export const COMMAND_TIMEOUT_SEC = 120;

type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;

/** Keeps head and tail of a long text and says how much is missing. */
export function truncate(text: string, limit: number = MAX_OUTPUT_CHARS): string {
  if (text.length <= limit) return text;
  const head = Math.ceil(limit / 2);
  const tail = limit - head;
  return `${text.slice(0, head)}\n[… ${text.length - limit} characters left out …]\n${text.slice(text.length - tail)}`;
}

export class HarnessAgent {
  static name = "terminal-agent";
  version = "1";

  /** Called once, before the task is given. */
  async setup(_environment: Environment): Promise<void> {}

  async run(instruction: string, environment: Environment, context: AgentContext): Promise<void> {
    // The gateway behind the endpoint retries; doing it here too would multiply the attempts.
    const client = new OpenAI({ maxRetries: 0 });
    const messages: Message[] = [
      { role: "system", content: AGENT_INSTRUCTION },
      { role: "user", content: instruction },
    ];
    for (let step = 0; step < MAX_STEPS; step++) {
      const reply = await complete(client, messages, context);
      messages.push(reply);
      const calls = reply.tool_calls ?? [];
      if (calls.length === 0) return;
      for (const call of calls) {
        const content = await useTool(call, environment);
        messages.push({ role: "tool", tool_call_id: call.id, content });
      }
    }
    context.log(`stopped after ${MAX_STEPS} steps`);
  }
}

/** Asks the model; where the conversation has outgrown it, the oldest outputs go and it is asked again. */
async function complete(client: OpenAI, messages: Message[], context: AgentContext) {
  for (;;) {
    try {
      const completion = await client.chat.completions.create({
        model: context.model,
        messages,
        tools: TOOLS,
        ...(context.reasoningEffort === null
          ? {}
          : { reasoning_effort: context.reasoningEffort as OpenAI.ReasoningEffort }),
      });
      const reply = completion.choices[0]?.message;
      if (reply === undefined) throw new Error("the model gave no choice");
      return reply;
    } catch (error) {
      if (!isContextOverflow(error) || !dropOldestOutputs(messages)) throw error;
      context.log("the conversation was too long: the oldest outputs were dropped");
    }
  }
}

function isContextOverflow(error: unknown): boolean {
  if (!(error instanceof OpenAI.APIError) || (error.status !== 400 && error.status !== 413)) return false;
  return error.code === "context_length_exceeded" || /context (length|window)|too many tokens/i.test(error.message);
}

const DROPPED = "[output dropped to save room]";

/** Drops the older half of the tool outputs that are left; false when there are none. */
function dropOldestOutputs(messages: Message[]): boolean {
  const outputs = messages.filter((message) => message.role === "tool" && message.content !== DROPPED);
  for (const output of outputs.slice(0, Math.ceil(outputs.length / 2))) output.content = DROPPED;
  return outputs.length > 0;
}

/** What the model is told about a call. Its own mistakes come back to it as errors. */
async function useTool(
  call: OpenAI.Chat.Completions.ChatCompletionMessageToolCall,
  environment: Environment,
): Promise<string> {
  if (call.type !== "function") return `error: this kind of tool call is not offered: ${call.type}`;
  const args = parseArguments(call.function.arguments);
  if (args === undefined) return "error: the arguments are not a JSON object";
  if (call.function.name === "bash") {
    if (typeof args["command"] !== "string") return 'error: bash needs a string "command"';
    return await runBash(args["command"], environment);
  }
  return `error: there is no tool ${call.function.name}`;
}

function parseArguments(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function runBash(command: string, environment: Environment): Promise<string> {
  let result: ExecResult;
  try {
    result = await environment.exec(command, { timeoutMs: COMMAND_TIMEOUT_SEC * 1000 });
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { exitCode, stdout, stderr, timedOut } = result;
  const end = timedOut ? `stopped after ${COMMAND_TIMEOUT_SEC} seconds` : `exit code ${exitCode}`;
  const output = [stdout, stderr === "" ? "" : `stderr:\n${stderr}`].filter((part) => part !== "").join("\n");
  return `${end}\n${truncate(output)}`;
}
