// A conversation over the channel: the real runtime as a child process, the host's side from a script.

import { beforeAll, describe, expect, it } from "vitest";
import type { AgentEnd } from "../../../src/core/trial.ts";
import { boxHome } from "../../helpers/local-box.ts";
import {
  type PlayedTurns,
  playTurns,
  type TurnsOptions,
  testStart,
  type WireMessage,
} from "../../helpers/turns-host.ts";

let home = "";

beforeAll(async () => {
  home = await boxHome();
});

const hello: readonly WireMessage[] = [{ role: "user", content: "Hello?" }];

async function play(source: string, options: Partial<TurnsOptions> = {}): Promise<PlayedTurns> {
  return await playTurns(home, source, { turns: [hello], ...options });
}

/** An agent whose generateNextMessage(message, state) has this body. */
function agent(next: string, rest = 'systemPrompt = ""; getInitState() { return 0; }'): string {
  return `export class HarnessAgent { ${rest} async generateNextMessage(message: any, state: any): Promise<any> { ${next} } }`;
}

describe("a conversation", () => {
  it("gives the agent policy, tools, seed, context and history, one turn after the other, until it is closed", async () => {
    const source = `export class HarnessAgent {
      start: any;
      constructor(start: any) { this.start = start; }
      get systemPrompt() { return this.start.policy; }
      async getInitState(history: any) { return { history, heard: [] }; }
      async generateNextMessage(message: any, state: any) {
        const { context, ...rest } = this.start;
        const heard = [...state.heard, message];
        const { model, reasoningEffort, log } = context;
        log(JSON.stringify({ ...rest, history: state.history, model, reasoningEffort, heard, keys: Object.keys(this.start) }));
        const toolCalls = [{ id: "a", name: "get_order", arguments: { order_id: "#1" } }, { id: "b", name: "get_user", arguments: {} }];
        return heard.length === 1 ? [{ toolCalls }, { ...state, heard }] : [{ content: "Done: " + heard.length }, { ...state, heard }];
      }
    }`;
    const results = [
      { role: "tool", toolCallId: "a", content: "{}", error: false },
      { role: "tool", toolCallId: "b", content: "Error: no such tool", error: true },
    ];
    const { end, replies, logs } = await play(source, { turns: [hello, results, hello] });
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    const toolCalls = [
      { id: "a", name: "get_order", arguments: { order_id: "#1" } },
      { id: "b", name: "get_user", arguments: {} },
    ];
    expect(replies).toEqual([
      null,
      { content: null, toolCalls },
      { content: "Done: 2", toolCalls: [] },
      { content: "Done: 3", toolCalls: [] },
    ]);
    const { context, ...rest } = testStart;
    expect(JSON.parse(logs.at(-1) ?? "")).toEqual({
      ...rest,
      ...context,
      keys: ["policy", "tools", "seed", "context"],
      heard: [
        { role: "user", content: "Hello?" },
        { role: "tool", results: results.map(({ role: _, ...result }) => result) },
        { role: "user", content: "Hello?" },
      ],
    });
  });

  it("passes text and calls of one message on together", async () => {
    const call = { id: "a", name: "get_order", arguments: { list: [1, { deep: null }] } };
    const { replies } = await play(agent(`return [{ content: "wait", toolCalls: ${JSON.stringify([call])} }, state];`));
    expect(replies).toEqual([null, { content: "wait", toolCalls: [call] }]);
  });

  it("that is closed before the first turn ends without a word of the agent", async () => {
    const { end, replies } = await play(agent(`throw new Error("never called")`), { turns: [] });
    expect(end.how).toBe("finished");
    expect(replies).toEqual([null]);
  });
});

