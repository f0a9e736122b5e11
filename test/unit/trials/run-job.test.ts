// Jobs over real boxes of this machine, a real gateway, a real journal and a scripted model: a call costs one dollar.

import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import type { SandboxProvider } from "../../../src/core/sandbox.ts";
import type { Outcome, TrialRecord } from "../../../src/core/trial.ts";
import type { JobEvent, JobOptions, JobResult } from "../../../src/trials/job.ts";
import { runFedJob, runJob } from "../../../src/trials/run-job.ts";
import type { TrialPlan } from "../../../src/trials/trial-context.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import {
  type FakeTrials,
  type FakeTrialsOptions,
  jobLog,
  openFakeTrials,
  plansOf,
  trialRecord,
} from "../../helpers/fake-trials.ts";
import { completion, failure, scriptedUpstream } from "../../helpers/scripted-upstream.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const [alpha, beta, gamma] = [fakeTask("alpha"), fakeTask("beta"), fakeTask("gamma")];
const three = [alpha, beta, gamma];

interface Ran extends JobResult {
  events: JobEvent[];
  lines: string[];
}

async function run(
  { context }: FakeTrials,
  plans: readonly TrialPlan[],
  options: Partial<JobOptions> = {},
): Promise<Ran> {
  const log = jobLog(options);
  return { ...(await runJob(plans, context, log.options)), events: log.events, lines: log.lines };
}

async function runFresh(options: FakeTrialsOptions, plans: readonly TrialPlan[]): Promise<Ran & { live: number }> {
  await using trials = await openFakeTrials(options);
  const ran = await run(trials, plans);
  return { ...ran, live: trials.provider.live.size };
}

function outcomes(records: ReadonlyArray<TrialRecord | undefined>): Array<Outcome | undefined> {
  return records.map((record) => record?.outcome);
}

function scored(...rewards: number[]): Outcome[] {
  return rewards.map((reward) => ({ status: "scored", reward }));
}

function started(events: readonly JobEvent[]): string[] {
  return events.flatMap((event) => (event.type === "trial-start" ? [event.task] : []));
}

function lost(code = "engine-gone"): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message: "the engine went away" });
}

/** Polls; the bound is only there so that a broken test ends. */
async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 20_000) throw new Error("waited in vain");
    await sleep(5);
  }
}

describe("a job", () => {
  test("gives a record for each plan, in the plans' order, and leaves no box open", async () => {
    const plans = plansOf(three, { deeds: { beta: 0.25, gamma: "crash" } });
    const { records, stopped, events, live } = await runFresh({}, plans);
    expect(outcomes(records)).toEqual(scored(1, 0.25, 0));
    expect(stopped).toBeNull();
    expect(live).toBe(0);
    expect(records[2]).toMatchObject({
      agentEnd: { how: "crashed", code: "candidate-threw" },
      attempts: 1,
      usage: { calls: 1, inputTokens: 100, outputTokens: 10, costUsd: 1 },
      parts: { task: "gamma", step: "train", environment: "fake/gamma", model: "test-model" },
      verifierOutput: "checked gamma: 0",
    });
    expect(events.map(({ type }) => type)).toEqual([
      "job-start",
      ...["trial-start", "trial-end", "trial-start", "trial-end", "trial-start", "trial-end"],
    ]);
    expect(events.at(-1)).toMatchObject({ type: "trial-end", cached: false, done: 3, total: 3 });
  });

  test("of nothing ends at once", async () => {
    const { records, events } = await runFresh({}, []);
    expect([records, events]).toEqual([[], [{ type: "job-start", job: "tests", trials: 0 }]]);
  });

  test("has the agent's box gone before the verifier enters the task's", async () => {
    let seen: Array<string | undefined> = [];
    await using trials = await openFakeTrials({
      onVerify: () => {
        seen = [...trials.provider.live].map(({ main }) => (main === undefined ? "task" : "agent"));
      },
    });
    await run(trials, plansOf([alpha]));
    expect(trials.provider.opened.map(({ labels }) => labels.role).sort()).toEqual(["agent", "task"]);
    expect(seen).toEqual(["task"]);
  });

  test("opens no agent's box for oracle and nop", async () => {
    await using trials = await openFakeTrials();
    const plans = (["oracle", "nop"] as const).map(
      (kind): TrialPlan => ({ task: alpha, agent: { kind }, step: "check", decision: "", index: 0 }),
    );
    const { records } = await run(trials, plans);
    expect(outcomes(records)).toEqual(scored(1, 0));
    expect(records.map((record) => [record?.parts.agent, record?.usage.calls])).toEqual([
      ["oracle", 0],
      ["nop", 0],
    ]);
    expect(trials.provider.opened.map(({ labels }) => labels.role)).toEqual(["task", "task"]);
  });

  test("tells a box's labels nothing of the task", async () => {
    await using trials = await openFakeTrials();
    await run(trials, plansOf([alpha]));
    for (const { labels } of trials.provider.opened) {
      expect(labels).toEqual({ owner: "tests", job: "tests", trial: expect.any(String), role: expect.any(String) });
      expect(labels.trial).toMatch(/^[0-9a-f]{12}$/);
    }
  });
});

