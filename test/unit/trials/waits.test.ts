// What trials do with the time in which a model's provider is waited for, and with what is paid when it serves nobody.

import { expect, test, vi } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import type { Upstream } from "../../../src/core/model.ts";
import { unionTimer } from "../../../src/lib/union-timer.ts";
import { openLeases } from "../../../src/trials/open-leases.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials, plansOf, testModel, trialRecord } from "../../helpers/fake-trials.ts";
import { gatewayScene } from "../../helpers/gateway-scene.ts";
import { chatRequest, completion, failure, scriptedUpstream, textOfBody } from "../../helpers/scripted-upstream.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const [alpha, beta] = [fakeTask("alpha"), fakeTask("beta")];

test("a record has the time that calls waited, and a lease tells who limits time by when they begin and end", async () => {
  await using trials = await openFakeTrials({
    upstream: scriptedUpstream(failure(429, { "retry-after": "7" }), completion("done")),
  });
  const { records } = await runJob(plansOf([alpha]), trials.context, jobLog().options);
  expect(records[0]).toMatchObject({ outcome: { status: "scored" }, attempts: 1 });
  expect(records[0]?.usage).toMatchObject({ calls: 1, retries: 1, throttledMs: 7000 });
  expect(trials.journal.trials()[0]?.usage.throttledMs).toBe(7000);
});

test("waits of both models of a trial at once stand its clock once", async () => {
  const scene = gatewayScene(({ atMs }) => (atMs === 0 ? failure(429, { "retry-after": "10" }) : null));
  const clock = unionTimer(() => scene.clock.now());
  const onWait = () => clock.start();
  const [agent, user] = [scene.lease({ onWait }), scene.lease({ onWait })];
  await scene.clock.run(Promise.all([scene.call(agent, "a"), scene.call(user, "u")]));
  expect(clock.elapsedMs()).toBeGreaterThanOrEqual(10_000);
  expect(clock.elapsedMs()).toBe(Math.max(agent.waitedMs(), user.waitedMs()));
  expect(agent.usage().throttledMs).toBe(agent.waitedMs());
});

test("the leases of an execution count waits by the clock that limits go by", async () => {
  const held = Promise.withResolvers<void>();
  let asked = 0;
  const upstream: Upstream = {
    ...scriptedUpstream(completion("hi")),
    async complete(request, options) {
      asked += 1;
      if (asked === 1) return await failure(429, { "retry-after-ms": "1" })({}, options);
      await held.promise;
      return await scriptedUpstream(completion("hi")).complete(request, options);
    },
  };
  await using trials = await openFakeTrials({ upstream });
  const leases = openLeases(trials.context, trialRecord().parts);
  expect(leases.waitedMs()).toBe(0);
  const call = leases.agent.handler(chatRequest({ model: testModel }), { signal: new AbortController().signal });
  await vi.waitUntil(() => asked === 2, { timeout: 20_000 });
  // An attempt under way is the model's own time, which is the agent's.
  const waited = leases.waitedMs();
  expect(waited).toBeGreaterThan(0);
  held.resolve();
  await textOfBody(await call);
  expect(leases.waitedMs()).toBe(waited);
});

test("a provider that serves nobody any more ends the job, and what needs it no more is let end and is kept", async () => {
  const unreachable = new HarnessError({ fault: "infrastructure", code: "upstream-unreachable", message: "gone" });
  let asked = 0;
  const upstream: Upstream = {
    ...scriptedUpstream(completion("done")),
    async complete(request, options) {
      asked += 1;
      if (asked > 1) throw unreachable;
      return await scriptedUpstream(completion("done")).complete(request, options);
    },
  };
  await using trials = await openFakeTrials({
    upstream,
    // The first trial has its answer and works on until the other one's provider is given up.
    onRun: async () => void (await vi.waitUntil(() => trials.gateway.broken() !== null, { timeout: 30_000 })),
  });
  const job = runJob(plansOf([alpha, beta]), trials.context, jobLog({ concurrency: 2 }).options);
  await expect(job).rejects.toMatchObject({ fault: "infrastructure", code: "upstream-down" });
  expect(trials.journal.trials().map(({ outcome }) => outcome)).toEqual([{ status: "scored", reward: 1 }]);
  expect(trials.provider.live.size).toBe(0);
});

test("a budget of tokens stops launching and keeps what is paid", async () => {
  const tasks = ["a", "b", "c", "d"].map((id) => fakeTask(id));
  await using trials = await openFakeTrials({ budgetTokens: 220 });
  const { records, stopped } = await runJob(plansOf(tasks), trials.context, jobLog().options);
  expect(records.map((record) => record?.outcome.status)).toEqual(["scored", "scored", undefined, undefined]);
  expect(stopped).toBe("the budget of 220 tokens is spent (220)");
  expect(trials.journal.trials().length).toBe(2);
});