describe("an agent of a conversation", () => {
  it.each([
    ["export const x = 1;", "agent.ts must export a class named HarnessAgent"],
    ["export class HarnessAgent { generateNextMessage() {} }", "HarnessAgent has no method getInitState()"],
    ["export class HarnessAgent { getInitState() {} }", "HarnessAgent has no method generateNextMessage()"],
    [
      "export class HarnessAgent { systemPrompt() {} getInitState() {} generateNextMessage() {} }",
      "systemPrompt of HarnessAgent is not a string",
    ],
  ])("with %s is told what to export", async (source, detail) => {
    const { end, replies } = await play(source);
    expect(end).toEqual({ how: "crashed", code: "bad-export", detail });
    expect(replies).toEqual([]);
  });

  it.each([
    ["return;", "generateNextMessage must return [message, state]; it returned undefined"],
    [`return { content: "hi" };`, "generateNextMessage must return [message, state]; it returned an object"],
    [`return [{ content: "hi" }];`, "generateNextMessage must return [message, state]; it returned an array of 1"],
    [`return ["hi", state];`, "the message must be an object; it is a string"],
    [`return [{ content: ["hi"] }, state];`, "content must be a string or null; it is an array of 1"],
    [`return [{ toolCalls: {} }, state];`, "toolCalls must be an array; it is an object"],
    [
      `return [{ content: " ", tool_calls: [1] }, state];`,
      "the message has neither text in content nor calls in toolCalls; it has: content, tool_calls",
    ],
    [`return [{ toolCalls: [7] }, state];`, "toolCalls[0] must be an object; it is a number"],
    [`return [{ toolCalls: [{ name: "f", arguments: {} }] }, state];`, "toolCalls[0] has no id"],
    [`return [{ toolCalls: [{ id: "a", name: "", arguments: {} }] }, state];`, "toolCalls[0] has no name"],
    [
      `const c = { id: "a", name: "f", arguments: {} }; return [{ toolCalls: [c, c] }, state];`,
      'two tool calls have the id "a"',
    ],
    [
      `return [{ toolCalls: [{ id: "a", name: "f", arguments: "{}" }] }, state];`,
      'the arguments of toolCalls[0], "f", must be an object; they are a string',
    ],
    [
      `return [{ toolCalls: [{ id: "a", name: "f" }] }, state];`,
      'the arguments of toolCalls[0], "f", must be an object; they are undefined',
    ],
    [
      `return [{ toolCalls: [{ id: "a", name: "f", arguments: { n: 1n } }] }, state];`,
      'the arguments of toolCalls[0], "f", are not JSON: Do not know how to serialize a BigInt',
    ],
    [
      `let deep: any = {}; for (let i = 0; i < 40; i++) deep = { deep };
       return [{ toolCalls: [{ id: "a", name: "f", arguments: deep }] }, state];`,
      'the arguments of toolCalls[0], "f", are nested deeper than 32',
    ],
  ])("that answers with %s is told what is wrong with it", async (next, detail) => {
    const { end, replies } = await play(agent(next));
    expect(end).toEqual({ how: "crashed", code: "bad-reply", detail });
    expect(replies).toEqual([null]);
  });

  it("whose reply is over 1 MiB is stopped by that name", async () => {
    const { end, replies } = await play(agent(`return [{ content: "x".repeat(1_100_000) }, state];`));
    expect(end).toMatchObject({ how: "crashed", code: "bad-reply" });
    expect(end.detail).toMatch(/^the reply of generateNextMessage is too long: .* over the limit of 1048576$/);
    expect(replies).toEqual([null]);
  });

  it("that throws, wherever it throws, has crashed with its stack", async () => {
    const thrown = await play(agent(`throw new TypeError("on purpose");`));
    expect(thrown.end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(thrown.end.detail).toMatch(/TypeError: on purpose\n +at .*agent\.ts:1/);
    const early = await play(agent("", `systemPrompt = ""; getInitState() { throw new Error("no state"); }`));
    expect(early.end.detail).toContain("no state");
    const made = await play(agent("", `systemPrompt = ""; getInitState() {} constructor() { throw new Error("no"); }`));
    expect(made.end).toMatchObject({ code: "candidate-threw", detail: expect.stringContaining("Error: no\n") });
  });

  it("that hangs is ended from outside, and by the time limit otherwise", async () => {
    const hang = agent("await new Promise(() => {});");
    const ended: AgentEnd = { how: "limit", code: "turn-time-limit", detail: "a turn took more than 0.3 s" };
    const outside = new Promise<AgentEnd>((resolve) => setTimeout(() => resolve(ended), 300));
    const { end, events } = await play(hang, { ended: outside });
    expect(end).toEqual(ended);
    expect(events.at(-1)).toMatchObject({ type: "end", end: ended });
    expect((await play(hang, { timeoutMs: 500 })).end.code).toBe("time-limit");
  });

  it("that asks for turns in a flood, without end, breaks the protocol", async () => {
    const source = `import { Socket } from "node:net"; ${agent(`
      const header = Buffer.from('{"kind":"request","id":7,"method":"turn","params":{"reply":null},"more":true}');
      const head = Buffer.alloc(10); head.writeUInt16BE(0xae01); head.writeUInt32BE(header.length, 2);
      new Socket({ fd: 3 }).write(Buffer.concat(Array(3).fill(Buffer.concat([head, header]))));
      await new Promise(() => {});`)}`;
    expect((await play(source)).end).toMatchObject({ how: "protocol", code: "malformed-frame" });
    const flood = agent(`for (;;) await new Promise((done) => process.stdout.write("x\\n".repeat(100_000), done));`);
    expect((await play(flood)).end).toMatchObject({ how: "protocol", code: "flood" });
  });
});