/** A feed of fixed blocks: the next one is asked for once the one before has ended; it runs ahead where it may. */
function blocksOf(blocks: ReadonlyArray<readonly TrialPlan[]>, { ends = blocks.length } = {}) {
  const settled = new Map<TrialPlan, TrialRecord>();
  return {
    settled: (plan: TrialPlan, record: TrialRecord) => void settled.set(plan, record),
    ask() {
      const at = blocks.findIndex((block) => block.some((plan) => !settled.has(plan)));
      if (at === -1 || at >= ends) return null;
      return { needed: blocks[at] ?? [], ahead: blocks[at + 1] ?? [] };
    },
    tasks: () => [...settled.keys()].map(({ task }) => task.id),
  };
}

describe("a job that is fed", () => {
  test("asks after every trial, and runs what is needed before what only fills idle workers", async () => {
    await using trials = await openFakeTrials();
    const [first, second] = [plansOf([alpha, beta]), plansOf([gamma, fakeTask("delta")])];
    const feed = blocksOf([first, second]);
    const log = jobLog({ concurrency: 1 });
    expect(await runFedJob(feed, trials.context, log.options)).toEqual({ stopped: null });
    expect(feed.tasks()).toEqual(["alpha", "beta", "gamma", "delta"]);
    expect(trials.provider.live.size).toBe(0);
  });

  test("lets idle workers run ahead, and breaks off, unrecorded, what nobody needs at its end", async () => {
    const late = Promise.withResolvers<void>();
    await using trials = await openFakeTrials({
      async onRun(task, signal) {
        if (task.id === "alpha") await late.promise;
        if (task.id !== "gamma") return;
        // Under way while alpha still is: only then alpha may end, and gamma never does by itself.
        late.resolve();
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      },
    });
    const feed = blocksOf([plansOf([alpha]), plansOf([beta, gamma])], { ends: 1 });
    const log = jobLog({ concurrency: 3 });
    expect(await runFedJob(feed, trials.context, log.options)).toEqual({ stopped: null });
    expect(feed.tasks()).toContain("alpha");
    expect(feed.tasks()).not.toContain("gamma");
    expect(trials.journal.trials({ task: "gamma" })).toEqual([]);
    expect(trials.provider.live.size).toBe(0);
  });

  test("that neither ends nor asks for more is a bug, not a job that hangs", async () => {
    await using trials = await openFakeTrials();
    const feed = { ask: () => ({ needed: [], ahead: [] }), settled: () => undefined };
    await expect(runFedJob(feed, trials.context, jobLog({}).options)).rejects.toThrow("neither ends nor asks");
  });

  test("stops when the budget is spent, with what is needed left undone", async () => {
    await using trials = await openFakeTrials({ budgetUsd: 1 });
    const feed = blocksOf([plansOf([alpha, beta])]);
    const { stopped } = await runFedJob(feed, trials.context, jobLog({ concurrency: 1 }).options);
    expect(stopped).toContain("budget");
    expect(feed.tasks()).toEqual(["alpha"]);
  });
});

