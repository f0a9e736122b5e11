import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtIn } from "../../../src/coding-agents/built-in.ts";
import type { CodingAgentHost, ProposeContext } from "../../../src/core/coding-agent.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { errorResponse } from "../../../src/gateway/answers.ts";
import { openGateway } from "../../../src/gateway/gateway.ts";
import { completion, type ScriptedAnswer, scriptedUpstream, toolCall } from "../../helpers/scripted-upstream.ts";

let tree: string;
let outside: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "built-in-"));
  tree = join(folder, "tree");
  outside = join(folder, "secret.txt");
  await mkdir(join(tree, "agent", "templates"), { recursive: true });
  await mkdir(join(tree, "workspace", "traces"), { recursive: true });
  await writeFile(outside, "the test split");
  await writeFile(join(tree, "PROGRAM.md"), "# Program of the test\n");
  await writeFile(join(tree, "agent", "agent.ts"), "export const MAX_STEPS = 80;\n");
  await writeFile(join(tree, "workspace", "learnings.md"), "# Learnings\n");
});

afterEach(() => rm(join(tree, ".."), { recursive: true, force: true }));

type Asked = { messages: { role: string; content: string }[] };

async function propose(answers: ScriptedAnswer[], overrides: Partial<ProposeContext> = {}, options: object = {}) {
  const upstream = scriptedUpstream(...answers);
  const gateway = openGateway({
    upstreamFor: () => upstream,
    prices: {},
    budget: { costUsd: null, deadline: null },
    say: () => undefined,
  });
  const limits = { maxModelCalls: 50, maxOutputTokens: null, maxCostUsd: null };
  const lease = gateway.lease({ pinned: { model: "coder", reasoningEffort: "high" }, seed: "", limits });
  const commandsCalled: unknown[] = [];
  const { summary } = await builtIn.propose(builtIn.options.parse(options), {
    tree,
    iteration: 3,
    model: { name: "coder", reasoningEffort: "high", handler: lease.handler },
    commands: {
      benchmark: async (ids) => {
        commandsCalled.push(["benchmark", ids]);
        return "1 of 2 passed";
      },
      gate: async (statement) => {
        commandsCalled.push(statement === undefined || Object.keys(statement).length === 0 ? "gate" : statement);
        return "accepted 0.40 → 0.60";
      },
      status: async () => "budget left: 3 US dollars",
    },
    log: () => undefined,
    signal: new AbortController().signal,
    ...overrides,
  });
  const asked = upstream.asked as unknown as Asked[];
  /** What the model was told last, after each of its turns. */
  const answered = asked.slice(1).map(({ messages }) => messages.at(-1)?.content ?? "");
  return { summary, commandsCalled, asked, answered };
}

