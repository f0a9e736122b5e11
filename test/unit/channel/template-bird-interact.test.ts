// The bundled agent for BIRD-Interact, end to end in the real runtime, against a scripted model and a scripted host.

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { listFlag } from "../../../src/commands/flags.ts";
import { findCommand } from "../../../src/commands/index.ts";
import { type AdkOptions, aInteract, cInteract, type PlayedAdk, playAdk } from "../../helpers/adk-host.ts";
import { boxHome } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel, toolCallAnswer } from "../../helpers/scripted-model.ts";

/** The costs that the environment charges in a-interact. */
const costs = {
  ...{ execute_sql: 1, get_schema: 1, get_all_column_meanings: 1, get_column_meaning: 0.5 },
  ...{ get_all_external_knowledge_names: 0.5, get_knowledge_definition: 0.5, get_all_knowledge_definitions: 1 },
  ...{ ask_user: 2, submit_sql: 3 },
};

let home = "";
let source = "";

beforeAll(async () => {
  home = await boxHome("agent-bird");
  source = await readFile(new URL("../../../agent/templates/bird-interact.ts", import.meta.url), "utf8");
}, 60_000);

async function play(answers: readonly ScriptedAnswer[], options: Omit<AdkOptions, "model"> = {}): Promise<PlayedAdk> {
  return await playAdk(home, source, { model: scriptedModel(answers), ...options });
}

function calls(...made: [name: string, args: Record<string, string>][]): ScriptedAnswer {
  const list = made.map(([name, args], index) => ({
    ...{ id: `c${index}`, type: "function" },
    function: { name, arguments: JSON.stringify(args) },
  }));
  return chatAnswer({ content: null, tool_calls: list });
}

interface ShownTool {
  name: string;
  description: string;
  parameters: { properties: object };
}

function toolsOf({ requests }: PlayedAdk): ShownTool[] {
  const tools = (requests[0]?.["tools"] ?? []) as { function: ShownTool }[];
  return tools.map((tool) => tool.function);
}

function constant(name: string): string {
  return new RegExp(`(?<=export const ${name} = \`)[^\`]*`).exec(source)?.[0] ?? "";
}

