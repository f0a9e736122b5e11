// The bundled agent for conversations, end to end in the real runtime, against a scripted model and a scripted host.

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { listFlag } from "../../../src/commands/flags.ts";
import { findCommand } from "../../../src/commands/index.ts";
import { safeName } from "../../../src/workspace/safe-name.ts";
import { boxHome } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel, toolCallAnswer } from "../../helpers/scripted-model.ts";
import { playTurns, testStart, testTools, type WireMessage } from "../../helpers/turns-host.ts";

let home = "";
let source = "";

beforeAll(async () => {
  home = await boxHome();
  source = await readFile(new URL("../../../agent/templates/tau-bench.ts", import.meta.url), "utf8");
});

const hello: readonly WireMessage[] = [{ role: "user", content: "Where is my order?" }];
const fallback = "I am sorry, something went wrong on my side. Could you please say that again?";

function result(toolCallId: string, content: string, error = false): WireMessage {
  return { role: "tool", toolCallId, content, error };
}

async function play(answers: readonly ScriptedAnswer[], turns = [hello], start: Record<string, unknown> = testStart) {
  return await playTurns(home, source, { turns, start, model: scriptedModel(answers) });
}

/** Several calls in one answer. */
function callsAnswer(calls: readonly { id?: string; name: string; args: string }[], content: string | null = null) {
  const made = calls.map(({ id, name, args }) => ({ id, type: "function", function: { name, arguments: args } }));
  return chatAnswer({ content, tool_calls: made });
}

function endedWith(finish: string, message: Record<string, unknown>): ScriptedAnswer {
  const choice = { index: 0, finish_reason: finish, message: { role: "assistant", ...message } };
  return { json: { id: "c", object: "chat.completion", choices: [choice] } };
}