test("a session reads, edits, benchmarks, gates, writes its learnings and ends with its summary", async () => {
  const { summary, commandsCalled, asked, answered } = await propose([
    toolCall("list_files", {}),
    toolCall("read_file", { path: "agent/agent.ts" }),
    toolCall("edit_file", { path: "agent/agent.ts", old_text: "= 80", new_text: "= 120" }),
    toolCall("benchmark", { task_ids: ["a"] }),
    toolCall("status", {}),
    toolCall("gate", {}),
    toolCall("write_file", { path: "workspace/learnings.md", content: "# Learnings\n\n## Iteration 3\n" }),
    toolCall("finish", { summary: "more\nsteps" }),
  ]);
  expect(summary).toBe("more steps");
  expect(commandsCalled).toEqual([["benchmark", ["a"]], "gate"]);
  expect(await readFile(join(tree, "agent", "agent.ts"), "utf8")).toBe("export const MAX_STEPS = 120;\n");
  expect(await readFile(join(tree, "workspace", "learnings.md"), "utf8")).toContain("## Iteration 3");
  expect(asked[0]?.messages[0]?.content).toMatch(/^# Program of the test\n/);
  expect(asked[0]).toMatchObject({ model: "coder", reasoning_effort: "high" });
  expect(answered[0]).toBe("PROGRAM.md (22 bytes)\nagent/agent.ts (29 bytes)\nworkspace/learnings.md (12 bytes)");
  expect(answered.slice(3, 6)).toEqual(["1 of 2 passed", "budget left: 3 US dollars", "accepted 0.40 → 0.60"]);
});

test.each([
  ["a file of the harness", "PROGRAM.md", /read-only/],
  ["a new file", "agent/helper.ts", /read-only/],
  ["a path that leaves the tree", "../secret.txt", /outside/],
  ["a path that leaves it in the middle", "agent/../../secret.txt", /outside/],
  ["an absolute path", "/etc/hosts", /outside/],
])("writing %s is refused by name", async (_title, path, message) => {
  const { answered } = await propose([
    toolCall("write_file", { path, content: "x" }),
    toolCall("edit_file", { path, old_text: "a", new_text: "b" }),
    completion("done"),
  ]);
  expect(answered[0]).toMatch(message);
  expect(answered[1]).toMatch(message);
  expect(await readFile(outside, "utf8")).toBe("the test split");
  expect(await readFile(join(tree, "PROGRAM.md"), "utf8")).toBe("# Program of the test\n");
});

test("links are followed neither for reading nor for writing", async () => {
  await symlink(outside, join(tree, "workspace", "link.txt"));
  await symlink(join(tree, ".."), join(tree, "workspace", "up"));
  await rm(join(tree, "agent", "agent.ts"));
  await symlink(outside, join(tree, "agent", "agent.ts"));
  const { answered } = await propose([
    toolCall("read_file", { path: "workspace/link.txt" }),
    toolCall("read_file", { path: "workspace/up/secret.txt" }),
    toolCall("list_files", { path: "workspace/up" }),
    toolCall("write_file", { path: "agent/agent.ts", content: "x" }),
    toolCall("read_file", { path: "../secret.txt" }),
    completion("done"),
  ]);
  for (const answer of answered.slice(0, 5)) expect(answer).toMatch(/^error: .*(link|outside)/);
  expect(await readFile(outside, "utf8")).toBe("the test split");
});

test("mistakes come back as text: unknown tools, bad arguments, a text that stands there twice", async () => {
  await writeFile(join(tree, "agent", "agent.ts"), "a a");
  const { answered } = await propose([
    toolCall("bash", { command: "ls" }),
    toolCall("read_file", { file: "x" }),
    toolCall("edit_file", { path: "agent/agent.ts", old_text: "a", new_text: "b" }),
    toolCall("edit_file", { path: "agent/agent.ts", old_text: "a a", new_text: "$& b" }),
    completion("done"),
  ]);
  expect(answered[0]).toMatch(/^error: unknown tool bash/);
  expect(answered[1]).toMatch(/^error: /);
  expect(answered[2]).toMatch(/2 times/);
  expect(await readFile(join(tree, "agent", "agent.ts"), "utf8")).toBe("$& b");
});

test("what is stated at the gate is passed on", async () => {
  const statement = { fixes: ["a"], hypothesis: "it forgets to check", again: true };
  const { commandsCalled } = await propose([toolCall("gate", statement), completion("done"), completion("done")]);
  expect(commandsCalled).toEqual([statement]);
});

test("after the gate the candidate is frozen and the gate is closed, learnings can still be written", async () => {
  const { answered, commandsCalled } = await propose([
    toolCall("gate", {}),
    toolCall("write_file", { path: "agent/agent.ts", content: "x" }),
    toolCall("gate", {}),
    toolCall("edit_file", { path: "workspace/learnings.md", old_text: "# Learnings", new_text: "# Learnings\n\nx" }),
    completion("done"),
  ]);
  expect(answered[1]).toMatch(/frozen/);
  expect(answered[2]).toMatch(/already/);
  expect(commandsCalled).toEqual(["gate"]);
  expect(await readFile(join(tree, "agent", "agent.ts"), "utf8")).toBe("export const MAX_STEPS = 80;\n");
});

test("an ending without learnings is reminded of them once", async () => {
  const { answered, summary } = await propose([completion("all done"), completion("nothing to say")]);
  expect(answered).toEqual([expect.stringContaining("learnings.md")]);
  expect(summary).toBe("nothing to say");
});

test("a fault of the candidate is told to the model, a fault of the machine ends the session", async () => {
  const commands = (fault: "agent" | "infrastructure") => ({
    benchmark: () => Promise.reject(new HarnessError({ fault, code: "x", message: `fault of ${fault}` })),
    gate: async () => "",
    status: async () => "",
  });
  const { answered } = await propose([toolCall("benchmark", {}), completion("done")], { commands: commands("agent") });
  expect(answered[0]).toBe("error: fault of agent");
  const session = propose([toolCall("benchmark", {}), completion("done")], { commands: commands("infrastructure") });
  await expect(session).rejects.toThrow("fault of infrastructure");
});

test("the limit of its own calls ends a session, a failing model fails it, an abort aborts it", async () => {
  const model = (code: string) => ({
    name: "coder",
    reasoningEffort: null,
    handler: async () => errorResponse(403, code, "no"),
  });
  expect((await propose([], { model: model("limit_reached") })).summary).toMatch(/limit/);
  await expect(propose([], { model: model("budget_exhausted") })).rejects.toMatchObject({
    code: "coding-agent-failed",
  });
  const aborted = AbortSignal.abort(new Error("stop"));
  await expect(propose([completion("x")], { signal: aborted })).rejects.toThrow("stop");
});

test("its time is limited, without waits for its provider", async () => {
  const host: CodingAgentHost = {
    ...{ cacheFolder: tree, timeoutMs: 600_000, transcriptFile: join(tree, "none"), redact: (text) => text },
    openBox: async () => {
      throw new Error("no command needs a box");
    },
  };
  let waited = 0;
  const later = (ms: number): ScriptedAnswer => {
    return (body, options) => {
      waited += ms;
      return toolCall("status", {})(body, options);
    };
  };
  // A wait that is less than nothing is time that has passed.
  const script = [later(3_600_000), later(-3_600_000), later(-700_000), later(0)];
  const { summary, asked } = await propose(script, { host, waitedMs: () => waited });
  expect(summary).toBe("stopped by its time limit");
  expect(asked).toHaveLength(3);
});

test("turns are limited, and old tool outputs are shortened when the conversation grows too long", async () => {
  await writeFile(join(tree, "workspace", "long.txt"), "x".repeat(25_000));
  const { summary, asked } = await propose(
    [toolCall("read_file", { path: "workspace/long.txt" })],
    {},
    { max_turns: 6, max_context_chars: 60_000 },
  );
  expect(summary).toBe("stopped after 6 model calls");
  const sizes = asked.map((body) => JSON.stringify(body.messages).length);
  expect(Math.max(...sizes)).toBeLessThan(85_000);
  const contents = asked.at(-1)?.messages.map(({ content }) => String(content).length) ?? [];
  expect(contents.filter((length) => length === 25_000)).toHaveLength(2);
  expect(asked.at(-1)?.messages[3]?.content).toContain("characters left out");
});