describe("the agent for a-interact", () => {
  it("asks with instruction, message, every tool and its cost, model, effort and temperature", async () => {
    const played = await play([chatAnswer({ content: "I give up." })]);
    const { end, requests, turns, logs, tools } = played;
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect([turns.map(({ response }) => response), tools, logs]).toEqual([["I give up."], [], []]);
    const { tools: _tools, ...request } = requests[0] ?? { messages: [] };
    expect(request).toEqual({
      ...{ model: "some-model", temperature: 0, reasoning_effort: "low" },
      messages: [
        { role: "system", content: constant("AINTERACT_INSTRUCTION") },
        { role: "user", content: aInteract.message },
      ],
    });
    const told = toolsOf(played).map(({ name, description }) => [
      name,
      Number(/Cost: ([\d.]+)\.$/.exec(description)?.[1]),
    ]);
    expect(Object.fromEntries(told)).toEqual(costs);
  });

  it("explores, asks, submits, and answers the follow-up that comes with the result", async () => {
    const { end, tools, turns, requests } = await play(
      [
        calls(["get_schema", {}], ["get_column_meaning", { table_name: "animal", column_name: "size" }]),
        toolCallAnswer("ask_user", { question: "How big is big?" }),
        toolCallAnswer("submit_sql", { sql: "SELECT 1" }),
        toolCallAnswer("submit_sql", { sql: "SELECT 2" }),
        chatAnswer({ content: "never asked for" }),
      ],
      {
        tool: ({ name, args }) => ({
          result: name === "submit_sql" ? `${args["sql"]}: right. Follow-up: and the small ones?` : `all of ${name}`,
          ended: args["sql"] === "SELECT 2",
        }),
      },
    );
    expect(end.how).toBe("finished");
    expect(tools).toEqual([
      { name: "get_schema", args: {} },
      { name: "get_column_meaning", args: { table_name: "animal", column_name: "size" } },
      { name: "ask_user", args: { question: "How big is big?" } },
      { name: "submit_sql", args: { sql: "SELECT 1" } },
      { name: "submit_sql", args: { sql: "SELECT 2" } },
    ]);
    expect(requests).toHaveLength(4);
    expect(requests[3]?.messages.slice(2).map(({ role, content }) => [role, content])).toEqual([
      ["assistant", null],
      ["tool", "all of get_schema"],
      ["tool", "all of get_column_meaning"],
      ["assistant", null],
      ["tool", "all of ask_user"],
      ["assistant", null],
      ["tool", "SELECT 1: right. Follow-up: and the small ones?"],
    ]);
    expect(turns.map(({ response, events }) => [response, events.length])).toEqual([["", 8]]);
  });

  it("makes several submissions of one answer one after the other, never at once", async () => {
    let running = 0;
    let most = 0;
    const submit = (sql: string): [string, Record<string, string>] => ["submit_sql", { sql }];
    const { tools } = await play([calls(submit("1"), submit("2"), submit("3")), chatAnswer({ content: "Done." })], {
      tool: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running--;
        return { result: "wrong", ended: false };
      },
    });
    expect([tools.map(({ args }) => args["sql"]), most]).toEqual([["1", "2", "3"], 1]);
  });

  it("shows the model what was refused, what it called wrongly and objects as they are, and goes on", async () => {
    const { end, requests, tools } = await play(
      [
        toolCallAnswer("execute_sql", { sql: "DROP TABLE animal" }),
        toolCallAnswer("get_knowledge_definition", {}),
        toolCallAnswer("execute_sql", '{"sql": '),
        toolCallAnswer("run_python", {}),
        toolCallAnswer("get_schema", {}),
        chatAnswer({ content: "I give up." }),
      ],
      { tool: ({ name }) => ({ result: { told: name, error: "the budget is spent" }, ended: false }) },
    );
    expect(end.how).toBe("finished");
    expect(tools.map(({ name }) => name)).toEqual(["execute_sql", "get_schema"]);
    const seen = requests.at(-1)?.messages.filter(({ role }) => role === "tool") ?? [];
    expect(seen.map(({ content }) => content)).toEqual([
      '{"told":"execute_sql","error":"the budget is spent"}',
      expect.stringMatching(/knowledge_name.*expected string/),
      expect.stringMatching(/sql.*expected string/),
      expect.stringMatching(/there is no tool run_python; there are: execute_sql, get_schema, /),
      '{"told":"get_schema","error":"the budget is spent"}',
    ]);
  });

  it("reads an error of the host's as the answer of its tool", async () => {
    const tooLong = "x".repeat(1_100_000);
    const { end, requests, tools } = await play([
      toolCallAnswer("execute_sql", { sql: tooLong }),
      chatAnswer({ content: "I give up." }),
    ]);
    expect([end.how, tools]).toEqual(["finished", []]);
    expect(requests.at(-1)?.messages.at(-1)?.["content"]).toMatch(/^\{"error":"tool: .*over the limit of 1048576/);
  });
});

describe("the agent for c-interact", () => {
  const ask = toolCallAnswer("ask_user", { question: "How big is big?" });
  const submit = toolCallAnswer("submit_sql", { sql: "SELECT 1" });

  it("is given schema, knowledge and the limit of questions, and two tools without a cost", async () => {
    const played = await play([chatAnswer({ content: "I give up." })], { start: cInteract });
    const filled = Object.entries(cInteract.state).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      constant("CINTERACT_INSTRUCTION"),
    );
    expect(filled).not.toContain("{db_");
    expect(played.requests[0]?.messages).toEqual([
      { role: "system", content: filled },
      { role: "user", content: cInteract.message },
    ]);
    expect(Object.keys(played.requests[0] ?? {}).sort()).toEqual(["messages", "model", "temperature", "tools"]);
    expect(toolsOf(played).map(({ name }) => name)).toEqual(["ask_user", "submit_sql"]);
    expect(JSON.stringify(toolsOf(played))).not.toMatch(/cost/i);
  });

  it("ends its turn with a submission, and takes the next message up where it left off", async () => {
    const { end, tools, turns, requests } = await play([ask, submit, submit, submit], {
      ...{ start: cInteract, messages: ["It failed: no such column.", "And the small ones?"] },
      tool: ({ name }) => ({ result: `${name} was called`, ended: false }),
    });
    expect(end.how).toBe("finished");
    expect(tools.map(({ name }) => name)).toEqual(["ask_user", "submit_sql", "submit_sql", "submit_sql"]);
    expect(turns.map(({ response, events }) => [response, events.length])).toEqual([
      ["", 4],
      ["", 2],
      ["", 2],
    ]);
    expect(requests).toHaveLength(4);
    expect(requests[3]?.messages.slice(1).map(({ role, content }) => [role, content])).toEqual([
      ["user", cInteract.message],
      ["assistant", null],
      ["tool", "ask_user was called"],
      ["assistant", null],
      ["tool", "submit_sql was called"],
      ["user", "It failed: no such column."],
      ["assistant", null],
      ["tool", "submit_sql was called"],
      ["user", "And the small ones?"],
    ]);
  });

  it("tries a submission again that could not be handed in", async () => {
    const { tools, requests } = await play([toolCallAnswer("submit_sql", { sql: "x".repeat(1_100_000) }), submit], {
      start: cInteract,
    });
    expect([tools.length, requests.length]).toEqual([1, 2]);
  });
});

