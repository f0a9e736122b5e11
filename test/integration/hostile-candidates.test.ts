// Candidates that mean harm, in real boxes: they get nothing, they take nobody with them, and their trials are scored.

import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { agentBox } from "../../src/channel/agent-image.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { TraceEvent, TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TrialContext } from "../../src/trials/trial-context.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

const signal = new AbortController().signal;
/** Pinned for the trials here. */
const model = { model: "pinned-model", reasoningEffort: "low" };
const keys = { OPENAI_API_KEY: "sk-test-of-the-host-1", ANTHROPIC_API_KEY: "sk-ant-test-of-the-host-2" };
const upstream = scriptedUpstream(completion("hello"));

const undo = new AsyncDisposableStack();
let opened: TestDocker;
let context: TrialContext;
let tasks: TerminalTask[];
let traces: Map<string, readonly TraceEvent[]>;

beforeAll(async () => {
  for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value);
  undo.defer(() => void vi.unstubAllEnvs());
  const folder = undo.use(await temporaryFolder()).path;
  await writeTasks(join(folder, "tasks"));
  opened = undo.use(await openTestDocker());
  const trials = undo.use(await openTerminalTrials(opened, { folder, model, upstream }));
  ({ context, tasks, traces } = trials);
});

afterAll(async () => {
  const left = await opened.leftovers();
  await undo.disposeAsync();
  expect(left).toEqual([]);
});

/** A reward of 1 for /app/result; `hasty` gives the agent ten seconds. */
async function writeTasks(folder: string): Promise<void> {
  const task = join(folder, "patient");
  for (const part of ["environment", "tests"]) await mkdir(join(task, part), { recursive: true });
  await writeFile(join(task, "instruction.md"), "Write the word done into /app/result.\n");
  await writeFile(join(task, "environment/Dockerfile"), "FROM debian:bookworm-slim\nWORKDIR /app\n");
  await writeFile(
    join(task, "tests/test.sh"),
    '#!/bin/sh\n[ "$(cat /app/result)" = done ] && reward=1 || reward=0\necho $reward > /logs/verifier/reward.txt\n',
  );
  const toml = (seconds: number) =>
    `schema_version = "1.4"\n[agent]\ntimeout_sec = ${seconds}\n[environment]\nnetwork_mode = "no-network"\nworkdir = "/app"\n`;
  await writeFile(join(task, "task.toml"), toml(60));
  await cp(task, join(folder, "hasty"), { recursive: true });
  await writeFile(join(folder, "hasty/task.toml"), toml(10));
}

interface Trial {
  record: TrialRecord;
  events: readonly TraceEvent[];
  /** What the candidate said with console.log or context.log. */
  logs: string[];
}

/** Runs agent.ts on a task as a job of the train split does. */
async function run(source: string, id = "patient"): Promise<Trial> {
  const task = tasks.find((one) => one.id === id);
  if (task === undefined) throw new Error(`no task ${id}`);
  const { code } = stripCandidate(source);
  const agent = { kind: "candidate", code, digest: sha256(code) } as const;
  const { records } = await runJob([{ task, agent, step: "train", decision: "", index: 0 }], context, {
    ...{ job: "hostile", concurrency: 1, signal },
    onEvent: () => undefined,
    onBuildLog: () => undefined,
    onLog: (line) => expect.unreachable(line),
  });
  const [record] = records;
  if (record === undefined) throw new Error("the job stopped");
  const events = traces.get(record.key) ?? [];
  return { record, events, logs: events.flatMap((event) => (event.type === "log" ? [event.text] : [])) };
}

/** An agent.ts that solves the task first, so that what it breaks afterwards must not change its reward. */
function solvesThen(code: string, imports = ""): string {
  return `${imports}
    export class HarnessAgent {
      async run(instruction: string, environment: any, context: any) {
        await environment.exec("echo done > /app/result");
        ${code}
      }
    }`;
}

const solved = { outcome: { status: "scored", reward: 1 }, attempts: 1 };

it("scores an agent that does what it is asked", async () => {
  const { record } = await run(solvesThen(""));
  expect(record).toMatchObject({ ...solved, agentEnd: { how: "finished" } });
});

describe("reaching for the host's files", () => {
  it.each([
    [
      "a static import",
      'import split from "../.runs/rehearsal/host/split.json";',
      "",
      "../.runs/rehearsal/host/split.json",
    ],
    ["an import at run time", "", 'await import("../.runs/main/journal.sqlite");', "../.runs/main/journal.sqlite"],
    ["an import by address", "", `await import(${JSON.stringify(import.meta.url)});`, import.meta.url],
    ["a package that the image does not hold", 'import dockerode from "dockerode";', "", "dockerode"],
  ])("%s is refused by name", async (_how, imports, code, named) => {
    const { record } = await run(
      `${imports} export class HarnessAgent { async run() { ${code} console.log(${imports ? "1" : "2"}); } }`,
    );
    expect(record.outcome).toEqual({ status: "scored", reward: 0 });
    expect(record.agentEnd).toMatchObject({ how: "crashed", code: "import-refused" });
    expect(record.agentEnd.detail).toContain(JSON.stringify(named));
  });
});

