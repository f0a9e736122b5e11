// A task with a shell: the agent gets an instruction and an environment, and works until run() ends.

import type { AgentContext, Environment, ExecOptions, ExecResult, TerminalAgent } from "../../agent-types.ts";
import { readAll } from "../byte-stream.ts";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";
import { makeAgent } from "./harness-agent.ts";

/** What a benchmark's `start` holds for this interface, beside `interface`. */
interface TerminalStart {
  instruction: string;
  context: { model: string; reasoningEffort: string | null };
}

export const terminal = {
  async run(
    exports: Readonly<Record<string, unknown>>,
    start: Readonly<Record<string, unknown>>,
    peer: Peer,
  ): Promise<void> {
    const agent = openAgent(exports["HarnessAgent"]);
    const { instruction, context } = start as unknown as TerminalStart;
    const environment = new ChannelEnvironment(peer);
    if (agent.setup !== undefined) await agent.setup(environment);
    await agent.run(instruction, environment, {
      model: context.model,
      reasoningEffort: context.reasoningEffort,
      log: (line) => console.error(line),
    } satisfies AgentContext);
  },
};

function openAgent(HarnessAgent: unknown): TerminalAgent {
  const agent = makeAgent(HarnessAgent, { methods: ["run"] });
  const { setup } = agent;
  if (setup !== undefined && typeof setup !== "function") {
    throw new CallError("bad-export", "setup of HarnessAgent is not a method");
  }
  return agent as unknown as TerminalAgent;
}

class ChannelEnvironment implements Environment {
  readonly #peer: Peer;

  constructor(peer: Peer) {
    this.#peer = peer;
  }

  async exec(command: string, { timeoutMs, cwd, env }: ExecOptions = {}): Promise<ExecResult> {
    const { result } = await this.#call("exec", { command, timeoutMs, cwd, env });
    if (!isRecord(result)) throw new CallError("failed", "exec gave no result");
    return result as unknown as ExecResult;
  }

  async upload(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    if (!(bytes instanceof Uint8Array)) throw new TypeError("upload takes a string or a Uint8Array");
    await this.#call("upload", { path }, bytes);
  }

  async download(path: string): Promise<Uint8Array> {
    const { body } = await this.#call("download", { path });
    return await readAll(body);
  }

  async #call(method: string, params: unknown, body: Uint8Array = new Uint8Array(0)) {
    return await this.#peer.request(method, params, { body, signal: never });
  }
}

/** The host ends what an agent has under way by ending its box. */
const never = new AbortController().signal;
