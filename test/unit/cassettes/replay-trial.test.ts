// Recorded and replayed in the real runtime, as child processes: the tape is the whole world of the second one.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import type { Cassette } from "../../../src/cassettes/cassette.ts";
import { cassetteText, parseCassette } from "../../../src/cassettes/cassette-text.ts";
import { describeDivergence } from "../../../src/cassettes/describe-divergence.ts";
import type { Replayed } from "../../../src/cassettes/replay-trial.ts";
import type { CandidateMethod } from "../../../src/channel/run-candidate.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { aInteract } from "../../helpers/adk-host.ts";
import { recordTrial, replayLocally, terminalAgent } from "../../helpers/recorded-trial.ts";
import { chatAnswer, scriptedModel, toolCallAnswer } from "../../helpers/scripted-model.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Every command prints itself and how often it was run. */
function shell(): { commands: string[]; exec: CandidateMethod } {
  const commands: string[] = [];
  return {
    commands,
    async exec(params) {
      const { command } = params as { command: string };
      commands.push(command);
      const stdout = `${command}: ${commands.filter((other) => other === command).length}\n`;
      return { result: { exitCode: 0, stdout, stderr: "", timedOut: false } };
    },
  };
}

/** As it comes back from its file. */
async function taped(source: string, options: Parameters<typeof recordTrial>[1] = {}): Promise<Cassette> {
  const methods = { exec: shell().exec, ...options.methods };
  return parseCassette(cassetteText(await recordTrial(source, { ...options, methods }), { secrets: [] }));
}

function shown({ divergence, end }: Replayed): string[] {
  if (divergence === null) throw new Error("nothing has diverged");
  return describeDivergence(divergence, end);
}

const finished = { how: "finished", code: "finished", detail: "" };