describe("order and concurrency", () => {
  test("the longest expected trials go first; what nothing is known of before all", async () => {
    await using trials = await openFakeTrials();
    const tasks = [alpha, beta, gamma, fakeTask("delta")];
    for (const [task, totalMs] of Object.entries({ alpha: 1000, beta: 9000, delta: 5000 })) {
      trials.journal.finishTrial(trialRecord({ task, step: "baseline", totalMs }));
    }
    const { events, records } = await run(trials, plansOf(tasks));
    expect(started(events)).toEqual(["gamma", "beta", "delta", "alpha"]);
    expect(records.map((record) => record?.parts.task)).toEqual(["alpha", "beta", "gamma", "delta"]);
  });

  test.each([1, 3])("%i trials are under way at the same time, never more", async (concurrency) => {
    let inside = 0;
    let most = 0;
    let met = Promise.withResolvers<void>();
    const onRun = async () => {
      inside += 1;
      most = Math.max(most, inside);
      const meeting = met;
      if (inside === concurrency) {
        met = Promise.withResolvers<void>();
        meeting.resolve();
      }
      await meeting.promise;
      await sleep(5);
      inside -= 1;
    };
    await using trials = await openFakeTrials({ onRun });
    const tasks = Array.from({ length: concurrency * 2 }, (_, index) => fakeTask(`task-${index}`));
    const { records } = await run(trials, plansOf(tasks), { concurrency });
    expect([most, records.length]).toEqual([concurrency, concurrency * 2]);
    expect(trials.provider.live.size).toBe(0);
  });

  test("the next trial's boxes are opened while this one works, once", async () => {
    const opened = new Map<string, number>();
    await using trials = await openFakeTrials({
      onRun: async ({ id }) => {
        if (id === "alpha") await until(() => trials.provider.opened.length >= 4);
        opened.set(id, trials.provider.opened.length);
      },
    });
    const { records } = await run(trials, plansOf([alpha, beta]));
    expect(outcomes(records)).toEqual(scored(1, 1));
    expect(opened).toEqual(
      new Map([
        ["alpha", 4],
        ["beta", 4],
      ]),
    );
  });

  test("no boxes are opened ahead for a trial that the journal knows", async () => {
    await using trials = await openFakeTrials();
    const plans = plansOf([alpha, beta]);
    await run(trials, plans.slice(1));
    const before = trials.provider.opened.length;
    const { events } = await run(trials, plans);
    expect(started(events)).toEqual(["alpha"]);
    expect(trials.provider.opened.length - before).toBe(2);
  });
});

