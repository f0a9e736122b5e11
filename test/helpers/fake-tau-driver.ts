// The driver of images/tau-bench as a program of this process: it speaks the same protocol over streams, and plays
// conversations whose user says what its model answers. Its one tool, `double`, doubles a number.

import { PassThrough } from "node:stream";
import { type Domain, tauIndex } from "../../src/benchmarks/tau-bench/tau-index.ts";
import type { RunRequest } from "../../src/benchmarks/tau-bench/tau-service.ts";
import { readAll } from "../../src/channel/byte-stream.ts";
import { CallError } from "../../src/channel/channel-error.ts";
import { fromBox, toBox } from "../../src/channel/frames.ts";
import { openPeer, type Peer } from "../../src/channel/peer.ts";
import type { OpenContext } from "../../src/core/benchmark.ts";
import type { Sandbox, SandboxSpec } from "../../src/core/sandbox.ts";

export interface FakeTauOptions {
  domain?: Domain;
  /** Replaces parts of what it says when it is ready. */
  ready?: Readonly<Record<string, unknown>>;
  /** What it does in place of getting ready. */
  start?: "refuse" | "nothing" | "exit";
  /** Asks `close` before it judges, as the driver does; default true. */
  closes?: boolean;
  /** For every conversation's judgement; default 0. */
  evaluated?: Promise<void>;
  /** Replaces parts of every result. */
  result?: Readonly<Record<string, unknown>>;
  /** Says nothing any more once it has this many replies. */
  silentAfter?: number;
}

export interface FakeTauDriver {
  openBox: OpenContext["openBox"];
  /** What was opened. */
  boxes: Omit<SandboxSpec, "labels">[];
  runs: (RunRequest & { session: string })[];
  /** By session: what the agent's side answered. */
  replies: Map<string, unknown[]>;
  cancelled: string[];
  closed: number;
  exit(exitCode: number, outOfMemory?: boolean): void;
  /** Breaks the protocol. */
  write(bytes: Uint8Array): void;
  peer: () => Peer;
}

export const policy = "Double numbers. Confirm first.";
export const greeting = { role: "assistant", content: "Hi! How can I help you today?" };
export const doubleTool = {
  type: "function",
  function: {
    name: "double",
    description: "Doubles a number.",
    parameters: { type: "object", properties: { n: { type: "number" } }, required: ["n"] },
  },
};

