// A benchmark of one's own in real boxes: the program asks, the agent answers in a box of its own, or lies beside it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { command } from "../../src/benchmarks/command/command.ts";
import { rewardOf, type TrialRecord } from "../../src/core/trial.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { agentOf, openOwnBenchmark } from "../helpers/own-benchmark.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

let docker: TestDocker;

beforeAll(async () => {
  docker = await openTestDocker();
});

afterAll(async () => {
  expect(await docker.leftovers()).toEqual([]);
  await docker[Symbol.asyncDispose]();
});

/** Knows sums and products; asks, scores, lists, and gives the answers away when told. */
const bench = `
import { createInterface } from "node:readline";
const tasks = { "2+2": "4", "3*3": "9" };
const [mode, id] = process.argv.slice(2);
if (mode === "list") for (const task of Object.keys(tasks)) console.log(task);
if (mode === "oracle") console.log(JSON.stringify({ answer: tasks[id] }));
if (mode === "run") {
  console.log(JSON.stringify({ ask: id + "?" }));
  for await (const line of createInterface({ input: process.stdin })) {
    const reached = await fetch("http://1.1.1.1", { signal: AbortSignal.timeout(2000) }).then(() => "reached", () => "none");
    console.log("network: " + reached);
    console.log(JSON.stringify({ [id]: JSON.parse(line).answer === tasks[id] ? 1 : 0 }));
    break;
  }
  process.exit();
}
`;

const brief = (records: readonly TrialRecord[]) =>
  records.map((record) => [record.parts.task, record.parts.agent.slice(0, 6), rewardOf(record)]);

test("its program lists the tasks, asks each agent in a box of its own, and scores", async () => {
  await using folder = await temporaryFolder();
  const options = {
    ...{ docker, folder: folder.path, upstream: scriptedUpstream(completion("4")) },
    files: {
      "bench.mjs": bench,
      Dockerfile: 'FROM node:24-bookworm-slim\nWORKDIR /srv\nCOPY . .\nENTRYPOINT ["false"]\n',
    },
    keys: {
      ...{ list_command: "node bench.mjs list", run_command: "node bench.mjs run" },
      oracle_command: "node bench.mjs oracle",
    },
  };
  await using own = await openOwnBenchmark(options);
  expect(own.tasks.map(({ id, oracle }) => [id, oracle])).toEqual([
    ["2+2", true],
    ["3*3", true],
  ]);
  expect(own.said).toEqual(["asking the program for its tasks: node bench.mjs list"]);

  const template = agentOf(await readFile(join(import.meta.dirname, "../../agent/templates/command.ts"), "utf8"));
  const records = await own.run([template, { kind: "oracle" }, { kind: "nop" }]);
  const agent = template.kind === "candidate" ? template.digest.slice(0, 6) : "";
  expect(brief(records)).toEqual([
    ...[
      ["2+2", agent, 1],
      ["2+2", "oracle", 1],
      ["2+2", "nop", 0],
    ],
    ...[
      ["3*3", agent, 0],
      ["3*3", "oracle", 1],
      ["3*3", "nop", 0],
    ],
  ]);
  expect(records.flatMap(({ notes }) => notes.filter((note) => note.startsWith("program:")))).toEqual([]);
  expect(records[0]?.verifierOutput).toBe('network: none\n{"2+2":1}\n');
  expect(own.traces.get("3*3")?.messages).toMatchObject([
    { role: "system" },
    { role: "user", content: "3*3?" },
    { role: "assistant", content: "4" },
  ]);

  // The list was asked for once: here nothing could open a box.
  const again = await command.load(command.options.parse({ program_folder: "./bench", ...options.keys }), {
    ...{ root: folder.path, cacheFolder: folder.path, say: () => undefined, signal: AbortSignal.timeout(60_000) },
    wanted: (id) => id === "3*3",
  });
  expect(again.map(({ id, digest }) => [id, digest])).toEqual([["3*3", own.tasks[1]?.digest]]);
}, 300_000);

/** Prints a reward of its own wherever it runs, and ends whoever else would. */
const forger = agentOf(`export class HarnessAgent {
  async run(question: any) {
    process.stdout.write('{"2+2": 1}\\n');
    setTimeout(() => process.exit(0), 200);
    await new Promise(() => 0);
  }
}`);

test("an agent in its own box sees nothing of the program and can't give itself a reward", async () => {
  await using folder = await temporaryFolder();
  await using own = await openOwnBenchmark({
    ...{ docker, folder: folder.path, upstream: scriptedUpstream(completion("4")) },
    files: { "bench.mjs": bench, "tasks.txt": "2+2\n" },
    keys: { tasks_file: "tasks.txt", run_command: "node bench.mjs run" },
  });
  const spy = agentOf(`import { readdirSync } from "node:fs";
    export class HarnessAgent { run(_question: any, { log }: any) { log("sees: " + readdirSync("/").join()); return "4"; } }`);
  const [spied, forged] = await own.run([spy, forger]);
  expect(spied?.outcome).toEqual({ status: "scored", reward: 1 });
  const logs = own.traces.get("2+2")?.events ?? [];
  expect(JSON.stringify(logs)).not.toContain("program");
  expect(forged).toMatchObject({ outcome: { status: "scored", reward: 0 }, agentEnd: { code: "exited-0" } });
}, 300_000);

/** Runs the agent's file itself, with the model's endpoint on the box's own loopback. */
const besideBench = `
const [id] = process.argv.slice(2);
const { HarnessAgent } = await import(process.env.AGENT_FILE);
const context = { model: process.env.AGENT_MODEL, reasoningEffort: process.env.AGENT_REASONING_EFFORT ?? null, log: console.error };
const answer = await new HarnessAgent().run(id + "?", context);
console.log(JSON.stringify({ [id]: answer === "4" ? 1 : 0 }));
`;

test("beside its program an agent has model and packages too, and what it can forge is flagged on every record", async () => {
  await using folder = await temporaryFolder();
  await using own = await openOwnBenchmark({
    ...{ docker, folder: folder.path, upstream: scriptedUpstream(completion("4")) },
    files: {
      "bench.mjs": besideBench,
      "tasks.txt": "2+2\n",
      Dockerfile: "FROM node:24-bookworm-slim\nWORKDIR /srv\nCOPY bench.mjs .\nUSER node\n",
      ".dockerignore": "*\n!bench.mjs\n",
    },
    keys: { tasks_file: "tasks.txt", run_command: "node bench.mjs", agent_place: "program-box" },
  });
  const template = agentOf(await readFile(join(import.meta.dirname, "../../agent/templates/command.ts"), "utf8"));
  const killer = agentOf(`export class HarnessAgent { run() { process.kill(-1, "SIGKILL"); } }`);
  const records = await own.run([template, { kind: "nop" }, forger, killer]);
  expect(records.map(rewardOf)).toEqual([1, 0, 1, 0]);
  for (const { notes } of records) expect(notes).toContainEqual(expect.stringMatching(/^beside: the agent ran beside/));
  expect(records[0]).toMatchObject({ usage: { calls: 1 }, agentEnd: { how: "finished" } });
}, 300_000);