describe("the journal", () => {
  test("a settled trial is not run again, nor paid again", async () => {
    await using trials = await openFakeTrials();
    const plans = plansOf([alpha, fakeTask("mute", { silent: true })]);
    const first = await run(trials, plans);
    const [boxes, spent] = [trials.provider.opened.length, trials.gateway.total().costUsd];
    const second = await run(trials, plans);
    expect(second.records).toEqual(first.records);
    expect(second.records.map((record) => record?.outcome.status)).toEqual(["scored", "invalid"]);
    expect(second.events.filter(({ type }) => type === "trial-end")).toEqual([
      expect.objectContaining({ cached: true, done: 1 }),
      expect.objectContaining({ cached: true, done: 2 }),
    ]);
    expect(started(second.events)).toEqual([]);
    expect([trials.provider.opened.length, trials.gateway.total().costUsd]).toEqual([boxes, spent]);
  });

  test.each([
    ["another step", plansOf([alpha], { step: "suite" })],
    ["another decision", plansOf([alpha], { decision: "it-9" })],
    ["another repetition", plansOf([alpha], { index: 1 })],
    ["another agent", plansOf([alpha], { deeds: { alpha: 0.5 } })],
    ["another content of the task", plansOf([fakeTask("alpha", { content: "changed" })])],
  ])("%s is another trial", async (_words, plans) => {
    await using trials = await openFakeTrials();
    await run(trials, plansOf([alpha]));
    expect(started((await run(trials, plans)).events)).toEqual(["alpha"]);
  });

  test("another image of the environment is another trial", async () => {
    let reference = "first";
    const wrap = (provider: SandboxProvider): SandboxProvider => ({
      ...provider,
      prepareImage: async () => ({ reference, built: false, notes: [] }),
    });
    await using trials = await openFakeTrials({ wrap });
    await run(trials, plansOf([alpha]));
    reference = "second";
    const { records, events } = await run(trials, plansOf([alpha]));
    expect([started(events), records[0]?.parts.environment]).toEqual([["alpha"], "second"]);
  });

  test("a trial that an abort cut off stands as begun and is run the next time", async () => {
    const stop = new AbortController();
    await using trials = await openFakeTrials({ onRun: () => stop.abort(new Error("interrupted")) });
    await expect(run(trials, plansOf([alpha]), { signal: stop.signal })).rejects.toThrow("interrupted");
    expect(trials.journal.unfinished().length).toBe(1);
    expect(trials.journal.trials()).toEqual([]);
    const again = await runJob(plansOf([alpha]), trials.context, jobLog().options).catch(String);
    // The hook aborts a controller that is aborted already: the trial ends as any other.
    expect(again).toMatchObject({ records: [{ outcome: { status: "scored", reward: 1 } }] });
    expect(trials.journal.unfinished()).toEqual([]);
  });
});

describe("traces", () => {
  test.each([
    ["baseline", true],
    ["train", true],
    ["suite", false],
    ["test", false],
    ["recheck", false],
    ["check", false],
  ] as const)("of a candidate in step %s are kept: %s", async (step, kept) => {
    await using trials = await openFakeTrials();
    const { records } = await run(trials, plansOf([alpha], { step }));
    expect(trials.traces.map(({ key, trace }) => ({ key, messages: trace.messages }))).toEqual(
      kept
        ? [
            {
              key: records[0]?.key,
              messages: [
                { role: "user", content: "do alpha" },
                { role: "assistant", content: "done" },
              ],
            },
          ]
        : [],
    );
  });

  test("of oracle and nop are never kept", async () => {
    await using trials = await openFakeTrials();
    await run(trials, [{ task: alpha, agent: { kind: "oracle" }, step: "train", decision: "", index: 0 }]);
    expect(trials.traces).toEqual([]);
  });
});

