// The host's side against the real runtime, as a child process.

import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type CandidateMethod, runCandidate } from "../../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import type { MainProcess } from "../../../src/core/sandbox.ts";
import type { AgentEnd, TraceEvent } from "../../../src/core/trial.ts";
import { unionTimer } from "../../../src/lib/union-timer.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedModel, scriptedModel } from "../../helpers/scripted-model.ts";

let home = "";

beforeAll(async () => {
  home = await boxHome();
});

interface Phase {
  end: AgentEnd;
  events: TraceEvent[];
}

interface PhaseOptions {
  model?: ScriptedModel;
  methods?: Record<string, CandidateMethod>;
  timeoutMs?: number;
  waitedMs?: () => number;
  signal?: AbortSignal;
  interface?: string;
  exitGraceMs?: number;
  ended?: Promise<AgentEnd>;
}

const exec: CandidateMethod = async () => ({ result: { exitCode: 0, stdout: "out", stderr: "", timedOut: false } });

async function run(source: string, options: PhaseOptions = {}): Promise<Phase> {
  await using box = await openLocalBox(home);
  return await runIn(box, source, options);
}

async function runIn(box: MainProcess, source: string, options: PhaseOptions = {}): Promise<Phase> {
  const events: TraceEvent[] = [];
  const end = await runCandidate({
    main: box,
    candidate: stripCandidate(source).code,
    interface: options.interface ?? "terminal",
    start: { instruction: "do it", context: { model: "some-model", reasoningEffort: "low" } },
    methods: options.methods ?? { exec },
    model: (options.model ?? scriptedModel([chatAnswer({ content: "hello" })])).handler,
    onEvent: (event) => events.push(event),
    timeoutMs: options.timeoutMs ?? 20_000,
    exitGraceMs: options.exitGraceMs ?? 5000,
    signal: options.signal ?? new AbortController().signal,
    ...(options.ended === undefined ? {} : { ended: options.ended }),
    ...(options.waitedMs === undefined ? {} : { waitedMs: options.waitedMs }),
  });
  return { end, events };
}

/** The body of run(instruction, environment, context). */
function body(code: string): string {
  return `export class HarnessAgent { async run(instruction: string, environment: any, context: any) { ${code} } }`;
}

/** No time counts until `arrived` was called, however busy the machine is. */
function untilArrival(): { waitedMs: () => number; arrived: () => void } {
  const timer = unionTimer(() => performance.now());
  const waiting = timer.start();
  return { waitedMs: () => timer.elapsedMs(), arrived: () => waiting[Symbol.dispose]() };
}

/** `onCall` is called when a call has reached it. */
function watched(model: ScriptedModel, onCall: () => void): ScriptedModel {
  return {
    ...model,
    handler: async (...call) => {
      onCall();
      return await model.handler(...call);
    },
  };
}

function logs({ events }: Phase): string[] {
  return events.flatMap((event) => (event.type === "log" ? [event.text] : []));
}