export function fakeTauDriver(options: FakeTauOptions = {}): FakeTauDriver {
  const {
    domain = "retail",
    closes = true,
    evaluated = Promise.resolve(),
    silentAfter = Number.POSITIVE_INFINITY,
  } = options;
  let exit = Promise.withResolvers<{ exitCode: number; outOfMemory: boolean }>();
  let streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  let peer: Peer | undefined;
  const fake: FakeTauDriver = {
    boxes: [],
    runs: [],
    replies: new Map(),
    cancelled: [],
    closed: 0,
    async openBox(spec) {
      fake.boxes.push(spec);
      exit = Promise.withResolvers();
      streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
      peer = serve();
      return {
        id: "fake-tau",
        session: {} as Sandbox["session"],
        imageNotes: ["made by hand"],
        main: { ...streams, exited: exit.promise },
        async [Symbol.asyncDispose]() {
          fake.closed++;
          fake.exit(137);
        },
      };
    },
    exit(exitCode, outOfMemory = false) {
      streams.stderr.end("the end of its log\n");
      streams.stdout.end();
      exit.resolve({ exitCode, outOfMemory });
    },
    write: (bytes) => void streams.stdout.write(bytes),
    peer() {
      if (peer === undefined) throw new Error("it was not opened");
      return peer;
    },
  };

  function serve(): Peer {
    const served = openPeer({
      ...{ input: streams.stdin, output: streams.stdout, receive: toBox, send: fromBox },
      methods: {
        async run(params, _body, { signal }) {
          return await run(served, params as RunRequest & { session: string }, signal);
        },
        async idle(params) {
          const { taskId } = params as { taskId: string };
          const floor = tauIndex.domains[domain].tasks.find(({ id }) => id === taskId)?.floor ?? 0;
          const body = Buffer.from(JSON.stringify([{ role: "user", content: "###STOP###", turn: 0 }]));
          return { result: resultOf({ reward: floor, parts: { DB: floor, COMMUNICATE: 1 } }), body };
        },
      },
    });
    void begin(served).catch(() => {});
    return served;
  }

  async function begin(served: Peer): Promise<void> {
    const signal = new AbortController().signal;
    const { package: name, version, domains } = tauIndex;
    const { dataHash, guidelinesHash, files, tasks } = domains[domain];
    const known = {
      protocol: 1,
      package: name,
      version,
      python: "3.13",
      domain,
      data: files,
      dataHash,
      guidelinesHash,
    };
    if (options.start === "exit") fake.exit(1);
    if (options.start === "nothing" || options.start === "exit") return;
    if (options.start === "refuse") {
      await served.request("refused", { code: "tau2-version", message: "this driver needs X, found Y" }, { signal });
      fake.exit(3);
      return;
    }
    await served.request("ready", { ...known, importMs: 1, tasks: tasks.length, ...options.ready }, { signal });
  }

  async function run(served: Peer, request: RunRequest & { session: string }, signal: AbortSignal) {
    fake.runs.push(request);
    const { session, maxSteps } = request;
    const replies: unknown[] = [];
    fake.replies.set(session, replies);
    const said: Record<string, unknown>[] = [{ ...greeting, turn: 0 }];
    const say = (message: Record<string, unknown>): void => void said.push({ ...message, turn: said.length });
    const ask = async (method: string, params: object, body?: Uint8Array) =>
      await served.request(method, { session, ...params }, { signal, ...(body === undefined ? {} : { body }) });
    signal.addEventListener("abort", () => fake.cancelled.push(session), { once: true });
    const done = async (result: object) => {
      if (closes && !("status" in result))
        await ask("close", { termination: (result as { termination?: string }).termination ?? null });
      await evaluated;
      const body = Buffer.from(JSON.stringify(said));
      return { result: resultOf({ steps: said.length, ...result, ...options.result }), body };
    };
    const failed = (status: string, error: string) =>
      done({ status, reward: status === "agent-fault" ? 0 : null, error });
    try {
      await ask("open", { policy, tools: [doubleTool], history: [greeting], seed: 626_729, taskId: request.taskId });
      let messages: Record<string, unknown>[] = [];
      for (let seq = 1; ; seq++) {
        if (messages.length === 0) {
          const content = await userSays(ask, request, said);
          say({ role: "user", content });
          if (content.includes("###STOP###"))
            return await done({ reward: doubled(said) ? 1 : 0, termination: "user_stop" });
          messages = [{ role: "user", content }];
        }
        if (said.length >= maxSteps) return await done({ reward: 0, termination: "max_steps", endedBy: "limit" });
        const { result } = await ask("turn", { seq, messages, taskId: request.taskId, split: "test" });
        replies.push(result);
        if (replies.length >= silentAfter) await new Promise((_, reject) => signal.addEventListener("abort", reject));
        const { content, toolCalls } = result as { content: string | null; toolCalls: ToolCall[] };
        say({ role: "assistant", content, ...(toolCalls.length === 0 ? {} : { toolCalls }) });
        messages = toolCalls.map(resultOfCall);
        for (const message of messages) say({ ...message, requestor: "assistant" });
      }
    } catch (error) {
      if (error instanceof CallError && error.code === "agent-fault") return await failed("agent-fault", error.message);
      if (error instanceof UserModelError || error instanceof CallError)
        return await failed("infrastructure", error.message);
      throw error;
    }
  }

  function resultOf(parts: object): object {
    const judged = {
      status: "ended",
      reward: 0,
      termination: "user_stop",
      endedBy: "user",
      basis: ["DB", "COMMUNICATE"],
    };
    return { ...judged, parts: { DB: 0, COMMUNICATE: 1 }, steps: 1, error: null, secret: "gold", ...parts };
  }

  return fake;
}

interface ToolCall {
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

class UserModelError extends Error {}

/** A scenario goes to the user's model, as with tau2: it must not be seen anywhere else. */
async function userSays(
  ask: (method: string, params: object, body: Uint8Array) => ReturnType<Peer["request"]>,
  { user, taskId }: RunRequest,
  said: readonly Record<string, unknown>[],
): Promise<string> {
  const messages = [{ role: "system", content: `scenario of ${taskId}` }, ...said];
  const body = Buffer.from(JSON.stringify({ model: user.model, messages }));
  const answer = await ask("model", { method: "POST", path: "/v1/chat/completions" }, body);
  const { status } = answer.result as { status: number };
  const bytes = await readAll(answer.body);
  if (status >= 400) throw new UserModelError(`the user's model answered ${status}`);
  const chat = JSON.parse(Buffer.from(bytes).toString("utf8")) as { choices: { message: { content: string } }[] };
  const content = chat.choices[0]?.message.content ?? "";
  if (content.trim() === "") throw new UserModelError("tau2: ValueError in message.py");
  return content;
}

function resultOfCall({ id, name, arguments: { n } }: ToolCall): Record<string, unknown> {
  const good = name === "double" && typeof n === "number";
  const content = good ? String(2 * n) : `no tool ${name} takes that`;
  return { role: "tool", toolCallId: id, content, error: !good };
}

function doubled(said: readonly Record<string, unknown>[]): boolean {
  return said.some(({ role, error }) => role === "tool" && error === false);
}