describe("a fault of the infrastructure", () => {
  /** Refuses to open anything `times` times. */
  function failing(times: number, role: "task" | "agent" = "task", code?: string) {
    let left = times;
    return (provider: SandboxProvider): SandboxProvider => ({
      ...provider,
      async open(spec, options) {
        if (spec.labels.role === role && left > 0) {
          left -= 1;
          throw lost(code);
        }
        return await provider.open(spec, options);
      },
    });
  }

  test("that is a lost box has more executions, of which none is left when all were lost", async () => {
    const five = await runFresh({ wrap: failing(5, "task", "sandbox-gone") }, plansOf([alpha]));
    expect(five.records[0]).toMatchObject({ outcome: { status: "scored", reward: 1 }, attempts: 6 });
    const all = await runFresh({ wrap: failing(99, "task", "sandbox-gone") }, plansOf([alpha]));
    expect(all.records[0]).toMatchObject({ outcome: { status: "void" }, attempts: 6 });
  });

  test("that passes is retried, and the trial is scored", async () => {
    const { records, events, live } = await runFresh({ wrap: failing(2) }, plansOf([alpha]));
    expect(records[0]).toMatchObject({ outcome: { status: "scored", reward: 1 }, attempts: 3 });
    expect(events.filter(({ type }) => type === "trial-retry")).toEqual([
      { type: "trial-retry", task: "alpha", step: "train", attempt: 1, reason: "engine-gone: the engine went away" },
      { type: "trial-retry", task: "alpha", step: "train", attempt: 2, reason: "engine-gone: the engine went away" },
    ]);
    expect(live).toBe(0);
  });

  test.each(["task", "agent"] as const)(
    "that stays makes the trial void after two retries (%s's box)",
    async (role) => {
      const { records, live } = await runFresh({ wrap: failing(99, role) }, plansOf([alpha]));
      expect(records[0]).toMatchObject({
        outcome: { status: "void", reason: "engine-gone: the engine went away" },
        agentEnd: { how: "none", code: "not-run" },
        attempts: 3,
      });
      expect(live).toBe(0);
    },
  );

  test("of the model's makes the trial void, whatever the agent left, and every attempt is counted", async () => {
    const upstream = scriptedUpstream(failure(500));
    const { records } = await runFresh({ upstream }, plansOf([alpha]));
    expect(records[0]).toMatchObject({ outcome: { status: "void" }, attempts: 3, usage: { calls: 3, retries: 3 } });
  });

  test("is not taken from the journal: the trial is run again", async () => {
    await using trials = await openFakeTrials({ wrap: failing(3) });
    const first = await run(trials, plansOf([alpha]));
    expect(first.records[0]?.outcome.status).toBe("void");
    const second = await run(trials, plansOf([alpha]));
    expect(second.records[0]).toMatchObject({ key: first.records[0]?.key, outcome: { status: "scored", reward: 1 } });
    expect(trials.journal.trials()).toEqual(second.records);
  });

  test("in preparing an image is reported by opening it", async () => {
    const wrap = (provider: SandboxProvider): SandboxProvider => ({
      ...provider,
      prepareImage: async () => {
        throw lost("build-failed");
      },
      open: async () => {
        throw lost("build-failed");
      },
    });
    const { records } = await runFresh({ wrap }, plansOf([alpha]));
    expect(records[0]).toMatchObject({
      outcome: { status: "void", reason: "build-failed: the engine went away" },
      parts: { environment: alpha.digest },
    });
  });

  test("in removing a box is told and costs nothing else", async () => {
    const wrap = (provider: SandboxProvider): SandboxProvider => ({
      ...provider,
      async open(spec, options) {
        const box = await provider.open(spec, options);
        const close = box[Symbol.asyncDispose].bind(box);
        if (spec.labels.role === "agent") return box;
        return Object.assign(box, {
          async [Symbol.asyncDispose]() {
            await close();
            throw lost();
          },
        });
      },
    });
    const { records, lines } = await runFresh({ wrap }, plansOf([alpha]));
    expect(outcomes(records)).toEqual(scored(1));
    expect(lines).toEqual(["removal failed: the engine went away"]);
  });
});

describe("boxes that break under an agent", () => {
  test("every time, while nop fares well, are that agent's doing: 0", async () => {
    await using trials = await openFakeTrials();
    const { records } = await run(trials, plansOf([alpha], { deeds: { alpha: "lost" } }));
    expect(records[0]).toMatchObject({ outcome: { status: "scored", reward: 0 }, attempts: 6 });
    expect(trials.journal.trials({ step: "check" })).toMatchObject([{ parts: { agent: "nop", task: "alpha" } }]);
  });

  test("are void where they broke before the agent had a part in it, though nop fares well", async () => {
    const early = new HarnessError({
      ...{ fault: "infrastructure", code: "user-failed", message: "it is refused" },
      context: { beforeAgent: true },
    });
    const { records } = await runFresh({ onRun: () => Promise.reject(early) }, plansOf([alpha]));
    expect(records[0]).toMatchObject({
      outcome: { status: "void", reason: "user-failed: it is refused" },
      attempts: 3,
    });
  });

  test("and under nop too are void", async () => {
    const { records } = await runFresh({ onVerify: () => Promise.reject(lost()) }, plansOf([alpha]));
    expect(records[0]).toMatchObject({ outcome: { status: "void" }, attempts: 3 });
  });
});

