// Every attack three times: judged as Harbor judges, in the agent's box as we do, and by default.

import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { prepareBox } from "../../src/benchmarks/terminal-bench/trial/prepare-box.ts";
import { openTaskBox, type TaskBox } from "../../src/benchmarks/terminal-bench/trial/task-box.ts";
import { verifyState } from "../../src/benchmarks/terminal-bench/verification/verify-state.ts";
import type { VerificationPolicy } from "../../src/core/benchmark.ts";
import type { OracleFacts, TrialRecord } from "../../src/core/trial.ts";
import type { Verification } from "../../src/core/verification.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { verifyAsHarbor, writeAttackedTasks } from "../helpers/attacked-tasks.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials, type TerminalTrials } from "../helpers/terminal-trials.ts";
import { type Attack, type AttackedTask, attacks } from "../helpers/verification-attacks.ts";

const signal = new AbortController().signal;
const undo = new AsyncDisposableStack();
const known: OracleFacts = { leavesProcesses: false, needsBox: false, changes: [] };
let docker: TestDocker;
let trials: TerminalTrials;

beforeAll(async () => {
  docker = undo.use(await openTestDocker());
  const folder = undo.use(await temporaryFolder()).path;
  await writeAttackedTasks(join(folder, "tasks"));
  const upstream = scriptedUpstream(completion("hello"));
  trials = undo.use(await openTerminalTrials(docker, { folder, model: { model: "none" }, upstream }));
});

afterAll(async () => {
  await trials[Symbol.asyncDispose]();
  const left = await docker.leftovers();
  await undo.disposeAsync();
  expect(left).toEqual([]);
});

function taskOf(id: AttackedTask): TerminalTask {
  const task = trials.tasks.find((one) => one.id === id);
  if (task === undefined) throw new Error(`no task ${id}`);
  return task;
}

/** A box in which the attack has been made. */
async function attacked({ task: id, script }: Attack): Promise<TaskBox> {
  const task = taskOf(id);
  const { labels } = docker.specOf();
  const box = await openTaskBox(task, {
    openBox: async (spec, role) => await docker.provider.open({ ...spec, labels: { ...labels, role } }, { signal }),
    signal,
  });
  await prepareBox(task, box.main, { signal });
  await box.main.session.exec(script, { signal, cwd: "/app", timeoutMs: task.agentTimeoutMs });
  return box;
}

async function judge(attack: Attack, policy: VerificationPolicy): Promise<Verification> {
  const { steps } = taskOf(attack.task);
  const [step] = steps;
  if (step === undefined) throw new Error("a task has a step");
  await using box = await attacked(attack);
  const judging = { agent: "candidate", known, everyWay: false } as const;
  const state = { spec: step.verifier, box, policy, judging, workdir: "/app", goesOn: false };
  return await verifyState(state, { signal });
}

test.each(attacks.map((attack) => [attack.name, attack] as const))("%s", async (_name, attack) => {
  const asHarbor = async () => {
    await using box = await attacked(attack);
    const tests = join(taskOf(attack.task).folder, "tests");
    return await verifyAsHarbor(box.main.session, { tests, timeoutMs: 10_000, signal });
  };
  const [harbor, shared, auto] = await Promise.all([asHarbor(), judge(attack, "shared"), judge(attack, "auto")]);
  const told = ({ reward, verification }: Verification) => ({ reward, flags: verification?.flags });
  expect({ harbor, shared: told(shared), auto: told(auto) }).toEqual({
    ...{ harbor: attack.harbor, shared: attack.shared, auto: attack.auto },
  });
  expect([shared.verification?.mode, auto.verification?.mode?.slice(0, 5)]).toEqual(["shared", "fresh"]);
});

test("a trial is judged in the agent's box until its reference solution has been seen, then in a copy", async () => {
  const attack = attacks.find(({ name }) => name === "a process that goes on writing the reward");
  if (attack === undefined) throw new Error("there is no such attack");
  const candidate = agentThat(attack.script);
  const run = async (agent: TrialAgent, step: "train" | "check") => await trialOf(taskOf(attack.task), agent, step);
  expect(await run(candidate, "train")).toMatchObject({
    parts: { verification: "auto" },
    outcome: { status: "scored", reward: 1 },
    verification: { mode: "shared", flags: ["processes-left"] },
    notes: expect.arrayContaining([expect.stringMatching(/^shared, processes left: .*sh -c while sleep/)]),
  });
  expect(await run({ kind: "oracle" }, "check")).toMatchObject({
    parts: { verification: "auto" },
    outcome: { status: "scored", reward: 1 },
    verification: { oracle: { leavesProcesses: false, needsBox: false, changes: [] }, flags: [] },
  });
  expect(await run(candidate, "train")).toMatchObject({
    parts: { verification: "auto, oracle judged alike in a copy" },
    outcome: { status: "scored", reward: 0 },
    verification: { mode: "fresh, network shared", flags: [] },
    notes: expect.arrayContaining([expect.stringMatching(/^verified fresh, network shared; left running beside it: /)]),
  });
});

test("who makes a copy of the box impossible has 0, at once, and is not left out", async () => {
  const agent = agentThat("cp /app/phrase /app/result; rm /usr/bin/sleep");
  expect(await trialOf(taskOf("login"), agent, "train")).toMatchObject({
    ...{ outcome: { status: "scored", reward: 0 }, attempts: 1, agentEnd: { code: "task-box-stopped" } },
  });
});

/** Does this in the task's box, and nothing else. */
function agentThat(script: string): TrialAgent {
  const code = `export class HarnessAgent {
  async run(instruction, environment) {
    await environment.exec(${JSON.stringify(script)});
  }
}
`;
  return { kind: "candidate", code, digest: sha256(code) };
}

async function trialOf(task: TerminalTask, agent: TrialAgent, step: "train" | "check"): Promise<TrialRecord> {
  const plan = { task, agent, step, decision: "", index: 0 };
  const silent = { onEvent: () => undefined, onBuildLog: () => undefined, onLog: () => undefined };
  const job = { job: "attacks", concurrency: 1, signal, ...silent };
  const [record] = (await runJob([plan], trials.context, job)).records;
  if (record === undefined) throw new Error("the job stopped");
  return record;
}
