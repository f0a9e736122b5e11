import { expect, test } from "vitest";
import { type Playbook, parsePlaybook } from "../../../src/gateway/rehearsal/playbook.ts";
import { rehearsalUpstream } from "../../../src/gateway/rehearsal/upstream.ts";
import { sseEvents } from "../../../src/gateway/sse.ts";
import { chatRequest, textOfBody } from "../../helpers/scripted-upstream.ts";

const signal = new AbortController().signal;

const playbook: Playbook = {
  id: "find-ip",
  instruction: "Find the address.\nPlan nothing, verify nothing: just write it.\n",
  steps: parsePlaybook(
    "find-ip",
    `
    [[steps]]
    run = "cat access.log"
    capture = { ip = 'blocked: ([0-9.]+)' }
    guess = { ip = "10.0.0.1" }
    [[steps]]
    run = "echo '<<ip>>' > answer.txt"
    [[steps]]
    when = "plan"
    run = "chmod 600 answer.txt"
    [[steps]]
    when = "verify"
    run = "cat answer.txt"
    [[steps]]
    file = { path = "/app/run.sh", content = "echo $HOME <<ip>>\\n", mode = "0755" }
    `,
  ),
};

const shell = {
  type: "function",
  function: {
    name: "bash",
    parameters: { type: "object", properties: { command: { type: "string" } }, required: ["command"] },
  },
};
const fileTool = {
  type: "function",
  function: {
    name: "write_file",
    parameters: {
      type: "object",
      properties: { path: { type: "string" }, content: { type: "string" } },
      required: ["path", "content"],
    },
  },
};

interface AgentOptions {
  system?: string;
  tools?: object[];
  /** What the agent's tool returns. */
  output?: (command: string, turn: number) => string;
  /** Said by the agent after the model has closed. */
  afterClosing?: string[];
  playbooks?: Playbook[];
  seed?: string;
  instruction?: string;
}

interface Call {
  id: string;
  function: { name: string; arguments: string };
}

/** A tiny agent: returns what the model had it do, and its closing texts. */
async function runAgent(options: AgentOptions = {}): Promise<{ done: unknown[]; closings: (string | null)[] }> {
  const {
    system = "You are an agent.",
    tools = [shell],
    afterClosing = [],
    instruction = playbook.instruction,
  } = options;
  const { output = () => "blocked: 192.0.2.7" } = options;
  const upstream = rehearsalUpstream(options.playbooks ?? [playbook]);
  const messages: object[] = [
    { role: "system", content: system },
    { role: "user", content: [{ type: "text", text: instruction.replace("\n", "  \n") }] },
  ];
  const done: unknown[] = [];
  const closings: (string | null)[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const request = chatRequest({ model: "rehearsal/x", messages, tools });
    const response = await upstream.complete(request, { signal, seed: options.seed ?? "s" });
    const { choices } = JSON.parse(await textOfBody(response)) as {
      choices: [{ message: { content: string | null; tool_calls?: Call[] } }];
    };
    const { message } = choices[0];
    messages.push(message);
    const call = message.tool_calls?.[0];
    if (call === undefined) {
      closings.push(message.content);
      const next = afterClosing[closings.length - 1];
      if (next === undefined) return { done, closings };
      messages.push({ role: "user", content: next });
      continue;
    }
    const args = JSON.parse(call.function.arguments) as Record<string, unknown>;
    done.push(call.function.name === "bash" ? args["command"] : { tool: call.function.name, ...args });
    messages.push({ role: "tool", tool_call_id: call.id, content: output(String(args["command"] ?? ""), turn) });
  }
  throw new Error("the model never closed");
}

const look = "cat access.log";
const write = "echo '192.0.2.7' > answer.txt";
const heredoc = "cat > /app/run.sh <<EOF && chmod 0755 /app/run.sh\necho $HOME 192.0.2.7\nEOF";

test("a plain agent gets the plain steps, files through a heredoc that the shell expands", async () => {
  expect(await runAgent()).toEqual({ done: [look, write, heredoc], closings: ["The task is done."] });
});

test("the task's own words ask for nothing", async () => {
  expect((await runAgent({ system: "" })).done).toEqual([look, write, heredoc]);
});

test.each([
  "Before acting, write a to-do list of every requirement.",
  "Make a plan first.",
  "Keep a checklist and do not stop until it is done.",
])("a prompt that says %j has the planned steps done", async (system) => {
  expect((await runAgent({ system })).done).toEqual([look, write, "chmod 600 answer.txt", heredoc]);
});

test.each(["Do not plan.", "Never explain your plan.", "Explain what you do.", "Act without a plan."])(
  "a prompt that says %j does not",
  async (system) => {
    expect((await runAgent({ system })).done).toEqual([look, write, heredoc]);
  },
);

test.each([
  "Verify your work with commands before you finish.",
  "Do not finish until you have double-checked every requirement.",
  "At the end check your work.",
])("a prompt that says %j has the checks done last, before closing", async (system) => {
  expect((await runAgent({ system })).done).toEqual([look, write, heredoc, "cat answer.txt"]);
});

test("an agent that asks for it after the closing text has the checks done then, once", async () => {
  const afterClosing = ["Are you done? Confirm that every requirement holds.", "Confirm again."];
  expect(await runAgent({ afterClosing })).toEqual({
    done: [look, write, heredoc, "cat answer.txt"],
    closings: [
      "The task is done.",
      "I have checked the work. The task is done.",
      "I have checked the work. The task is done.",
    ],
  });
});

test("a later message that asks for nothing changes nothing", async () => {
  expect((await runAgent({ afterClosing: ["Thank you."] })).done).toEqual([look, write, heredoc]);
});