describe("a verifier that gives no reward", () => {
  const mute = fakeTask("mute", { silent: true });

  test("for nop either makes the trial invalid", async () => {
    await using trials = await openFakeTrials();
    const { records } = await run(trials, plansOf([mute]));
    expect(outcomes(records)).toEqual([{ status: "invalid", reason: "the verifier gave no reward, nor for nop" }]);
    expect(trials.journal.trials({ step: "check" })).toMatchObject([
      { parts: { agent: "nop" }, outcome: { status: "invalid" } },
    ]);
  });

  test("though it works for nop is the agent's doing: 0, and nop is not run twice", async () => {
    await using trials = await openFakeTrials();
    const plans = [0, 1].flatMap((index) => plansOf([alpha], { deeds: { alpha: "silent" }, index }));
    const { records, events } = await run(trials, plans);
    expect(outcomes(records)).toEqual(scored(0, 0));
    expect(records[0]?.notes).toEqual(["verifier: wrote no reward"]);
    expect(trials.journal.trials({ step: "check" }).length).toBe(1);
    expect(events.filter(({ type }) => type === "trial-start").length).toBe(2);
  });

  test("is judged by what oracle or nop have shown of the same content before", async () => {
    await using trials = await openFakeTrials();
    await run(trials, [{ task: alpha, agent: { kind: "oracle" }, step: "check", decision: "", index: 0 }]);
    const { records } = await run(trials, plansOf([alpha], { deeds: { alpha: "silent" } }));
    expect(outcomes(records)).toEqual(scored(0));
    expect(trials.journal.trials({ step: "check" }).map(({ parts }) => parts.agent)).toEqual(["oracle"]);
  });

  test("is not judged by what was shown of another content", async () => {
    await using trials = await openFakeTrials();
    await run(trials, [{ task: alpha, agent: { kind: "oracle" }, step: "check", decision: "", index: 0 }]);
    const changed = fakeTask("alpha", { silent: true, content: "changed" });
    const { records } = await run(trials, plansOf([changed]));
    expect(records[0]?.outcome.status).toBe("invalid");
  });
});

describe("a limit", () => {
  test("ends the agent's phase, and the state that is left is verified", async () => {
    const { records } = await runFresh({ maxModelCalls: 0 }, plansOf([alpha], { deeds: { alpha: 0.5 } }));
    expect(records[0]).toMatchObject({
      outcome: { status: "scored", reward: 0.5 },
      agentEnd: { how: "limit", code: "max-model-calls" },
      usage: { calls: 0 },
    });
  });
});

describe("an abort", () => {
  test("rejects with its reason, and closes every box, those opened ahead too", async () => {
    const stop = new AbortController();
    await using trials = await openFakeTrials({
      onRun: async (_task, signal) => {
        await until(() => trials.provider.live.size >= 6 || signal.aborted);
        stop.abort(new Error("interrupted"));
        signal.throwIfAborted();
      },
    });
    const tasks = ["a", "b", "c", "d", "e"].map((id) => fakeTask(id));
    const job = run(trials, plansOf(tasks), { signal: stop.signal, concurrency: 2 });
    await expect(job).rejects.toThrow("interrupted");
    expect(trials.provider.live.size).toBe(0);
    expect(trials.journal.trials()).toEqual([]);
  });

  test("before the job begins starts nothing", async () => {
    await using trials = await openFakeTrials();
    const signal = AbortSignal.abort(new Error("interrupted"));
    await expect(run(trials, plansOf(three), { signal })).rejects.toThrow("interrupted");
    expect(trials.provider.opened).toEqual([]);
  });
});