describe("a candidate", () => {
  it("gets instruction, context and environment, and finishes", async () => {
    const commands: unknown[] = [];
    const phase = await run(
      `export class HarnessAgent {
        seen: string[] = [];
        async setup(environment: any) { this.seen.push((await environment.exec("setup")).stdout); }
        async run(instruction: string, environment: any, context: any) {
          const result = await environment.exec("ls", { timeoutMs: 5, cwd: "/x", env: { A: "1" } });
          context.log(JSON.stringify([this.seen, instruction, result, context.model, context.reasoningEffort,
            process.env.AGENT_MODEL, process.env.AGENT_REASONING_EFFORT, process.env.OPENAI_API_KEY]));
        }
      }`,
      {
        methods: {
          async exec(params) {
            commands.push(params);
            return { result: { exitCode: 3, stdout: "out", stderr: "", timedOut: false } };
          },
        },
      },
    );
    expect(phase.end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(commands).toEqual([{ command: "setup" }, { command: "ls", timeoutMs: 5, cwd: "/x", env: { A: "1" } }]);
    const result = { exitCode: 3, stdout: "out", stderr: "", timedOut: false };
    const expected = [["out"], "do it", result, "some-model", "low", "some-model", "low", "in-a-box"];
    expect(JSON.parse(logs(phase)[0] ?? "")).toEqual(expected);
    expect(phase.events.at(-1)).toMatchObject({ type: "end", end: phase.end });
  });

  it("moves files both ways, larger than a frame", async () => {
    const files = new Map<string, Uint8Array>();
    const phase = await run(
      body(`
        await environment.upload("/a", "text");
        const big = new Uint8Array(1_000_000).map((_, i) => i);
        await environment.upload("/b", big);
        await environment.upload("/c", 7).catch((error: any) => console.log(error.message));
        const back = await environment.download("/b");
        console.log(Buffer.compare(back, big), Buffer.from(await environment.download("/a")).toString());
        await environment.download("/c").catch((error: any) => console.log(error.code));`),
      {
        methods: {
          async upload(params, content) {
            files.set((params as { path: string }).path, content);
            return { result: null };
          },
          async download(params) {
            const content = files.get((params as { path: string }).path);
            if (content !== undefined) return { result: null, body: content };
            throw new HarnessError({ fault: "task", code: "file-not-found", message: "no such file" });
          },
        },
      },
    );
    expect(phase.end.how).toBe("finished");
    expect(logs(phase)).toEqual(["upload takes a string or a Uint8Array", "0 text", "file-not-found"]);
  });

  it("that throws is a crash with message and stack, wherever it throws", async () => {
    const { end } = await run(body(`throw new TypeError("on purpose");`));
    expect(end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(end.detail).toMatch(/TypeError: on purpose\n +at .*agent\.ts:1/);
    const loose = await run(body(`setTimeout(() => { throw new Error("loose") }); await new Promise(() => {});`));
    expect(loose.end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    const rejected = await run(body(`Promise.reject(new Error("nobody looks")); await new Promise(() => {});`));
    expect(rejected.end.detail).toContain("nobody looks");
    expect((await run("throw 7;")).end).toMatchObject({ how: "crashed", detail: "threw 7" });
    expect((await run("const a = 1; const a = 2;")).end.detail).toContain("SyntaxError");
  });

  it.each(["../.runs/main/journal.sqlite", "lodash", "./other.ts", "file:///etc/passwd", "openai/internal/headers"])(
    "that imports %s is refused by name",
    async (specifier) => {
      const { end } = await run(`import x from ${JSON.stringify(specifier)};\n${body("x;")}`);
      expect(end).toMatchObject({ how: "crashed", code: "import-refused" });
      expect(end.detail).toBe(
        `agent.ts imports "${specifier}", which the agent's image does not hold; it holds: openai, openai/helpers/zod, zod, zod/v4, and Node's own modules`,
      );
    },
  );

  it("is refused a dynamic import and a require of the same things", async () => {
    expect((await run(body(`await import("lodash");`))).end.code).toBe("import-refused");
    const required = body(
      `const { createRequire } = await import("node:module"); createRequire(import.meta.url)("lodash");`,
    );
    expect((await run(required)).end.code).toBe("import-refused");
  });

  it("may import what the image holds, Node's modules and types", async () => {
    const phase = await run(`
      import OpenAI, { APIError } from "openai";
      import { zodResponseFormat } from "openai/helpers/zod";
      import { z } from "zod";
      import { z as z4 } from "zod/v4";
      import fs from "fs";
      import { join } from "node:path";
      import type { Environment } from "auto-harness/agent";
      import { type ExecResult } from "auto-harness/agent";
      ${body(`
        const format = zodResponseFormat(z.object({ a: z.number() }), "name");
        console.log(typeof OpenAI, typeof APIError, z === z4, typeof fs.readFileSync, join("a", "b"), format.type);`)}`);
    expect(phase.end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(logs(phase)).toEqual(["function function true function a/b json_schema"]);
  });

  it.each([
    ["export const x = 1;", "agent.ts must export a class named HarnessAgent"],
    ["export class HarnessAgent {}", "HarnessAgent has no method run()"],
    ["export class HarnessAgent { setup = 1; run() {} }", "setup of HarnessAgent is not a method"],
  ])("with %s is told what to export", async (source, detail) => {
    expect((await run(source)).end).toEqual({ how: "crashed", code: "bad-export", detail });
  });

  it("that leaves its process is a crash with the exit code", async () => {
    expect((await run(body("process.exit(3);"))).end).toMatchObject({ how: "crashed", code: "exited-3" });
    expect((await run(body("process.exit(0);"))).end).toMatchObject({ how: "crashed", code: "exited-0" });
    expect((await run(body(`process.kill(process.pid, "SIGKILL"); await new Promise(() => {});`))).end.code).toBe(
      "exited-137",
    );
  });

  it.each([
    ["blocks its thread", "for (;;);"],
    ["waits for nothing", "await new Promise(() => {});"],
  ])("that %s runs into the time limit, and what it had under way is aborted", async (_what, code) => {
    let aborted = false;
    const { waitedMs, arrived } = untilArrival();
    const hang: CandidateMethod = async (_p, _b, { signal }) => {
      arrived();
      return await new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => {
          aborted = true;
          reject(signal.reason);
        }),
      );
    };
    const source = body(`environment.exec("sleep"); await new Promise((r) => setTimeout(r, 50)); ${code}`);
    const { end } = await run(source, { timeoutMs: 600, methods: { exec: hang }, waitedMs });
    expect(end).toEqual({ how: "limit", code: "time-limit", detail: "the agent's 0.6 s are over" });
    expect(aborted).toBe(true);
  });

  it("is not charged for what its model's provider is waited for", async () => {
    const waiting = unionTimer(() => performance.now());
    const slow: CandidateMethod = async (params, body, options) => {
      using _ = waiting.start();
      await sleep(2500, undefined, { signal: options.signal });
      return await exec(params, body, options);
    };
    const waitedMs = () => waiting.elapsedMs();
    const { end } = await run(body('await environment.exec("x");'), {
      timeoutMs: 2000,
      methods: { exec: slow },
      waitedMs,
    });
    expect(end.code).toBe("finished");
  });

  it("may print what it likes: it is the log, its children's output too", async () => {
    const phase = await run(`
      import { writeSync } from "node:fs";
      import { execSync } from "node:child_process";
      ${body(`writeSync(1, "raw\\n"); process.stdout.write("written\\n"); execSync("echo child", { stdio: "inherit" });`)}`);
    expect(phase.end.how).toBe("finished");
    expect(logs(phase)).toEqual(["raw", "written", "child"]);
  });

  it("that writes garbage, an overlong frame or a flood on the channel itself breaks the protocol", async () => {
    const write = (what: string): string =>
      `import { Socket } from "node:net";
       ${body(`new Socket({ fd: 3 }).write(${what}); await new Promise(() => {});`)}`;
    expect((await run(write(`"garbage"`))).end).toMatchObject({ how: "protocol", code: "malformed-frame" });
    const overlong = write("Buffer.from([0xae, 0x01, 0xff, 0, 0, 0, 0, 0, 0, 0])");
    expect((await run(overlong)).end).toMatchObject({ how: "protocol", code: "overlong-frame" });
    const frames = `Buffer.concat(Array(20_000).fill(
      Buffer.from('\\xae\\x01\\0\\0\\0\\x18\\0\\0\\0\\0{"kind":"cancel","id":7}', "latin1")))`;
    expect((await run(write(frames))).end).toMatchObject({ how: "protocol", code: "flood" });
  });

  it("that floods the log is stopped", async () => {
    const { end, events } = await run(
      body(`
        const lines = ("x".repeat(999) + "\\n").repeat(1000);
        for (;;) await new Promise((resolve) => process.stdout.write(lines, resolve));`),
    );
    expect(end).toMatchObject({ how: "protocol", code: "flood" });
    expect(events.length).toBeLessThan(1000);
  });

  it("that closes its streams and stays is at fault itself", async () => {
    const source = `import { closeSync } from "node:fs"; ${body("closeSync(3); for (;;);")}`;
    const { end } = await run(source, { exitGraceMs: 300 });
    expect(end).toMatchObject({ how: "protocol", code: "closed" });
  });
});

describe("the model of a box", () => {
  it("answers through the openai package, and the host has seen both sides", async () => {
    const model = scriptedModel([chatAnswer({ content: "hello" })]);
    const phase = await run(
      `import OpenAI from "openai";
       ${body(`
         const client = new OpenAI();
         const messages = [{ role: "user" as const, content: instruction }];
         const answer = await client.chat.completions.create({ model: context.model, messages });
         console.log(answer.choices[0]?.message.content);`)}`,
      { model },
    );
    expect(logs(phase)).toEqual(["hello"]);
    expect(model.requests).toMatchObject([{ method: "POST", path: "/v1/chat/completions" }]);
    const request = { model: "some-model", messages: [{ role: "user", content: "do it" }] };
    expect(phase.events.filter(({ type }) => type === "model")).toMatchObject([
      { type: "model", request, status: 200, response: { choices: [{ message: { content: "hello" } }] } },
    ]);
  });

  it("streams piece by piece; the trace has the whole message", async () => {
    const piece = (content: string) => ({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
    const seen = Promise.withResolvers<void>();
    const model = scriptedModel([{ stream: [piece("a"), piece("b"), piece("c")], afterPiece: () => seen.promise }]);
    const told: CandidateMethod = async (...call) => {
      seen.resolve();
      return await exec(...call);
    };
    const phase = await run(
      `import OpenAI from "openai";
       ${body(`
         const stream = await new OpenAI().chat.completions.create({ model: "m", messages: [], stream: true });
         let text = "";
         for await (const chunk of stream) {
           if (text === "") await environment.exec("the first piece is here");
           text += chunk.choices[0]?.delta.content;
         }
         console.log(text);`)}`,
      { model, methods: { exec: told } },
    );
    expect(logs(phase)).toEqual(["abc"]);
    const answer = { choices: [{ message: { role: "assistant", content: "abc" } }] };
    expect(phase.events.find(({ type }) => type === "model")).toMatchObject({ response: answer });
  });

  it("is reached by plain fetch on any path, and its refusals pass unchanged and stand on the trace", async () => {
    const error = { message: "gpt-x is not allowed", code: "model_not_allowed" };
    const model = scriptedModel([{ status: 403, json: { error } }]);
    const phase = await run(
      body(`
        const answer = await fetch(process.env.OPENAI_BASE_URL + "/other?x=1", { method: "POST", body: "no json" });
        console.log(answer.status, (await answer.json()).error.code);`),
      { model },
    );
    expect(logs(phase)).toEqual(["403 model_not_allowed"]);
    expect(model.requests).toMatchObject([{ method: "POST", path: "/v1/other?x=1" }]);
    const seen = { request: "no json", status: 403, refused: "gpt-x is not allowed" };
    expect(phase.events.find(({ type }) => type === "model")).toMatchObject(seen);
  });

  it("that is still at work when the time is over is aborted, and the call stands on the trace", async () => {
    const { waitedMs, arrived } = untilArrival();
    const model = watched(scriptedModel([{ json: {}, delayMs: 60_000 }]), arrived);
    const call = body(`await fetch(process.env.OPENAI_BASE_URL + "/x", { method: "POST", body: "{}" });`);
    const phase = await run(call, { model, timeoutMs: 500, waitedMs });
    expect(phase.end.code).toBe("time-limit");
    expect(phase.events).toMatchObject([{ type: "model", status: 499 }, { type: "end" }]);
  });

  it("stops working when the client hangs up", async () => {
    const arrival = Promise.withResolvers<void>();
    const model = watched(scriptedModel([{ json: {}, delayMs: 60_000 }, { json: { fine: true } }]), arrival.resolve);
    const onArrival: CandidateMethod = async (...call) => {
      await arrival.promise;
      return await exec(...call);
    };
    const phase = await run(
      body(`
        const url = process.env.OPENAI_BASE_URL + "/chat/completions";
        const stop = new AbortController();
        const first = fetch(url, { method: "POST", body: "{}", signal: stop.signal }).catch((e) => console.log(e.name));
        await environment.exec("wait until it has arrived");
        stop.abort();
        await first;
        console.log(await (await fetch(url, { method: "POST", body: "{}" })).text());`),
      { model, methods: { exec: onArrival } },
    );
    expect(logs(phase)).toEqual(["AbortError", '{"fine":true}']);
    expect(model.aborted()).toBe(1);
    expect(phase.events.find(({ type }) => type === "model")).toMatchObject({ status: 499, response: null });
  });

  it("that breaks off looks broken to the client, not finished", async () => {
    const model = scriptedModel([{ stream: [{ choices: [] }], breakOff: true }]);
    const phase = await run(
      body(`
        const answer = await fetch(process.env.OPENAI_BASE_URL + "/x", { method: "POST", body: "{}" });
        await answer.text().then(() => console.log("whole"), () => console.log("broken"));`),
      { model },
    );
    expect(logs(phase)).toEqual(["broken"]);
  });
});

describe("the host", () => {
  it("passes its own failures on, and sends the agent its own mistakes back", async () => {
    const broken: CandidateMethod = async () => {
      throw new HarnessError({ fault: "infrastructure", code: "engine-gone", message: "no engine" });
    };
    await expect(run(body(`await environment.exec("ls");`), { methods: { exec: broken } })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "engine-gone",
    });
    const { end } = await run(body(`await environment.download("/x");`));
    expect(end).toMatchObject({ how: "crashed", code: "candidate-threw" });
    expect(end.detail).toContain("there is no method download");
  });

  it("stops with the signal's reason", async () => {
    const stop = new AbortController();
    const running = run(body("await new Promise(() => {});"), { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 300);
    await expect(running).rejects.toThrow("enough");
    await expect(run(body(""), { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
  });

  it("ends a phase from outside, even before the box is ready, and what was under way is aborted", async () => {
    const ended: AgentEnd = { how: "limit", code: "turn-time-limit", detail: "too slow" };
    let aborted = false;
    const hang: CandidateMethod = async (_params, _body, { signal }) => {
      later.resolve(ended);
      return await new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => {
          aborted = true;
          reject(signal.reason);
        }),
      );
    };
    const later = Promise.withResolvers<AgentEnd>();
    const phase = await run(body(`await environment.exec("ls");`), { ended: later.promise, methods: { exec: hang } });
    expect(phase.end).toEqual(ended);
    expect(phase.events).toMatchObject([{ type: "end", end: ended }]);
    expect(aborted).toBe(true);
    const silent = minimal(fakeMain(new Promise(() => {})));
    expect(await runCandidate({ ...silent, ended: Promise.resolve(ended) })).toEqual(ended);
  });

  it("throws what the end from outside rejects with, and only while the phase goes on", async () => {
    const gone = new HarnessError({ fault: "infrastructure", code: "tau-lost", message: "the other side is gone" });
    const early = Promise.withResolvers<AgentEnd>();
    setTimeout(() => early.reject(gone), 300);
    await expect(run(body("await new Promise(() => {});"), { ended: early.promise })).rejects.toBe(gone);
    const late = Promise.withResolvers<AgentEnd>();
    expect((await run(body(""), { ended: late.promise })).end.how).toBe("finished");
    late.reject(gone);
  });

  it("names an interface that the box does not have", async () => {
    expect((await run(body(""), { interface: "telepathy" })).end).toMatchObject({
      how: "crashed",
      code: "unknown-interface",
    });
  });

  it("calls a box that never gets ready infrastructure, as nothing of the candidate is in it", async () => {
    const silent = fakeMain(new Promise(() => {}));
    await expect(runCandidate({ ...minimal(silent), readyTimeoutMs: 50 })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "box-not-ready",
    });
    const dead = fakeMain(Promise.resolve({ exitCode: 127, outOfMemory: false }));
    await expect(runCandidate(minimal(dead))).rejects.toThrow("exited with 127");
  });

  it("calls memory that ran out by its name, from the engine's word", async () => {
    await using box = await openLocalBox(home);
    const main = { ...box, exited: box.exited.then(({ exitCode }) => ({ exitCode, outOfMemory: true })) };
    const { end } = await runIn(main, body(`process.kill(process.pid, "SIGKILL"); await new Promise(() => {});`));
    expect(end).toMatchObject({ how: "crashed", code: "out-of-memory" });
  });

  it("calls a connection that breaks while nothing is known of the box infrastructure", async () => {
    await using box = await openLocalBox(home);
    const stdout = new PassThrough();
    box.stdout.pipe(stdout);
    const main = { ...box, stdout, exited: box.exited.then(() => Promise.reject(new Error("engine is gone"))) };
    const cut: CandidateMethod = async (_params, _body, { signal }) => {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      stdout.destroy(new Error("reset"));
      await Promise.all([box[Symbol.asyncDispose](), aborted]);
      return { result: null };
    };
    await expect(runIn(main, body(`await environment.exec("ls");`), { methods: { exec: cut } })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "box-lost",
    });
  });
});

function fakeMain(exited: MainProcess["exited"]): MainProcess {
  return { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), exited };
}

function minimal(main: MainProcess) {
  return {
    ...{ main, candidate: "", interface: "terminal", start: {}, methods: {}, onEvent: () => {}, timeoutMs: 1000 },
    model: scriptedModel([]).handler,
    signal: new AbortController().signal,
  };
}