describe("the same agent", () => {
  test("gets the same answers, in the order in which they were given", async () => {
    const source = terminalAgent(`
      const seen = [];
      for (const command of ["ls", "date", "date"]) seen.push((await environment.exec(command)).stdout);
      await environment.exec("report " + JSON.stringify(seen));`);
    const cassette = await taped(source);
    expect(cassette.calls.map(({ params }) => (params as { command: string }).command)).toEqual([
      ...["ls", "date", "date"],
      'report ["ls: 1\\n","date: 1\\n","date: 2\\n"]',
    ]);
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 4, end: finished });
  });

  test("that is the bundled one asks the model and its shell as before", async () => {
    const source = await readFile(new URL("../../../agent/templates/terminal-bench.ts", import.meta.url), "utf8");
    const answers = [toolCallAnswer("bash", { command: "wc -l f" }, "a"), chatAnswer({ content: "Done." })];
    const cassette = await taped(source, { model: scriptedModel(answers).handler });
    expect(cassette.calls.map(({ method }) => method)).toEqual(["model", "exec", "model"]);
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 3, end: finished });

    const edited = source.replace("Read what is there before you change it.", "Plan before you act.");
    expect(shown(await replayLocally(cassette, edited))).toEqual([
      "differs at request 1 of 3: model POST /v1/chat/completions",
      "line 13 in json › messages › [0] › content",
      "  - Each call of bash starts in the task's working folder. Files stay between calls; variables and the current folder do not.",
      "  - Long output is cut in the middle. Narrow a command down when you need a part that was left out.",
      "- - Read what is there before you change it.",
      "+ - Plan before you act.",
    ]);
  });

  test("sees each failure and each broken file as it was", async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 200]);
    const source = terminalAgent(`
      const missing = await environment.download("/missing").catch((error) => error.message);
      const found = await environment.download("/found");
      await environment.upload("/copy", found);
      await environment.exec(JSON.stringify([missing, [...found]]));`);
    const methods: Record<string, CandidateMethod> = {
      async download(params) {
        if ((params as { path: string }).path === "/found") return { result: null, body: bytes };
        throw new HarnessError({ fault: "task", code: "file-not-found", message: "file-not-found: /missing" });
      },
      upload: async () => ({ result: null }),
    };
    const cassette = await taped(source, { methods });
    expect(cassette.calls[0]?.answer).toEqual({
      error: { code: "file-not-found", message: "file-not-found: /missing" },
    });
    expect(Buffer.from(cassette.calls[2]?.body ?? []).equals(bytes)).toBe(true);
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 4, end: finished });
  });

  test("reads a streamed answer to its end", async () => {
    const source = terminalAgent(`
      const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
        method: "POST", body: JSON.stringify({ model: context.model, stream: true, messages: [] }) });
      await environment.exec(response.headers.get("content-type") + " " + (await response.text()));`);
    const model = scriptedModel([{ stream: [{ n: 1 }, { n: 2 }] }]);
    const cassette = await taped(source, { model: model.handler });
    expect(cassette.calls[1]?.params).toMatchObject({
      command: 'text/event-stream data: {"n":1}\n\ndata: {"n":2}\n\ndata: [DONE]\n\n',
    });
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 2, end: finished });
  });

  test("may ask for several things at once: each gets its own answer, and the same one is the first", async () => {
    const source = terminalAgent(`
      const slow = environment.exec("slow").then(() => "slow");
      const quick = environment.exec("quick").then(() => "quick");
      await environment.exec("first " + (await Promise.race([slow, quick])));
      await Promise.all([slow, quick]);`);
    const told = Promise.withResolvers<void>();
    const exec: CandidateMethod = async (params, body, options) => {
      const { command } = params as { command: string };
      if (command === "slow") await told.promise;
      if (command.startsWith("first")) told.resolve();
      return await shell().exec(params, body, options);
    };
    const cassette = await taped(source, { methods: { exec } });
    expect(cassette.events.map(({ kind, call }) => `${kind} ${call}`)).toEqual([
      ...["ask 0", "ask 1", "answer 1", "ask 2", "answer 2", "answer 0"],
    ]);
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 3, end: finished });
  });

  test("that crashed crashes again", async () => {
    const source = terminalAgent(`await environment.exec("ls"); throw new Error("no way on");`);
    const cassette = await taped(source);
    expect(cassette.boxEnd).toEqual({ how: "crashed", code: "candidate-threw" });
    expect(await replayLocally(cassette, source)).toMatchObject({
      ...{ divergence: null, end: { how: "crashed", code: "candidate-threw" } },
    });
  });

  test("whose process ended ends again", async () => {
    const source = terminalAgent(`await environment.exec("ls"); process.exit(3);`);
    const cassette = await taped(source);
    expect(cassette).toMatchObject({ boxEnd: null, agentEnd: { how: "crashed", code: "exited-3" } });
    expect(await replayLocally(cassette, source)).toMatchObject({ divergence: null, end: { code: "exited-3" } });
  });

  test("that was waiting for an answer at its time limit is not waited for", async () => {
    const source = terminalAgent(`await environment.exec("ls"); await environment.exec("sleep");`);
    const hanging: CandidateMethod = async (params, body, options) => {
      if ((params as { command: string }).command === "sleep") {
        await once(options.signal, "abort");
      }
      return await shell().exec(params, body, options);
    };
    const cassette = await taped(source, { methods: { exec: hanging }, timeoutMs: 1500 });
    expect(cassette.calls[1]?.answer).toBeNull();
    const end = { how: "limit", code: "time-limit", detail: "the agent's 1.5 s are over" };
    expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 2, end });
  });
});

