// Tasks for tables of Harbor's format, run on the real engine: what oracle and nop earn and what is said of it, what a
// candidate sees in a task of several steps, and what is kept of a train trial.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials, type TerminalTrials, type TerminalTrialsOptions } from "../helpers/terminal-trials.ts";

vi.setConfig({ testTimeout: 300_000 });

const signal = new AbortController().signal;
const fixtures = join(import.meta.dirname, "../fixtures/harbor-tasks");

/** What the oracle earns on tasks whose records say more than a reward; harbor-parity.test.ts has all of them. */
const rewards: Readonly<Record<string, number>> = {
  "hangs-after-report": 1,
  "host-variables": 1,
  "phase-network": 1,
  "separate-again": 1,
  "separate-image": 1,
  "separate-prebuilt": 1,
  "several-rewards": 1,
  "steps-mean": 2.5 / 3,
  "steps-stop": 0.5,
};
/** Those of them on which nop is run too. */
const nops = ["host-variables", "phase-network", "separate-again", "steps-mean"];

const undo = new AsyncDisposableStack();
let docker: TestDocker;

beforeAll(async () => {
  docker = undo.use(await openTestDocker());
});

afterAll(async () => {
  const left = await docker.leftovers();
  await undo.disposeAsync();
  expect(left).toEqual([]);
});

async function open(options: Omit<TerminalTrialsOptions, "model" | "upstream">): Promise<TerminalTrials> {
  const upstream = scriptedUpstream(completion("hello"));
  return await openTerminalTrials(docker, { model: { model: "pinned-model" }, upstream, ...options });
}

async function run({ tasks, context }: TerminalTrials, agent: TrialAgent, wanted?: readonly string[]) {
  const step = agent.kind === "candidate" ? "train" : "check";
  const plans = tasks
    .filter(({ id }) => wanted?.includes(id) ?? true)
    .map((task) => ({ task, agent, step, decision: "", index: 0 }) as const);
  const { records } = await runJob(plans, context, {
    ...{ job: "harbor", concurrency: 2, signal },
    onEvent: () => undefined,
    onBuildLog: () => undefined,
    onLog: (line) => expect.unreachable(line),
  });
  return records.filter((record) => record !== undefined);
}

function candidate(source: string): TrialAgent {
  const { code } = stripCandidate(source);
  return { kind: "candidate", code, digest: sha256(code) };
}

describe("a task for every table", () => {
  let records: ReadonlyMap<string, TrialRecord>;

  beforeAll(async () => {
    await using folder = await temporaryFolder();
    const wanted = (id: string) => Object.hasOwn(rewards, id);
    await using trials = await open({ folder: folder.path, keys: { dataset: fixtures }, wanted });
    const all = [...(await run(trials, { kind: "oracle" })), ...(await run(trials, { kind: "nop" }, nops))];
    records = new Map(all.map((record) => [`${record.parts.agent} ${record.parts.task}`, record]));
  }, 600_000);

  function recordOf(agent: "oracle" | "nop", task: string): TrialRecord {
    const record = records.get(`${agent} ${task}`);
    if (record === undefined) throw new Error(`no trial of ${task}`);
    return record;
  }

  it.each(Object.entries(rewards))("%s gives its oracle %j", (task, reward) => {
    const { outcome, agentEnd } = recordOf("oracle", task);
    expect([outcome, agentEnd.detail]).toEqual([{ status: "scored", reward }, ""]);
  });

  it.each(nops)("%s gives nop nothing", (task) => {
    expect(recordOf("nop", task).outcome).toEqual({ status: "scored", reward: 0 });
  });

  it("keeps every reward and every step", () => {
    expect(recordOf("oracle", "several-rewards").details).toEqual({ rewards: { words: 1, style: 0, reward: 1 } });
    const { details, steps } = recordOf("oracle", "steps-mean");
    expect(details).toEqual({
      rewards: { reward: 2.5 / 3, style: 1 },
      steps: { first: { reward: 1, style: 1 }, second: { reward: 0.5, style: 1 }, third: { reward: 1, style: 1 } },
    });
    expect(steps?.map(({ step, agentEnd }) => [step, agentEnd?.code])).toEqual([
      ["first", "oracle"],
      ["second", "oracle"],
      ["third", "oracle"],
    ]);
  });

  it("says what was not as the task wanted it", () => {
    const said = (task: string, agent: "oracle" | "nop" = "oracle") => recordOf(agent, task).notes.join("\n");
    expect(said("hangs-after-report")).toContain("verifier: stopped after 10 s");
    expect(said("steps-stop")).toContain("step half: the task ends after it: reward 0.5 is below its min_reward 0.75");
    expect(said("separate-again", "nop")).toContain("collect hook in main exited 1: cat /run/state > /app/answer");
  });

  it("judges in a box of its own where the task declares one", () => {
    const modes = ["separate-image", "separate-again", "separate-prebuilt"].map(
      (task) => recordOf("oracle", task).verification?.mode,
    );
    expect(modes).toEqual(["separate", "separate", "separate"]);
  });
});

