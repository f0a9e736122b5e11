// Jobs whose trials are given their recorded ends, in the recorded order, whatever takes how long.

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { noUsage } from "../../../src/core/model.ts";
import type { JobFeed } from "../../../src/trials/job.ts";
import { runFedJob, runJob } from "../../../src/trials/run-job.ts";
import type { TrialPlan } from "../../../src/trials/trial-context.ts";
import type { TrialPlayer } from "../../../src/trials/trial-player.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials, plansOf } from "../../helpers/fake-trials.ts";

vi.setConfig({ testTimeout: 60_000 });

const plans = plansOf(["alpha", "beta", "gamma", "delta"].map((id) => fakeTask(id)));
const [alpha, beta, gamma, delta] = plans as [TrialPlan, TrialPlan, TrialPlan, TrialPlan];

/** Of tasks in the order in which they ended. Those that ended first take longest now. */
function tapeOf(...tasks: readonly string[]): TrialPlayer & { played: string[] } {
  const played: string[] = [];
  const orderOf = ({ task }: TrialPlan) => (tasks.includes(task.id) ? tasks.indexOf(task.id) : null);
  return {
    ...{ played, orderOf },
    async play(plan) {
      const order = orderOf(plan);
      if (order === null) throw new Error(`${plan.task.id} is not on the tape`);
      played.push(plan.task.id);
      await sleep((tasks.length - order) * 20);
      const end = { how: "finished", code: "finished", detail: "" } as const;
      return { outcome: { status: "scored", reward: 1 }, agentEnd: end, usage: noUsage, notes: [] };
    },
  };
}

test("trials end in the recorded order, and no box is opened", async () => {
  await using trials = await openFakeTrials();
  const player = tapeOf("delta", "beta", "alpha", "gamma");
  const { records } = await runJob(plans, { ...trials.context, player }, jobLog({ concurrency: 3 }).options);
  expect(records.map((record) => record?.parts.task)).toEqual(["alpha", "beta", "gamma", "delta"]);
  const inJournal = trials.context.journal.trials().map(({ parts }) => parts.task);
  expect(inJournal).toEqual(["delta", "beta", "alpha", "gamma"]);
  expect(trials.provider.opened).toEqual([]);
});

test("what was broken off unrecorded is left out, and what idle workers had run early is run again", async () => {
  await using trials = await openFakeTrials();
  // gamma ends the job, as it did then; beta was under way.
  const player = tapeOf("delta", "alpha", "gamma");
  const settled: string[] = [];
  const feed: JobFeed = {
    ask: () => (settled.includes("gamma") ? null : { needed: [alpha, beta, gamma], ahead: [delta] }),
    settled: ({ task }) => void settled.push(task.id),
  };
  const { stopped } = await runFedJob(feed, { ...trials.context, player }, jobLog({ concurrency: 2 }).options);
  expect({ stopped, settled, played: player.played }).toEqual({
    ...{ stopped: null, settled: ["delta", "alpha", "gamma"], played: ["delta", "alpha", "gamma"] },
  });
});

test("a trial that is needed later but ended earlier goes first", async () => {
  await using trials = await openFakeTrials();
  const player = tapeOf("alpha", "beta", "gamma", "delta");
  const settled: string[] = [];
  const feed: JobFeed = {
    ask() {
      if (settled.length === 4) return null;
      return { needed: settled.length === 0 ? [alpha, gamma, delta] : plans, ahead: [] };
    },
    settled: ({ task }) => void settled.push(task.id),
  };
  await runFedJob(feed, { ...trials.context, player }, jobLog({ concurrency: 2 }).options);
  expect(settled).toEqual(["alpha", "beta", "gamma", "delta"]);
});

test("where nothing on the tape is left to go on with, the missing trial is asked for", async () => {
  await using trials = await openFakeTrials();
  const player = tapeOf("alpha");
  const job = runJob([beta, alpha], { ...trials.context, player }, jobLog({ concurrency: 2 }).options);
  await expect(job).rejects.toThrow("beta is not on the tape");
  expect(trials.context.journal.trials().map(({ parts }) => parts.task)).toEqual(["alpha"]);
});