describe("a config fault", () => {
  test("of the gateway, such as a refused key, ends the job for all trials", async () => {
    await using trials = await openFakeTrials({ upstream: scriptedUpstream(failure(401)) });
    const job = run(trials, plansOf(three), { concurrency: 2 });
    await expect(job).rejects.toMatchObject({ fault: "config" });
    expect(trials.provider.live.size).toBe(0);
    expect(trials.journal.trials()).toEqual([]);
  });

  test("of a box ends the job, keeps what is settled, and closes what is open", async () => {
    const fault = new HarnessError({ fault: "config", code: "some-setting", message: "change it" });
    const wrap = (provider: SandboxProvider): SandboxProvider => ({
      ...provider,
      async open(spec, options) {
        if (spec.image.kind === "build" && spec.image.name === "beta") throw fault;
        return await provider.open(spec, options);
      },
    });
    await using trials = await openFakeTrials({ wrap });
    await expect(run(trials, plansOf(three))).rejects.toBe(fault);
    expect(trials.provider.live.size).toBe(0);
    expect(trials.journal.trials().map(({ parts }) => parts.task)).toEqual(["alpha"]);
  });

  test("a bug is thrown as it is", async () => {
    const bug = new TypeError("undefined is not a function");
    const job = runFresh({ onRun: () => Promise.reject(bug) }, plansOf([alpha]));
    await expect(job).rejects.toBe(bug);
  });
});

describe("a spent budget", () => {
  const five = ["a", "b", "c", "d", "e"].map((id) => fakeTask(id));

  test("stops launching, keeps what there is, says why once, and closes boxes opened ahead", async () => {
    await using trials = await openFakeTrials({ budgetUsd: 2 });
    const { records, stopped, events } = await run(trials, plansOf(five));
    expect(outcomes(records)).toEqual([...scored(1, 1), undefined, undefined, undefined]);
    expect(stopped).toContain("the budget of 2 US dollars is spent");
    expect(events.filter(({ type }) => type === "job-stop")).toEqual([{ type: "job-stop", reason: stopped }]);
    expect(trials.provider.live.size).toBe(0);
  });

  test("with several at once says why once", async () => {
    await using trials = await openFakeTrials({ budgetUsd: 1 });
    const { records, events } = await run(trials, plansOf(five), { concurrency: 2 });
    expect(records.filter((record) => record !== undefined).length).toBeLessThan(five.length);
    expect(events.filter(({ type }) => type === "job-stop").length).toBe(1);
    expect(trials.provider.live.size).toBe(0);
  });

  test("begins no trial that it can't pay to its end beside those in flight, and spends what is left one by one", async () => {
    // Three dollars a trial, which the first job teaches.
    const upstream = scriptedUpstream(completion("done", { input: 300, output: 0 }));
    await using trials = await openFakeTrials({ budgetUsd: 7, upstream });
    await run(trials, plansOf(five.slice(0, 1)));
    const { records, stopped } = await run(trials, plansOf(five.slice(1)), { concurrency: 4 });
    expect(outcomes(records)).toEqual([...scored(1), undefined, undefined, undefined]);
    expect(stopped).toBe("what is left of the budget ($1.0000) doesn't pay for another trial (about $3.0000)");
    expect(trials.gateway.total().costUsd).toBe(6);
    expect(trials.gateway.exhausted()).toBe(stopped);
  });

  test("at the very end stops nothing", async () => {
    const { records, stopped } = await runFresh({ budgetUsd: 5 }, plansOf(five));
    expect([records.length, stopped]).toEqual([5, null]);
  });

  test("is not retried against", async () => {
    const upstream = scriptedUpstream(completion("done"));
    await using trials = await openFakeTrials({ budgetUsd: 1, upstream });
    const twice: TrialPlan[] = plansOf([alpha]);
    await run(trials, twice);
    const { records, stopped } = await run(trials, plansOf([beta]));
    expect([records, stopped === null]).toEqual([[undefined], false]);
    expect(upstream.asked.length).toBe(1);
  });
});
