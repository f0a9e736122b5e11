// Jobs that are recorded: real boxes of this machine for the task, the real runtime for the agent.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readCassettes, readRecordedAgent } from "../../../src/cassettes/cassette-folder.ts";
import { openRecorder, type RecorderOptions } from "../../../src/cassettes/open-recorder.ts";
import { runCandidate } from "../../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { Benchmark } from "../../../src/core/benchmark.ts";
import type { SandboxProvider } from "../../../src/core/sandbox.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import type { TrialPlan } from "../../../src/trials/trial-context.ts";
import { type FakeTask, fakeBenchmark, fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials } from "../../helpers/fake-trials.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { replayLocally, terminalAgent } from "../../helpers/recorded-trial.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const secret = "sk-secret-of-nobody";

/** Asks the task's box for a word, and leaves its reward there. */
const { code } = stripCandidate(
  terminalAgent(`await environment.exec("echo ${secret}"); await environment.exec("printf 1 > answer");`),
);
const short = stripCandidate(terminalAgent(`await environment.exec("printf 1 > answer");`)).code;

let home = "";

beforeAll(async () => {
  home = await boxHome();
});

/** The fake benchmark, with an agent that works over the channel. */
function channelBenchmark(): Benchmark {
  const plain = fakeBenchmark();
  return {
    ...plain,
    async open(task: FakeTask, context) {
      const box = await context.openBox(
        { image: { kind: "image", reference: "none" }, network: "none", profile: "task", limits: {} },
        "task",
      );
      return {
        notes: [],
        run: async ({ agent, candidate, model, onEvent, signal }) =>
          await runCandidate({
            ...{ main: agent, candidate, interface: "terminal", model: model.handler, onEvent, signal },
            start: { instruction: task.instruction, context: { model: model.name, reasoningEffort: null } },
            methods: {
              async exec(params, _body, options) {
                const { command } = params as { command: string };
                const { exitCode, stdout, stderr, timedOut } = await box.session.exec(command, options);
                return { result: { exitCode, stdout, stderr, timedOut } };
              },
            },
            timeoutMs: 30_000,
          }),
        async verify({ signal }) {
          const answer = Buffer.from(await box.session.readFile("/answer", { signal })).toString();
          return { reward: Number(answer), output: "", notes: [], timedOut: false };
        },
        [Symbol.asyncDispose]: async () => await box[Symbol.asyncDispose](),
      };
    },
  } as Benchmark<object, FakeTask> as unknown as Benchmark;
}

/** Agents' boxes are the real runtime. */
function withRuntime(provider: SandboxProvider): SandboxProvider {
  return {
    ...provider,
    async open(spec, options) {
      if (spec.labels.role !== "agent") return await provider.open(spec, options);
      const box = await provider.open({ ...spec, main: { command: ["cat"], attach: false } }, options);
      const main = await openLocalBox(home);
      const dispose = async () => {
        await main[Symbol.asyncDispose]();
        await box[Symbol.asyncDispose]();
      };
      return { id: box.id, session: box.session, imageNotes: [], main, [Symbol.asyncDispose]: dispose };
    },
  };
}

function plan(task: FakeTask, step: TrialPlan["step"], text: string): TrialPlan {
  return { task, step, decision: "", index: 0, agent: { kind: "candidate", code: text, digest: sha256(text) } };
}

async function recorded(plans: readonly TrialPlan[], options: Partial<RecorderOptions> = {}) {
  await using trials = await openFakeTrials({ wrap: withRuntime });
  const folder = await temporaryFolder();
  const said: string[] = [];
  const defaults = { folder: folder.path, test: false, splitBy: "baseline", secrets: [secret] } as const;
  const recorder = openRecorder({ ...defaults, say: (line) => void said.push(line), ...options });
  const context = { ...trials.context, benchmark: channelBenchmark(), recorder };
  const { records } = await runJob(plans, context, jobLog().options);
  const files = async () =>
    (await readdir(folder.path, { recursive: true })).filter((name) => name.includes(".")).sort();
  return { folder, records, said, files, [Symbol.asyncDispose]: async () => await folder[Symbol.asyncDispose]() };
}

const [alpha, beta] = [fakeTask("alpha"), fakeTask("Task Beta")];

