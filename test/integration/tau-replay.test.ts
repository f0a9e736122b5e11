// What is known of the tasks, run for real: an agent that does what is expected earns 1, one that does nothing earns the
// floor, on a sample of each domain. All 278 tasks: `node scripts/tau-replay.ts`.

import { expect, test } from "vitest";
import { rewardOf } from "../../src/core/trial.ts";
import { idleAgent, openTauJobs, templateAgent } from "../helpers/tau-jobs.ts";
import { sampleOf } from "../helpers/tau-sample.ts";

test.each(["retail", "airline", "telecom"])(
  "on %s the shipped agent with a model that knows the answers earns 1, an idle one the floor",
  async (domain) => {
    await using jobs = await openTauJobs({ domain });
    const ids = sampleOf(jobs.tasks);
    expect(ids).toHaveLength(12);

    const replayed = await jobs.run(ids, await templateAgent());
    expect(replayed.map((record) => [record.parts.task, rewardOf(record), record.agentEnd.code])).toEqual(
      ids.map((id) => [id, 1, "finished"]),
    );

    const idle = await jobs.run(ids, await idleAgent());
    const floors = new Map(jobs.tasks.map(({ id, floor }) => [id, floor]));
    expect(idle.map((record) => [record.parts.task, rewardOf(record)])).toEqual(ids.map((id) => [id, floors.get(id)]));
    const nop = await jobs.run(ids, { kind: "nop" });
    expect(nop.map(rewardOf)).toEqual(idle.map(rewardOf));
  },
  600_000,
);

test("what an agent does not say or do costs it the part of the reward that it is for", async () => {
  await using jobs = await openTauJobs({
    domain: "retail",
    tellsFacts: "never",
    careless: (task) => task === "0",
  });
  const spoken = Object.keys(jobs.gold).find((id) => (jobs.gold[id]?.communicate.length ?? 0) > 0) ?? "none";
  const records = await jobs.run(["0", spoken], await templateAgent());
  expect(records.map(({ outcome, details }) => [outcome, details?.["parts"]])).toEqual([
    [
      { status: "scored", reward: 0 },
      { DB: 0, COMMUNICATE: 1 },
    ],
    [
      { status: "scored", reward: 0 },
      { DB: 1, COMMUNICATE: 0 },
    ],
  ]);
}, 300_000);
