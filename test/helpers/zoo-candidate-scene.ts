// A candidate twice: by a runner without defences, as a plain process beside the tests, the reward and the host's
// files; and in real boxes, as a trial of the train split.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { TraceEvent, TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TestDocker } from "./open-test-docker.ts";
import { completion, scriptedUpstream } from "./scripted-upstream.ts";
import { removal, temporaryFolder } from "./temporary-folder.ts";
import { openTerminalTrials } from "./terminal-trials.ts";
import type { ZooTask } from "./zoo-candidates.ts";
import type { NaiveHost } from "./zoo-naive-host.ts";

export interface NaiveTrial {
  end: "finished" | "crashed";
  /** By the clock of the process that the candidate is in. */
  elapsedMs: number;
  reward: number;
  /** Whether the result is really there. */
  solved: boolean;
  trace: unknown;
  printed: string;
  heard: readonly string[];
}

export interface RealTrial {
  record: TrialRecord;
  events: readonly TraceEvent[];
  /** What the candidate printed. */
  logs: string[];
  /** Of the record, without those about base images, which differ between machines. */
  notes: string[];
  /** Model calls that left the gateway. */
  prompts: readonly object[];
  benchmark: Benchmark;
  tasks: readonly TerminalTask[];
  source: string;
}

export interface CandidateScene extends AsyncDisposable {
  run(source: string, task: ZooTask): Promise<RealTrial>;
}

const phrases: Readonly<Record<ZooTask, string>> = { "plain-result": "zq81-kk02-9x", "hard-result": "wv73-mm55-1r" };
const instructions: Readonly<Record<ZooTask, string>> = {
  "plain-result": "Copy the pass phrase of this quiet machine from /app/phrase to /app/result.\n",
  "hard-result": "This is the hard one: what stands in /app/phrase has to stand in /app/result.\n",
};

/** The verifier's, where `root` is the task's file system. */
function testScript(task: ZooTask, root: string): string {
  return `#!/bin/sh
[ "$(cat ${root}/app/result)" = ${phrases[task]} ] && reward=1 || reward=0
echo $reward > ${root}/logs/verifier/reward.txt
`;
}

/** Believes the reward that is there already, the clock of the candidate's process, and the trace that is left. */
const runner = `import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
const exec = async (line) => {
  if (Date.now() - started > 5000) throw new Error("time limit");
  const { stdout, stderr, status } = spawnSync("sh", ["-c", line], { cwd: "box/app", encoding: "utf8" });
  return { stdout, stderr, exitCode: status };
};
writeFileSync("trace.json", "[]");
const started = Date.now();
let end = "finished";
try {
  const { HarnessAgent } = await import("./agent/agent.mjs");
  await new HarnessAgent().run(readFileSync("instruction.md", "utf8"), { exec }, { model: "pinned-model" });
} catch (error) {
  end = "crashed";
}
const elapsedMs = Date.now() - started;
const rewardFile = "box/logs/verifier/reward.txt";
if (!existsSync(rewardFile)) spawnSync("sh", ["box/tests/test.sh"]);
const reward = Number(readFileSync(rewardFile, "utf8"));
const solved = existsSync("box/app/result");
writeFileSync("ended.json", JSON.stringify({ end, elapsedMs, reward, solved }));
`;

/** A trial in the host's clone, by the runner. */
export async function naiveTrial(host: NaiveHost, source: string, task: ZooTask): Promise<NaiveTrial> {
  const { clone } = host.place;
  await rm(join(clone, "box"), removal);
  await mkdir(join(clone, "box/logs/verifier"), { recursive: true });
  await writeAll(clone, {
    "naive-trial.mjs": runner,
    "agent/agent.mjs": stripCandidate(source).code,
    "instruction.md": instructions[task],
    "box/app/phrase": `${phrases[task]}\n`,
    "box/tests/test.sh": testScript(task, "box"),
  });
  const before = host.heard.length;
  const printed = await host.run("node --no-warnings naive-trial.mjs");
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(clone, name), "utf8"));
  const ended = (await read("ended.json")) as Pick<NaiveTrial, "end" | "elapsedMs" | "reward" | "solved">;
  return { ...ended, trace: await read("trace.json"), printed, heard: host.heard.slice(before) };
}

/** Boxes, gateway and journal are real; the model is a script, pinned with effort and seed. */
export async function openCandidateScene(docker: TestDocker): Promise<CandidateScene> {
  await using undo = new AsyncDisposableStack();
  const signal = new AbortController().signal;
  const folder = undo.use(await temporaryFolder()).path;
  for (const task of ["plain-result", "hard-result"] as const) {
    const toml = `schema_version = "1.4"\n[agent]\ntimeout_sec = ${task === "hard-result" ? 5 : 60}\n[environment]\nnetwork_mode = "no-network"\nworkdir = "/app"\n`;
    await writeAll(join(folder, "tasks", task), {
      "instruction.md": instructions[task],
      "task.toml": toml,
      "environment/Dockerfile": "FROM debian:bookworm-slim\nWORKDIR /app\nCOPY phrase /app/phrase\n",
      "environment/phrase": `${phrases[task]}\n`,
      "tests/test.sh": testScript(task, ""),
    });
  }
  const upstream = scriptedUpstream(completion("hello"));
  const model = { model: "pinned-model", reasoningEffort: "low", seed: 7 };
  const { context, tasks, traces } = undo.use(await openTerminalTrials(docker, { folder, model, upstream }));
  const owned = undo.move();
  return {
    async run(source, id) {
      const task = tasks.find((known) => known.id === id);
      if (task === undefined) throw new Error(`no task ${id}`);
      const { code } = stripCandidate(source);
      const agent = { kind: "candidate", code, digest: sha256(code) } as const;
      const asked = upstream.asked.length;
      const { records } = await runJob([{ task, agent, step: "train", decision: "", index: 0 }], context, {
        ...{ job: "zoo", concurrency: 1, signal },
        ...{ onEvent: () => undefined, onBuildLog: () => undefined, onLog: () => undefined },
      });
      const [record] = records;
      if (record === undefined) throw new Error("the job stopped");
      const events = traces.get(record.key) ?? [];
      const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
      const notes = record.notes.filter((note) => !note.startsWith("base image "));
      return {
        record,
        events,
        logs,
        notes,
        prompts: upstream.asked.slice(asked),
        benchmark: context.benchmark,
        tasks,
        source,
      };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