describe("the agent for conversations", () => {
  it("asks with instruction, policy, greeting, tools, model and effort, and gives the text to the user", async () => {
    const { end, replies, requests } = await play([chatAnswer({ content: "Which order is it?", refusal: null })]);
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(replies).toEqual([null, { content: "Which order is it?", toolCalls: [] }]);
    expect(requests).toHaveLength(1);
    const [instruction = ""] = /(?<=AGENT_INSTRUCTION = `)[^`]*/.exec(source) ?? [];
    expect(requests[0]).toEqual({
      model: "some-model",
      reasoning_effort: "low",
      tools: testTools,
      messages: [
        {
          role: "system",
          content: `<instructions>\n${instruction}\n</instructions>\n<policy>\nBe kind.\n</policy>`,
        },
        { role: "assistant", content: "Hi! How can I help you today?" },
        { role: "user", content: "Where is my order?" },
      ],
    });
  });

  it("leaves effort and tools out where there are none", async () => {
    const start = { ...testStart, tools: [], context: { model: "some-model", reasoningEffort: null } };
    const { requests } = await play([chatAnswer({ content: "Hello." })], [hello], start);
    expect(Object.keys(requests[0] ?? {}).sort()).toEqual(["messages", "model"]);
  });

  it("takes up a conversation that has tool calls behind it", async () => {
    const history = [
      { role: "user", content: "Order 1?" },
      { role: "assistant", content: null, toolCalls: [{ id: "a", name: "get_order", arguments: { order_id: "1" } }] },
      result("a", "sent"),
    ];
    const { requests } = await play([chatAnswer({ content: "Hello." })], [hello], { ...testStart, history });
    const call = { id: "a", type: "function", function: { name: "get_order", arguments: '{"order_id":"1"}' } };
    expect(requests[0]?.messages.slice(1, 4)).toEqual([
      { role: "user", content: "Order 1?" },
      { role: "assistant", content: null, tool_calls: [call] },
      { role: "tool", tool_call_id: "a", content: "sent" },
    ]);
  });

  it("makes several calls at once, keeps its text from the user, and shows the model results and errors", async () => {
    const args = '{"order_id":"1"}';
    const calls = [
      { id: "a", name: "get_order", args },
      { id: "b", name: "no_such_tool", args: "" },
    ];
    const turns = [hello, [result("a", '{"status":"sent"}'), result("b", "Error: no such tool", true)], hello];
    const { end, replies, requests } = await play(
      [
        callsAnswer(calls, "Let me look."),
        chatAnswer({ content: "It is on its way." }),
        chatAnswer({ content: "Yes." }),
      ],
      turns,
    );
    expect(end.how).toBe("finished");
    expect(replies).toEqual([
      null,
      {
        content: null,
        toolCalls: [
          { id: "a", name: "get_order", arguments: { order_id: "1" } },
          { id: "b", name: "no_such_tool", arguments: {} },
        ],
      },
      { content: "It is on its way.", toolCalls: [] },
      { content: "Yes.", toolCalls: [] },
    ]);
    expect(requests[1]?.messages.slice(3)).toEqual([
      { role: "assistant", content: "Let me look.", tool_calls: expect.any(Array) },
      { role: "tool", tool_call_id: "a", content: '{"status":"sent"}' },
      { role: "tool", tool_call_id: "b", content: "Error: no such tool" },
    ]);
    expect(requests[2]?.messages.slice(-2)).toEqual([
      { role: "assistant", content: "It is on its way." },
      { role: "user", content: "Where is my order?" },
    ]);
  });

  it("sends a malformed call back to the model, with every call of that answer, and nothing of it to the host", async () => {
    const wrong = callsAnswer([
      { id: "a", name: "get_order", args: '{"order_id":"1"}' },
      { id: "b", name: "get_order", args: '{"order_id":' },
      { id: "c", name: "get_order", args: "[1]" },
      { id: "d", name: "", args: "{}" },
    ]);
    const { replies, requests } = await play([wrong, toolCallAnswer("get_order", { order_id: "2" }, "e")]);
    expect(replies).toEqual([
      null,
      { content: null, toolCalls: [{ id: "e", name: "get_order", arguments: { order_id: "2" } }] },
    ]);
    const seen = requests[1]?.messages.slice(3) ?? [];
    expect(seen.slice(1).map(({ tool_call_id: id, content }) => [id, content])).toEqual([
      ["a", "error: not run, because another call of the same answer was wrong; call it again"],
      ["b", 'error: the arguments are not a JSON object: {"order_id":'],
      ["c", "error: the arguments are not a JSON object: [1]"],
      ["d", "error: the call has no name"],
    ]);
    const calls = seen[0]?.["tool_calls"] as { function: { arguments: string } }[];
    expect(calls.map((call) => call.function.arguments)).toEqual(['{"order_id":"1"}', "{}", "{}", "{}"]);
  });

  it("gives up on a model that can't make a call after four of them, and asks the user again", async () => {
    const { end, replies, requests, logs } = await play([toolCallAnswer("get_order", "{not json")]);
    expect(end.how).toBe("finished");
    expect(requests).toHaveLength(4);
    expect(replies.at(-1)).toEqual({ content: fallback, toolCalls: [] });
    expect(logs.at(-1)).toBe("the model gave no usable answer");
  });

  it("gives calls without an id, or with one twice, ids of its own", async () => {
    const call = { name: "get_order", args: "{}" };
    const answer = callsAnswer([{ ...call, id: "a" }, { ...call, id: "a" }, call]);
    const { replies } = await play([answer]);
    const ids = (replies[1] as { toolCalls: { id: string }[] }).toolCalls.map(({ id }) => id);
    expect(ids).toEqual(["a", "call_3_1", "call_3_2"]);
  });

  it("nudges a model that says nothing, once, without leaving a trace in the conversation", async () => {
    const empty = chatAnswer({ content: " ", tool_calls: [] });
    const { replies, requests, logs } = await play([empty, chatAnswer({ content: "Here." })], [hello, hello]);
    expect(replies[1]).toEqual({ content: "Here.", toolCalls: [] });
    expect(logs).toEqual(["the model gave an empty answer"]);
    expect(requests[1]?.messages.at(-1)).toEqual({
      role: "user",
      content: "[system note, not from the user] Your answer was empty. Answer the user or call a tool.",
    });
    expect(requests[2]?.messages.slice(2).map(({ role, content }) => [role, content])).toEqual([
      ["user", "Where is my order?"],
      ["assistant", "Here."],
      ["user", "Where is my order?"],
    ]);
    const silent = await play([empty]);
    expect(silent.requests).toHaveLength(2);
    expect(silent.replies.at(-1)).toEqual({ content: fallback, toolCalls: [] });
  });

  it("takes a text that was cut off or a refusal as they are, and what a filter left as nothing", async () => {
    const cut = await play([endedWith("length", { content: "Your order is" })]);
    expect(cut.replies.at(-1)).toEqual({ content: "Your order is", toolCalls: [] });
    expect(cut.logs).toEqual(["the model ended with length"]);
    const refused = await play([chatAnswer({ content: null, refusal: "I can't help with that." })]);
    expect(refused.replies.at(-1)).toEqual({ content: "I can't help with that.", toolCalls: [] });
    const filtered = await play([endedWith("content_filter", { content: "Your" }), chatAnswer({ content: "Here." })]);
    expect(filtered.replies.at(-1)).toEqual({ content: "Here.", toolCalls: [] });
  });

  it("fails when the model fails, without asking twice", async () => {
    const { end, requests } = await play([{ status: 500, json: { error: { message: "broken" } } }]);
    expect(end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(end.detail).toContain("broken");
    expect(requests).toHaveLength(1);
  });

  it("has its targets at the top and leaves the techniques to the coding agent", () => {
    const targets = ["AGENT_INSTRUCTION", "EMPTY_ANSWER_NUDGE", "FALLBACK_MESSAGE", "MAX_MODEL_CALLS"];
    const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1]);
    expect(names).toEqual(targets);
    for (const method of ["get systemPrompt()", "getInitState(", "async generateNextMessage("]) {
      expect(source).toContain(`  ${method}`);
    }
    const [instruction = ""] = /AGENT_INSTRUCTION = `[^`]*`/.exec(source) ?? [];
    expect(instruction).not.toMatch(/plan|think|checklist|verif|double-check|confirm|one at a time|transfer/i);
    expect(source).not.toMatch(/gpt-|claude|gemini|"(?:minimal|low|medium|high)"/i);
    expect(source).not.toMatch(/retail|airline|telecom/i);
  });

  it("is what its program describes: targets, commands with their flags, paths", async () => {
    const program = await readFile(new URL("../../../program_templates/tau-bench.md", import.meta.url), "utf8");
    const targets = [...program.matchAll(/^\| `([A-Za-z_.]+)(?:\(\))?` +\|/gm)].map((match) => match[1] ?? "");
    expect(targets).toHaveLength(8);
    for (const target of targets) {
      const name = target.replace("HarnessAgent.", "");
      expect(source).toMatch(new RegExp(`^(?:export const|  get|  async|  ) ?${name}\\b`, "m"));
    }
    const limit = /^export const MAX_MODEL_CALLS = (\d+);/m.exec(source)?.[1];
    expect(program).toContain(`model calls in one turn, ${limit}.`);
    const used = [...program.matchAll(/`auto-harness ([a-z]+)((?: --[a-z-]+)*)/g)];
    expect(used.length).toBeGreaterThan(1);
    for (const [, name = "", flags = ""] of used) {
      const known = Object.keys(findCommand(name)?.options ?? {});
      for (const flag of flags.split(" --").slice(1)) expect(known).toContain(flag);
    }
    const ids = /--task-ids '([^']+)'/.exec(program)?.[1] ?? "";
    expect(listFlag({ "task-ids": ids }, "task-ids")).toEqual(ids.split(","));
    expect(ids.split(",").map(safeName)).toEqual(
      ids.split(",").map(() => expect.stringMatching(/^[a-z_-]+~[0-9a-f]{16}$/)),
    );
  });
});
