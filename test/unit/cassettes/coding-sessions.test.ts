// Sessions of a coding agent, recorded on one copy of a tree and played on another.

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSession } from "../../../src/cassettes/night/coding-session.ts";
import { playSession } from "../../../src/cassettes/night/play-session.ts";
import { recordSessions } from "../../../src/cassettes/night/record-session.ts";
import type { HarnessCommands, ProposeContext } from "../../../src/core/coding-agent.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { exists } from "../../../src/lib/exists.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

const secret = "sk-secret-of-a-session";
let root: TemporaryFolder;
let tree: string;
let copy: string;
let folder: string;
let said: string[];

beforeEach(async () => {
  root = await temporaryFolder();
  [tree, copy, folder] = [join(root.path, "tree"), join(root.path, "copy"), join(root.path, "night")];
  said = [];
  await mkdir(join(tree, "agent"), { recursive: true });
  await mkdir(join(tree, "workspace"));
  await writeFile(join(tree, "agent/agent.ts"), "first\n");
  await writeFile(join(tree, "workspace/learnings.md"), "# Learnings\n");
  await cp(tree, copy, { recursive: true });
});

afterEach(async () => await root[Symbol.asyncDispose]());

/** Commands that note what they were asked, and agent.ts at that moment; `benchmark` writes results as the host does. */
function commandsOn(place: string): HarnessCommands & { asked: unknown[] } {
  const asked: unknown[] = [];
  const note = async (...what: unknown[]) =>
    void asked.push([...what, await readFile(join(place, "agent/agent.ts"), "utf8")]);
  return {
    asked,
    async benchmark(tasks) {
      await note("benchmark", tasks);
      await writeFile(join(place, "workspace/train_results.json"), "{}");
      return `two of three pass, says ${secret}`;
    },
    async gate(statement) {
      await note("gate", statement);
      return "ACCEPTED\n1 run";
    },
    async status() {
      await note("status");
      return "iteration 3";
    },
  };
}

function contextOn(place: string, commands: HarnessCommands, signal = new AbortController().signal): ProposeContext {
  const model = { name: "m", reasoningEffort: null, handler: () => Promise.reject(new Error("no model")) };
  return { tree: place, iteration: 3, model, commands, log: () => undefined, signal };
}

function recorded(propose: (context: ProposeContext) => Promise<{ summary: string }>) {
  const digestOf = (source: string) => (source.includes("!") ? null : `digest of ${source.trim()}`);
  const say = (line: string) => void said.push(line);
  return recordSessions(propose, { folder, codingAgent: "someone", digestOf, secrets: [secret], say });
}

async function work({ tree: place, commands }: ProposeContext): Promise<{ summary: string }> {
  await commands.status();
  await writeFile(join(place, "agent/agent.ts"), "second\n");
  await commands.benchmark(["a", "b"]);
  await commands.benchmark();
  await writeFile(join(place, "agent/agent.ts"), "third!\n");
  await commands.gate({ fixes: ["a"], hypothesis: "it forgets", again: true });
  await writeFile(join(place, "workspace/learnings.md"), "# Learnings\n\n## Iteration 3\n");
  return { summary: "tried it" };
}

test("a session is played with the same edits, commands and end", async () => {
  const first = commandsOn(tree);
  expect(await recorded(work)(contextOn(tree, first))).toEqual({ summary: "tried it" });
  expect(said).toEqual([]);

  const second = commandsOn(copy);
  const agents: unknown[] = [];
  const onAgent = (source: string, digest: string) => void agents.push([source, digest]);
  expect(await playSession(contextOn(copy, second), { folder, onAgent })).toEqual({ summary: "tried it" });
  // Nothing is asked for by name where all tasks were meant.
  expect(second.asked).toEqual(
    first.asked.map((call) => (Array.isArray(call) && call[1] === undefined ? [call[0], [], call[2]] : call)),
  );
  expect(await readFile(join(copy, "workspace/learnings.md"), "utf8")).toBe("# Learnings\n\n## Iteration 3\n");
  expect(agents).toEqual([
    ["first\n", "digest of first"],
    ["second\n", "digest of second"],
    ["second\n", "digest of second"],
  ]);
});

test("what the host writes while a command runs is no edit, and keys are not kept", async () => {
  await recorded(work)(contextOn(tree, commandsOn(tree)));
  const { steps, end } = await readSession(folder, 3);
  expect(steps.map(({ command, edits, printed }) => [command, edits.map(({ path }) => path), printed])).toEqual([
    ["status", [], "iteration 3"],
    ["benchmark", ["agent/agent.ts"], "two of three pass, says [redacted]"],
    ["benchmark", [], "two of three pass, says [redacted]"],
    ["gate", ["agent/agent.ts"], "ACCEPTED\n1 run"],
  ]);
  expect(end.edits.map(({ path }) => path)).toEqual(["workspace/learnings.md"]);
  const text = await readFile(join(folder, "coding/it-3.json"), "utf8");
  expect(text.split("\n")[0]).toBe('{ "session": "of a coding agent, version 1",');
  expect(text).not.toContain(secret);
});

test("a session that failed fails again, in the same words", async () => {
  const failing = recorded(async ({ commands }) => {
    await commands.status();
    throw new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message: "it gave up" });
  });
  await expect(failing(contextOn(tree, commandsOn(tree)))).rejects.toThrow("it gave up");
  const played = playSession(contextOn(copy, commandsOn(copy)), { folder, onAgent: () => undefined });
  await expect(played).rejects.toMatchObject({ fault: "infrastructure", message: "it gave up" });
});

test("a session that was ended from outside is not kept, and says so when it is to be played", async () => {
  const wrong = new HarnessError({ fault: "config", code: "key-missing", message: "no key" });
  await expect(recorded(() => Promise.reject(wrong))(contextOn(tree, commandsOn(tree)))).rejects.toBe(wrong);
  const abort = new AbortController();
  const aborted = recorded(async () => {
    abort.abort();
    throw new Error("cut off");
  });
  await expect(aborted(contextOn(tree, commandsOn(tree), abort.signal))).rejects.toMatchObject({ name: "AbortError" });
  expect(await exists(join(folder, "coding"))).toBe(false);
  const played = playSession(contextOn(copy, commandsOn(copy)), { folder, onAgent: () => undefined });
  await expect(played).rejects.toMatchObject({
    code: "session-missing",
    message: expect.stringContaining("it-3.json"),
  });
});

test("a session whose host ended while it judged is what was judged", async () => {
  const abort = new AbortController();
  const judging = { ...commandsOn(tree), gate: () => Promise.reject(new Error("killed")) };
  const killed = recorded(async (context) => {
    abort.abort();
    return await work(context);
  });
  await expect(killed(contextOn(tree, judging, abort.signal))).rejects.toMatchObject({ name: "AbortError" });
  const commands = commandsOn(copy);
  const summary = "(judged after its session was cut off)";
  expect(await playSession(contextOn(copy, commands), { folder, onAgent: () => undefined })).toEqual({ summary });
  expect(commands.asked.at(-1)).toEqual(["gate", { fixes: ["a"], hypothesis: "it forgets", again: true }, "third!\n"]);
});

test("a tree that can't be looked at loses the recording, never the session", async () => {
  const gone = contextOn(join(root.path, "nowhere"), commandsOn(tree));
  expect(await recorded(async () => ({ summary: "done" }))(gone)).toEqual({ summary: "done" });
  expect(said).toEqual([
    expect.stringMatching(/^the coding agent's session could not be recorded: .*nowhere is not a folder/),
  ]);
  expect(await exists(join(folder, "coding"))).toBe(false);
});