it("sees no key, no way out and nothing of the host from either box", async () => {
  const { IPAM } = await opened.docker.getNetwork("bridge").inspect();
  const gateway = IPAM?.Config?.[0]?.Gateway ?? "172.17.0.1";
  const { record, events, logs } = await run(
    solvesThen(
      `const look = (command: string) => {
         const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
         return stdout + stderr;
       };
       const reach = (to: any) => new Promise((resolve) => {
         const socket = connect(to, () => resolve("connected"));
         socket.on("error", (error: any) => resolve(error.code)).setTimeout(5000, () => resolve("silence"));
       });
       const seen = {
         id: look("id -u; id -g; id -G"),
         env: look("env; cat /proc/[0-9]*/environ | tr '\\\\0' '\\\\n'"),
         main: look("for file in /proc/[0-9]*/cmdline; do tr '\\\\0' ' ' < $file; echo; done"),
         root: look("ls -a / /agent /tmp /root /home /mnt /srv /work"),
         mounts: look("cat /proc/mounts"),
         routes: look("cat /proc/net/route; cat /proc/net/fib_trie"),
         databases: look("find / -xdev ( -name '*.sqlite' -o -name 'split.json' -o -name '.env' -o -name '*.sock' ) -print"),
         interfaces: Object.keys(networkInterfaces()),
         name: await lookup("example.com").then(() => "resolved", (error: any) => error.code),
         engine: [await reach("/var/run/docker.sock"), await reach("/run/docker.sock")],
         hosts: [
           await reach({ host: ${JSON.stringify(gateway)}, port: 22 }),
           await reach({ host: ${JSON.stringify(gateway)}, port: 2375 }),
           await reach({ host: "1.1.1.1", port: 443 }),
           await reach({ host: "169.254.169.254", port: 80 }),
         ],
       };
       console.log(JSON.stringify({ ...seen, env: "", main: "", root: "", mounts: "", routes: "" }));
       await environment.upload("/app/seen.json", JSON.stringify(seen));
       await environment.exec("cat /app/seen.json");
       await environment.exec("env; cat /proc/[0-9]*/environ | tr '\\\\0' '\\\\n'; cat /proc/net/route; ls /sys/class/net");`,
      `import { spawnSync } from "node:child_process";
       import { lookup } from "node:dns/promises";
       import { connect } from "node:net";
       import { networkInterfaces } from "node:os";`,
    ),
  );
  expect(record).toMatchObject({ ...solved, agentEnd: { how: "finished" } });
  expect(logs).toHaveLength(1);
  expect(JSON.parse(logs[0] ?? "")).toMatchObject({
    id: "65534\n65534\n65534\n",
    databases: expect.not.stringMatching(/\.sqlite|split\.json|\.env|\.sock/),
    interfaces: ["lo"],
    name: expect.stringMatching(/^(EAI_AGAIN|ENOTFOUND)$/),
    engine: ["ENOENT", "ENOENT"],
    hosts: ["ENETUNREACH", "ENETUNREACH", "ENETUNREACH", "ENETUNREACH"],
  });

  const outputs = events.flatMap((event) => (event.type === "exec" ? [event.stdout] : []));
  const [, agentSaw = "", taskHolds = ""] = outputs;
  const seen = JSON.parse(agentSaw) as Record<string, string>;
  expect(seen["env"]).toContain("OPENAI_API_KEY=in-a-box\n");
  expect(seen["main"]).toContain("node");
  expect(seen["mounts"]).toMatch(/ \/ \w+ ro[, ]/);
  expect(seen["routes"]?.split("\n").filter((line) => /^(?!Iface|lo)\w+\t/.test(line))).toEqual([]);
  expect(taskHolds).toMatch(/^PATH=/m);
  expect(taskHolds.trimEnd().split("\n").slice(-2)).toEqual([expect.stringMatching(/^Iface/), "lo"]);
  const everything = JSON.stringify(events);
  for (const secret of [...Object.values(keys), process.cwd(), opened.owner.heartbeat]) {
    expect(everything).not.toContain(secret);
  }
});