describe("an edited agent", () => {
  const recorded = terminalAgent(`
    await environment.exec("ls -l");
    await environment.exec("cat notes\\nsort notes");
    await environment.exec("rm notes");`);

  test("is shown where it first differs, beside the nearest recorded request", async () => {
    const cassette = await taped(recorded);
    const edited = terminalAgent(`await environment.exec("ls -l"); await environment.exec("rm notes.txt");`);
    const replayed = await replayLocally(cassette, edited);
    expect(replayed).toMatchObject({ asked: 1, divergence: { kind: "differs", at: 1, of: 3 } });
    expect(shown(replayed)).toEqual([
      "differs at request 2 of 3: exec rm notes.txt; nearest is request 3",
      "line 3 in params",
      "  exec",
      "  params:",
      '-   command: "rm notes"',
      '+   command: "rm notes.txt"',
    ]);
  });

  test("that asks for a later request first is not given its answer", async () => {
    const cassette = await taped(recorded);
    const edited = terminalAgent(`await environment.exec("rm notes"); await environment.exec("ls -l");`);
    const replayed = await replayLocally(cassette, edited, { patienceMs: 50 });
    expect(replayed.asked).toBe(0);
    expect(shown(replayed)).toEqual(["asks too early, at request 1 of 3", "- exec ls -l", "+ exec rm notes"]);
  });

  test("that stops sooner has not asked for what was next", async () => {
    const cassette = await taped(recorded);
    const replayed = await replayLocally(cassette, terminalAgent(`await environment.exec("ls -l");`));
    expect(shown(replayed)).toEqual(["ended (finished) before request 2 of 3", "- exec cat notes…"]);
  });

  test("that can't even be loaded says so", async () => {
    const cassette = await taped(recorded);
    const replayed = await replayLocally(cassette, `import "left-pad"; ${recorded}`);
    const [first, due, why] = shown(replayed);
    expect([first, due]).toEqual(["ended (crashed: import-refused) before request 1 of 3", "- exec ls -l"]);
    expect(why).toContain("left-pad");
  });

  test("that goes on longer asks for what nobody has an answer to, by a method of any kind", async () => {
    const cassette = await taped(terminalAgent(`await environment.exec("ls -l");`));
    const edited = terminalAgent(`await environment.exec("ls -l"); await environment.upload("/a", Buffer.from("b"));`);
    const replayed = await replayLocally(cassette, edited);
    expect(shown(replayed)).toEqual(["goes on after the last of 1 requests", "+ upload /a"]);
  });

  test("that asks for the same and crashes then has ended otherwise", async () => {
    const source = `await environment.exec("ls -l");`;
    const cassette = await taped(terminalAgent(source));
    const replayed = await replayLocally(cassette, terminalAgent(`${source} throw new Error("too bad");`));
    const [first, was, is, why] = shown(replayed);
    expect([first, was, is]).toEqual([
      "asked for the same, and ended otherwise after 1 requests",
      ...["- finished", "+ crashed: candidate-threw"],
    ]);
    expect(why).toContain("too bad");
  });
});

test("a conversation of turns replays by its replies", async () => {
  const source = `export class HarnessAgent {
    get systemPrompt() { return "be kind"; }
    getInitState() { return 0; }
    async generateNextMessage(message: any, state: number) { return [{ content: "reply " + state }, state + 1]; }
  }`;
  const said = ["hello", "more"];
  const turn: CandidateMethod = async () => {
    const content = said.shift();
    return { result: content === undefined ? { closed: "over" } : { messages: [{ role: "user", content }] } };
  };
  const context = { model: "some-model", reasoningEffort: null };
  const start = { policy: "p", tools: [], history: [], seed: 1, context };
  const cassette = await taped(source, { interface: "turns", start, methods: { turn } });
  expect(cassette.calls.map(({ params }) => params)).toEqual([
    { reply: null },
    { reply: { content: "reply 0", toolCalls: [] } },
    { reply: { content: "reply 1", toolCalls: [] } },
  ]);
  expect(await replayLocally(cassette, source)).toEqual({ divergence: null, asked: 3, end: finished });
  const replayed = await replayLocally(cassette, source.replace("reply ", "answer "));
  expect(shown(replayed).slice(-2)).toEqual(['-     content: "reply 0"', '+     content: "answer 0"']);
});

test("an agent of @google/adk replays with several tools at once, and tells its turns the same", async () => {
  const source = await readFile(new URL("../../../agent/templates/bird-interact.ts", import.meta.url), "utf8");
  const call = (id: string, name: string, args: unknown) => ({
    ...{ id, type: "function", function: { name, arguments: JSON.stringify(args) } },
  });
  const both = [call("a", "get_schema", {}), call("b", "execute_sql", { sql: "SELECT 1" })];
  const model = scriptedModel([
    chatAnswer({ content: null, tool_calls: both }),
    toolCallAnswer("submit_sql", { sql: "SELECT 2" }, "c"),
    chatAnswer({ content: "Done." }),
  ]);
  const methods: Record<string, CandidateMethod> = {
    tool: async (params) => ({ result: { result: `${(params as { name: string }).name} ran`, ended: false } }),
    turn: async () => ({ result: { closed: "the task is over" } }),
  };
  const image = "agent-bird";
  const options = { image, interface: "adk", start: aInteract, methods, model: model.handler };
  const cassette = parseCassette(cassetteText(await recordTrial(source, options), { secrets: [] }));
  expect(cassette.calls.map(({ method }) => method)).toEqual([
    "model",
    "tool",
    "tool",
    "model",
    "tool",
    "model",
    "turn",
  ]);
  expect(await replayLocally(cassette, source, { image })).toEqual({ divergence: null, asked: 7, end: finished });
});
