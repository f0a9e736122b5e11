import { expect, test } from "vitest";
import { runCheck } from "../../../src/check/run-check.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials } from "../../helpers/fake-trials.ts";

test("each agent runs on each task as often as asked, and a verifier that never answers is named", async () => {
  await using scene = await openFakeTrials();
  const tasks = [fakeTask("alpha"), fakeTask("beta", { silent: true }), { ...fakeTask("gamma"), oracle: false }];
  const log = jobLog({ concurrency: 3 });
  const request = { tasks, agents: ["oracle", "nop", "forger"] as const, trials: 2 };
  const { admissions } = await runCheck(request, scene.context, log.options);
  expect(
    admissions.map(({ task, admission, oracle, nop }) => [task, admission, oracle?.rewards, nop?.rewards]),
  ).toEqual([
    ["alpha", "admitted", [1, 1], [0, 0]],
    ["beta", "refused", [null, null], [null, null]],
    ["gamma", "refused", undefined, [0, 0]],
  ]);
  expect(log.events.filter(({ type }) => type === "trial-end")).toHaveLength(10);
  expect([...scene.provider.live]).toEqual([]);
});

test("an agent that was not asked for is not run", async () => {
  await using scene = await openFakeTrials();
  const log = jobLog();
  const request = { tasks: [fakeTask("alpha")], agents: ["nop"] as const, trials: 1 };
  const { admissions } = await runCheck(request, scene.context, log.options);
  expect(admissions).toMatchObject([
    { task: "alpha", admission: "admitted", oracle: null, nop: { expected: 0, rewards: [0] }, forger: null },
  ]);
});
