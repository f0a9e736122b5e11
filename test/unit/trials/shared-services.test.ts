// Services that trials share, and users with models of their own: jobs over real boxes, a gateway and a journal.

import { describe, expect, test, vi } from "vitest";
import type { SharedService } from "../../../src/core/benchmark.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import { SharedServices } from "../../../src/trials/shared-services.ts";
import { type FakeBenchmarkHooks, fakeTask } from "../../helpers/fake-benchmark.ts";
import { type FakeTrials, jobLog, openFakeTrials, plansOf, testUserModel } from "../../helpers/fake-trials.ts";
import { chatRequest, completion, failure, scriptedUpstream, textOfBody } from "../../helpers/scripted-upstream.ts";

vi.setConfig({ testTimeout: 60_000 });

const tasks = ["alpha", "beta", "gamma"].map((id) => fakeTask(id));

class CountedService implements SharedService {
  lost: string | null = null;
  closed = 0;
  async [Symbol.asyncDispose](): Promise<void> {
    this.closed += 1;
  }
}

/** Services of a job as it opens them. */
function counted(): { opened: CountedService[]; service: NonNullable<FakeBenchmarkHooks["service"]> } {
  const opened: CountedService[] = [];
  return {
    opened,
    async service() {
      const one = new CountedService();
      opened.push(one);
      return one;
    },
  };
}

async function run({ context }: FakeTrials, options: Parameters<typeof plansOf>[1] = {}, concurrency = 3) {
  const log = jobLog({ concurrency });
  const { records } = await runJob(plansOf(tasks, options), context, log.options);
  return { records, events: log.events };
}

describe("a shared service", () => {
  test("is opened once for a job and closed with it", async () => {
    const { opened, service } = counted();
    await using trials = await openFakeTrials({ service });
    const { records } = await run(trials);
    expect(records.map((record) => record?.outcome)).toEqual(tasks.map(() => ({ status: "scored", reward: 1 })));
    expect(opened.map(({ closed }) => closed)).toEqual([1]);
    await run(trials, { index: 1 });
    expect(opened.map(({ closed }) => closed)).toEqual([1, 1]);
  });

  test("that is lost is replaced, and the trials in it are run again", async () => {
    const { opened, service } = counted();
    let left = 1;
    await using trials = await openFakeTrials({
      service,
      onRun: () => {
        const [first] = opened;
        if (left-- > 0 && first !== undefined) first.lost = "it went away";
      },
    });
    const { records } = await run(trials, {}, 1);
    // The second one's boxes were opened ahead, in the service that went away.
    expect(records.map((record) => [record?.outcome.status, record?.attempts])).toEqual([
      ["scored", 2],
      ["scored", 2],
      ["scored", 1],
    ]);
    expect(opened.map(({ closed }) => closed)).toEqual([1, 1]);
  });

  test("that one agent loses again and again is its doing in the end: the last time it has one of its own", async () => {
    const { opened, service } = counted();
    await using trials = await openFakeTrials({
      service,
      onRun: ({ id }) => {
        const last = opened.findLast(({ closed }) => closed === 0);
        if (id === "alpha" && last !== undefined) last.lost = "alpha broke it";
      },
    });
    trials.context.benchmark = { ...trials.context.benchmark, ownBox: false };
    const { records } = await run(trials, {}, 1);
    expect(records.map((record) => [record?.parts.task, record?.outcome, record?.attempts])).toEqual([
      ["alpha", { status: "scored", reward: 0 }, 3],
      ["beta", { status: "scored", reward: 1 }, 2],
      ["gamma", { status: "scored", reward: 1 }, 1],
    ]);
    expect(opened.every(({ closed }) => closed === 1)).toBe(true);
  });

  test("that can't be opened makes trials void, and is tried anew", async () => {
    let attempts = 0;
    await using trials = await openFakeTrials({
      async service() {
        attempts += 1;
        throw new HarnessError({ fault: "infrastructure", code: "no-service", message: "it does not start" });
      },
    });
    const { records } = await run(trials, {}, 1);
    expect(records.map((record) => record?.outcome.status)).toEqual(["void", "void", "void"]);
    expect(attempts).toBeGreaterThanOrEqual(9);
  });

  test("asked for by many at once is opened once; after a failure the next one opens", async () => {
    const troubles: unknown[] = [];
    await using services = new SharedServices((error) => troubles.push(error));
    const { opened, service } = counted();
    const context = { openBox: async () => await Promise.reject(new Error("none")), signal: AbortSignal.timeout(9999) };
    const got = await Promise.all(
      [1, 2, 3].map(async () => await services.get("a", async () => await service(context))),
    );
    expect([new Set(got).size, opened.length]).toEqual([1, 1]);
    await expect(services.get("b", async () => await Promise.reject(new Error("no")))).rejects.toThrow("no");
    await services.get("b", async () => await service(context));
    expect(opened.length).toBe(2);
    expect(troubles).toEqual([]);
  });
});

describe("a simulated user", () => {
  const ask: NonNullable<FakeBenchmarkHooks["onUser"]> = async ({ name, handler }, signal) => {
    const response = await handler(chatRequest({ model: name }), { signal });
    const text = await textOfBody(response);
    if (response.status !== 200)
      throw new HarnessError({ fault: "infrastructure", code: "user-failed", message: text });
  };

  test("has a model of its own, counted apart and part of the trial's key", async () => {
    const upstream = scriptedUpstream(completion("fine"));
    await using trials = await openFakeTrials({ simulatesUser: true, onUser: ask, upstream });
    const { records } = await run(trials, {}, 1);
    expect(records[0]).toMatchObject({
      usage: { calls: 1, costUsd: 1 },
      userUsage: { calls: 1, costUsd: 1 },
      parts: { user: { model: testUserModel, upstream: "scripted user" } },
    });
    expect(upstream.asked.map((body) => body["model"])).toEqual(tasks.flatMap(() => ["test-model", testUserModel]));
  });

  test("that asks for another model is refused", async () => {
    await using trials = await openFakeTrials({
      simulatesUser: true,
      onUser: async ({ handler }, signal) => {
        expect((await handler(chatRequest({ model: "test-model" }), { signal })).status).toBe(403);
      },
    });
    const { records } = await run(trials, {}, 1);
    expect(records[0]?.notes).toEqual([expect.stringMatching(/^user: refused: model "test-model"/)]);
  });

  test("whose provider fails makes the trial void, whatever the benchmark made of it", async () => {
    const answers = [completion("fine"), failure(500), failure(500)];
    await using trials = await openFakeTrials({
      simulatesUser: true,
      onUser: async (user, signal) => await ask(user, signal).catch(() => undefined),
      upstream: scriptedUpstream(...answers, ...answers, ...answers),
    });
    const { records } = await run(trials, {}, 1);
    expect(records[0]).toMatchObject({ outcome: { status: "void" }, attempts: 3 });
  });

  test("on whom the trial's limit in money is spent ends the trial with what was earned: nothing", async () => {
    await using trials = await openFakeTrials({
      simulatesUser: true,
      onUser: async (user, signal) => {
        for (let calls = 0; calls < 5; calls++) await ask(user, signal);
      },
    });
    trials.context.limits.maxCostUsd = 2;
    const { records } = await run(trials, {}, 1);
    expect(records[0]).toMatchObject({
      ...{ outcome: { status: "scored", reward: 0 }, attempts: 1, userUsage: { calls: 2 } },
      agentEnd: { how: "limit", code: "user-max-cost" },
    });
  });
});
