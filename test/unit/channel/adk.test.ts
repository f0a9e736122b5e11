// An agent of @google/adk over the channel: the real runtime as a child process, the host's side from a script.

import { beforeAll, describe, expect, it } from "vitest";
import { type AdkOptions, aInteract, type PlayedAdk, playAdk } from "../../helpers/adk-host.ts";
import { boxHome } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel, toolCallAnswer } from "../../helpers/scripted-model.ts";
import { playTurns } from "../../helpers/turns-host.ts";

let home = "";

beforeAll(async () => {
  home = await boxHome("agent-bird");
}, 60_000);

const done = chatAnswer({ content: "Done." });

interface Agent {
  /** Before the agent's configuration is made. */
  body?: string;
  /** More of the agent's configuration. */
  config?: string;
  model?: string;
}

/** An agent with one tool, execute_sql, and what a test adds to it. */
function agent({ body = "", config = "", model = "context.model" }: Agent = {}): string {
  return `import { AgentTool, FunctionTool, LlmAgent, LoopAgent, SequentialAgent } from "@google/adk";
    import { z } from "zod";
    export async function buildAgent(mode: any, environment: any, context: any): Promise<any> {
      const tools: any[] = [new FunctionTool({ name: "execute_sql", description: "-", parameters: z.object({ sql: z.string() }),
        execute: ({ sql }) => environment.executeSql(sql) })];
      ${body}
      return new LlmAgent({ name: "one", model: ${model}, instruction: "Hello.", tools, ${config} });
    }`;
}

async function play(
  source: string,
  answers: readonly ScriptedAnswer[] = [done],
  options: Omit<AdkOptions, "model"> = {},
): Promise<PlayedAdk> {
  return await playAdk(home, source, { model: scriptedModel(answers), ...options });
}