test("a tool that writes files is used for them, the mode set through the shell", async () => {
  expect((await runAgent({ tools: [shell, fileTool] })).done.slice(2)).toEqual([
    { tool: "write_file", path: "/app/run.sh", content: "echo $HOME 192.0.2.7\n" },
    "chmod 0755 /app/run.sh",
  ]);
});

test("what an output limit cut away is guessed", async () => {
  const output = () => "block… [9000 characters left out] …";
  expect((await runAgent({ output })).done[1]).toBe("echo '10.0.0.1' > answer.txt");
});

test("a failing tool is tried once more, then the model goes on with what it believes", async () => {
  const once = await runAgent({ output: (_command, turn) => (turn === 0 ? "unknown tool" : "blocked: 192.0.2.7") });
  expect(once.done).toEqual([look, look, write, heredoc]);
  const always = await runAgent({ output: (command) => (command === look ? "Error: command timed out" : "") });
  expect(always.done.slice(0, 3)).toEqual([look, look, "echo '10.0.0.1' > answer.txt"]);
});

test("without a tool for commands it gives up with a text", async () => {
  expect(await runAgent({ tools: [] })).toEqual({ done: [], closings: [expect.stringContaining("no tool")] });
});

test("a required plan in the tool's schema makes it plan, and every required parameter is given", async () => {
  const { function: f } = shell;
  const parameters = {
    ...f.parameters,
    properties: { ...f.parameters.properties, plan: { type: "string" }, timeout_ms: { type: "integer" } },
    required: ["plan", "command", "timeout_ms"],
  };
  const tools = [{ type: "function", function: { ...f, parameters } }];
  expect((await runAgent({ tools })).done).toContain("chmod 600 answer.txt");
  const request = chatRequest({ model: "m", messages: [{ role: "user", content: playbook.instruction }], tools });
  const answer = await textOfBody(await rehearsalUpstream([playbook]).complete(request, { signal, seed: "" }));
  const call = (JSON.parse(answer) as { choices: [{ message: { tool_calls: Call[] } }] }).choices[0].message
    .tool_calls[0];
  expect(JSON.parse(call?.function.arguments ?? "")).toEqual({
    plan: expect.stringContaining("Plan"),
    timeout_ms: 60_000,
    command: look,
  });
});

test("a task that it has not learnt is no task of its", async () => {
  const { done, closings } = await runAgent({ instruction: "Do something else." });
  expect(done).toEqual([]);
  expect(closings[0]).toContain("none of them");
});

test("slips are luck of seed and task: the same again for the same seed, about as often as their chance", async () => {
  const slipping: Playbook = {
    ...playbook,
    steps: parsePlaybook("x", `[[steps]]\nrun = "right"\nslip = { run = "wrong", chance = 0.7 }`),
  };
  const results: unknown[] = [];
  for (let seed = 0; seed < 200; seed++) {
    const { done } = await runAgent({ playbooks: [slipping], seed: `seed-${seed}` });
    expect((await runAgent({ playbooks: [slipping], seed: `seed-${seed}` })).done).toEqual(done);
    results.push(done[0]);
  }
  const wrong = results.filter((command) => command === "wrong").length;
  expect(wrong).toBeGreaterThan(120);
  expect(wrong).toBeLessThan(160);
});

test("a stream says the same as the whole answer, usage included where asked", async () => {
  const upstream = rehearsalUpstream([playbook]);
  const ask = { model: "m", tools: [shell], messages: [{ role: "user", content: `Plan. ${playbook.instruction}` }] };
  const whole = JSON.parse(await textOfBody(await upstream.complete(chatRequest(ask), { signal, seed: "s" })));
  const streaming = chatRequest({ ...ask, stream: true, stream_options: { include_usage: true } });
  const parts: Record<string, string> = { content: "", id: "", arguments: "" };
  let finish: string | null = null;
  let usage: Record<string, number> | undefined;
  for await (const { data } of sseEvents((await upstream.complete(streaming, { signal, seed: "s" })).body)) {
    if (data === "[DONE]") break;
    const chunk = JSON.parse(data);
    const choice = chunk.choices[0];
    usage = chunk.usage ?? usage;
    finish = choice?.finish_reason ?? finish;
    parts["content"] += choice?.delta.content ?? "";
    parts["id"] += choice?.delta.tool_calls?.[0].id ?? "";
    parts["arguments"] += choice?.delta.tool_calls?.[0].function.arguments ?? "";
  }
  const { message, finish_reason } = whole.choices[0];
  expect(parts).toEqual({
    content: message.content,
    id: message.tool_calls[0].id,
    arguments: message.tool_calls[0].function.arguments,
  });
  expect(finish).toBe(finish_reason);
  expect(usage?.["completion_tokens"]).toBe(whole.usage.completion_tokens);
});

test("the digest changes with the playbooks", () => {
  const other = { ...playbook, instruction: "another" };
  expect(rehearsalUpstream([other]).digest).not.toBe(rehearsalUpstream([playbook]).digest);
  expect(rehearsalUpstream([{ ...playbook }]).digest).toBe(rehearsalUpstream([playbook]).digest);
});

test.each([
  ["both deeds", '[[steps]]\nrun = "a"\nfile = { path = "/a", content = "" }'],
  ["an unknown key", '[[steps]]\nrun = "a"\nrnu = "b"'],
  ["a bad regular expression", "[[steps]]\nrun = 'a'\ncapture = { x = '(' }"],
  ["no steps", "steps = []"],
  ["broken TOML", "[[steps]"],
])("a playbook with %s is refused by name", (_title, text) => {
  expect(() => parsePlaybook("the-task", text)).toThrow(/^the-task\/rehearsal\.toml: /);
});
