import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { conversationEdits } from "../../../src/coding-agents/rehearsal/conversation-edits.ts";
import { queryEdits } from "../../../src/coding-agents/rehearsal/query-edits.ts";
import { terminalEdits as edits } from "../../../src/coding-agents/rehearsal/terminal-edits.ts";
import { rehearsal } from "../../../src/coding-agents/rehearsal.ts";
import type { GateStatement } from "../../../src/core/coding-agent.ts";
import { asksForPlan, asksToVerify } from "../../../src/gateway/rehearsal/habits.ts";
import { type Playbook, parsePlaybook } from "../../../src/gateway/rehearsal/playbook.ts";
import { rehearsalUpstream } from "../../../src/gateway/rehearsal/upstream.ts";

const clone = fileURLToPath(new URL("../../..", import.meta.url));
const template = await readFile(join(clone, "agent/templates/terminal-bench.ts"), "utf8");
const signal = new AbortController().signal;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rehearsal-"));
  await mkdir(join(folder, "agent"));
  await mkdir(join(folder, "workspace", "traces", "latest", "b"), { recursive: true });
  await writeFile(join(folder, "agent", "agent.ts"), template);
  await writeFile(join(folder, "PROGRAM.md"), "# Program\n");
  await writeFile(join(folder, "workspace", "learnings.md"), "# Learnings\n");
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** The template after these iterations' edits, 1-based. */
function edited(...iterations: number[]): string {
  return iterations.reduce((agent, iteration) => edits[iteration - 1]?.apply(agent) ?? agent, template);
}

async function propose(
  iteration: number,
  verdict = "[gate] ACCEPTED (best): 0.4444 -> 0.5556 on the test split; 9 runs",
) {
  const log: string[] = [];
  let gates = 0;
  let stated: GateStatement | undefined;
  const { summary } = await rehearsal.propose(
    {},
    {
      tree: folder,
      iteration,
      model: { name: "rehearsal/starter", reasoningEffort: null, handler: () => Promise.reject(new Error("no model")) },
      commands: {
        benchmark: async () => "",
        gate: async (statement) => {
          gates += 1;
          stated = statement;
          return verdict;
        },
        status: async () => "",
      },
      log: (line) => log.push(line),
      signal,
    },
  );
  const read = (path: string) => readFile(join(folder, path), "utf8");
  return {
    summary,
    gates,
    stated,
    log,
    learnings: await read("workspace/learnings.md"),
    program: await read("PROGRAM.md"),
  };
}

test("one iteration is one edit, one verdict and one entry of learnings", async () => {
  await writeFile(
    join(folder, "workspace", "train_results.json"),
    JSON.stringify({ split: "train", timestamp: "", results: { a: 1, b: 0, c: 0, d: null } }),
  );
  await writeFile(join(folder, "workspace/traces/latest/b/trace.json"), JSON.stringify({ messages: [{}, {}] }));
  const { gates, stated, log, learnings, program } = await propose(1);
  expect(gates).toBe(1);
  expect(stated).toEqual({
    hypothesis:
      "small requirements at the end of a task are forgotten: Have the model write a to-do list of every requirement before it acts",
    fixes: ["b", "c"],
  });
  expect(log).toEqual([
    "read workspace/train_results.json: 2 of 4 train tasks fail",
    "read the trace of b: 2 messages",
    expect.stringContaining("to-do list"),
  ]);
  expect(await readFile(join(folder, "agent", "agent.ts"), "utf8")).toBe(edited(1));
  expect(program).toBe("# Program\n");
  expect(learnings).toBe(`# Learnings

## Iteration 1 — val_score: 0.44 → 0.56 ✓

**What changed:** Have the model write a to-do list of every requirement before it acts

**Pattern confirmed:** small requirements at the end of a task are forgotten (2 of 4 train tasks fail)

**What worked / didn't work:** [gate] ACCEPTED (best): 0.4444 -> 0.5556 on the test split; 9 runs

**Needs from human:** none
`);
});

test("an idea that is a bad one states no fixes", async () => {
  expect((await propose(2)).stated?.fixes).toEqual([]);
});

test("a refusal before any test run has no figures in the learnings", async () => {
  const { learnings } = await propose(3, "[gate] REJECTED (syntax-error); 0 runs");
  expect(learnings).toContain("## Iteration 3 — val_score: – → – ✗\n");
});

test("the fourth iteration touches a file that is not its to touch", async () => {
  expect((await propose(4)).program).not.toBe("# Program\n");
});

test("the seventh forgets the gate, and after the last idea nothing is touched", async () => {
  expect((await propose(7)).gates).toBe(0);
  const before = await propose(edits.length + 1);
  expect(before).toMatchObject({ summary: "no idea left", gates: 0 });
  expect(before.learnings).not.toContain(`Iteration ${edits.length + 1}`);
});

test("an edit that does not fit the agent throws instead of changing nothing", async () => {
  await writeFile(join(folder, "agent", "agent.ts"), "export class Other {}\n");
  for (let iteration = 1; iteration <= edits.length; iteration++) {
    await expect(propose(iteration)).rejects.toMatchObject({ fault: "config", code: "edit-does-not-fit" });
  }
});