describe("an agent of @google/adk", () => {
  it("is built with mode, environment and context, and answers one message after the other", async () => {
    const body = `context.log(JSON.stringify([mode, Object.keys(environment), Object.keys(context), process.env.AGENT_MODEL]));`;
    const { end, turns, requests, logs } = await play(agent({ body }), [done], { messages: ["And now?"] });
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(JSON.parse(logs[0] ?? "")).toEqual([
      "a-interact",
      [
        ...["executeSql", "getSchema", "getAllColumnMeanings", "getColumnMeaning", "getAllExternalKnowledgeNames"],
        ...["getKnowledgeDefinition", "getAllKnowledgeDefinitions", "askUser", "submitSql"],
      ],
      ["model", "reasoningEffort", "log"],
      "some-model",
    ]);
    expect(logs).toHaveLength(1);
    const said = { role: "model", parts: [{ text: "Done." }] };
    const event = { author: "one", final: true, finishReason: "STOP", content: said };
    expect(turns).toEqual([
      { response: "Done.", events: [event] },
      { response: "Done.", events: [event] },
    ]);
    expect(requests[1]?.messages.slice(1).map(({ role, content }) => [role, content])).toEqual([
      ["user", aInteract.message],
      ["assistant", "Done."],
      ["user", "And now?"],
    ]);
  });

  it("reaches the endpoint with any model's name, Google's own too, and nothing else", async () => {
    for (const name of ["gemini-2.5-pro", "apigee/gemini-2.5-flash", "projects/p/locations/l/endpoints/e", "a b"]) {
      const start = { ...aInteract, context: { model: name, reasoningEffort: null } };
      const { end, requests } = await play(agent(), [done], { start });
      expect([end.how, requests.map(({ model }) => model)]).toEqual(["finished", [name]]);
    }
  });

  it("may be a composition of agents", async () => {
    const source = agent().replace(
      "return new LlmAgent",
      `const sub = new LlmAgent({ name: "two", model: context.model, instruction: "Think.", tools });
       return new SequentialAgent({ name: "both", subAgents: [sub, new LlmAgent({ name: "three", model: context.model })] }); new LlmAgent`,
    );
    const answers = [toolCallAnswer("execute_sql", { sql: "1" }), chatAnswer({ content: "A." }), done];
    const { end, tools, turns } = await play(source, answers);
    expect([end.how, tools.length]).toEqual(["finished", 1]);
    expect(turns.map(({ response, events }) => [response, events.map(({ author }) => author)])).toEqual([
      ["Done.", ["two", "two", "two", "three"]],
    ]);
  });

  it("is asked no more once the environment has ended the task, after all calls of that answer", async () => {
    const call = (id: string, sql: string) => ({
      ...{ id, type: "function" },
      function: { name: "execute_sql", arguments: JSON.stringify({ sql }) },
    });
    const both = chatAnswer({ content: null, tool_calls: [call("a", "1"), call("b", "2")] });
    const { end, tools, requests, turns } = await play(agent(), [both], {
      tool: ({ args }) => ({ result: "the task is over", ended: args["sql"] === "1" }),
    });
    expect([end.how, tools.length, requests.length, turns.length]).toEqual(["finished", 2, 1, 1]);
  });

  it("gives results to the calls they belong to, where a model uses an id again and again", async () => {
    const answers = ["1", "2", "3"].map((sql) => toolCallAnswer("execute_sql", { sql }));
    const { requests } = await play(agent(), [...answers, done], {
      tool: ({ args }) => ({ result: `rows of ${args["sql"]}`, ended: false }),
    });
    const messages = requests.at(-1)?.messages ?? [];
    expect(messages.flatMap((message) => (message["role"] === "tool" ? [message["content"]] : []))).toEqual([
      ...["rows of 1", "rows of 2", "rows of 3"],
    ]);
    expect(new Set(messages.map((message) => message["tool_call_id"])).size).toBe(4);
  });

  it("has its turn ended after 60 model calls, and that is not a crash", async () => {
    const { end, requests, tools, turns, logs } = await play(agent(), [toolCallAnswer("execute_sql", { sql: "1" })]);
    expect(end.how).toBe("finished");
    expect([requests.length, tools.length, turns.length]).toEqual([60, 60, 1]);
    expect(logs).toEqual(["the turn was ended after 60 model calls"]);
    expect(turns[0]?.events.at(-1)).toMatchObject({ errorMessage: "Max number of llm calls limit of 60 exceeded" });
  });

  it("may answer for its model where that fails, and crashes with the reason otherwise", async () => {
    const failed = { status: 400, json: { error: { message: "too many tokens" } } };
    const plain = await play(agent(), [failed]);
    expect(plain.end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(plain.end.detail).toContain("the model failed (400): 400 too many tokens");
    const config = `afterModelCallback: ({ response }) =>
      response.errorCode === "400" ? { content: { role: "model", parts: [{ text: response.errorMessage }] } } : undefined`;
    const mended = await play(agent({ config }), [failed]);
    expect([mended.end.how, mended.turns.map(({ response }) => response)]).toEqual([
      "finished",
      ["400 too many tokens"],
    ]);
  });

  it("ends its turn with nothing where the model says nothing", async () => {
    const { end, turns } = await play(agent(), [chatAnswer({ content: "" })]);
    expect([end.how, turns]).toEqual(["finished", [{ response: "", events: [] }]]);
  });
});

describe("an agent of @google/adk that goes wrong", () => {
  it.each([
    ["export const x = 1;", "agent.ts must export a function named buildAgent"],
    ["export const buildAgent = {};", "agent.ts must export a function named buildAgent"],
    ["export function buildAgent() {}", "buildAgent must return an agent of @google/adk; it returned undefined"],
    ["export const buildAgent = () => [1];", "buildAgent must return an agent of @google/adk; it returned Array"],
    ["export async function buildAgent() { return { name: 'x' }; }", /^buildAgent must return .* returned Object$/],
  ])("with %s is told what to export", async (source, detail) => {
    const { end, requests } = await play(source);
    expect(end).toEqual({
      how: "crashed",
      code: "bad-export",
      detail: typeof detail === "string" ? detail : expect.stringMatching(detail),
    });
    expect(requests).toEqual([]);
  });

  it("has crashed with its stack, wherever it throws, and what it has earned stays", async () => {
    const built = await play(agent({ body: `throw new TypeError("on purpose");` }));
    expect(built.end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(built.end.detail).toMatch(/TypeError: on purpose\n +at .*buildAgent.*agent\.ts:\d/);
    const config = `beforeModelCallback: () => { if (++count > 1) throw new RangeError("in a callback"); }`;
    const late = await play(agent({ body: "let count = 0;", config }), [toolCallAnswer("execute_sql", { sql: "1" })]);
    expect(late.end.detail).toMatch(/RangeError: in a callback\n +at .*agent\.ts:\d/);
    expect([late.tools.length, late.turns.length]).toEqual([1, 0]);
    const hole = await play(agent({ config: "" }).replace("Hello.", "Hello {nobody}."));
    expect(hole.end.detail).toContain("Context variable not found: `nobody`");
  });

  it("is told by name of a package that its image does not hold, and of a name that the package has not got", async () => {
    const missing = await play(`import pg from "pg"; ${agent()}`);
    expect(missing.end).toEqual({
      ...{ how: "crashed", code: "import-refused" },
      detail: `agent.ts imports "pg", which the agent's image does not hold; it holds: @google/adk, openai, openai/helpers/zod, zod, zod/v4, and Node's own modules`,
    });
    const cloud = await play(`import { DatabaseSessionService } from "@google/adk"; ${agent()}`);
    expect(cloud.end.detail).toContain("does not provide an export named 'DatabaseSessionService'");
  });

  it("can't call a tool with anything but text", async () => {
    const body = `await environment.executeSql(undefined);`;
    expect((await play(agent({ body }))).end.detail).toContain(
      "TypeError: sql of execute_sql must be a string; it is undefined",
    );
  });

  it("that hangs is ended by the time limit", async () => {
    const { end } = await play(agent({ body: "await new Promise(() => {});" }), [done], { timeoutMs: 1500 });
    expect(end).toMatchObject({ how: "limit", code: "time-limit" });
  });
});

describe("the events of a turn", () => {
  async function eventsOf(source: string, answers: readonly ScriptedAnswer[], result: unknown) {
    const { end, turns } = await play(source, answers, { tool: () => ({ result, ended: false }) });
    expect(end.how).toBe("finished");
    return turns[0]?.events ?? [];
  }

  it("keep calls, results and tokens in their shape, with long texts cut in the middle", async () => {
    const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };
    const asked = toolCallAnswer("execute_sql", { sql: `SELECT ${"x".repeat(20_000)} END` });
    const [call, result] = await eventsOf(
      agent(),
      [{ json: { ...(asked.json as object), usage } }, done],
      "row ".repeat(9000),
    );
    expect(call).toEqual({
      ...{ author: "one", final: false, finishReason: "STOP" },
      usage: { promptTokenCount: 5, candidatesTokenCount: 2, totalTokenCount: 7 },
      content: {
        role: "model",
        parts: [{ functionCall: { id: "call-1", name: "execute_sql", args: expect.any(Object) } }],
      },
    });
    expect(JSON.stringify(call)).toMatch(/"sql":"SELECT x+\[… 12011 characters …\]x+ END"/);
    expect(JSON.stringify(result)).toContain(`"functionResponse":{"id":"call-1","name":"execute_sql"`);
    expect(JSON.stringify(result).length).toBeLessThan(9000);
  });

  it("fit into a frame whatever an agent has said and heard", async () => {
    const long = toolCallAnswer("execute_sql", { sql: "é\u0001".repeat(3000) });
    const cut = await eventsOf(agent(), [long], "short");
    expect(cut).toHaveLength(121);
    expect(JSON.stringify(cut[0])).toContain("[… 4000 characters …]");
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => "a cell of text"));
    const calls = Array.from({ length: 20 }, () => toolCallAnswer("execute_sql", { sql: "1" }));
    const shortened = await eventsOf(agent(), [...calls, done], { rows });
    expect(shortened).toContainEqual({ omitted: expect.any(Number) });
    expect(JSON.stringify(shortened[1])).toContain("a cell of text");
    expect(JSON.stringify(shortened.at(-1))).toContain("Done.");
    let deep: unknown = "bottom";
    for (let level = 0; level < 40; level++) deep = { deep };
    const nested = await eventsOf(agent(), [toolCallAnswer("execute_sql", { sql: "1" }), done], deep);
    expect(JSON.stringify(nested)).toContain("[…]");
    expect(JSON.stringify(nested)).not.toContain("bottom");
  }, 90_000);
});

describe("an image", () => {
  it("knows the interfaces that it holds", async () => {
    const without = await playAdk(await boxHome(), agent(), { model: scriptedModel([done]) });
    expect(without.end).toEqual({
      ...{ how: "crashed", code: "unknown-interface" },
      detail: "there is no interface adk in this image; known: terminal, turns, answers",
    });
    const talks = await playTurns(
      home,
      `export class HarnessAgent { systemPrompt = ""; getInitState() {} async generateNextMessage(m: any, s: any) { return [{ content: "hi" }, s]; } }`,
      { turns: [[{ role: "user", content: "Hello?" }]] },
    );
    expect(talks.replies).toEqual([null, { content: "hi", toolCalls: [] }]);
  });
});