describe("a recorded job", () => {
  test("leaves a cassette a trial, and the agent once; no secret is in any of them", async () => {
    await using job = await recorded([plan(alpha, "train", code), plan(beta, "suite", code)]);
    const stored = await readCassettes(job.folder.path);
    expect(stored.map(({ file, cassette: { reward, split, calls } }) => [file, reward, split, calls.length])).toEqual([
      [`train/alpha/train.1.${sha256(code).slice(0, 8)}.json`, 1, "train", 2],
      [expect.stringMatching(/^train\/task-beta~[0-9a-f]{16}\/suite\.1\.[0-9a-f]{8}\.json$/), 1, "train", 2],
    ]);
    expect(await job.files()).toContain(`agents/${sha256(code).slice(0, 16)}.js`);
    for (const name of await job.files()) {
      expect(await readFile(join(job.folder.path, name), "utf8")).not.toContain(secret);
    }
    const [first] = stored;
    if (first === undefined) throw new Error("nothing was recorded");
    const agent = await readRecordedAgent(job.folder.path, first.cassette.parts);
    // The key is out of the agent, its question and its answer alike.
    expect(agent).toContain('exec("echo [redacted]")');
    expect(await replayLocally(first.cassette, agent)).toMatchObject({ divergence: null, asked: 2 });
  });

  test("gives the same files when it runs again", async () => {
    await using one = await recorded([plan(alpha, "train", short)]);
    await using two = await recorded([plan(alpha, "train", short)]);
    const texts = async ({ files, folder }: typeof one) =>
      await Promise.all((await files()).map(async (name) => [name, await readFile(join(folder.path, name), "utf8")]));
    expect(await texts(one)).toEqual(await texts(two));
  });

  test("leaves out trials whose agent runs several times, and says so once", async () => {
    const steps = { ...alpha, agentRuns: 2 };
    await using job = await recorded([plan(steps, "train", short), plan({ ...beta, agentRuns: 3 }, "train", short)]);
    expect(job.records.map((record) => record?.outcome.status)).toEqual(["scored", "scored"]);
    expect(await job.files()).toEqual([]);
    expect(job.said).toEqual(["trials of tasks with several steps are not recorded: a cassette holds one channel"]);
  });

  const own = { ...alpha, split: "train" as const };
  const ownTest = { ...alpha, split: "test" as const };
  const byBenchmark = { splitBy: "benchmark" } as const;
  test.each<[string, TrialPlan, Partial<RecorderOptions>, string[]]>([
    ["a test trial is not kept", plan(alpha, "fresh", short), {}, []],
    ["a test trial that was asked for is kept apart", plan(alpha, "fresh", short), { test: true }, ["TEST"]],
    ["a baseline, of which the split is still to be made, is not kept", plan(alpha, "baseline", short), {}, []],
    [
      "a train task of the benchmark's own split is one in a baseline",
      plan(own, "baseline", short),
      byBenchmark,
      ["train"],
    ],
    ["a test task of the benchmark's own split is one in every step", plan(ownTest, "train", short), byBenchmark, []],
    ["a split of the benchmark's that does not count says nothing", plan(own, "baseline", short), {}, []],
  ])("%s", async (_title, trial, options, folders) => {
    await using job = await recorded([trial], options);
    expect(job.records.map((record) => record?.outcome)).toEqual([{ status: "scored", reward: 1 }]);
    const cassettes = (await job.files()).filter((name) => name.endsWith(".json"));
    expect(cassettes.map((name) => name.split("/")[0])).toEqual(folders);
  });

  test("has no cassette of oracle and nop", () => {
    const recorder = openRecorder({
      ...{ folder: "nowhere", test: true, splitBy: "baseline", secrets: [], say: () => undefined },
    });
    expect(recorder.begin({ ...plan(alpha, "check", short), agent: { kind: "oracle" } })).toBeNull();
    expect(recorder.begin({ ...plan(alpha, "check", short), agent: { kind: "nop" } })).toBeNull();
  });

  test("goes on where a cassette can't be written, and says so", async () => {
    await using blocked = await temporaryFolder();
    await writeFile(join(blocked.path, "file"), "");
    await using job = await recorded([plan(alpha, "train", short)], { folder: join(blocked.path, "file") });
    expect(job.records.map((record) => record?.outcome)).toEqual([{ status: "scored", reward: 1 }]);
    expect(job.said).toEqual([expect.stringMatching(/^the trial's cassette could not be written: /)]);
  });
});
