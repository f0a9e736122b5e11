// A storm of refusals is nobody's failure: the same hundred trials, with a provider that refuses three calls of ten.

import { expect, test } from "vitest";
import type { Upstream } from "../../../src/core/model.ts";
import type { TrialRecord } from "../../../src/core/trial.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import { type Deed, fakeTask } from "../../helpers/fake-benchmark.ts";
import { jobLog, openFakeTrials, plansOf } from "../../helpers/fake-trials.ts";
import { completion, failure, scriptedUpstream } from "../../helpers/scripted-upstream.ts";

const tasks = Array.from({ length: 100 }, (_, at) => fakeTask(`task-${at}`));
const ends: readonly Deed[] = [1, 0.25, 0, "crash"];
const deeds = Object.fromEntries(tasks.map(({ id }, at) => [id, ends[at % ends.length] ?? 0] as const));

/** Refuses by the number of the call, so that it is the same storm every time. */
function stormy(share: number): Upstream & { refused: number } {
  const calm = scriptedUpstream(completion("done"));
  let calls = 0;
  const upstream: Upstream & { refused: number } = {
    ...calm,
    refused: 0,
    async complete(request, options) {
      calls += 1;
      if (Number.parseInt(sha256(`call ${calls}`).slice(0, 8), 16) / 2 ** 32 >= share) {
        return await calm.complete(request, options);
      }
      upstream.refused += 1;
      return await failure(429, calls % 2 === 0 ? { "retry-after": "3" } : {})({}, options);
    },
  };
  return upstream;
}

async function play(upstream: Upstream): Promise<TrialRecord[]> {
  await using trials = await openFakeTrials({ upstream });
  const { records } = await runJob(plansOf(tasks, { deeds }), trials.context, jobLog({ concurrency: 8 }).options);
  return records.filter((record) => record !== undefined);
}

function endsOf(records: readonly TrialRecord[]) {
  return records.map(({ parts, outcome, agentEnd, attempts }) => ({ task: parts.task, outcome, agentEnd, attempts }));
}

test("a hundred trials end in a storm of 30 % refusals as they do without, and the time they waited is apart", async () => {
  const storm = stormy(0.3);
  const [calm, stormed] = [await play(stormy(0)), await play(storm)];
  expect(storm.refused).toBeGreaterThan(30);
  expect(endsOf(stormed)).toEqual(endsOf(calm));
  expect(stormed).toHaveLength(100);
  expect(stormed.every(({ outcome, attempts }) => outcome.status === "scored" && attempts === 1)).toBe(true);
  const sum = (of: (record: TrialRecord) => number, records: readonly TrialRecord[]) =>
    records.reduce((total, record) => total + of(record), 0);
  expect(sum(({ usage }) => usage.retries, stormed)).toBe(storm.refused);
  expect(sum(({ usage }) => usage.throttledMs, calm)).toBe(0);
  expect(sum(({ usage }) => usage.throttledMs, stormed)).toBeGreaterThan(10_000);
  expect(stormed.filter(({ usage }) => usage.calls !== 1)).toEqual([]);
}, 240_000);
