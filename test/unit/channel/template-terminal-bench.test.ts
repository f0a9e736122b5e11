// The bundled agent, end to end in the real runtime, against a scripted model and a scripted shell.

import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { runCandidate } from "../../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { TraceEvent } from "../../../src/core/trial.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel, toolCallAnswer } from "../../helpers/scripted-model.ts";

let home = "";
let source = "";

beforeAll(async () => {
  home = await boxHome();
  source = await readFile(new URL("../../../agent/templates/terminal-bench.ts", import.meta.url), "utf8");
});

interface ExecCall {
  command: string;
  timeoutMs?: number;
}

type Message = Record<string, unknown>;

async function play(
  answers: readonly ScriptedAnswer[],
  shell: (call: ExecCall) => Record<string, unknown>,
  text = source,
) {
  const model = scriptedModel(answers);
  const calls: ExecCall[] = [];
  const events: TraceEvent[] = [];
  await using box = await openLocalBox(home);
  const end = await runCandidate({
    main: box,
    candidate: stripCandidate(text).code,
    interface: "terminal",
    start: { instruction: "Count the lines.", context: { model: "some-model", reasoningEffort: "low" } },
    methods: {
      async exec(params) {
        calls.push(params as ExecCall);
        return { result: { exitCode: 0, stdout: "", stderr: "", timedOut: false, ...shell(params as ExecCall) } };
      },
    },
    model: model.handler,
    onEvent: (event) => events.push(event),
    timeoutMs: 30_000,
    signal: new AbortController().signal,
  });
  return { end, calls, events, requests: model.requests.map(({ json }) => json as { messages: Message[] } & Message) };
}

it("asks with instruction, tools, model and effort, runs the commands and ends on text", async () => {
  const { end, calls, requests } = await play(
    [toolCallAnswer("bash", { command: "wc -l f" }, "a"), chatAnswer({ content: "Done." })],
    () => ({ exitCode: 1, stdout: "3 f\n", stderr: "warning\n" }),
  );
  expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
  expect(calls).toEqual([{ command: "wc -l f", timeoutMs: 120_000 }]);
  expect(requests).toHaveLength(2);
  expect(requests[0]).toMatchObject({ model: "some-model", reasoning_effort: "low" });
  expect(requests[0]?.messages[1]).toEqual({ role: "user", content: "Count the lines." });
  expect(requests[1]?.messages.at(-1)).toEqual({
    role: "tool",
    tool_call_id: "a",
    content: "exit code 1\n3 f\n\nstderr:\nwarning\n",
  });
});

it("sends the model's own mistakes back to it", async () => {
  const { end, calls, requests } = await play(
    [
      toolCallAnswer("bash", "{not json"),
      toolCallAnswer("bash", { cmd: "ls" }),
      toolCallAnswer("python", { code: "1" }),
      chatAnswer({ content: "I give up." }),
    ],
    () => ({}),
  );
  expect(end.how).toBe("finished");
  expect(calls).toEqual([]);
  expect(
    requests
      .at(-1)
      ?.messages.filter(({ role }) => role === "tool")
      .map(({ content }) => content),
  ).toEqual([
    "error: the arguments are not a JSON object",
    'error: bash needs a string "command"',
    "error: there is no tool python",
  ]);
});

it("shows head and tail of a long output and says how much is missing, and tells of a timeout", async () => {
  const { requests } = await play(
    [
      toolCallAnswer("bash", { command: "1" }),
      toolCallAnswer("bash", { command: "2" }),
      chatAnswer({ content: "Done." }),
    ],
    ({ command }) =>
      command === "1"
        ? { stdout: `HEAD${"x".repeat(20_000)}TAIL` }
        : { exitCode: null, timedOut: true, stdout: "so far" },
  );
  const [long, late] = (requests.at(-1)?.messages ?? [])
    .filter(({ role }) => role === "tool")
    .map(({ content }) => String(content));
  expect(long).toMatch(/^exit code 0\nHEADx+\n\[… 12008 characters left out …\]\nx+TAIL$/);
  expect(late).toBe("stopped after 120 seconds\nso far");
});

it("drops the oldest outputs when the conversation outgrows the model", async () => {
  const overflow = { status: 400, json: { error: { message: "too long", code: "context_length_exceeded" } } };
  const { end, requests } = await play(
    [
      ...["a", "b", "c"].map((id) => toolCallAnswer("bash", { command: id }, id)),
      overflow,
      chatAnswer({ content: "Done." }),
    ],
    ({ command }) => ({ stdout: command }),
  );
  expect(end.how).toBe("finished");
  const outputs = requests
    .at(-1)
    ?.messages.filter(({ role }) => role === "tool")
    .map(({ content }) => content);
  const dropped = "[output dropped to save room]";
  expect(outputs).toEqual([dropped, dropped, "exit code 0\nc"]);
});

it("fails on an overflow that nothing can mend, and on any other refusal, without asking twice", async () => {
  const overflow = { status: 400, json: { error: { message: "context length", code: "context_length_exceeded" } } };
  expect((await play([overflow], () => ({}))).end).toMatchObject({ how: "crashed", code: "candidate-threw" });
  const { end, requests } = await play([{ status: 500, json: { error: { message: "broken" } } }], () => ({}));
  expect(end.detail).toContain("broken");
  expect(requests).toHaveLength(1);
});

it("stops after MAX_STEPS", async () => {
  const short = source.replace("MAX_STEPS = 80", "MAX_STEPS = 3");
  const { end, requests, events } = await play([toolCallAnswer("bash", { command: "ls" })], () => ({}), short);
  expect(end.how).toBe("finished");
  expect(requests).toHaveLength(3);
  expect(events).toContainEqual(expect.objectContaining({ type: "log", text: "stopped after 3 steps" }));
});

it("has its targets at the top and leaves the techniques to the coding agent", () => {
  const targets = ["AGENT_INSTRUCTION", "TOOLS", "MAX_STEPS", "MAX_OUTPUT_CHARS", "COMMAND_TIMEOUT_SEC", "truncate"];
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1]);
  expect(names).toEqual(targets);
  const [instruction = ""] = /AGENT_INSTRUCTION = `[^`]*`/.exec(source) ?? [];
  expect(instruction).not.toMatch(/plan|to-?do|checklist|verif|double-check|confirm|interactive/i);
  expect(source).not.toMatch(/gpt-|claude|gemini|"(?:minimal|low|medium|high)"/i);
});
