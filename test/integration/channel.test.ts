// The agent's box as it is opened for a trial: its image, its walls, and a phase over the attached streams.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import { runCandidate } from "../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import type { AgentEnd, TraceEvent } from "../../src/core/trial.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { chatAnswer, scriptedModel } from "../helpers/scripted-model.ts";

const signal = new AbortController().signal;
let opened: TestDocker;
let image: ImageSource;

beforeAll(async () => {
  opened = await openTestDocker();
  image = await agentImage({ cacheFolder: join(tmpdir(), "auto-harness-test-images"), signal });
  await opened.provider.prepareImage(image, { signal: AbortSignal.timeout(600_000) });
});

afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

async function openBox(limits: { memoryMb: number; pids: number } = agentBox.limits): Promise<Sandbox> {
  const labels = { owner: opened.owner.id, job: "channel", trial: "one", role: "agent" } as const;
  return await opened.provider.open({ ...agentBox, limits, image, labels }, { signal });
}

async function run(box: Sandbox, code: string): Promise<{ end: AgentEnd; logs: string[]; events: TraceEvent[] }> {
  if (box.main === undefined) throw new Error("an agent's box has a main process");
  const events: TraceEvent[] = [];
  const source = `import OpenAI from "openai";
    import { connect } from "node:net";
    import { execSync } from "node:child_process";
    import { readFileSync, writeFileSync } from "node:fs";
    export class HarnessAgent { async run(instruction: string, environment: any, context: any) { ${code} } }`;
  const end = await runCandidate({
    main: box.main,
    candidate: stripCandidate(source).code,
    interface: "terminal",
    start: { instruction: "do it", context: { model: "some-model", reasoningEffort: null } },
    methods: { exec: async () => ({ result: { exitCode: 0, stdout: "from the task", stderr: "", timedOut: false } }) },
    model: scriptedModel([chatAnswer({ content: "hello" })]).handler,
    onEvent: (event) => events.push(event),
    timeoutMs: 30_000,
    signal,
  });
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  return { end, logs, events };
}

it("reaches the model and the task through the channel, and nothing else", async () => {
  await using box = await openBox();
  const { end, logs, events } = await run(
    box,
    `const tried = (host: string) => new Promise((resolve) => connect(443, host).on("error", (e: any) => resolve(e.code)));
     const answer = await new OpenAI().chat.completions.create({ model: context.model, messages: [] });
     const result = await environment.exec("ls");
     console.log(answer.choices[0]?.message.content, "/", result.stdout);
     console.log(await tried("1.1.1.1"), Object.keys((await import("node:os")).networkInterfaces()).join());`,
  );
  expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
  expect(logs).toEqual(["hello / from the task", "ENETUNREACH lo"]);
  expect(events.map(({ type }) => type)).toContain("model");
  expect(await box.main?.exited).toEqual({ exitCode: 0, outOfMemory: false });
});

it("has no key, no privilege and no place to write but its memory file systems", async () => {
  await using box = await openBox();
  const { end, logs } = await run(
    box,
    `const attempt = (path: string) => { try { writeFileSync(path, "x"); return "written"; } catch (e: any) { return e.code; } };
     const status = readFileSync("/proc/self/status", "utf8");
     const secrets = Object.entries(process.env).filter(([n, v]) => /key|token|secret/i.test(n) && v !== "in-a-box");
     console.log(process.getuid!(), process.getgid!(), /CapEff:\\s*(\\w+)/.exec(status)![1], /NoNewPrivs:\\s*(\\d)/.exec(status)![1]);
     console.log(["/x", "/etc/x", "/opt/auto-harness/cache/x", "/agent/x", "/tmp/x"].map(attempt).join());
     console.log(JSON.stringify(secrets), execSync("command -v npm || echo no npm", { encoding: "utf8" }).trim());`,
  );
  expect(end.how).toBe("finished");
  expect(logs).toEqual(["65534 65534 0000000000000000 1", "EROFS,EROFS,EROFS,written,written", "[] no npm"]);
});

it("reads its compile cache, which it cannot write, without a word", async () => {
  await using box = await openBox();
  const { logs } = await run(
    box,
    `const { getCompileCacheDir } = await import("node:module");
     const { readdirSync } = await import("node:fs");
     console.log(getCompileCacheDir() !== undefined && readdirSync(getCompileCacheDir()!).length >= 4);`,
  );
  expect(logs).toEqual(["true"]);
});

// On a busy machine the engine loses one notice of that in a hundred.
it("is killed by name when it takes more memory than it has", { retry: 2 }, async () => {
  await using box = await openBox({ memoryMb: 128, pids: 64 });
  const { end } = await run(box, "const kept = []; for (;;) kept.push(Buffer.alloc(4_000_000, 1));");
  expect(end).toMatchObject({ how: "crashed", code: "out-of-memory" });
});

it("ends with its exit code, and stops a log flood without holding the host", async () => {
  await using leaving = await openBox();
  expect((await run(leaving, "process.exit(3);")).end).toMatchObject({ how: "crashed", code: "exited-3" });
  await using flooding = await openBox();
  const lines = `("x".repeat(999) + "\\\\n").repeat(1000)`;
  const flood = `for (;;) await new Promise((resolve) => process.stdout.write(${lines.replaceAll("\\\\", "\\")}, resolve));`;
  expect((await run(flooding, flood)).end).toMatchObject({ how: "protocol", code: "flood" });
  await flooding[Symbol.asyncDispose]();
  await leaving[Symbol.asyncDispose]();
  expect(await opened.leftovers()).toEqual([]);
});
