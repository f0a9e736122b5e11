// Bundled tasks whose provider of boxes goes away in the middle and comes back, with real agents over the channel: the
// same rewards as without, no execution is charged, and nothing is left there. E2B by the official SDK at a stand-in,
// Docker behind a door that can be shut.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import { findEngine } from "../../src/engine/find-engine.ts";
import { openRehearsalUpstream } from "../../src/gateway/rehearsal/upstream.ts";
import { steadyClock } from "../../src/lib/clock.ts";
import { ProviderWatch } from "../../src/trials/provider-watch.ts";
import { runJob } from "../../src/trials/run-job.ts";
import { noFaults } from "../helpers/cloud/cloud-faults.ts";
import { openTestE2b } from "../helpers/cloud/open-test-e2b.ts";
import { openEngineProxy } from "../helpers/engine-proxy.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { candidateOf } from "../helpers/tau-jobs.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

const starter = join(import.meta.dirname, "../../datasets/starter");
const template = join(import.meta.dirname, "../../agent/templates/terminal-bench.ts");
const wanted = new Set(["repair-c-build", "write-makefile", "shared-folder-permissions"]);

interface Where {
  provider: SandboxProvider;
  owner: { id: string };
}

interface Outage {
  /** Agents are at work. */
  begin: () => Promise<void> | void;
  /** It was said that the provider is waited for. */
  end: () => void;
}

interface Played {
  rewards: Record<string, unknown>;
  /** Executions that counted for nothing. */
  putBacks: number;
  /** Why others were charged to a trial beyond its first. */
  charged: string[];
  said: string[];
}

/** Each task once with the shipped agent; with an outage, everybody is at work when it begins. */
async function play(where: Where, outage?: Outage): Promise<Played> {
  await using folder = await temporaryFolder();
  const upstream = await openRehearsalUpstream({ playbooks: starter });
  let atWork = 0;
  const slow = {
    ...upstream,
    async complete(...given: Parameters<typeof upstream.complete>) {
      atWork += 1;
      // The third agent's first call is answered when nothing is there any more.
      if (outage !== undefined && atWork === wanted.size) await outage.begin();
      return await upstream.complete(...given);
    },
  };
  await using opened = await openTerminalTrials(where, {
    ...{ folder: folder.path, model: { model: "rehearsal/starter" }, upstream: slow, keys: { dataset: starter } },
    wanted: (id) => wanted.has(id),
  });
  const said: string[] = [];
  using watch = new ProviderWatch({
    ...{ provider: where.provider, outageMs: 600_000, exhausted: () => null },
    // Five times as fast as it is asked in a night.
    clock: { ...steadyClock, sleep: async (ms, options) => await steadyClock.sleep(ms / 5, options) },
    onWait(text, since) {
      said.push(text);
      if (since !== null) outage?.end();
    },
  });
  const agent = candidateOf(await readFile(template, "utf8"));
  const plans = opened.tasks.map((task) => ({ task, agent, step: "train", decision: "", index: 0 }) as const);
  let putBacks = 0;
  const charged: string[] = [];
  const { records } = await runJob(
    plans,
    { ...opened.context, watch },
    {
      ...{ job: "lost", concurrency: wanted.size, signal: AbortSignal.timeout(900_000) },
      ...{ onBuildLog: () => undefined, onLog: () => undefined },
      onEvent: (event) => {
        if (event.type === "trial-put-back") putBacks += 1;
        if (event.type === "trial-retry") charged.push(event.reason);
      },
    },
  );
  const rewards = records.map((record) => [record?.parts.task, record?.outcome] as const);
  return { rewards: Object.fromEntries(rewards), putBacks, charged, said };
}

test("E2B is lost with all its sandboxes and comes back", async () => {
  await using e2b = await openTestE2b();
  const { cloud } = e2b;
  const calm = await play(e2b);
  const lost = await play(e2b, {
    async begin() {
      cloud.faults.rates = { ...noFaults, serverError: 1 };
      for (const id of cloud.sandboxes()) await cloud.lose(id);
    },
    end() {
      cloud.faults.rates = noFaults;
    },
  });
  expect(calm).toMatchObject({ putBacks: 0, charged: [], said: [] });
  expect(Object.values(calm.rewards)).toEqual(
    Array(wanted.size).fill({ status: "scored", reward: expect.any(Number) }),
  );
  expect({ ...lost, putBacks: 0 }).toEqual({ rewards: calm.rewards, putBacks: 0, charged: [], said: lost.said });
  expect(lost.putBacks).toBeGreaterThanOrEqual(1);
  expect(lost.said).toEqual([
    expect.stringMatching(
      /^e2b does not answer since \d\d:\d\d \(E2B could not answer, tried 3 times: .*nothing new begins/,
    ),
    expect.stringMatching(/^e2b serves again after .*: going on$/),
  ]);
  expect([cloud.sandboxes(), await cloud.leftovers()]).toEqual([[], []]);
}, 900_000);

test("a Docker engine can't be reached for a while, and its boxes go on meanwhile", async () => {
  await using proxy = await openEngineProxy();
  const address = await findEngine({ env: { ...process.env, DOCKER_HOST: proxy.address } });
  await using docker = await openTestDocker({ address });
  const calm = await play(docker);
  const lost = await play(docker, { begin: () => proxy.shut(), end: () => proxy.open() });
  expect({ ...lost, putBacks: 0 }).toEqual({ rewards: calm.rewards, putBacks: 0, charged: [], said: lost.said });
  expect(lost.putBacks).toBe(wanted.size);
  expect(lost.said).toEqual([
    expect.stringMatching(/^docker does not answer since \d\d:\d\d/),
    expect.stringMatching(/^docker serves again after/),
  ]);
  await docker.provider.sweep({ signal: AbortSignal.timeout(60_000), owner: docker.owner.id });
  expect(await docker.leftovers()).toEqual([]);
}, 900_000);