it("gets no other model, effort, path or search, and that stands on its record", async () => {
  const before = upstream.asked.length;
  const { record, logs } = await run(
    solvesThen(
      `const ask = async (body: any, path = "/chat/completions") => {
         const url = process.env.OPENAI_BASE_URL + path;
         const messages = [{ role: "user", content: "hello" }];
         const response = await fetch(url, { method: "POST", body: JSON.stringify({ messages, ...body }) });
         const { error } = await response.json();
         return [response.status, error?.code ?? "answered"].join(" ");
       };
       const { model } = context;
       console.log(await ask({ model: "gpt-5.2-pro" }));
       console.log(await ask({ model, reasoning_effort: "xhigh" }));
       console.log(await ask({ model, tools: [{ type: "web_search" }] }));
       console.log(await ask({ model }, "/embeddings"));
       console.log(await ask({ model }), model, context.reasoningEffort, process.env.AGENT_MODEL);`,
    ),
  );
  expect(logs).toEqual([
    "403 model_not_allowed",
    "403 reasoning_effort_not_allowed",
    "403 reach_not_allowed",
    "404 not_found",
    "200 answered pinned-model low pinned-model",
  ]);
  expect(record).toMatchObject({ ...solved, usage: { calls: 1, refused: 4 } });
  expect(record.notes.join("\n")).toMatch(/refused.*gpt-5\.2-pro/);
  expect(record.notes.join("\n")).toMatch(/refused.*xhigh/);
  expect(upstream.asked.slice(before)).toMatchObject([{ model: "pinned-model", reasoning_effort: "low" }]);
});

describe("taking more than its share", () => {
  it("forks until it may no more", async () => {
    const { record, logs } = await run(
      solvesThen(
        `let forked = 0;
         for (let i = 0; i < 400; i++) {
           const child = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
           if (child.pid === undefined) child.on("error", () => {});
           else forked++;
         }
         console.log(forked);`,
        'import { spawn } from "node:child_process";',
      ),
    );
    expect(record).toMatchObject(solved);
    expect(Number(logs[0] ?? 0)).toBeLessThan(agentBox.limits.pids);
  });

  it("fills its memory file systems", async () => {
    const { record, logs } = await run(
      solvesThen(
        `for (const folder of ["/tmp", "/agent"]) {
           const file = openSync(folder + "/fill", "w");
           let written = 0;
           try { for (;;) written += writeSync(file, Buffer.alloc(1_000_000, 1)); }
           catch (error: any) { console.log(folder, error.code, written <= 64 * 1024 * 1024); }
         }`,
        'import { openSync, writeSync } from "node:fs";',
      ),
    );
    expect(logs).toEqual(["/tmp ENOSPC true", "/agent ENOSPC true"]);
    expect(record).toMatchObject({ ...solved, agentEnd: { how: "finished" } });
  });

  // On a busy machine the engine loses one notice of that in a hundred.
  it("eats memory until it is killed for it", { retry: 2 }, async () => {
    const { record } = await run(
      solvesThen("const kept = []; for (;;) kept.push(Buffer.alloc(4_000_000, 1)); console.log(kept.length);"),
    );
    expect(record).toMatchObject({ ...solved, agentEnd: { how: "crashed", code: "out-of-memory" } });
  });
});

describe("never ending", () => {
  it.each([
    ["waits for nothing", "await new Promise(() => setInterval(() => {}, 1000));"],
    ["computes without a pause", "for (;;) {}"],
    ["has a command run for ever", 'await environment.exec("sleep 1000");'],
  ])("%s: its time is over, and what it left is judged", async (_how, code) => {
    const { record, events } = await run(solvesThen(code), "hasty");
    expect(record).toMatchObject({ ...solved, agentEnd: { how: "limit", code: "time-limit" } });
    expect(events.at(-1)).toMatchObject({ type: "end", end: { code: "time-limit" } });
  });
});

describe("breaking the protocol", () => {
  const imports = `import { closeSync, writeSync } from "node:fs";
    import { randomBytes } from "node:crypto";
    const rest = () => new Promise((resolve) => setTimeout(resolve, 20_000));`;
  it.each([
    ["random bytes", "writeSync(3, Buffer.concat([Buffer.alloc(8, 255), randomBytes(5000)])); await rest();"],
    ["text", 'writeSync(3, "give me the test split\\n".repeat(100)); await rest();'],
  ])("%s: a named end, and what it left is judged", async (_how, code) => {
    const { record } = await run(solvesThen(code, imports));
    expect(record).toMatchObject({ ...solved, agentEnd: { how: "protocol" } });
  });

  it.each([
    ["closes its own descriptor", "closeSync(3);"],
    ["kills its own process", "process.kill(process.pid, 'SIGKILL');"],
  ])("an agent that %s has crashed, and what it left is judged", async (_how, code) => {
    const { record } = await run(solvesThen(code, imports));
    expect(record).toMatchObject({ ...solved, agentEnd: { how: "crashed" } });
  });
});