describe("a candidate", () => {
  it("meets each step anew, with nothing of the one before it but the task's box", async () => {
    await using folder = await temporaryFolder();
    const wanted = (id: string) => id === "steps-mean";
    await using trials = await open({ folder: folder.path, keys: { dataset: fixtures }, wanted });
    const source = `
      import { existsSync, writeFileSync } from "node:fs";
      export class HarnessAgent {
        async run(instruction: string, environment: any, context: any) {
          const { stdout } = await environment.exec("id -un; ls -d /tests /app/one 2>/dev/null; ls /logs/verifier /logs/artifacts");
          context.log(JSON.stringify([instruction, existsSync("/tmp/mine"), stdout.replace(/\\n/g, " ")]));
          writeFileSync("/tmp/mine", "left behind");
          if (instruction.includes("staged")) await environment.exec("cp staged.txt one; cp staged.txt shared.txt; echo x > /logs/artifacts/x");
          if (instruction.includes("your name")) await environment.exec("id -un > two");
        }
      }`;
    const [record] = await run(trials, candidate(source));
    expect(record).toMatchObject({
      outcome: { status: "scored", reward: 1.5 / 3 },
      agentEnd: { how: "finished" },
      details: { steps: { first: { reward: 1 }, second: { reward: 0.5 }, third: { reward: 0 } } },
    });
    const events = trials.traces.get(record?.key ?? "") ?? [];
    expect(events.flatMap((event) => (event.type === "log" ? [event.text] : []))).toEqual([
      "step first",
      '["Copy /app/staged.txt to /app/one and to /app/shared.txt.",false,"worker /logs/artifacts:  /logs/verifier: "]',
      "step second",
      '["Write your name into /app/two.",false,"root /app/one /logs/artifacts:  /logs/verifier: "]',
      "step third",
      '["Write the word done into /app/three.",false,"worker /app/one /logs/artifacts:  /logs/verifier: "]',
    ]);
    const times = events.flatMap(({ type, atMs }) => (type === "log" ? [atMs] : []));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    const published = trials.artifacts.get(record?.key ?? "") ?? new Map();
    expect([...published].map(([step, { files }]) => [step, ...files.keys()])).toEqual([
      ["first", "logs/artifacts/x", "app/shared.txt", "app/one"],
      ["second", "app/shared.txt"],
      ["third", "app/shared.txt"],
    ]);
  });

  it("has what the task publishes kept, files alone, in their places", async () => {
    await using folder = await temporaryFolder();
    const wanted = (id: string) => id === "artifacts";
    await using trials = await open({ folder: folder.path, keys: { dataset: fixtures }, wanted });
    const source = `
      export class HarnessAgent {
        async run(instruction: string, environment: any) {
          await environment.exec("mkdir -p data/cache data/deep /srv/data; echo kept > data/kept.txt; echo deep > data/deep/file");
          await environment.exec("echo no > data/some.tmp; echo no > data/cache/file; echo no > /srv/data/late; ln -s /etc/passwd data/link");
        }
      }`;
    const [record] = await run(trials, candidate(source));
    const published = trials.artifacts.get(record?.key ?? "")?.get("");
    expect([...(published?.files ?? [])].map(([path, content]) => [path, Buffer.from(content).toString()])).toEqual([
      ["app/data/deep/file", "deep\n"],
      ["app/data/kept.txt", "kept\n"],
      ["elsewhere.txt", "kept\n"],
    ]);
    const exclude = ["*.tmp", "cache"];
    expect(published?.manifest).toEqual(
      [
        ["/logs/artifacts", "logs/artifacts", "directory", "empty", []],
        ["/app/data", "app/data", "directory", "ok", exclude],
        ["/app/absent.txt", "app/absent.txt", "file", "failed", []],
        ["/app/data/kept.txt", "elsewhere.txt", "file", "ok", []],
        ["/srv/data", "app/data", "directory", "skipped", []],
      ].map(([from, to, type, status, left]) => {
        return { source: from, destination: `artifacts/${to}`, type, status, service: null, exclude: left };
      }),
    );
  });

  it("is given variables of the host where the config names them, and its trace is not", async () => {
    await using folder = await temporaryFolder();
    const secret = "a-secret-of-the-host";
    await using trials = await open({
      ...{ folder: folder.path, wanted: (id: string) => id === "host-variables" },
      keys: { dataset: fixtures, task_env: ["HARBOR_FIXTURE_GREETING"] },
      variables: { HARBOR_FIXTURE_GREETING: secret, HARBOR_FIXTURE_NAME: "nobody-may-have-this" },
    });
    const source = `
      export class HarnessAgent {
        async run(instruction: string, environment: any) {
          await environment.exec("echo $GREETING me | tee answer; env");
        }
      }`;
    const [record] = await run(trials, candidate(source));
    expect(record).toMatchObject({ outcome: { status: "scored", reward: 1 } });
    const text = JSON.stringify([record, trials.traces.get(record?.key ?? "")]);
    expect(text).toContain("GREETING=[redacted]");
    expect(text).not.toContain(secret);
    expect(text).not.toContain("nobody-may-have-this");
  });
});

it("a box that never gets ready is tried three times, and is the task's own fault", async () => {
  await using folder = await temporaryFolder();
  const task = join(folder.path, "tasks/never-ready");
  await cp(join(fixtures, "healthcheck"), task, { recursive: true });
  const check = 'command = "echo not yet >&2; exit 4"\ninterval_sec = 0.1\nretries = 2\n';
  await writeFile(join(task, "task.toml"), `[agent]\ntimeout_sec = 60\n[environment.healthcheck]\n${check}`);
  await using trials = await open({ folder: folder.path });
  const [record] = await run(trials, { kind: "nop" });
  expect(record).toMatchObject({ attempts: 3, outcome: { status: "invalid" } });
  expect(record?.outcome).toMatchObject({
    reason: expect.stringContaining("its healthcheck failed 2 times, at last it exited 4: echo not yet"),
  });
});

it("a task without tests/test.sh is named, where Harbor leaves it out", async () => {
  await using folder = await temporaryFolder();
  const loading = open({ folder: folder.path, keys: { dataset: fixtures }, wanted: (id) => id === "without-tests" });
  await expect(loading).rejects.toMatchObject({
    code: "dataset-invalid",
    message: expect.stringContaining("without-tests/tests/test.sh is missing"),
  });
});