describe("the agent for BIRD-Interact", () => {
  it("asks models that refuse a temperature for none", async () => {
    for (const model of ["gpt-5.2", "openai/gpt-5-mini", "o3", "some/o4-mini"]) {
      const start = { ...aInteract, context: { model, reasoningEffort: null } };
      const { requests } = await play([chatAnswer({ content: "-" })], { start });
      expect([model, requests[0]?.["model"], requests[0]?.["temperature"]]).toEqual([model, model, undefined]);
    }
  });

  it("fails when the model fails, without asking twice", async () => {
    const { end, requests, turns } = await play([{ status: 503, json: { error: { message: "no capacity" } } }]);
    expect(end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(end.detail).toContain("the model failed (503): 503 no capacity");
    expect([requests.length, turns.length]).toEqual([1, 0]);
  });

  it("has its targets at the top and leaves the techniques to the coding agent", () => {
    const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1]);
    expect(names).toEqual([
      ...["AINTERACT_INSTRUCTION", "CINTERACT_INSTRUCTION", "TOOL_DESCRIPTIONS", "CINTERACT_TOOL_DESCRIPTIONS"],
      ...["TEMPERATURE", "FIXED_TEMPERATURE", "buildAgent", "exploringTools", "conversationTools"],
    ]);
    const texts = constant("AINTERACT_INSTRUCTION") + constant("CINTERACT_INSTRUCTION");
    expect(texts).not.toMatch(/plan|think|step by step|checklist|double-check|reserve|first,/i);
    expect(source).not.toMatch(/claude|gemini|"(?:minimal|low|medium|high)"/i);
  });

  it("is what its program describes: targets, tools with their costs, commands with their flags", async () => {
    const program = await readFile(new URL("../../../program_templates/bird-interact.md", import.meta.url), "utf8");
    const targets = [...program.matchAll(/^\| `([A-Z_]+|[a-z]+[A-Z]\w+)(?:\(\))?` +\|/gm)].map(
      (match) => match[1] ?? "",
    );
    expect(targets).toHaveLength(9);
    for (const target of targets) expect(source).toMatch(new RegExp(`^export (?:const|function) ${target}\\b`, "m"));
    const rows = [...program.matchAll(/^\| `([a-z_]+)\(([a-z_, ]*)\)` +\| ([\d.]+) +\|/gm)];
    expect(Object.fromEntries(rows.map(([, name = "", , cost]) => [name, Number(cost)]))).toEqual(costs);
    const played = await play([chatAnswer({ content: "-" })]);
    const parameters = toolsOf(played).map(({ name, parameters: shape }) => [
      name,
      Object.keys(shape.properties).join(", "),
    ]);
    expect(rows.map(([, name, args]) => [name, args]).sort()).toEqual(parameters.sort());
    const used = [...program.matchAll(/`auto-harness ([a-z]+)((?: --[a-z-]+)*)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, name = "", flags = ""] of used) {
      const known = Object.keys(findCommand(name)?.options ?? {});
      for (const flag of flags.split(" --").slice(1)) expect(known).toContain(flag);
    }
    const ids = /--task-ids (\S+)`/.exec(program)?.[1] ?? "";
    expect(listFlag({ "task-ids": ids }, "task-ids")).toEqual(["alien_1", "alien_M_2"]);
  });
});