test("the bundled agent asks neither for a plan nor for a check; the edits bring that", () => {
  expect([asksForPlan(instructionOf(template)), asksToVerify(instructionOf(template))]).toEqual([false, false]);
  expect(asksForPlan(instructionOf(edited(1)))).toBe(true);
  expect(asksToVerify(instructionOf(edited(1, 5)))).toBe(false);
});

test.each([
  [[1]],
  [[1, 2]],
  [[1, 4]],
  [[1, 5]],
  [[1, 5, 6]],
  [[1, 5, 7]],
  [[1, 5, 7, 8]],
  [[1, 5, 8]],
  [[5, 8]],
  [[8]],
])("after the edits %j the agent parses", (iterations) => {
  const agent = edited(...iterations);
  expect(agent).not.toBe(template);
  expect(() => stripTypeScriptTypes(agent)).not.toThrow();
});

test("the third edit does not parse", () => {
  expect(() => stripTypeScriptTypes(edited(1, 3))).toThrow();
});

const playbook: Playbook = {
  id: "t",
  instruction: "Do the thing.",
  steps: parsePlaybook(
    "t",
    `
    [[steps]]
    run = "look"
    capture = { word = 'the word is (\\w+)' }
    guess = { word = "nothing" }
    [[steps]]
    run = "say <<word>>"
    [[steps]]
    run = "third"
    [[steps]]
    run = "fourth"
    [[steps]]
    when = "plan"
    run = "planned"
    [[steps]]
    file = { path = "/app/x", content = "$HOME\\n" }
    [[steps]]
    when = "verify"
    run = "checked"
    `,
  ),
};

/** Runs an agent.ts for real, against the rehearsal model and an environment that only listens. */
async function run(agent: string, instruction = playbook.instruction): Promise<string[]> {
  const upstream = rehearsalUpstream([{ ...playbook, instruction }]);
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray());
      const path = request.url ?? "";
      const answer = await upstream.complete({ method: "POST", path, body }, { signal, seed: "s" });
      response.writeHead(answer.status, answer.headers);
      for await (const chunk of answer.body) response.write(chunk);
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("OPENAI_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  vi.stubEnv("OPENAI_API_KEY", "none");
  const box = await mkdtemp(join(folder, "box-"));
  await symlink(join(clone, "node_modules"), join(box, "node_modules"));
  const file = join(box, "agent.mjs");
  await writeFile(file, stripTypeScriptTypes(agent));
  const deeds: string[] = [];
  const environment = {
    async exec(command: string) {
      deeds.push(command);
      const stdout = command === "look" ? `${"x".repeat(2000)}\nthe word is yes\n${"y".repeat(2000)}` : "";
      return { exitCode: 0, stdout, stderr: "", timedOut: false };
    },
    async upload(path: string, content: string) {
      deeds.push(`upload ${path} ${content}`);
    },
  };
  try {
    const { HarnessAgent } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const context = { model: "rehearsal/x", reasoningEffort: null, log: () => undefined };
    await new HarnessAgent().run(instruction, environment, context);
    return deeds;
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const plain = ["look", "say yes", "third", "fourth"];
const heredoc = "cat > /app/x <<EOF\n$HOME\nEOF";

test("each edit changes what the agent really does", async () => {
  expect(await run(template)).toEqual([...plain, heredoc]);
  expect(await run(edited(1))).toEqual([...plain, "planned", heredoc]);
  expect(await run(edited(1, 2))).toEqual(["look", "say nothing", "third", "fourth"]);
  expect(await run(edited(1, 5))).toEqual([...plain, "planned", heredoc, "checked"]);
  expect(await run(edited(1, 5, 7, 8))).toEqual([...plain, "planned", "upload /app/x $HOME\n", "checked"]);
  await expect(run(edited(1, 5, 6), "Do the thing. ".repeat(100))).rejects.toThrow("too hard");
  expect(await run(edited(1, 5, 6))).toEqual([...plain, "planned", heredoc, "checked"]);
});

function instructionOf(agent: string): string {
  return /AGENT_INSTRUCTION = `([^`]*)`/.exec(agent)?.[1] ?? "";
}

test.each([
  ["talks to a user", "tau-bench", conversationEdits],
  ["queries a database", "bird-interact", queryEdits],
] as const)("an agent that %s gets ideas of its own; one of them does not parse", async (_what, name, ideas) => {
  const agent = await readFile(join(clone, `agent/templates/${name}.ts`), "utf8");
  const parses = ideas.map(({ apply }) => {
    try {
      return stripTypeScriptTypes(apply(agent)) !== "";
    } catch {
      return false;
    }
  });
  expect(parses).toEqual([true, true, false, true]);
  await writeFile(join(folder, "agent", "agent.ts"), agent);
  await propose(1);
  expect(await readFile(join(folder, "agent", "agent.ts"), "utf8")).toBe(ideas[0]?.apply(agent));
});

test("the ideas for an agent that queries stand among the rules of both modes, one after the other", async () => {
  const agent = await readFile(join(clone, "agent/templates/bird-interact.ts"), "utf8");
  const edited = [queryEdits[1], queryEdits[3]].reduce((text, edit) => edit?.apply(text) ?? text, agent);
  const rules = edited.match(/\n- Before you write SQL, ask .*\n- A submission that is right .*(`;|\n\n# Schema)/g);
  expect(rules?.map((text) => text.split("\n").at(-1))).toEqual([expect.stringMatching(/`;$/), "# Schema"]);
});
